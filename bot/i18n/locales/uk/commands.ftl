### Описи в меню команд месенджера, не довші за 256 знаків.

command-start = Що я вмію і з чого почати
command-interview = Почати співбесіду: тема, рівень, кількість запитань
command-resume = Продовжити перервану співбесіду
command-stop = Завершити зараз і отримати звіт
command-skip = Пропустити запитання
command-hint = Підказка, за частину оцінки
command-repeat = Повторити запитання
command-report = Останній звіт
command-history = Попередні співбесіди
command-progress = Що ви вже показали, за темами
command-daily = Запитання дня: коли, про що, увімкнути й вимкнути
command-today = Запитання на сьогодні
command-pause = Пауза в запитаннях дня: /pause 2w
command-topics = Теми, про які я питаю
command-language = Змінити мову
command-settings = Мова, режим і манера того, хто питає
command-help = Як це працює
command-about = Про мене: версія, як я оцінюю і як часто помиляюся
command-privacy = Що зберігається і як це стерти
command-mydata = Усе, що про вас зберігається, файлом
command-forget = Стерти все про вас
command-quiz = Почати квіз: тема, раунди, режим
command-stopquiz = Завершити квіз
command-top = Хто попереду: день, тиждень, місяць, сезон
