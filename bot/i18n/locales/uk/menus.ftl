### Запитання й підтвердження навколо співбесіди. HTML.

menu-language = Якою мовою розмовлятимемо?
language-set = Добре, говоримо українською.

menu-topic = Про що поговоримо?
menu-topic-page = Про що поговоримо? Сторінка { $page } з { $pages }.
menu-level = На якому рівні?
menu-count =
    { $minutes ->
        [one] Скільки запитань? На одне йде близько { $minutes } хвилини.
       *[other] Скільки запитань? На одне йде близько { $minutes } хвилин.
    }
menu-mode = Оцінки лише в підсумковому звіті чи кілька слів після кожного запитання?

topics =
    { $count ->
        [one] <b>{ $count } тема</b>
        [few] <b>{ $count } теми</b>
       *[many] <b>{ $count } тем</b>
    }
topics-line =
    { $questions ->
        [one] • { $name } – { $questions } запитання
        [few] • { $name } – { $questions } запитання
       *[many] • { $name } – { $questions } запитань
    }
topics-choose = Оберіть одну, і почнемо.

settings =
    <b>Налаштування</b>

    Мова: { $language }
    Режим: { $mode ->
        [training] тренування, кілька слів після кожного запитання
       *[interview] співбесіда, оцінки лише у звіті
    }
    Хто питає: { $temper ->
        [demanding] вимогливий
       *[friendly] доброзичливий
    }

open-interview = У вас відкрита співбесіда: запитання { $number } з { $count }. Продовжити її чи почати іншу?
nothing-open = Зараз немає відкритої співбесіди.
nothing-to-resume = Продовжувати нічого: перерваних співбесід немає.
nothing-to-report = Звіту ще немає. Він з’явиться, коли ви завершите або перервете першу співбесіду.

history = <b>Ваші співбесіди</b>
history-line = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>
history-line-scored = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>, { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } з 5
history-choose = Кнопка нижче відкриває звіт.
history-empty = Завершених співбесід поки немає.
history-button = { $date }, { $topics }
all-topics = усі теми

mydata = Усе, що про вас зберігається, у форматі JSON.
forget-confirm =
    Стерти все, що про вас зберігається: налаштування, відповіді, звіти?

    Скасувати це неможливо. Відкрита співбесіда закінчиться без звіту.
forget-done = Стерто. Тут більше нічого про вас немає. /start – почати наново.
forget-kept = Нічого не стерто.
