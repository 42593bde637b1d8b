### Як говорить вимогливий, де говорить по-своєму. HTML. По п’ять формулювань на хід.

move-opening-demanding-1 =
    Рівень { level-name }, { questions }, { minutes }. Про що: { $topics }.

    Копаю глибоко й чекаю на механізми, а не на визначення. Уточнювальне запитання нічого не каже про те, чи маєте ви рацію. Підказка коштує частини оцінки, пропускати можна небагато.
move-opening-demanding-2 =
    Це співбесіда на { level-name }: { questions }, { minutes }. Про що: { $topics }.

    Кажіть точно. Там, де відповідь розпливчаста, наполягатиму, правильна вона чи ні. Можна взяти підказку, вона знижує оцінку, або пропустити запитання.
move-opening-demanding-3 =
    Маємо { questions } і { minutes }, рівень { level-name }. Про що: { $topics }.

    Кажіть, що знаєте і звідки. Питатиму, доки не докопаюся до суті. Підказка коштує частини оцінки, пропускати теж можна.
move-opening-demanding-4 =
    До справи: { questions }, рівень { level-name }, { minutes }. Про що: { $topics }.

    Коротко й точно краще, ніж довго. Сумніватимуся і в добрих відповідях. Підказка коштує частини оцінки, пропускати можна, але не все.
move-opening-demanding-5 =
    Рівень – { level-name }. Буде { questions }, це { minutes }. Про що: { $topics }.

    Питатиму про причини й наслідки. «Не знаю» – прийнятна відповідь, блеф – ні. Підказки знижують оцінку, пропускати дозволено.

move-acknowledge-demanding-1 = Занотовано.
move-acknowledge-demanding-2 = Записано.
move-acknowledge-demanding-3 = Позначено.
move-acknowledge-demanding-4 = Прийнято.
move-acknowledge-demanding-5 = Ясно.

move-pump-demanding-1 = Це заголовок. Що під ним?
move-pump-demanding-2 = Для оцінки замало. Як це працює?
move-pump-demanding-3 = Ще на рівень докладніше, будь ласка.
move-pump-demanding-4 = Скажіть по черзі, що відбувається.
move-pump-demanding-5 = Потрібен механізм. Який він?

move-noted-demanding-1 = Так і занотую.
move-noted-demanding-2 = Хай буде, як ви сказали.
move-noted-demanding-3 = Фіксую це як вашу відповідь.
move-noted-demanding-4 = Бачу, стоїте на своєму.
move-noted-demanding-5 = У такому вигляді це й увійде до нотаток.

move-why-demanding-1 = На якій підставі?
move-why-demanding-2 = Доведіть: чому?
move-why-demanding-3 = І що змушує це бути саме так?
move-why-demanding-4 = Назвіть причину.
move-why-demanding-5 = Чому саме?

move-consequence-demanding-1 =
    { $form ->
        [plain] Перевірте сказане на ділі: що вийде?
       *[words] «{ $text }» – перевірте це на ділі: що вийде?
    }
move-consequence-demanding-2 =
    { $form ->
        [plain] Покажіть випадок, де це видно.
       *[words] «{ $text }» – покажіть випадок, де це видно.
    }
move-consequence-demanding-3 =
    { $form ->
        [plain] Перенесіть це в прод. Що помітять користувачі?
       *[words] «{ $text }» – перенесіть це в прод. Що помітять користувачі?
    }
move-consequence-demanding-4 =
    { $form ->
        [plain] Чим ви переконаєте скептика?
       *[words] «{ $text }» – чим ви переконаєте скептика?
    }
move-consequence-demanding-5 =
    { $form ->
        [plain] Доведіть сказане до кінця: що буде далі?
       *[words] «{ $text }» – доведіть до кінця: що буде далі?
    }

move-too-long-demanding-1 = Стоп. Одним реченням: що вирішує?
move-too-long-demanding-2 = Це лекція. А відповідь яка?
move-too-long-demanding-3 = Скоротіть до того, що справді важить.
move-too-long-demanding-4 = Забагато одразу. Що перше?
move-too-long-demanding-5 = Коротше, будь ласка. У чому суть?

move-last-demanding-1 = Останнє запитання позаду.
move-last-demanding-2 = Більше питати немає про що.
move-last-demanding-3 = Список пройдено.
move-last-demanding-4 = Запитань більше немає.
move-last-demanding-5 = Моя частина закінчена.

move-finished-demanding-1 = Завершили. Далі звіт.
move-finished-demanding-2 = Це все. Який у вас рівень, скаже звіт.
move-finished-demanding-3 = Дякую. Висновки нижче.
move-finished-demanding-4 = Співбесіду закрито, ось звіт.
move-finished-demanding-5 = Готово. Читайте звіт пункт за пунктом.
