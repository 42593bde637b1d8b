"""Who is compared, contrasted and exchanged in a sentence: the parts of a stance one by one."""

import pytest

from bot.domain.language import Language
from bot.grading.alignment import align
from bot.grading.analysis import Analyser
from bot.grading.contrasts import contrasted
from bot.grading.ellipsis import bare
from bot.grading.matching import Answer
from bot.grading.orders import swapped
from bot.grading.polarity import reaches
from bot.grading.reading import Reading
from bot.grading.roles import roles_kept
from bot.grading.rubric import Statement, compile_question
from bot.grading.standards import standard
from tests.unit.grading.build import question

EN, RU, UK = Language.EN, Language.RU, Language.UK


def _words(reading: Reading, tokens: frozenset[int]) -> str:
    return " ".join(reading.text.tokens[token].text for token in sorted(tokens))


@pytest.mark.parametrize(
    ("language", "text", "compared_with"),
    [
        (EN, "A queue is faster than a topic.", "a topic ."),
        (EN, "Compared with a topic, a queue is fast.", "a topic ,"),
        (EN, "Checks run before saving.", "saving ."),
        (EN, "After reading messages are kept.", "reading"),
        (EN, "A queue is fast.", None),
        (EN, "The call goes over HTTP.", None),
        (RU, "Очередь быстрее топика.", "топика ."),
        (RU, "Очередь быстрее, чем топик.", "топик ."),
        (RU, "После чтения сообщения остаются.", "чтения"),
        (RU, "От лёгкого до тяжёлого.", None),
        (RU, "Проверка идёт до записи.", "записи ."),
        (UK, "Черга швидша за топік.", "топік ."),
        (UK, "Черга стартує за секунди.", None),
        (UK, "Швидша черга, яка встигає все за секунди.", "черга ,"),
    ],
)
def test_the_standard_of_a_comparison_or_an_order(
    analyser: Analyser, language: Language, text: str, compared_with: str | None
) -> None:
    reading = analyser.read(text, language)
    found = standard(reading, reading.everything)
    said = [token.text for token in reading.text.tokens[found.first : found.last]] if found else None
    assert (" ".join(said) if said is not None else None) == compared_with


@pytest.mark.parametrize(
    ("language", "text", "left_bare"),
    [
        (EN, "A queue is ordered, a topic isn't.", "topic"),
        (EN, "A topic isn't.", ""),
        (EN, "A queue is ordered. A topic isn't.", ""),
        (EN, "It holds for queues, but not topics.", "topics"),
        (EN, "It holds for queues, but not for old slow broken topics.", ""),
        (EN, "It holds for queues, topics do not matter here.", ""),
        (EN, "The queue is fine, a leak is impossible.", ""),
        (EN, "Unlike a queue, a topic is ordered.", "queue"),
        (EN, "Offsets live in the broker instead of a queue.", "queue"),
        (RU, "Очередь хранит порядок, а топик нет.", "топик"),
        (RU, "Порядок хранит очередь, а не топик.", "топик"),
        (RU, "Порядок хранит очередь. Не топик.", ""),
        (RU, "В отличие от очереди, топик хранит порядок.", "очереди"),
        (UK, "Черга зберігає порядок, а топік ні.", "топік"),
        (UK, "На відміну від черги, топік зберігає порядок.", "черги"),
    ],
)
def test_words_that_share_the_predicate_of_another_clause(
    analyser: Analyser, language: Language, text: str, left_bare: str
) -> None:
    reading = analyser.read(text, language)
    assert _words(reading, bare(reading, tuple(reaches(reading)))) == left_bare


def _statement(analyser: Analyser, language: Language, claim: str, title: str = "") -> Statement:
    asked = question(flags=((claim, ""),), language=language, title=title)
    return compile_question(asked, analyser).flags[0].claims[0]


GRANTED = "wait releases the monitor, sleep does not"


@pytest.mark.parametrize(
    ("claim", "answer", "kept"),
    [
        (GRANTED, "sleep keeps the monitor, and wait releases it", 1),
        (GRANTED, "wait releases the monitor, unlike sleep", 1),
        (GRANTED, "wait releases the monitor, but not sleep", 1),
        (GRANTED, "sleep releases the monitor, wait does not", -1),
        (GRANTED, "sleep releases the monitor, wait keeps it", -1),
        (GRANTED, "sleep releases the monitor, and wait releases it", 0),
        (GRANTED, "sleep does not release the monitor, and wait does not release it", 0),
        (GRANTED, "wait releases the monitor", 0),
        (GRANTED, "sleep keeps the monitor", 0),
        ("wait does not release it, sleep does not release it", "wait releases it, sleep does not release it", 0),
        ("wait releases the monitor, sleep releases it", "wait releases the monitor, sleep does not", 0),
        ("a non-repeatable read is fine, a phantom is fine", "a phantom is not fine", 0),
    ],
)
def test_one_thing_granted_what_another_is_denied(analyser: Analyser, claim: str, answer: str, kept: int) -> None:
    statement, said = _statement(analyser, EN, claim), Answer(analyser.read(answer, EN))
    assert contrasted(statement, said, align(statement, said, said.reading.everything)) == kept


@pytest.mark.parametrize(
    ("language", "claim", "answer", "exchanged"),
    [
        (EN, "The server calls the client", "The client calls the server", True),
        (EN, "The server calls the client", "The server calls the client", False),
        (EN, "The server calls the client", "The client is called by the server", False),
        (EN, "The server calls the client", "The client, calls, the server", False),
        (EN, "The server calls the client", "The client and calls and the server", False),
        (EN, "The server is called by the client", "The client is called by the server", True),
        (EN, "Partitions belong to topics", "Topics belong to partitions", True),
        (EN, "Objects live in the heap", "In the heap objects live", False),
        (EN, "Objects live in the heap", "In the heap live objects", False),
        (EN, "Objects live in the heap", "The heap has live objects", False),
        (EN, "The server calls the client", "The client calling the server", False),
        (
            EN,
            "The server calls the client",
            "The client that nobody in this whole old team likes calls the server",
            False,
        ),
        (EN, "A queue is faster than a topic", "A topic is faster than a queue", False),
        (
            EN,
            "The server calls the client",
            "The client, which is an old and slow one here, calls it on the server",
            False,
        ),
        (RU, "JRE содержит JDK", "JDK содержит JRE", True),
        (RU, "Сервер вызывает клиента", "Клиента вызывает сервер", False),
        (UK, "JRE містить JDK", "JDK містить JRE", True),
    ],
)
def test_names_that_changed_places(
    analyser: Analyser, language: Language, claim: str, answer: str, exchanged: bool
) -> None:
    statement, said = _statement(analyser, language, claim), Answer(analyser.read(answer, language))
    assert swapped(statement, said, align(statement, said, said.reading.everything)) is exchanged


@pytest.mark.parametrize(
    ("claim", "answer", "why"),
    [
        ("A queue is durable", "A queue is durable", ""),
        ("A queue is durable", "A topic is durable", "other subject"),
        ("A queue is durable", "A topic is durable and a queue is fast", "other subject"),
        ("A queue is durable", "A topic is fast and a queue is durable", ""),
        ("A queue keeps 10 messages", "A queue keeps 20 messages", "other number"),
        ("A queue keeps 10 messages", "A queue keeps 10 messages for 5 days", ""),
        ("A queue keeps 10 messages", "A queue is open for 5 days", ""),
        ("A queue keeps 10", "A queue keeps 20", "other number"),
        ("A queue keeps 10%", "A queue keeps 20 %", "other number"),
        ("A queue keeps 10 messages", "A queue keeps messages", ""),
        (
            "A queue waits for seconds, a topic waits for minutes",
            "A queue waits for minutes, a topic for seconds",
            "exchanged",
        ),
        ("A queue waits for seconds, a topic waits for minutes", "A topic waits for minutes, a queue for seconds", ""),
        ("A queue waits for seconds, a topic waits for minutes", "A queue waits for minutes", ""),
    ],
)
def test_roles_of_a_question_about_two_things(analyser: Analyser, claim: str, answer: str, why: str) -> None:
    statement = _statement(analyser, EN, claim, title="How does a queue differ from a topic?")
    said = Answer(analyser.read(answer, EN))
    whole = said.reading.everything
    assert roles_kept(statement, said, whole, whole, align(statement, said, whole)) == why
