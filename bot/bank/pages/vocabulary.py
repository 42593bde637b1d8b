"""Words by which pages in three languages name their parts; one phrase a line, tolerance is `labels`' business."""

from enum import Enum
from typing import Final

from bot.domain.language import Language, Level


class Part(Enum):
    """A list of the cheat sheet."""

    MUST_KNOW = "must-know points"
    FOLLOW_UPS = "follow-up questions"
    RED_FLAGS = "red flags"
    RELATED = "related topics"


PHRASES: Final = {
    (Part.MUST_KNOW, Language.EN): """
        must know, must-know points, must remember, you must know, need to know, should know, required knowledge
        key points, key takeaways, key facts, key ideas, key concepts, main points, essentials, essential knowledge
        important to know, what to know, what you must know, core knowledge, remember, what to remember
    """,
    (Part.MUST_KNOW, Language.RU): """
        обязательно знать, надо знать, нужно знать, необходимо знать, важно знать, что нужно знать, должен знать
        что обязательно знать, обязательно запомнить, обязательно к знанию, что важно знать, что запомнить
        ключевые моменты, ключевые тезисы, ключевые пункты, ключевые факты, ключевые идеи, ключевые понятия
        основные моменты, основные тезисы, главное, самое главное, самое важное, запомнить
    """,
    (Part.MUST_KNOW, Language.UK): """
        обов'язково знати, треба знати, потрібно знати, необхідно знати, важливо знати, варто знати, слід знати
        що потрібно знати, що обов'язково знати, обов'язково запам'ятати, що важливо знати, що запам'ятати
        ключові моменти, ключові тези, ключові пункти, ключові факти, ключові ідеї, ключові поняття
        основні моменти, основні тези, головне, найголовніше, найважливіше, запам'ятати
    """,
    (Part.FOLLOW_UPS, Language.EN): """
        frequent follow-up questions, common follow-up questions, typical follow-up questions, follow-up questions
        follow-ups, possible follow-ups, frequent questions, frequently asked questions, common questions
        additional questions, clarifying questions, interviewer may ask, they may ask, faq, questions and answers
    """,
    (Part.FOLLOW_UPS, Language.RU): """
        частые уточняющие вопросы, уточняющие вопросы, дополнительные вопросы, частые вопросы, типичные вопросы
        вопросы на уточнение, возможные вопросы, наводящие вопросы, вопросы интервьюера, часто задаваемые вопросы
        могут спросить, что могут спросить, часто спрашивают, вопросы и ответы, вопросы на засыпку, фоллоу-ап вопросы
    """,
    (Part.FOLLOW_UPS, Language.UK): """
        часті уточнюючі запитання, часті уточнюючі питання, часті уточнювальні запитання, уточнювальні питання
        додаткові запитання, додаткові питання, часті запитання, часті питання, типові запитання, типові питання
        можливі запитання, запитання на уточнення, найчастіші запитання, поширені запитання, запитання та відповіді
        можуть запитати, що можуть запитати, часто запитують, питання та відповіді, запитання інтерв'юера
    """,
    (Part.RED_FLAGS, Language.EN): """
        red flags, red flags do not say, red flags not to say, red flags don't say, red flags avoid
        do not say, don't say, never say, what not to say, avoid saying, common misconceptions, misconceptions
        wrong answers, bad answers, common mistakes, typical mistakes, common pitfalls, pitfalls
    """,
    (Part.RED_FLAGS, Language.RU): """
        красные флаги, красные флаги не говорить, красные флажки, не говорить, нельзя говорить, чего не говорить
        что не говорить, так не говорить, не говорите, стоп-фразы, заблуждения, частые заблуждения
        неправильные ответы, плохие ответы, типичные ошибки, частые ошибки, чего избегать
    """,
    (Part.RED_FLAGS, Language.UK): """
        червоні прапорці, червоні прапорці не говорити, червоні прапори, не говорити, не кажіть, не казати
        чого не говорити, що не говорити, не можна говорити, стоп-фрази, хибні уявлення, хибні твердження
        неправильні відповіді, погані відповіді, типові помилки, часті помилки, чого уникати
    """,
    (Part.RELATED, Language.EN): """
        related topics, related questions, related, related links, related pages, related notes, see also, links
        further reading, read also, read more, connected topics
    """,
    (Part.RELATED, Language.RU): """
        связанные темы, связанные вопросы, связанное, связи, связанные страницы, смежные темы, похожие темы
        похожие вопросы, смотри также, смотрите также, см. также, читать также, читайте также, ссылки
        по теме, близкие темы
    """,
    (Part.RELATED, Language.UK): """
        пов'язані теми, пов'язані питання, пов'язані запитання, пов'язане, зв'язки, пов'язані сторінки
        суміжні теми, схожі теми, схожі питання, дивись також, дивіться також, див. також, читайте також
        посилання, за темою, близькі теми, дотичні теми
    """,
}
"""Labels as pages have them, separated by commas and line ends."""

SURE: Final = {
    Part.RELATED: r"\b(related|see also|связанн|смежн|пов'язан|суміжн|дотичн)",
    Part.RED_FLAGS: r"red[ -]?flag|ред[ -]?флаг|красн\w* флаг|червон\w* прапор|(not|don't|never) say|"
    r"не (стоит |надо |варто |слід )?(говори|каза)",
    Part.FOLLOW_UPS: r"follow[ -]?up|уточн\w* (вопрос|питан|запитан)|дополнит\w* вопрос|додатков\w* (питан|запитан)",
    Part.MUST_KNOW: r"must[ -]know|(обязат|обов'язк)\w* (\w+ )?(знат|запом|запам)",
}
"""What in a label of new wording tells the part, in the order of looking: questions may be related ones."""

LIKELY: Final = {
    Part.RELATED: r"\b(topics|links|also|темы|теми|также|також|ссылк|посилан)",
    Part.RED_FLAGS: r"\b(mistake|pitfall|myth|wrong|avoid|ошибк|помилк|миф|міф|ловушк|пастк|избегать|уникати)",
    Part.FOLLOW_UPS: r"\b(question|вопрос|питан|запитан)",
    Part.MUST_KNOW: r"\b(know|знать|знати|запомн|запам|takeaway)",
}
"""The same for labels that could as well mean something else."""

SHEET: Final = """
    cheat sheet, cheatsheet, interview cheat sheet, cheat sheet for interview, cheat sheet for the interview
    interview summary, interview cheatsheet, quick cheat sheet, short cheat sheet
    шпаргалка, шпаргалка для интервью, шпаргалка для собеседования, шпаргалка к собеседованию, краткая шпаргалка
    шпаргалка к интервью, шпаргалка на собеседование, конспект для интервью, конспект для собеседования
    шпаргалка для інтерв'ю, шпаргалка для співбесіди, шпаргалка до співбесіди, шпаргалка до інтерв'ю
    шпаргалка на співбесіду, коротка шпаргалка, конспект для інтерв'ю, конспект для співбесіди
"""
"""Headings over a cheat sheet."""

LEVELS: Final = {
    Level.JUNIOR: "junior juniors jun джуниор джун джуниора джуна джуніор джуніора",
    Level.MIDDLE: "middle middles mid мидл миддл мидла миддла мідл міддл мідла міддла",
    Level.SENIOR: "senior seniors sen сеньор синьор сениор сеньора синьора сеньйор сіньйор сеніор сеньйора",
}
"""Names of levels in headings."""

BESIDE_LEVEL: Final = """
    level уровень уровня рівень рівня для for the a developer developers разработчик разработчика розробник розробника
    answer explanation ответ объяснение відповідь пояснення part часть частина basic advanced what should know must
    базовый базовий продвинутый продвинутий что должен знать що має знати повинен ответ відповідь
"""
"""Other words that a level's heading may have."""
