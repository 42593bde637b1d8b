### Подписи кнопок: простые слова, чтобы на телефоне три вставали в ряд.

button-hint = Подсказка
button-skip = Пропустить
button-repeat = Повторить
button-simpler = Проще
button-show = Сильный ответ
button-stop = Закончить
button-resume = Продолжить
button-pause = Пауза
button-next = Дальше
button-report = Отчёт
button-switch = Да, перейти

button-begin = Начать собеседование
button-new = Новое собеседование
button-all-topics = Все темы
button-page-back = ‹ Назад
button-page-on = Ещё ›
button-chosen = ✓ { $label }
button-forget-yes = Стереть всё
button-forget-no = Оставить

button-mode-interview = Собеседование
button-mode-training = Тренировка
button-instead-interview = Лучше собеседование
button-instead-training = Лучше тренировка
button-temper-friendly = Доброжелательный
button-temper-demanding = Требовательный

button-setting-language = Язык
button-setting-mode = Режим
button-setting-temper = Собеседующий
button-setting-fixed = Уровень
button-setting-minutes = Время на всё
button-setting-question_minutes = Время на вопрос
button-setting-confidence = Самооценка
button-setting-back = ‹ Все настройки
button-fixed-on = Как выбран
button-fixed-off = По моим ответам
button-limit-none = Без ограничения
button-limit = { $minutes } мин
button-confidence-on = Спрашивать
button-confidence-off = Не спрашивать

button-dictation-yes = Да, считать
button-dictation-no = Нет, напишу

level-name =
    { $level ->
        [junior] Junior
        [senior] Senior
       *[middle] Middle
    }
button-setting-boards = Таблицы
button-boards-on = Показывать
button-boards-off = Скрыть меня
