### Words in pictures: plain, short.

chart-coverage = What came up, by topic and level
chart-coverage-topics = What came up, by topic
chart-progress = What you have shown, by topic
chart-good = stated
chart-helped = with help
chart-unclear = unclear
chart-open = missing
chart-caption = Points stated: { $good }, with help: { $helped }, unclear: { $unclear }, missing: { $open }.
chart-share = { $stated } of { $count }
