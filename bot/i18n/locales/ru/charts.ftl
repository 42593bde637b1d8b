### Слова на картинках: простые и короткие.

chart-coverage = Что прозвучало: темы и уровни
chart-coverage-topics = Что прозвучало по темам
chart-progress = Что вы показали, по темам
chart-good = сказано
chart-helped = с помощью
chart-unclear = неясно
chart-open = не сказано
chart-caption = Пунктов сказано: { $good }, с помощью: { $helped }, неясно: { $unclear }, не сказано: { $open }.
chart-share = { $stated } из { $count }
