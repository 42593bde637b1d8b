### The streak calendar. Plain words: they are drawn.

calendar-streak = { $count ->
        [0] The streak begins with your next answer
        [one] { $count } day in a row
       *[other] { $count } days in a row
    }
calendar-best = { $count ->
        [0] Freezes
        [one] Best: { $count } day. Freezes
       *[other] Best: { $count } days. Freezes
    } left this month: { $number }
calendar-answered = answered
calendar-frozen = freeze used
calendar-missed = missed
calendar-pending = open today
calendar-due = Points coming back, by day
calendar-caption = Points to come back today: { $count }, within a week: { $number }.
