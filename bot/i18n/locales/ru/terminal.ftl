### То же собеседование в терминале. HTML в сообщениях, простые слова в подсказках ввода.

terminal-welcome = <b>Техническое собеседование прямо в терминале.</b>
terminal-language = Язык
terminal-topic = Тема: номер, название или Enter – все
terminal-level = Уровень
terminal-count = Сколько вопросов
terminal-choice = Не совсем понятно. Число или название, пожалуйста.
terminal-keys = Одна строка – один ответ; \ в конце строки – продолжение на следующей. Ещё: { $commands }
terminal-help =
    Одна строка – один ответ. Закончите строку знаком <code>\</code>, чтобы продолжить на следующей.

    <code>/hint</code>, <code>/подсказка</code> – подсказка; пункты, взятые с ней, засчитываются частично
    <code>/skip</code>, <code>/пропустить</code> – пропустить вопрос
    <code>/repeat</code>, <code>/повторить</code> – услышать его ещё раз
    <code>/simpler</code>, <code>/проще</code> – то же проще
    <code>/stop</code>, <code>/стоп</code> – закончить сейчас, с отчётом по заданным вопросам
    <code>/help</code>, <code>/помощь</code> – эта справка
terminal-unknown-command = Команды { $command } я не знаю. Все команды: /help.
terminal-no-report = Отчёт будет в конце; /stop закончит сейчас и покажет его.
terminal-interrupted = Вы вышли; вот отчёт по тому, что успели.
terminal-nothing = Таких вопросов нет. Попробуйте другую тему или язык.
terminal-bye = До свидания.
