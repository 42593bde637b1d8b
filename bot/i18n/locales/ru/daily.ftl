### Вопрос дня. HTML, кроме подписей кнопок и того, что начинается с `notice-`.

daily-question =
    <b>Вопрос дня</b>{ $reason ->
        [missed] {""}. В прошлый раз здесь осталось недосказанное.
        [assisted] {""}. В прошлый раз понадобилась подсказка.
        [due] {""}. Вы это знали: помнится ли до сих пор?
        [early] {""}. Повторять пока нечего, так что просто для формы.
        [again] {""}, всё ещё открыт.
       *[fresh] {""}
    }

    { $text }
daily-how = Отвечайте реплаем на это сообщение. В { $time } покажу, кто что назвал.
daily-unsure =
    Не знаю, дошёл ли до вас сегодняшний вопрос, поэтому вот он:

    { $text }

    Это был ответ на него? <i>«{ $typed }»</i>
daily-slowed = Последние семь остались без ответа, и это не страшно. Теперь вопрос будет приходить раз в три дня; ответите – вернётся обычный темп.
daily-stopped = Здесь уже давно тихо, так что я перестану писать и не буду мешать. Всё выученное сохранено, а /daily включит вопросы снова, когда захотите.
daily-nudge = Сегодняшний вопрос ещё открыт, если есть настроение. Просто напишите ответ.

daily-result =
    { $open ->
        [0] <b>Пункты: { $stated } из { $count }.</b> Прозвучало всё, что ожидалось.
       *[other] <b>Пункты: { $stated } из { $count }.</b> Не прозвучало: { $missing }{ $more ->
            [0] {"."}
           *[other] {" "}и ещё { $more }.
        }
    }
daily-wrong = Одно было неверно. На самом деле: { $text }
daily-wrong-claim = Одно было неверно: { $text }
daily-back = Вернётся { $when }.
daily-back-both = Недосказанное вернётся { $soon }, остальное – { $late }.
daily-skipped = Пропустили, ничего страшного.
daily-done = Сегодняшний вопрос уже позади.
daily-next = Следующий придёт { $when }.
daily-nothing = По этим темам вопросов для вас нет. Выбрать другие: /daily.
daily-day =
    { $days ->
        [0] сегодня
        [1] завтра
       *[other] { $date }
    }

daily-ask-zone =
    <b>Один вопрос в день</b>

    Вопрос, одно уточнение, две строки итога. Недосказанное возвращается, пока не запомнится.

    Чтобы он приходил в удобный час: который у вас сейчас час? Напишите, например <code>14:30</code>, или назовите город.
daily-group-zone =
    <b>Один вопрос в день для этой группы</b>

    Который здесь сейчас час? Ответьте реплаем на это сообщение, например <code>14:30</code>, или назовите город.
daily-zone-again =
    { $kind ->
        [group] Который здесь сейчас час? Ответьте реплаем на это сообщение,
       *[private] Который у вас сейчас час? Напишите,
    } например <code>14:30</code>, или назовите город.
daily-zone-choose = Что из этого ваше?
daily-zone-unknown = Места, похожего на «{ $typed }», я не нахожу. Напишите, который у вас час, например <code>14:30</code>, или город покрупнее поблизости.
daily-time-unknown = «{ $typed }» на время не похоже. Напишите, например, <code>8:15</code>.
daily-on =
    Готово: { $days } в { $time }, часовой пояс – { $zone }. { $sound ->
        [on] Не больше одного в день.
       *[off] Без звука и не больше одного в день.
    }
    { daily-what }

daily-first = Вот первый.
daily-group-on =
    Готово: { $days } в { $time }, часовой пояс – { $zone }.
    { daily-what }

daily-what =
    { $every ->
        [1] {""}
        [7] Не чаще раза в неделю{"\u000A"}
        [one] Не чаще чем раз в { $every } день{"\u000A"}
        [few] Не чаще чем раз в { $every } дня{"\u000A"}
       *[many] Не чаще чем раз в { $every } дней{"\u000A"}
    }Темы: { $topics }
    Уровень: { $level }
daily-settings =
    <b>Вопрос дня</b>

    Когда: { $days } в { $time }, { $zone }
    { daily-what }
    Звук: { $sound ->
        [on] есть
       *[off] нет
    }
    { $nudge ->
        [none] {""}
        [on] Напоминание вечером: да{"\u000A"}
       *[off] Напоминание вечером: нет{"\u000A"}
    }
    { $state ->
        [paused] Пауза. Следующий придёт { $next }.
        [on] Следующий придёт { $next }.
       *[off] Выключено.
    }
daily-days =
    { $kind ->
        [all] каждый день
        [weekdays] по будням
        [weekend] по выходным
       *[some] { $days }
    }
daily-every =
    { $every ->
        [1] Каждый день
        [7] Раз в неделю
       *[other] Раз в { $every } дня
    }
daily-off = Выключено. Всё выученное сохранено; /daily включит снова.
daily-pause = На сколько?
daily-pause-days =
    { $days ->
        [7] Неделя
        [14] 2 недели
        [30] Месяц
       *[other] { $days } дня
    }
daily-paused =
    Пауза; следующий вопрос придёт { $when }.{ $kind ->
        [group] {""}
       *[private] {" "}/today при этом работает.
    }
daily-pause-unknown = Не понимаю «{ $typed }». Например: <code>/pause 2w</code> или <code>/pause 10 дней</code>.
daily-unpaused = Хорошо, продолжаем. Следующий вопрос придёт { $when }.
daily-words-unknown = Не понимаю «{ $typed }». Например: <code>/daily 9:30</code>, <code>/daily пн-пт 8:15 kubernetes middle</code>, <code>/daily выкл</code>.
daily-words-left = Не понимаю «{ $typed }», поэтому учитываю остальное:
daily-none = Вопрос дня здесь не включён. Включить: /daily.

daily-reveal =
    <b>{ $title }</b>
    { $answered ->
        [0] Никто не ответил. Вот что ожидалось:
        [one] { $answered } ответ.
        [few] { $answered } ответа.
       *[many] { $answered } ответов.
    }
daily-reveal-line =
    { $count ->
        [0] • { $point }
       *[other] ✓ { $point } – { $names }{ $more ->
            [0] {""}
           *[other] {" "}и ещё { $more }
        }
    }

error-daily-admins = Вопрос группы настраивают её администраторы.
error-daily-group = Это работает в личном чате со мной.

dial-time = В какое время? Выберите или напишите, например <code>8:15</code>.
dial-days = По каким дням?
dial-every = Как часто, самое большее?
dial-topics = О чём? Тем может быть сколько угодно.
dial-level = На каком уровне?
dial-starts = Когда у вас начинается день? Ответ до этого часа идёт в счёт вчерашнего.
dial-sound = Присылать вопрос со звуком?
dial-nudge = Напомнить вечером, один раз, если вопрос ещё открыт?
dial-switch =
    { $state ->
        [on] Да
       *[off] Нет
    }

button-dial-time = Время
button-dial-days = Дни
button-dial-every = Частота
button-dial-topics = Темы
button-dial-level = Уровень
button-dial-zone = Часовой пояс
button-dial-starts = Начало дня
button-dial-sound = Звук
button-dial-nudge = Напоминание
button-daily-later = Позже
button-daily-easier = Полегче
button-daily-harder = Посложнее
button-daily-pause = Пауза
button-daily-unpause = Снять паузу
button-daily-rarer = Реже
button-daily-stop = Хватит
button-daily-off = Выключить
button-daily-today = Вопрос на сегодня
button-daily-more = Ещё один
button-daily-on = Каждый день

notice-daily-later = Спрошу снова через три часа.
notice-daily-too-late = От сегодня осталось слишком мало. Следующий придёт в свой день.
notice-daily-rarer =
    { $every ->
        [7] Теперь не чаще раза в неделю.
       *[other] Теперь не чаще чем раз в { $every } дня.
    }
notice-daily-rarest = Реже уже некуда: раз в неделю.
notice-daily-limit = Дальше этого уровня ничего нет.
notice-daily-closed = Этот вопрос уже закрыт.
notice-daily-days = Хотя бы один день остаётся.
