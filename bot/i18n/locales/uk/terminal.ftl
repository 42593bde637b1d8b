### Та сама співбесіда в терміналі. HTML у повідомленнях, прості слова в підказках введення.

terminal-welcome = <b>Технічна співбесіда просто в терміналі.</b>
terminal-language = Мова
terminal-topic = Тема: номер, назва або Enter – усі
terminal-level = Рівень
terminal-count = Скільки запитань
terminal-choice = Не зовсім зрозуміло. Число або назву, будь ласка.
terminal-keys = Один рядок – одна відповідь; \ наприкінці рядка – продовження в наступному. Ще: { $commands }
terminal-help =
    Один рядок – одна відповідь. Закінчіть рядок знаком <code>\</code>, щоб продовжити в наступному.

    <code>/hint</code>, <code>/підказка</code> – підказка; пункти, названі з нею, зараховуються частково
    <code>/skip</code>, <code>/пропустити</code> – пропустити запитання
    <code>/repeat</code>, <code>/повторити</code> – почути його ще раз
    <code>/simpler</code>, <code>/простіше</code> – те саме простіше
    <code>/stop</code>, <code>/стоп</code> – завершити зараз, зі звітом про поставлені запитання
    <code>/help</code>, <code>/допомога</code> – ця довідка
terminal-unknown-command = Команди { $command } я не знаю. Усі команди: /help.
terminal-no-report = Звіт буде наприкінці; /stop завершить зараз і покаже його.
terminal-interrupted = Ви вийшли; ось звіт про те, що встигли.
terminal-nothing = Таких запитань немає. Спробуйте іншу тему чи мову.
terminal-bye = До побачення.
