"""Golden cases of the claim verifier: each rule has cases that only it decides."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.verdict import FlagStatus
from bot.grading import RubricGrader
from tests.unit.grading.build import question

EN, RU, UK = Language.EN, Language.RU, Language.UK

MADE: list[tuple[str, Language, str, str]] = [
    ("verbatim", EN, "Volatile makes increments atomic", "Volatile makes increments atomic."),
    ("synonyms", EN, "An index slows down reading", "Reading gets slower with an index."),
    ("plural and order", EN, "A queue keeps duplicates", "Duplicates are kept by queues."),
    (
        "double negation",
        EN,
        "Garbage collection can be avoided",
        "It is not true that garbage collection cannot be avoided.",
    ),
    ("less of the other", EN, "Queues are faster than topics", "Topics are less fast than queues."),
    ("opposite of the other", EN, "Queues are faster than topics", "Topics are slower than queues."),
    ("number in range", EN, "The pool keeps 5-15 connections", "The pool keeps 10 connections."),
    ("thousands", EN, "The limit is 30000 requests", "The limit is 30k requests."),
    ("negative claim", EN, "A record cannot implement interfaces", "Records can't implement an interface."),
    (
        "said with a subject before",
        RU,
        "Индекс ускоряет запись",
        "Запись с индексом становится быстрее, индекс её ускоряет.",
    ),
    ("verbatim", RU, "Сага гарантирует изоляцию", "Сага гарантирует изоляцию."),
    ("less of the other", RU, "Очередь быстрее топика", "Топик менее быстрый, чем очередь."),
    ("concord", RU, "Лямбда не меняет состояние", "Лямбда никогда не меняет состояние."),
    ("loan word", RU, "Consumer удаляет message", "Консьюмер удаляет сообщение."),
    ("equation", RU, "Кеш = база", "Кеш и база это одно и то же."),
    ("verbatim", UK, "Сага гарантує ізоляцію", "Сага гарантує ізоляцію."),
    ("less of the other", UK, "Черга швидша за топік", "Топік менш швидкий, ніж черга."),
    ("synonyms", UK, "Індекс пришвидшує запис", "Індекс прискорює запис."),
    ("impossible behind", EN, "An error cannot be caught", "An error is impossible to catch."),
    ("impossible behind", RU, "Ошибку нельзя поймать", "Ошибку поймать невозможно."),
    ("impossible behind", UK, "Помилку не можна спіймати", "Помилку спіймати неможливо."),
    ("without a quantifier", EN, "A record is always immutable", "A record is immutable."),
    ("without a quantifier", RU, "Рекорд всегда неизменяем", "Рекорд неизменяем."),
    ("without a quantifier", UK, "Рекорд завжди незмінний", "Рекорд незмінний."),
]

NOT_MADE: list[tuple[str, Language, str, str]] = [
    ("negation", EN, "Volatile makes increments atomic", "Volatile does not make increments atomic."),
    ("negation at the end", EN, "The stream is reusable", "A stream is reusable? No, a stream isn't."),
    ("prefix", EN, "The call is blocking", "The call is non-blocking."),
    ("antonym", EN, "An index slows down reading", "An index speeds up reading."),
    ("role swap", EN, "Queues are faster than topics", "Topics are faster than queues."),
    ("comparison denied", EN, "Queues are faster than topics", "Queues are not faster than topics."),
    ("myth", EN, "Volatile makes increments atomic", "It is a myth that volatile makes increments atomic."),
    (
        "called wrong afterwards",
        EN,
        "Volatile makes increments atomic",
        "Some say volatile makes increments atomic, but that is wrong.",
    ),
    ("other number", EN, "The pool keeps 5-15 connections", "The pool keeps 50 connections."),
    ("other code", EN, "An expired token gives 403", "An expired token gives 401."),
    (
        "exchanged pairs",
        EN,
        "Producers wait for seconds, consumers wait for minutes",
        "Consumers wait for seconds, producers wait for minutes.",
    ),
    ("question", EN, "Volatile makes increments atomic", "Does volatile make increments atomic?"),
    ("hedge", EN, "Volatile makes increments atomic", "Maybe volatile makes increments atomic, I'm not sure."),
    ("reported", EN, "Volatile makes increments atomic", "Many people think volatile makes increments atomic."),
    (
        "taken back",
        EN,
        "Volatile makes increments atomic",
        "Volatile makes increments atomic, no wait, other way round.",
    ),
    ("condition", EN, "A replica serves writes", "If a replica serves writes, data is lost."),
    ("weaker quantifier", EN, "Every method is always synchronized", "Usually a method is synchronized."),
    ("a part only", EN, "Volatile makes increments atomic", "Volatile is a keyword."),
    ("denied verb", RU, "Пароли в логах", "Пароли в логах мы не храним."),
    ("negation", RU, "Сага гарантирует изоляцию", "Сага не гарантирует изоляцию."),
    ("forbidden", RU, "Поток можно запускать дважды", "Поток нельзя запускать дважды."),
    ("role swap", RU, "Очередь быстрее топика", "Топик быстрее очереди."),
    ("myth", RU, "Сага гарантирует изоляцию", "Это миф, что сага гарантирует изоляцию."),
    ("supposedly", RU, "Сага гарантирует изоляцию", "Сага якобы гарантирует изоляцию."),
    ("until", RU, "Настройки меняются без перезапуска", "Настройки не меняются, пока не перезапустишь."),
    ("antonym", UK, "Індекс пришвидшує запис", "Індекс сповільнює запис."),
    ("negation", UK, "Сага гарантує ізоляцію", "Сага не гарантує ізоляцію."),
    ("role swap", UK, "Черга швидша за топік", "Топік швидший за чергу."),
    ("wrong to think", UK, "Сага гарантує ізоляцію", "Хибно вважати, що сага гарантує ізоляцію."),
    ("weaker quantifier", RU, "Рекорд всегда неизменяем", "Обычно рекорд неизменяем."),
    ("weaker quantifier", UK, "Рекорд завжди незмінний", "Зазвичай рекорд незмінний."),
    ("elided predicate", EN, "A topic is ordered", "A queue is ordered, a topic isn't."),
    ("bad idea", UK, "Зберігати паролі в логах", "Зберігати паролі в логах - погана ідея."),
]


def _status(grader: RubricGrader, language: Language, claim: str, answer: str) -> FlagStatus:
    asked = question(flags=((claim, ""),), language=language)
    return grader.assess(asked, answer, Level.MIDDLE).flags[0].status


@pytest.mark.parametrize(("rule", "language", "claim", "answer"), MADE)
def test_a_claim_that_is_made_is_asserted(
    grader: RubricGrader, rule: str, language: Language, claim: str, answer: str
) -> None:
    assert _status(grader, language, claim, answer) is FlagStatus.ASSERTED


@pytest.mark.parametrize(("rule", "language", "claim", "answer"), NOT_MADE)
def test_a_claim_that_is_not_made_is_not_asserted(
    grader: RubricGrader, rule: str, language: Language, claim: str, answer: str
) -> None:
    assert _status(grader, language, claim, answer) is not FlagStatus.ASSERTED
