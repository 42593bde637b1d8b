### Слова на зображеннях: прості й короткі.

chart-coverage = Охоплення за темами й рівнями
chart-progress = Що ви показали, за темами
chart-good = сказано
chart-helped = з допомогою
chart-unclear = неясно
chart-open = не сказано
chart-caption = Пунктів сказано: { $good }, з допомогою: { $helped }, неясно: { $unclear }, не сказано: { $open }.
chart-share = { $stated } з { $count }
