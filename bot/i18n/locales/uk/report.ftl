### Звіт. HTML.

verdict =
    { $recommendation ->
        [strong-hire] Точно брати
        [leaning-hire] Радше брати
        [leaning-no-hire] Радше не брати
        [strong-no-hire] Точно не брати
       *[not-enough-data] Даних недостатньо
    }
report-title = <b>Звіт</b> · { level-name } · поставлено запитань: { $asked } з { $planned }
report-verdict = <b>{ verdict }</b>
report-score = Оцінка: <b>{ NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> з 5
report-not-enough = Відповідей замало, щоб судити справедливо. Усе, що нижче, – лише перше враження.
report-basis =
    { $answered ->
        [one] За { $answered } запитанням із відповіддю. Спілкування, робота в команді й живий код не оцінювалися.
       *[other] За { $answered } запитаннями з відповіддю. Спілкування, робота в команді й живий код не оцінювалися.
    }
report-ceilings = <b>Рівень за темами</b>
report-ceiling = • { $topic }: упевнено до { level-name }
report-calibration =
    { $fit ->
        [over] Певності більше, ніж підтвердили відповіді: у середньому { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } з 5 за оцінки { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
        [under] Відповіді кращі, ніж вам здавалося: певність у середньому { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } з 5, оцінка { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
       *[fitting] Ви слушно оцінили себе: певність у середньому { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } з 5, оцінка { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
    }
report-strengths = <b>Сильні сторони</b>
report-gaps = <b>Що підтягнути</b>
report-flags = <b>Хибні твердження</b>
report-number = <b>{ $number }. { $title }</b>
report-question-score = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } з 5
report-question-skipped = пропущено
report-question-unanswered = без відповіді
report-hints =
    { $hints ->
        [one] взято { $hints } підказку
        [few] взято { $hints } підказки
       *[many] взято { $hints } підказок
    }
report-confidence = Ваша певність: { $confidence } з 5
report-stated = ✓ { $text }
report-assisted = ◐ { $text } <i>(з допомогою, зараховано частково)</i>
report-unsure = ? { $text } <i>(недостатньо ясно, щоб зарахувати)</i>
report-missing = ✗ { $text }
report-declined = – { $text } <i>(ви не стали відповідати)</i>
report-flag-wrong = ⚠ Хибно: { $claim }
report-flag-corrected = ↺ Ви виправилися самі, без штрафу: { $claim }
report-flag-suspected = ? Можливо, малося на увазі, не зараховано: { $claim }
report-flag-cleared = ○ Знято за апеляцією: { $claim }
report-upheld = ✓ { $text } <i>(за апеляцією)</i>
report-instead = Ви відповіли: { $quote }
report-unmentioned = У вашій відповіді цього немає: { $quote }
report-appeal =
    { $ruling ->
        [open] ⚖ Оскаржено словами { $quote }; рішення ще немає, до нього бал не змінюється.
       *[rejected] ⚖ Оскаржено словами { $quote }; не прийнято.
    }
report-right = Правильно: { $correction }
report-you-said = Ваші слова: { $quote }
report-said-yes = Ви відповіли «так» на запитання: { $quote }
report-also-said = І ще: { $quote }
quote = «{ $text }»

strong-questions = До якого запитання?
strong-title = <b>Сильна відповідь:</b> { $title }
strong-none = Немає запитань, до яких можна показати відповідь.
