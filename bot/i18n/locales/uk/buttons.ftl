### Підписи кнопок: прості слова, щоб на телефоні три стали в ряд.

button-hint = Підказка
button-skip = Пропустити
button-repeat = Повторити
button-simpler = Простіше
button-show = Сильна відповідь
button-stop = Завершити
button-resume = Продовжити
button-pause = Пауза
button-next = Далі
button-report = Звіт
button-switch = Так, перейти

button-begin = Почати співбесіду
button-new = Нова співбесіда
button-all-topics = Усі теми
button-page-back = ‹ Назад
button-page-on = Ще ›
button-chosen = ✓ { $label }
button-forget-yes = Стерти все
button-forget-no = Залишити

button-mode-interview = Співбесіда
button-mode-training = Тренування
button-instead-interview = Краще співбесіда
button-instead-training = Краще тренування
button-temper-friendly = Доброзичливий
button-temper-demanding = Вимогливий

button-setting-language = Мова
button-setting-mode = Режим
button-setting-temper = Хто питає
button-setting-fixed = Рівень
button-setting-minutes = Час на все
button-setting-question_minutes = Час на запитання
button-setting-confidence = Самооцінка
button-setting-back = ‹ Усі налаштування
button-fixed-on = Як обрано
button-fixed-off = За моїми відповідями
button-limit-none = Без обмеження
button-limit = { $minutes } хв
button-confidence-on = Питати
button-confidence-off = Не питати

button-dictation-yes = Так, вважати
button-dictation-no = Ні, напишу

level-name =
    { $level ->
        [junior] Junior
        [senior] Senior
       *[middle] Middle
    }
button-setting-boards = Таблиці
button-boards-on = Показувати
button-boards-off = Приховати мене
