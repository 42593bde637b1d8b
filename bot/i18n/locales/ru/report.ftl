### Отчёт. HTML.

verdict =
    { $recommendation ->
        [strong-hire] Точно брать
        [leaning-hire] Скорее брать
        [leaning-no-hire] Скорее не брать
        [strong-no-hire] Точно не брать
       *[not-enough-data] Данных недостаточно
    }
report-title = <b>Отчёт</b> · { level-name } · задано вопросов: { $asked } из { $planned }
report-verdict = <b>{ verdict }</b>
report-score = Оценка: <b>{ NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> из 5
report-not-enough = Ответов слишком мало, чтобы судить справедливо. Всё, что ниже, – лишь первое впечатление.
report-basis =
    { $answered ->
        [one] По { $answered } отвеченному вопросу. Общение, работа в команде и живой код не оценивались.
       *[other] По { $answered } отвеченным вопросам. Общение, работа в команде и живой код не оценивались.
    }
report-ceilings = <b>Уровень по темам</b>
report-ceiling = • { $topic }: уверенно до { level-name }
report-calibration =
    { $fit ->
        [over] Уверенности больше, чем подтвердили ответы: в среднем { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } из 5 при оценке { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
        [under] Ответы лучше, чем вам казалось: уверенность в среднем { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } из 5, оценка { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
       *[fitting] Вы верно оценили себя: уверенность в среднем { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } из 5, оценка { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
    }
report-strengths = <b>Сильные стороны</b>
report-gaps = <b>Что подтянуть</b>
report-flags = <b>Неверные утверждения</b>
report-number = <b>{ $number }. { $title }</b>
report-question-score = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } из 5
report-question-skipped = пропущен
report-question-unanswered = без ответа
report-hints =
    { $hints ->
        [one] взята { $hints } подсказка
        [few] взяты { $hints } подсказки
       *[many] взято { $hints } подсказок
    }
report-confidence = Ваша уверенность: { $confidence } из 5
report-stated = ✓ { $text }
report-assisted = ◐ { $text } <i>(с помощью, засчитано частично)</i>
report-unsure = ? { $text } <i>(недостаточно ясно, чтобы засчитать)</i>
report-missing = ✗ { $text }
report-declined = – { $text } <i>(вы не стали отвечать)</i>
report-flag-wrong = ⚠ Неверно: { $claim }
report-flag-corrected = ↺ Вы исправились сами, без штрафа: { $claim }
report-flag-suspected = ? Возможно, имелось в виду, не засчитано: { $claim }
report-flag-cleared = ○ Снято по апелляции: { $claim }
report-upheld = ✓ { $text } <i>(по апелляции)</i>
report-instead = Вы ответили: { $quote }
report-unmentioned = В вашем ответе этого нет: { $quote }
report-appeal =
    { $ruling ->
        [open] ⚖ Оспорено словами { $quote }; решения пока нет, до него балл не меняется.
       *[rejected] ⚖ Оспорено словами { $quote }; не принято.
    }
report-right = Верно: { $correction }
report-you-said = Ваши слова: { $quote }
report-said-yes = Вы ответили «да» на вопрос: { $quote }
report-also-said = И ещё: { $quote }
quote = «{ $text }»

strong-questions = К какому вопросу?
strong-title = <b>Сильный ответ:</b> { $title }
strong-none = Нет вопросов, к которым можно показать ответ.
