### Вопросы и подтверждения вокруг собеседования. HTML.

menu-language = На каком языке будем говорить?
language-set = Хорошо, говорим по-русски.

menu-topic = О чём поговорим?
menu-topic-page = О чём поговорим? Страница { $page } из { $pages }.
menu-level = На каком уровне?
menu-count =
    { $minutes ->
        [one] Сколько вопросов? На один уходит около { $minutes } минуты.
       *[other] Сколько вопросов? На один уходит около { $minutes } минут.
    }
menu-mode = Оценки только в итоговом отчёте или по слову после каждого вопроса?

topics =
    { $count ->
        [one] <b>{ $count } тема</b>
        [few] <b>{ $count } темы</b>
       *[many] <b>{ $count } тем</b>
    }
topics-line =
    { $questions ->
        [one] • { $name } – { $questions } вопрос
        [few] • { $name } – { $questions } вопроса
       *[many] • { $name } – { $questions } вопросов
    }
topics-choose = Выберите одну, и начнём.

settings =
    <b>Настройки</b>

    Язык: { $language }
    Режим: { $mode ->
        [training] тренировка, слово после каждого вопроса
       *[interview] собеседование, оценки только в отчёте
    }
    Собеседующий: { $temper ->
        [demanding] требовательный
       *[friendly] доброжелательный
    }

open-interview = У вас открыто собеседование: вопрос { $number } из { $count }. Продолжить его или начать другое?
nothing-open = Сейчас нет открытого собеседования.
nothing-to-resume = Продолжать нечего: прерванных собеседований нет.
nothing-to-report = Отчёта пока нет. Он появится, когда вы закончите или прервёте первое собеседование.

history = <b>Ваши собеседования</b>
history-line = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>
history-line-scored = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>, { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } из 5
history-choose = Кнопка ниже открывает отчёт.
history-empty = Законченных собеседований пока нет.
history-button = { $date }, { $topics }
all-topics = все темы

mydata = Всё, что о вас хранится, в формате JSON.
forget-confirm =
    Стереть всё, что о вас хранится: настройки, ответы, отчёты?

    Отменить это нельзя. Открытое собеседование закончится без отчёта.
forget-done = Стёрто. Здесь больше ничего о вас нет. /start – начать заново.
forget-kept = Ничего не стёрто.
