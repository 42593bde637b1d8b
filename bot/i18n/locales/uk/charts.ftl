### Слова на зображеннях: прості й короткі.

chart-coverage = Що прозвучало: теми й рівні
chart-coverage-topics = Що прозвучало за темами
chart-progress = Що ви показали, за темами
chart-good = сказано
chart-helped = з допомогою
chart-unclear = неясно
chart-open = не сказано
chart-caption = Пунктів сказано: { $good }, з допомогою: { $helped }, неясно: { $unclear }, не сказано: { $open }.
chart-share = { $stated } з { $count }
