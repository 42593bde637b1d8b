### The group quiz. HTML, except buttons, `quiz-poll` and `notice-`: plain words.

quiz-somebody = хтось
quiz-and-more = { $names } і ще { $more }

quiz-head =
    { $mode ->
        [silent] 🤫 <b>Тихий раунд { $number } із { $count }</b>
        [hotseat] 🔥 <b>Гарячий стілець, раунд { $number } із { $count }</b>
       *[race] ⚡ <b>Перегони, раунд { $number } із { $count }</b>
    } · { $topic }
quiz-rules =
    { $mode ->
        [silent] <i>Усі бали може взяти кожен. За помилку мінус бал.</i>
       *[race] <i>Хто назвав першим, бере бали повністю, хто пізніше – половину. За помилку мінус бал.</i>
    }
quiz-open-points = ▫️ Ще не названо: { $count } ({ $points })
quiz-worth = { NUMBER($points, maximumFractionDigits: 2) }
quiz-point-won = ✅ { $names }{ $also }
quiz-also = { " " }(а також { $names })
quiz-hint = 💡 { $text }
quiz-heard = Уже відповіли: { $names }
quiz-asked = ❓ { $text }
quiz-closed = 🔒 Раунд закрито.
quiz-how =
    { $mode ->
        [silent] Відповідайте в особистих за кнопкою: до кінця раунду відповіді ніхто не побачить.
       *[race] { $hears ->
            [yes] Просто пишіть, що знаєте.
           *[no] Пишіть, що знаєте, у відповідь на це повідомлення.
        }
    } ⏱ { $seconds } с
quiz-how-seat =
    { $phase ->
        [seat] Хто на гарячий стілець? Один відповідає, решта обирає наступне запитання й ставить оцінку.
        [vote] Група обирає, про що спитати далі. Відповідає { $name }.
        [rating] Група ставить оцінку.
       *[answer] { $name }, { $hears ->
            [yes] пишіть відповідь тут
           *[no] дайте відповідь на це повідомлення
        }: можна одним повідомленням, можна кількома.
    } ⏱ { $seconds } с
quiz-poll =
    { $kind ->
        [wrong]
            { $right ->
                [1] Що з цього неправильно?
               *[other] Які два твердження неправильні?
            }
       *[right]
            { $right ->
                [1] Що з цього правильно?
               *[other] Які два твердження правильні?
            }
    }
quiz-vote = 🗳 Про що спитати далі? Відповідає { $name }.
quiz-put =
    { $name }, { $votes ->
        [0] ще одне запитання
       *[other] група хоче знати
    }: <b>{ $text }</b>

    { $hears ->
        [yes] Відповідайте просто тут.
       *[no] Дайте відповідь на це повідомлення.
    }
quiz-rate = Як вам відповідь? Відповідає { $name }. 1 – «пливе», 5 – «беремо».

quiz-reveal = <b>Раунд { $number }:</b> { $title }
quiz-shown-won = ✅ { $text } – <i>{ $names }{ $also }</i>
quiz-shown-open = ▫️ { $text }
quiz-claim = 🤔 Так часто кажуть: «{ $claim }». Насправді: { $correction }
quiz-right =
    { $kind ->
        [wrong] ❌ { $text }
       *[right] ✅ { $text }
    }
quiz-wrong = ❌ { $claim } – { $correction }
quiz-verdict-bot = { $name }: { $bot } із 5 за моїми нотатками. Група оцінок не поставила.
quiz-verdicts =
    { $votes ->
        [one] { $name }: { $bot } із 5 за моїми нотатками, { NUMBER($group, maximumFractionDigits: 1) } від групи ({ $votes } оцінка).
        [few] { $name }: { $bot } із 5 за моїми нотатками, { NUMBER($group, maximumFractionDigits: 1) } від групи ({ $votes } оцінки).
       *[other] { $name }: { $bot } із 5 за моїми нотатками, { NUMBER($group, maximumFractionDigits: 1) } від групи ({ $votes } оцінок).
    }
quiz-scores = Бали: { $names }
quiz-score = { $name } +{ NUMBER($points, maximumFractionDigits: 2) }
quiz-nobody-scored = Цього разу без балів.
quiz-uncounted = ✂️ Не зараховано (надто швидко для набору або чужими словами): { $names }
quiz-leaders = Попереду: { $names }
quiz-leader = { $place }. { $name } { NUMBER($points, maximumFractionDigits: 2) }
quiz-final =
    🏁 { $rounds ->
        [one] <b>Квіз завершено: { $rounds } раунд.</b>
        [few] <b>Квіз завершено: { $rounds } раунди.</b>
       *[other] <b>Квіз завершено: { $rounds } раундів.</b>
    }
quiz-corrected = ⚖️ <b>Один раунд більше не рахується. Таблиця без нього:</b>
quiz-line = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>
quiz-line-accuracy = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>, правильно { $accuracy } %
quiz-more-players = … і ще { $more }
quiz-no-players = Ніхто не грає, тож замовкаю. Почати знову: /quiz.
quiz-broken = У нас щось зламалося, і гру довелося завершити. Бали за зіграні раунди збережено.
quiz-unseen = Telegram не дав мені надіслати сюди раунд, тож гру закінчено. Адміністратор може дозволити мені повідомлення й опитування. Бали за зіграні раунди збережено.

quiz-menu =
    🎲 <b>Квіз</b>

    { $mode ->
        [silent] 🤫 Тихий: відповіді в особистих, кожен може взяти всі бали.
        [poll] 📊 Опитування: знайдіть хибне твердження або правильне.
        [hotseat] 🔥 Гарячий стілець: одного співбесідують, група обирає запитання й ставить оцінку.
       *[race] ⚡ Перегони: чиє слово раніше, того й бал.
    }
    Тема: { $topic }
    Раундів: { $rounds }
    Рівень: { $level }
    Мова: { $language }
    Час на раунд: { $seconds ->
        [0] як у режимі
       *[other] { $seconds } с
    }
    Бали за швидкість: { $speed ->
        [0] немає
       *[other] до { NUMBER($speed, maximumFractionDigits: 1) }
    }
    Прибирати відповіді після раунду: { $tidy ->
        [yes] так
       *[no] ні
    }
    Хто починає: { $starters ->
        [admins] адміністратори
       *[all] будь-хто
    }
    Часовий пояс для /top: { $zone }

    { $hears ->
        [yes] Я бачу все, що тут пишуть: гравці просто пишуть.
       *[no] Я бачу лише команди й відповіді мені. Для гри цього досить; щоб можна було просто писати, зробіть мене адміністратором.
    }
quiz-settings-of = ⚙️ Квізи в групі «{ $title }». Що зміните тут, діятиме з наступної гри.
quiz-option =
    { $option ->
        [mode] Як граємо?
        [topic] Про що?
        [rounds] Скільки раундів?
        [level] Який рівень?
        [language] Якою мовою?
        [seconds] Скільки триває раунд? Час на читання запитання не рахується.
        [speed] Давати бали за швидкість? У тихому режимі їх не буває.
        [tidy] Прибирати відповіді після раунду, якщо мені це дозволено?
        [starters] Хто може починати гру?
       *[zone] За яким часовим поясом рахувати дні й тижні для /top?
    }
quiz-all-topics = про все
quiz-hello =
    Вітаю. В особистих я проводжу співбесіди, а в групах квізи: /quiz. { $hears ->
        [yes] Я бачу все, що тут пишуть: у квізі можна просто писати.
       *[no] Я бачу лише команди й відповіді мені, і цього досить. Щоб можна було просто писати, зробіть мене адміністратором.
    }
quiz-running = Тут уже триває гра. Завершити її: /stopquiz.
quiz-nothing = На таке в мене немає запитань. Спробуйте іншу тему чи рівень: /quiz.
quiz-unknown = Не розумію «{ $typed }». Наприклад: <code>/quiz docker 5 тихо</code> або просто /quiz.
quiz-not-running = Тут ніхто не грає. Почати: /quiz.
quiz-only-admins = У цій групі ігри починають адміністратори.
quiz-not-yours = Зупинити гру може той, хто її почав, і адміністратори. Решта може голосувати за пропуск раунду.
quiz-in-group = У квіз грають у групах: додайте мене до групи й надішліть там /quiz.

quiz-write = ✍️ <b>{ $question }</b>

    Пишіть відповідь сюди, можна кількома повідомленнями. Група побачить лише те, що ви відповіли.
quiz-write-late = Зараз відповідати немає на що. Дочекайтеся в групі наступного раунду й натисніть кнопку ще раз.
quiz-flag = Що не так із запитанням раунду { $round }? На нього гляне той, хто веде цього бота.
quiz-flag-done = Дякую, скаргу поставлено в чергу. Якщо ваша правда, раунд не зарахують.
quiz-flag-old = Цього раунду я вже не пам'ятаю.
quiz-no-admin = Це можуть змінювати лише адміністратори групи.

quiz-top =
    🏆 <b>{ $span ->
        [day] Сьогодні
        [week] Цей тиждень
        [month] Цей місяць
        [season] Цей сезон
       *[all] За весь час
    }</b>, { $order ->
        [accuracy] за точністю
       *[points] за балами
    }
quiz-top-empty = У цій таблиці поки нікого.
quiz-top-accuracy = { $place } { $name } – <b>{ $accuracy } %</b>, { $rounds ->
        [one] { $rounds } раунд
        [few] { $rounds } раунди
       *[other] { $rounds } раундів
    }
quiz-top-group = Таблиці бувають у груп: надішліть /top у групі.

review-complaint =
    🚩 <b>{ $title }</b> ({ $language })

    Гравець вважає: { $reason ->
        [wrong] у запитанні чи відповіді помилка.
        [unclear] запитання незрозуміле.
        [outdated] це застаріло.
       *[grading] відповіді оцінюються неправильно.
    }
    { $waiting ->
        [one] У черзі { $waiting } скарга.
        [few] У черзі { $waiting } скарги.
       *[other] У черзі { $waiting } скарг.
    }

button-quiz-join = 🔥 Сяду я
button-quiz-done = ✅ У мене все
button-quiz-private = ✍️ Відповісти приватно
button-quiz-skip = ⏭ Пропустити ({ $votes }/{ $needed })
button-quiz-skip-poll = ⏭ Пропустити
button-quiz-flag = 🚩 Погане запитання?
button-quiz-add = ➕ Додати до групи
button-quiz-start = ▶️ Почати
button-quiz-settings = ⚙️ В особистих
button-quiz-option =
    { $option ->
        [mode] Режим
        [topic] Тема
        [rounds] Раунди
        [level] Рівень
        [language] Мова
        [seconds] Час
        [speed] Швидкість
        [tidy] Прибирання
        [starters] Хто починає
       *[zone] Часовий пояс
    }
button-quiz-mode =
    { $mode ->
        [silent] 🤫 Тихий
        [poll] 📊 Опитування
        [hotseat] 🔥 Гарячий стілець
       *[race] ⚡ Перегони
    }
button-quiz-seconds =
    { $seconds ->
        [0] Як у режимі
       *[other] { $seconds } с
    }
button-quiz-speed =
    { $speed ->
        [0] Немає
       *[other] До { $speed }
    }
button-quiz-tidy =
    { $tidy ->
        [yes] Так
       *[no] Ні
    }
button-quiz-starters =
    { $starters ->
        [admins] Адміністратори
       *[all] Будь-хто
    }
button-quiz-span =
    { $span ->
        [day] День
        [week] Тиждень
        [month] Місяць
        [season] Сезон
       *[all] Увесь час
    }
button-quiz-order =
    { $order ->
        [accuracy] За точністю
       *[points] За балами
    }
button-quiz-reason =
    { $reason ->
        [wrong] Помилка
        [unclear] Незрозуміло
        [outdated] Застаріло
       *[grading] Неправильно оцінено
    }
button-quiz-void = Раунд не рахується
button-quiz-stands = Лишити

notice-quiz-skip = Голос за пропуск зараховано.
notice-quiz-vote = Голос зараховано.
notice-quiz-late = Уже пізно.
notice-quiz-void = Раунд більше не рахується.
notice-quiz-admins = Це можуть лише адміністратори групи.
notice-quiz-running = Тут уже триває гра.
