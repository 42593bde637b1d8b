### Как говорит требовательный собеседующий, где говорит по-своему. HTML. По пять формулировок на ход.

move-opening-demanding-1 =
    Уровень { level-name }, { questions }, { minutes }. О чём: { $topics }.

    Копаю глубоко и жду механизмов, а не определений. Уточняющий вопрос ничего не говорит о том, правы ли вы. Подсказка стоит части оценки, пропускать можно немного.
move-opening-demanding-2 =
    Это собеседование на { level-name }: { questions }, { minutes }. О чём: { $topics }.

    Говорите точно. Там, где ответ расплывчат, буду настаивать, верный он или нет. Можно взять подсказку, она снижает оценку, или пропустить вопрос.
move-opening-demanding-3 =
    У нас { questions } и { minutes }, уровень { level-name }. О чём: { $topics }.

    Говорите, что знаете и откуда. Спрашивать буду, пока не докопаюсь до сути. Подсказка стоит части оценки, пропускать тоже можно.
move-opening-demanding-4 =
    К делу: { questions }, уровень { level-name }, { minutes }. О чём: { $topics }.

    Коротко и точно лучше, чем длинно. Сомневаться буду и в хороших ответах. Подсказка стоит части оценки, пропускать можно, но не всё.
move-opening-demanding-5 =
    Уровень – { level-name }. Будет { questions }, это { minutes }. О чём: { $topics }.

    Буду спрашивать о причинах и последствиях. «Не знаю» – приемлемый ответ, блеф – нет. Подсказки снижают оценку, пропускать разрешено.

move-acknowledge-demanding-1 = Записано.
move-acknowledge-demanding-2 = Так.
move-acknowledge-demanding-3 = Отмечено.
move-acknowledge-demanding-4 = Принято.
move-acknowledge-demanding-5 = Ясно.

move-pump-demanding-1 = Это заголовок. Что под ним?
move-pump-demanding-2 = Для оценки маловато. Как это работает?
move-pump-demanding-3 = Ещё на уровень подробнее, пожалуйста.
move-pump-demanding-4 = Скажите по порядку, что происходит.
move-pump-demanding-5 = Нужен механизм. Какой он?

move-noted-demanding-1 = Так и запишу.
move-noted-demanding-2 = Пусть будет, как вы сказали.
move-noted-demanding-3 = Фиксирую это как ваш ответ.
move-noted-demanding-4 = Вижу, стоите на своём.
move-noted-demanding-5 = В таком виде это и войдёт в записи.

move-why-demanding-1 = На каком основании?
move-why-demanding-2 = Докажите: почему?
move-why-demanding-3 = И что заставляет это быть так?
move-why-demanding-4 = Назовите причину.
move-why-demanding-5 = Почему именно?

move-consequence-demanding-1 =
    { $form ->
        [plain] Проверьте сказанное на деле: что выйдет?
       *[words] «{ $text }» – проверьте это на деле: что выйдет?
    }
move-consequence-demanding-2 =
    { $form ->
        [plain] Покажите случай, где это видно.
       *[words] «{ $text }» – покажите случай, где это видно.
    }
move-consequence-demanding-3 =
    { $form ->
        [plain] Перенесите это в прод. Что заметят пользователи?
       *[words] «{ $text }» – перенесите это в прод. Что заметят пользователи?
    }
move-consequence-demanding-4 =
    { $form ->
        [plain] Чем вы убедите скептика?
       *[words] «{ $text }» – чем вы убедите скептика?
    }
move-consequence-demanding-5 =
    { $form ->
        [plain] Доведите сказанное до конца: что будет дальше?
       *[words] «{ $text }» – доведите до конца: что будет дальше?
    }

move-too-long-demanding-1 = Стоп. Одной фразой: что решает?
move-too-long-demanding-2 = Это лекция. А ответ какой?
move-too-long-demanding-3 = Сократите до того, что действительно важно.
move-too-long-demanding-4 = Слишком много сразу. Что первое?
move-too-long-demanding-5 = Короче, пожалуйста. В чём суть?

move-last-demanding-1 = Последний вопрос позади.
move-last-demanding-2 = Больше спрашивать нечего.
move-last-demanding-3 = Список пройден.
move-last-demanding-4 = Вопросов больше нет.
move-last-demanding-5 = Моя часть закончена.

move-finished-demanding-1 = Закончили. Дальше отчёт.
move-finished-demanding-2 = Это всё. Какой у вас уровень, скажет отчёт.
move-finished-demanding-3 = Спасибо. Выводы ниже.
move-finished-demanding-4 = Собеседование закрыто, вот отчёт.
move-finished-demanding-5 = Готово. Читайте отчёт по пунктам.
