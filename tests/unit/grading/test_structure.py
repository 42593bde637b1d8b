"""Who is compared, contrasted and exchanged in a sentence: the parts of a stance one by one."""

import pytest

from bot.domain.language import Language
from bot.grading.alignment import align
from bot.grading.analysis import Analyser
from bot.grading.comparisons import turned
from bot.grading.contrasts import contrasted
from bot.grading.ellipsis import bare
from bot.grading.matching import Answer
from bot.grading.orders import qualified_otherwise, swapped
from bot.grading.polarity import is_prefixed, negated, reaches, trailed
from bot.grading.reading import Range, Reading
from bot.grading.roles import roles_kept
from bot.grading.rubric import Statement, compile_question
from bot.grading.standards import standard
from tests.unit.grading.build import question

EN, RU, UK = Language.EN, Language.RU, Language.UK


def _words(reading: Reading, tokens: frozenset[int]) -> str:
    return " ".join(reading.text.tokens[token].text for token in sorted(tokens))


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Catching an error is impossible", "catching error"),
        ("Leaks are impossible", ""),
        ("It does not keep order", ""),
    ],
)
def test_words_that_a_negation_behind_them_turns(analyser: Analyser, text: str, behind: str) -> None:
    reading = analyser.read(text, EN)
    assert _words(reading, trailed(tuple(reaches(reading)))) == behind


def test_a_prefix_is_a_part_of_the_next_word_alone(analyser: Analyser) -> None:
    reading = analyser.read("non-repeatable read", EN)
    prefixed = frozenset(token for token in range(len(reading.text.tokens)) if is_prefixed(reading, token))
    assert _words(reading, prefixed) == "- repeatable"


@pytest.mark.parametrize(
    ("language", "text", "turned_words"),
    [
        (EN, "A call with no side effects", "no side effects"),
        (RU, "Лямбда не меняет состояние", "не меняет состояние"),
        (UK, "Лямбда не змінює стан", "не змінює стан"),
    ],
)
def test_a_set_phrase_that_begins_with_a_negation_is_turned_as_a_whole(
    analyser: Analyser, language: Language, text: str, turned_words: str
) -> None:
    reading = analyser.read(text, language)
    assert _words(reading, negated(reading, tuple(reaches(reading)))) == turned_words


@pytest.mark.parametrize(
    ("language", "text", "reached"),
    [
        (EN, "A broker does not sort fresh rows by date for readers", "sort fresh rows date"),
        (RU, "Брокер не сортирует новые строки по дате для читателей", "сортирует новые строки"),
        (UK, "Брокер не сортує нові рядки за датою для читачів", "сортує нові рядки"),
    ],
)
def test_a_particle_before_its_word_reaches_less_far(
    analyser: Analyser, language: Language, text: str, reached: str
) -> None:
    reading = analyser.read(text, language)
    assert _words(reading, negated(reading, tuple(reaches(reading)))) == reached


def test_less_than_an_amount_turns_nothing(analyser: Analyser) -> None:
    reading = analyser.read("It takes less than a second", EN)
    assert negated(reading, tuple(reaches(reading))) == frozenset()


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


def test_a_comparison_in_another_sentence_sets_no_standard(analyser: Analyser) -> None:
    reading = analyser.read("Очередь быстрее топика. Лог пишет кеш.", RU)
    first, second = reading.text.clauses
    assert standard(reading, Range(first.first, first.last)) is not None
    assert standard(reading, Range(second.first, second.last)) is None


@pytest.mark.parametrize(
    ("language", "text", "left_bare"),
    [
        (EN, "A queue is ordered, a topic isn't.", "topic"),
        (EN, "A topic isn't.", ""),
        (EN, "A queue is ordered. A topic isn't.", ""),
        (EN, "It is old. A queue is ordered, a topic isn't.", "topic"),
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


def test_words_are_looked_for_in_one_sentence(analyser: Analyser) -> None:
    statement = _statement(analyser, EN, "A queue is fast")
    said = Answer(analyser.read("A quick queue. A topic. A fast queue.", EN))
    _, middle, last = (Range(clause.first, clause.last) for clause in said.reading.text.clauses)
    assert [entry.places for entry in align(statement, said, middle)] == [(), ()]
    assert all(entry.places and min(entry.places) >= last.first for entry in align(statement, said, last))


def test_a_set_phrase_of_which_a_word_is_said_is_the_opposite_of_no_other_word(analyser: Analyser) -> None:
    statement = _statement(analyser, EN, "The heap is shared, each thread has own stack")
    said = Answer(analyser.read("Each thread has its own stack", EN))
    words = {entry.word.unit.text: entry for entry in align(statement, said, said.reading.everything)}
    assert words["own"].places
    assert not words["shared"].opposites


@pytest.mark.parametrize(
    ("claim", "answer", "turned_round"),
    [
        ("Queues are faster than topics", "Topics are faster than queues", True),
        ("Queues are faster than topics", "Topics are faster than logs", False),
        ("Queues are faster than topics", "Logs are faster than queues", False),
        ("Unit tests are faster than browser tests", "Browser tests are faster than unit tests", True),
        ("Unit tests are faster than browser tests", "A browser is faster than manual tests", False),
        ("Queues are faster than topics", "Queues are old, but topics are faster than queues", True),
    ],
)
def test_what_was_compared_is_what_the_other_is_compared_with(
    analyser: Analyser, claim: str, answer: str, turned_round: bool
) -> None:
    statement, said = _statement(analyser, EN, claim), Answer(analyser.read(answer, EN))
    last = said.reading.text.clauses[-1]
    words = align(statement, said, said.reading.everything)
    assert turned(statement, said, Range(last.first, last.last), words) is turned_round


@pytest.mark.parametrize(
    ("answer", "otherwise"),
    [
        ("Equal objects have the same code", False),
        ("Equal objects have different codes", True),
        ("Equal objects have not the same code", True),
        ("Equal objects do not have different codes", False),
    ],
)
def test_the_opposite_of_a_word_before_what_it_qualifies(analyser: Analyser, answer: str, otherwise: bool) -> None:
    statement, said = _statement(analyser, EN, "Equal objects have the same code"), Answer(analyser.read(answer, EN))
    assert qualified_otherwise(statement, said, align(statement, said, said.reading.everything)) is otherwise


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
        (GRANTED, "wait does not keep the monitor, sleep keeps it", 1),
        (GRANTED, "notify keeps the monitor, wait releases the monitor, sleep doesn't", 1),
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
        (EN, "The server is called by the client", "Here and now the client is called by the server", True),
        (EN, "The broker assigned the partition", "The partition was assigned the broker", False),
        (EN, "Every server calls the client", "Each client calls the server", True),
        (EN, "Clients run servers", "On servers run clients", False),
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
        ("A queue keeps 10 messages", "Messages of a queue are 20", ""),
        ("A queue is durable", "A topic is durable beside a queue", "other subject"),
        ("A queue is durable and fast", "A topic is durable and a queue is fast", ""),
        ("A queue is durable, ordered and fast", "A topic is old and a queue is durable", ""),
        (
            "Prototype is the default scope",
            "We have no proxy, singleton is the default scope, prototype has to be named",
            "other subject",
        ),
        (
            "Prototype is the default scope of beans",
            "We have beans, singleton is the default scope, prototype has to be named",
            "other subject",
        ),
        ("Prototype is the default scope", "For beans it is the default scope, prototype", ""),
        (
            "A queue waits for seconds, a topic waits for minutes",
            "A queue waits for minutes, a topic for seconds",
            "exchanged",
        ),
        ("A queue waits for seconds, a topic waits for minutes", "A topic waits for minutes, a queue for seconds", ""),
        ("A queue waits for seconds, a topic waits for minutes", "A queue waits for minutes", ""),
        (
            "A queue waits for seconds, a topic waits for minutes",
            "A queue waits for minutes, a topic is old",
            "exchanged",
        ),
        (
            "A queue waits for seconds, a topic waits for minutes",
            "A queue waits for seconds and minutes, a topic is old",
            "",
        ),
        (
            "A queue sorts names by day, a topic sorts scores by hour",
            "A queue sorts names by hour, a topic sorts them by day",
            "exchanged",
        ),
    ],
)
def test_roles_of_a_question_about_two_things(analyser: Analyser, claim: str, answer: str, why: str) -> None:
    statement = _statement(analyser, EN, claim, title="How does a queue differ from a topic?")
    said = Answer(analyser.read(answer, EN))
    whole = said.reading.everything
    assert roles_kept(statement, said, whole, whole, align(statement, said, whole)) == why


@pytest.mark.parametrize(
    ("claim", "answer", "why"),
    [
        ("A queue keeps 10 messages", "A topic keeps 10 messages. A queue keeps 20 messages.", "other number"),
        ("A queue is durable", "A topic is old. Durable is a queue.", ""),
        ("A queue is durable", "Disks are cheap. A topic is durable.", "other subject"),
    ],
)
def test_only_the_sentence_itself_tells_its_numbers_and_its_subject(
    analyser: Analyser, claim: str, answer: str, why: str
) -> None:
    statement = _statement(analyser, EN, claim, title="How does a queue differ from a topic?")
    said = Answer(analyser.read(answer, EN))
    last = said.reading.text.clauses[-1]
    where = Range(last.first, last.last)
    assert roles_kept(statement, said, where, where, align(statement, said, where)) == why
