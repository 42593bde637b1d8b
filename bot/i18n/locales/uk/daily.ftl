### Запитання дня. HTML, крім підписів кнопок і того, що починається з `notice-`.

daily-question =
    <b>Запитання дня</b>{ $reason ->
        [missed] {""}. Минулого разу тут лишилося несказане.
        [assisted] {""}. Минулого разу знадобилася підказка.
        [due] {""}. Ви це знали: чи пам’ятається досі?
        [early] {""}. Повторювати поки нема чого, тож просто для форми.
        [again] {""}, досі відкрите.
       *[fresh] {""}
    }

    { $text }
daily-how = Відповідайте реплаєм на це повідомлення. О { $time } покажу, хто що назвав.
daily-unsure =
    Не знаю, чи дійшло до вас сьогоднішнє запитання, тому ось воно:

    { $text }

    Це була відповідь на нього? <i>«{ $typed }»</i>
daily-slowed = Останні сім лишилися без відповіді, і це не біда. Тепер запитання приходитиме раз на три дні; відповісте – повернеться звичний темп.
daily-stopped = Тут уже давно тихо, тож я перестану писати й не заважатиму. Усе вивчене збережено, а /daily увімкне запитання знову, коли захочете.
daily-nudge = Сьогоднішнє запитання ще відкрите, якщо є настрій. Просто напишіть відповідь.

daily-result =
    { $open ->
        [0] <b>Пункти: { $stated } з { $count }.</b> Прозвучало все, що очікувалося.
       *[other] <b>Пункти: { $stated } з { $count }.</b> Не прозвучало: { $missing }{ $more ->
            [0] {"."}
           *[other] {" "}і ще { $more }.
        }
    }
daily-wrong = Одне було хибне. Насправді: { $text }
daily-wrong-claim = Одне було хибне: { $text }
daily-back = Повернеться { $when }.
daily-back-both = Несказане повернеться { $soon }, решта – { $late }.
daily-skipped = Пропустили, нічого страшного.
daily-done = Сьогоднішнє запитання вже позаду.
daily-next = Наступне прийде { $when }.
daily-nothing = За цими темами запитань для вас немає. Вибрати інші: /daily.
daily-day =
    { $days ->
        [0] сьогодні
        [1] завтра
       *[other] { $date }
    }

daily-ask-zone =
    <b>Одне запитання на день</b>

    Запитання, одне уточнення, два рядки підсумку. Несказане повертається, доки не запам’ятається.

    Щоб воно приходило у зручну годину: котра у вас зараз година? Напишіть, наприклад <code>14:30</code>, або назвіть місто.
daily-group-zone =
    <b>Одне запитання на день для цієї групи</b>

    Котра тут зараз година? Відповідайте реплаєм на це повідомлення, наприклад <code>14:30</code>, або назвіть місто.
daily-zone-again =
    { $kind ->
        [group] Котра тут зараз година? Дайте відповідь реплаєм на це повідомлення,
       *[private] Котра у вас зараз година? Напишіть,
    } наприклад <code>14:30</code>, або назвіть місто.
daily-zone-choose = Що з цього ваше?
daily-zone-unknown = Місця, схожого на «{ $typed }», не знаходжу. Напишіть, котра у вас година, наприклад <code>14:30</code>, або більше місто поблизу.
daily-time-unknown = «{ $typed }» на час не схоже. Напишіть, наприклад, <code>8:15</code>.
daily-on =
    Готово: { $days }, { $time }, часовий пояс – { $zone }. { $sound ->
        [on] Не більш як одне на день.
       *[off] Без звуку й не більш як одне на день.
    }
    { daily-what }

daily-first = Ось перше.
daily-group-on =
    Готово: { $days }, { $time }, часовий пояс – { $zone }.
    { daily-what }

daily-what =
    { $every ->
        [1] {""}
        [7] Не частіше ніж раз на тиждень{"\u000A"}
        [one] Не частіше ніж раз на { $every } день{"\u000A"}
        [few] Не частіше ніж раз на { $every } дні{"\u000A"}
       *[many] Не частіше ніж раз на { $every } днів{"\u000A"}
    }Теми: { $topics }
    Рівень: { $level }
daily-settings =
    <b>Запитання дня</b>

    Коли: { $days }, { $time }, { $zone }
    { daily-what }
    Звук: { $sound ->
        [on] є
       *[off] немає
    }
    { $nudge ->
        [none] {""}
        [on] Нагадування ввечері: так{"\u000A"}
       *[off] Нагадування ввечері: ні{"\u000A"}
    }
    { $state ->
        [paused] Пауза. Наступне прийде { $next }.
        [on] Наступне прийде { $next }.
       *[off] Вимкнено.
    }
daily-days =
    { $kind ->
        [all] щодня
        [weekdays] у будні
        [weekend] на вихідних
       *[some] { $days }
    }
daily-every =
    { $every ->
        [1] Щодня
        [7] Раз на тиждень
       *[other] Раз на { $every } дні
    }
daily-off = Вимкнено. Усе вивчене збережено; /daily увімкне знову.
daily-pause = На скільки?
daily-pause-days =
    { $days ->
        [7] Тиждень
        [14] 2 тижні
        [30] Місяць
       *[other] { $days } дні
    }
daily-paused =
    Пауза; наступне запитання прийде { $when }.{ $kind ->
        [group] {""}
       *[private] {" "}/today при цьому працює.
    }
daily-pause-unknown = Не розумію «{ $typed }». Наприклад: <code>/pause 2w</code> або <code>/pause 10 днів</code>.
daily-unpaused = Добре, продовжуємо. Наступне запитання прийде { $when }.
daily-words-unknown = Не розумію «{ $typed }». Наприклад: <code>/daily 9:30</code>, <code>/daily пн-пт 8:15 kubernetes middle</code>, <code>/daily вимк</code>.
daily-words-left = Не розумію «{ $typed }», тому враховую решту:
daily-none = Запитання дня тут не ввімкнено. Увімкнути: /daily.

daily-reveal =
    <b>{ $title }</b>
    { $answered ->
        [0] Ніхто не відповів. Ось що очікувалося:
        [one] { $answered } відповідь.
        [few] { $answered } відповіді.
       *[many] { $answered } відповідей.
    }
daily-reveal-line =
    { $count ->
        [0] • { $point }
       *[other] ✓ { $point } – { $names }{ $more ->
            [0] {""}
           *[other] {" "}і ще { $more }
        }
    }

error-daily-admins = Запитання групи налаштовують її адміністратори.
error-daily-group = Це працює в особистому чаті зі мною.

dial-time = О котрій? Виберіть або напишіть, наприклад <code>8:15</code>.
dial-days = У які дні?
dial-every = Як часто щонайбільше?
dial-topics = Про що? Тем може бути скільки завгодно.
dial-level = На якому рівні?
dial-starts = Коли у вас починається день? Відповідь до цієї години йде в рахунок учорашнього.
dial-sound = Надсилати запитання зі звуком?
dial-nudge = Нагадати ввечері, один раз, якщо запитання ще відкрите?
dial-switch =
    { $state ->
        [on] Так
       *[off] Ні
    }

button-dial-time = Час
button-dial-days = Дні
button-dial-every = Частота
button-dial-topics = Теми
button-dial-level = Рівень
button-dial-zone = Часовий пояс
button-dial-starts = Початок дня
button-dial-sound = Звук
button-dial-nudge = Нагадування
button-daily-later = Пізніше
button-daily-easier = Легше
button-daily-harder = Складніше
button-daily-pause = Пауза
button-daily-unpause = Зняти паузу
button-daily-rarer = Рідше
button-daily-stop = Досить
button-daily-off = Вимкнути
button-daily-today = Запитання на сьогодні
button-daily-more = Ще одне
button-daily-on = Щодня

notice-daily-later = Спитаю знову за три години.
notice-daily-too-late = Від сьогодні лишилося замало. Наступне прийде свого дня.
notice-daily-rarer =
    { $every ->
        [7] Тепер не частіше ніж раз на тиждень.
       *[other] Тепер не частіше ніж раз на { $every } дні.
    }
notice-daily-rarest = Рідше вже нікуди: раз на тиждень.
notice-daily-limit = Далі цього рівня нічого немає.
notice-daily-closed = Це запитання вже закрите.
notice-daily-days = Хоча б один день лишається.
