### Календар серії. Прості слова: їх малюють.

calendar-streak = { $count ->
        [0] Серія почнеться з наступної відповіді
        [one] { $count } день поспіль
        [few] { $count } дні поспіль
       *[many] { $count } днів поспіль
    }
calendar-best = { $count ->
        [0] Заморозок
        [one] Рекорд: { $count } день. Заморозок
        [few] Рекорд: { $count } дні. Заморозок
       *[many] Рекорд: { $count } днів. Заморозок
    } до кінця місяця: { $number }
calendar-answered = є відповідь
calendar-frozen = заморозка
calendar-missed = пропуск
calendar-pending = чекає сьогодні
calendar-due = Скільки пунктів повернеться, за днями
calendar-caption = Пунктів на повторення сьогодні: { $count }, за тиждень: { $number }.
