### Апеляції на оцінки у звіті. HTML, крім підписів.

button-contest = У мене це було
button-type-words = Набрати слова
button-accept = Прийняти
button-reject = Відхилити
button-phrasing = Прийняти й запам’ятати
notice-contested = Цю оцінку оскаржити не можна, або її вже оскаржено.
notice-decided = Рішення щодо цієї апеляції вже ухвалено.

contest-questions = У якому запитанні не зараховано те, що ви сказали?
contest-nothing = У цьому звіті більше нічого оскаржувати.
contest-verdicts = <b>{ $title }</b>. Яка оцінка хибна?
contest-verdict =
    { $kind ->
        [flag] <b>{ $number }.</b> ⚠ Записано як помилку: { $text }
       *[point] <b>{ $number }.</b> ✗ Не зараховано: { $text }
    }
contest-words =
    { $kind ->
        [flag] Записано як помилку: { $text }

        З якого вашого повідомлення видно, що ви казали насправді?
       *[point] Не зараховано: { $text }

        У якому повідомленні ви це сказали?
    }
contest-type = Наберіть ці слова одним повідомленням. Будь-яка кнопка чи команда натомість скасовує апеляцію.
contest-filed =
    <b>Апеляцію подано.</b>

    { $kind ->
        [flag] Записано як помилку: { $text }
       *[point] Не зараховано: { $text }
    }
    Ваші слова: <i>«{ $quote }»</i>

    Її перегляне людина, і ви дізнаєтеся рішення тут. Доти у звіті оцінку позначено як оскаржену, а бал не змінюється.

appeal-outcome =
    { $ruling ->
        [accepted] <b>Вашу апеляцію прийнято.</b>
       *[rejected] <b>Вашу апеляцію розглянуто й не прийнято.</b> Оцінка залишається.
    }
appeal-verdict =
    { $kind ->
        [flag] Твердження: { $text }
       *[point] Пункт: { $text }
    }
    Ваші слова: <i>«{ $quote }»</i>
appeal-mark = Оцінка тієї співбесіди тепер <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> з 5, була { NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }.

review-title = <b>Апеляція</b> · чекають рішення: { $waiting } · { $title } · { language-named }
review-verdict =
    { $kind ->
        [flag] Зараховано як помилку: { $text }
       *[point] Зараховано як несказане: { $text }
    }
review-asked = Запитання в той момент: { $text }
review-words = Слова кандидата: <i>«{ $text }»</i>
review-new-words = Ці слова набрано для апеляції, у записі розмови їх немає.
review-too-long = Для формулювання задовге. Частину можна прийняти так: <code>interview-bot review as-phrasing { $appeal } --words "…"</code>
review-empty = Апеляцій, що чекають рішення, немає.
