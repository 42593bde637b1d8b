### The group quiz. HTML, except buttons, `quiz-poll` and `notice-`: plain words.

quiz-somebody = кто-то
quiz-and-more = { $names } и ещё { $more }

quiz-head =
    { $mode ->
        [silent] 🤫 <b>Тихий раунд { $number } из { $count }</b>
        [hotseat] 🔥 <b>Горячий стул, раунд { $number } из { $count }</b>
       *[race] ⚡ <b>Гонка, раунд { $number } из { $count }</b>
    } · { $topic }
quiz-rules =
    { $mode ->
        [silent] <i>Все очки может взять каждый. За ошибку минус очко.</i>
       *[race] <i>Кто назвал первым, берёт очки целиком, кто позже – половину. За ошибку минус очко.</i>
    }
quiz-open-points = ▫️ Ещё не названо: { $count } ({ $points })
quiz-worth = { NUMBER($points, maximumFractionDigits: 2) }
quiz-point-won = ✅ { $names }{ $also }
quiz-also = { " " }(и ещё { $names })
quiz-hint = 💡 { $text }
quiz-heard = Уже ответили: { $names }
quiz-asked = ❓ { $text }
quiz-closed = 🔒 Раунд закрыт.
quiz-how =
    { $mode ->
        [silent] Отвечайте в личке по кнопке: до конца раунда ответ никто не увидит.
       *[race] { $hears ->
            [yes] Просто пишите, что знаете.
           *[no] Пишите, что знаете, ответом на это сообщение.
        }
    } ⏱ { $seconds } с
quiz-how-seat =
    { $phase ->
        [seat] Кто на горячий стул? Один отвечает, остальные выбирают следующий вопрос и ставят оценку.
        [vote] Группа выбирает, что спросить дальше. Отвечает { $name }.
        [rating] Группа ставит оценку.
       *[answer] { $name }, { $hears ->
            [yes] пишите ответ здесь
           *[no] ответьте на это сообщение
        }: можно одним сообщением, можно несколькими.
    } ⏱ { $seconds } с
quiz-poll =
    { $kind ->
        [wrong]
            { $right ->
                [1] Что из этого неверно?
               *[other] Какие два утверждения неверны?
            }
       *[right]
            { $right ->
                [1] Что из этого верно?
               *[other] Какие два утверждения верны?
            }
    }
quiz-vote = 🗳 О чём спросить дальше? Отвечает { $name }.
quiz-put =
    { $name }, { $votes ->
        [0] ещё один вопрос
       *[other] группа хочет знать
    }: <b>{ $text }</b>

    { $hears ->
        [yes] Отвечайте прямо здесь.
       *[no] Ответьте на это сообщение.
    }
quiz-rate = Как вам ответ? Отвечает { $name }. 1 – «плывёт», 5 – «берём».

quiz-reveal = <b>Раунд { $number }:</b> { $title }
quiz-shown-won = ✅ { $text } – <i>{ $names }{ $also }</i>
quiz-shown-open = ▫️ { $text }
quiz-claim = 🤔 Так часто говорят: «{ $claim }». На самом деле: { $correction }
quiz-right =
    { $kind ->
        [wrong] ❌ { $text }
       *[right] ✅ { $text }
    }
quiz-wrong = ❌ { $claim } – { $correction }
quiz-verdict-bot = { $name }: { $bot } из 5 по моим записям. Группа оценок не поставила.
quiz-verdicts =
    { $votes ->
        [one] { $name }: { $bot } из 5 по моим записям, { NUMBER($group, maximumFractionDigits: 1) } от группы ({ $votes } оценка).
        [few] { $name }: { $bot } из 5 по моим записям, { NUMBER($group, maximumFractionDigits: 1) } от группы ({ $votes } оценки).
       *[other] { $name }: { $bot } из 5 по моим записям, { NUMBER($group, maximumFractionDigits: 1) } от группы ({ $votes } оценок).
    }
quiz-scores = Очки: { $names }
quiz-score = { $name } +{ NUMBER($points, maximumFractionDigits: 2) }
quiz-nobody-scored = На этот раз без очков.
quiz-uncounted = ✂️ Не засчитано (слишком быстро для набора или чужими словами): { $names }
quiz-leaders = Впереди: { $names }
quiz-leader = { $place }. { $name } { NUMBER($points, maximumFractionDigits: 2) }
quiz-final =
    🏁 { $rounds ->
        [one] <b>Квиз окончен: { $rounds } раунд.</b>
        [few] <b>Квиз окончен: { $rounds } раунда.</b>
       *[other] <b>Квиз окончен: { $rounds } раундов.</b>
    }
quiz-corrected = ⚖️ <b>Один раунд больше не считается. Таблица без него:</b>
quiz-line = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>
quiz-line-accuracy = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>, верно { $accuracy } %
quiz-more-players = … и ещё { $more }
quiz-no-players = Никто не играет, поэтому умолкаю. Начать снова: /quiz.
quiz-broken = У нас что-то сломалось, и игру пришлось закончить. Очки за сыгранные раунды сохранены.
quiz-unseen = Telegram не дал мне отправить сюда раунд, поэтому игра окончена. Администратор может разрешить мне сообщения и опросы. Очки за сыгранные раунды сохранены.

quiz-menu =
    🎲 <b>Квиз</b>

    { $mode ->
        [silent] 🤫 Тихий: ответы в личке, каждый может взять все очки.
        [poll] 📊 Опрос: найдите неверное утверждение или верное.
        [hotseat] 🔥 Горячий стул: одного собеседуют, группа выбирает вопрос и ставит оценку.
       *[race] ⚡ Гонка: чьё слово раньше, того и очко.
    }
    Тема: { $topic }
    Раундов: { $rounds }
    Уровень: { $level }
    Язык: { $language }
    Время на раунд: { $seconds ->
        [0] как в режиме
       *[other] { $seconds } с
    }
    Очки за скорость: { $speed ->
        [0] нет
       *[other] до { NUMBER($speed, maximumFractionDigits: 1) }
    }
    Убирать ответы после раунда: { $tidy ->
        [yes] да
       *[no] нет
    }
    Кто начинает: { $starters ->
        [admins] администраторы
       *[all] кто угодно
    }
    Часовой пояс для /top: { $zone }

    { $hears ->
        [yes] Я вижу всё, что здесь пишут: играющие просто пишут.
       *[no] Я вижу только команды и ответы мне. Для игры хватит; чтобы можно было просто писать, сделайте меня администратором.
    }
quiz-settings-of = ⚙️ Квизы в группе «{ $title }». Что поменяете здесь, будет в силе со следующей игры.
quiz-option =
    { $option ->
        [mode] Как играем?
        [topic] О чём?
        [rounds] Сколько раундов?
        [level] Какой уровень?
        [language] На каком языке?
        [seconds] Сколько длится раунд? Время на чтение вопроса не в счёт.
        [speed] Давать очки за скорость? В тихом режиме их не бывает.
        [tidy] Убирать ответы после раунда, если мне это разрешено?
        [starters] Кто может начинать игру?
       *[zone] По какому часовому поясу считать дни и недели для /top?
    }
quiz-all-topics = обо всём
quiz-hello =
    Здравствуйте. В личке я провожу собеседования, а в группах квизы: /quiz. { $hears ->
        [yes] Я вижу всё, что здесь пишут: в квизе можно просто писать.
       *[no] Я вижу только команды и ответы мне, и этого хватит. Чтобы можно было просто писать, сделайте меня администратором.
    }
quiz-running = Здесь уже идёт игра. Закончить её: /stopquiz.
quiz-nothing = На такое у меня нет вопросов. Попробуйте другую тему или уровень: /quiz.
quiz-unknown = Не понимаю «{ $typed }». Например: <code>/quiz docker 5 тихо</code> или просто /quiz.
quiz-not-running = Здесь никто не играет. Начать: /quiz.
quiz-only-admins = В этой группе игры начинают администраторы.
quiz-not-yours = Остановить игру может тот, кто её начал, и администраторы. Остальные могут голосовать за пропуск раунда.
quiz-in-group = В квиз играют в группах: добавьте меня в группу и отправьте там /quiz.

quiz-write = ✍️ <b>{ $question }</b>

    Пишите ответ сюда, хоть несколькими сообщениями. Группа увидит только то, что вы ответили.
quiz-write-late = Сейчас отвечать не на что. Дождитесь в группе следующего раунда и нажмите кнопку ещё раз.
quiz-flag = Что не так с вопросом раунда { $round }? На него посмотрит тот, кто ведёт этого бота.
quiz-flag-done = Спасибо, жалоба в очереди. Если вы правы, раунд не засчитают.
quiz-flag-old = Этого раунда я уже не помню.
quiz-no-admin = Это могут менять только администраторы группы.

quiz-top =
    🏆 <b>{ $span ->
        [day] Сегодня
        [week] Эта неделя
        [month] Этот месяц
        [season] Этот сезон
       *[all] За всё время
    }</b>, { $order ->
        [accuracy] по точности
       *[points] по очкам
    }
quiz-top-empty = В этой таблице пока никого.
quiz-top-accuracy = { $place } { $name } – <b>{ $accuracy } %</b>, { $rounds ->
        [one] { $rounds } раунд
        [few] { $rounds } раунда
       *[other] { $rounds } раундов
    }
quiz-top-group = Таблицы бывают у групп: отправьте /top в группе.

review-complaint =
    🚩 <b>{ $title }</b> ({ $language })

    Игрок считает: { $reason ->
        [wrong] в вопросе или ответе ошибка.
        [unclear] вопрос непонятен.
        [outdated] это устарело.
       *[grading] ответы оцениваются неверно.
    }
    { $waiting ->
        [one] В очереди { $waiting } жалоба.
        [few] В очереди { $waiting } жалобы.
       *[other] В очереди { $waiting } жалоб.
    }

button-quiz-join = 🔥 Сяду я
button-quiz-done = ✅ У меня всё
button-quiz-private = ✍️ Ответить в личке
button-quiz-skip = ⏭ Пропустить ({ $votes }/{ $needed })
button-quiz-skip-poll = ⏭ Пропустить
button-quiz-flag = 🚩 Плохой вопрос?
button-quiz-add = ➕ Добавить в группу
button-quiz-start = ▶️ Начать
button-quiz-settings = ⚙️ В личке
button-quiz-option =
    { $option ->
        [mode] Режим
        [topic] Тема
        [rounds] Раунды
        [level] Уровень
        [language] Язык
        [seconds] Время
        [speed] Скорость
        [tidy] Уборка
        [starters] Кто начинает
       *[zone] Часовой пояс
    }
button-quiz-mode =
    { $mode ->
        [silent] 🤫 Тихий
        [poll] 📊 Опрос
        [hotseat] 🔥 Горячий стул
       *[race] ⚡ Гонка
    }
button-quiz-seconds =
    { $seconds ->
        [0] Как в режиме
       *[other] { $seconds } с
    }
button-quiz-speed =
    { $speed ->
        [0] Нет
       *[other] До { $speed }
    }
button-quiz-tidy =
    { $tidy ->
        [yes] Да
       *[no] Нет
    }
button-quiz-starters =
    { $starters ->
        [admins] Администраторы
       *[all] Кто угодно
    }
button-quiz-span =
    { $span ->
        [day] День
        [week] Неделя
        [month] Месяц
        [season] Сезон
       *[all] Всё время
    }
button-quiz-order =
    { $order ->
        [accuracy] По точности
       *[points] По очкам
    }
button-quiz-reason =
    { $reason ->
        [wrong] Ошибка
        [unclear] Непонятно
        [outdated] Устарело
       *[grading] Неверно оценено
    }
button-quiz-void = Раунд не в счёт
button-quiz-stands = Оставить

notice-quiz-skip = Голос за пропуск учтён.
notice-quiz-vote = Голос учтён.
notice-quiz-late = Уже поздно.
notice-quiz-void = Раунд больше не считается.
notice-quiz-admins = Это могут только администраторы группы.
notice-quiz-running = Здесь уже идёт игра.
