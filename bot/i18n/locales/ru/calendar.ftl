### Календарь серии. Простые слова: они рисуются.

calendar-streak = { $count ->
        [0] Серия начнётся со следующего ответа
        [one] { $count } день подряд
        [few] { $count } дня подряд
       *[many] { $count } дней подряд
    }
calendar-best = { $count ->
        [0] Заморозок
        [one] Рекорд: { $count } день. Заморозок
        [few] Рекорд: { $count } дня. Заморозок
       *[many] Рекорд: { $count } дней. Заморозок
    } до конца месяца: { $number }
calendar-answered = ответ был
calendar-frozen = заморозка
calendar-missed = пропуск
calendar-pending = ждёт сегодня
calendar-due = Сколько пунктов вернётся, по дням
calendar-caption = Пунктов на повторение сегодня: { $count }, за неделю: { $number }.
