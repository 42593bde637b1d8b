### Описания в меню команд мессенджера, не длиннее 256 знаков.

command-start = Что я умею и как начать
command-interview = Начать собеседование: тема, уровень, число вопросов
command-resume = Продолжить прерванное собеседование
command-stop = Закончить сейчас и получить отчёт
command-skip = Пропустить вопрос
command-hint = Подсказка, за часть оценки
command-repeat = Повторить вопрос
command-report = Последний отчёт
command-history = Прошлые собеседования
command-progress = Что вы уже показали, по темам
command-daily = Вопрос дня: когда, о чём, включить и выключить
command-today = Вопрос на сегодня
command-pause = Пауза в вопросах дня: /pause 2w
command-topics = Темы, по которым я спрашиваю
command-language = Сменить язык
command-settings = Язык, режим и манера собеседующего
command-help = Как это устроено
command-about = Обо мне: версия, как я оцениваю и как часто ошибаюсь
command-privacy = Что хранится и как это стереть
command-mydata = Всё, что о вас хранится, файлом
command-forget = Стереть всё о вас
command-quiz = Начать квиз: тема, раунды, режим
command-stopquiz = Закончить квиз
command-top = Кто впереди: день, неделя, месяц, сезон
