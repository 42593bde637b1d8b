### Кілька співбесід разом. HTML, крім підписів.

button-next-reading = Що почитати
button-compare = Порівняти: { $topic }
button-train = Тренувати прогалини

trend-mark = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }
trend =
    Оцінки, від старих до нових: { $marks }. { $direction ->
        [up] Зростання на { $change }.
        [down] Зниження на { $change }.
       *[level] Без змін.
    }

compare =
    <b>{ $topic }</b>
    { $earlier }: <b>{ NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> з 5
    { $later }: <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> з 5
compare-gained = <b>Нове відтоді</b>
compare-lost = <b>Прозвучало тоді, але не зараз</b>
compare-open = <b>Обидва рази не прозвучало</b>
compare-nothing = Немає запитання, яке поставлено обидва рази і яке дає що порівняти.

progress = <b>Що ви вже показали</b>
progress-line = • { $topic }: пунктів { $stated } із { $count }, { $share } %
progress-choose = Пункти враховано так, як було востаннє. Тема нижче відкриває їх по одному.
progress-empty = Показати поки нічого. Усе почнеться з першої завершеної або перерваної співбесіди.
progress-topic = <b>{ $topic }</b>, як було востаннє

next = <b>Що почитати далі</b>
next-line = • Після «{ $title }»: { $related }
next-alone = • Саме запитання «{ $title }», ще раз
next-choose = Кнопка починає тренування: кілька слів після кожного запитання, сильні відповіді на прохання.
next-nothing = У тій співбесіді нічого очікуваного не пропущено.
