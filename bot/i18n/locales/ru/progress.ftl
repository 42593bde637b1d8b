### Несколько собеседований вместе. HTML, кроме подписей.

button-next-reading = Что почитать
button-compare = Сравнить: { $topic }
button-train = Тренировать пробелы

trend-mark = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }
trend =
    Оценки, от старых к новым: { $marks }. { $direction ->
        [up] Рост на { $change }.
        [down] Снижение на { $change }.
       *[level] Без изменений.
    }

compare =
    <b>{ $topic }</b>
    { $earlier }: <b>{ NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> из 5
    { $later }: <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> из 5
compare-gained = <b>Новое с тех пор</b>
compare-lost = <b>Прозвучало тогда, но не сейчас</b>
compare-open = <b>Оба раза не прозвучало</b>
compare-nothing = Нет вопроса, который задан оба раза и даёт что сравнить.

progress = <b>Что вы уже показали</b>
progress-line = • { $topic }: пунктов { $stated } из { $count }, { $share } %
progress-choose = Пункты учтены так, как обстояло в последний раз. Тема ниже открывает их по одному.
progress-empty = Показать пока нечего. Всё начнётся с первого законченного или прерванного собеседования.
progress-topic = <b>{ $topic }</b>, как обстояло в последний раз

next = <b>Что почитать дальше</b>
next-line = • После «{ $title }»: { $related }
next-alone = • Сам вопрос «{ $title }», ещё раз
next-choose = Кнопка начинает тренировку: слово после каждого вопроса, сильные ответы по просьбе.
next-nothing = В том собеседовании ничего ожидаемого не упущено.
