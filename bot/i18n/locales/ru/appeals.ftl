### Апелляции на оценки в отчёте. HTML, кроме подписей.

button-contest = У меня это было
button-type-words = Напечатать слова
button-accept = Принять
button-reject = Отклонить
button-phrasing = Принять и запомнить
notice-contested = Эту оценку оспорить нельзя, или она уже оспорена.
notice-decided = Решение по этой апелляции уже принято.

contest-questions = В каком вопросе не засчитано то, что вы сказали?
contest-nothing = В этом отчёте больше нечего оспаривать.
contest-verdicts = <b>{ $title }</b>. Какая оценка неверна?
contest-verdict =
    { $kind ->
        [flag] <b>{ $number }.</b> ⚠ Записано как ошибка: { $text }
       *[point] <b>{ $number }.</b> ✗ Не засчитано: { $text }
    }
contest-words =
    { $kind ->
        [flag] Записано как ошибка: { $text }

        Из какого вашего сообщения видно, что вы говорили на самом деле?
       *[point] Не засчитано: { $text }

        В каком сообщении вы это сказали?
    }
contest-type = Напечатайте эти слова одним сообщением. Любая кнопка или команда вместо этого отменяет апелляцию.
contest-filed =
    <b>Апелляция подана.</b>

    { $kind ->
        [flag] Записано как ошибка: { $text }
       *[point] Не засчитано: { $text }
    }
    Ваши слова: <i>«{ $quote }»</i>

    Её посмотрит человек, и вы узнаете решение здесь. До тех пор в отчёте оценка отмечена как оспоренная, а балл не меняется.

appeal-outcome =
    { $ruling ->
        [accepted] <b>Ваша апелляция принята.</b>
       *[rejected] <b>Ваша апелляция рассмотрена и не принята.</b> Оценка остаётся.
    }
appeal-verdict =
    { $kind ->
        [flag] Утверждение: { $text }
       *[point] Пункт: { $text }
    }
    Ваши слова: <i>«{ $quote }»</i>
appeal-mark = Оценка того собеседования теперь <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> из 5, была { NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }.

review-title = <b>Апелляция</b> · ждут решения: { $waiting } · { $title } · { language-named }
review-verdict =
    { $kind ->
        [flag] Засчитано как ошибка: { $text }
       *[point] Засчитано как несказанное: { $text }
    }
review-asked = Вопрос в тот момент: { $text }
review-words = Слова кандидата: <i>«{ $text }»</i>
review-new-words = Эти слова набраны для апелляции, в записи беседы их нет.
review-too-long = Для формулировки слишком длинно. Часть можно принять так: <code>interview-bot review as-phrasing { $appeal } --words "…"</code>
review-empty = Апелляций, ждущих решения, нет.
