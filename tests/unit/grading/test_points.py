"""Must-know points: verdicts, evidence and reasons."""

from dataclasses import replace

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Question
from bot.domain.verdict import PointStatus, PointVerdict
from bot.grading import RubricGrader
from tests.unit.grading.build import question

EN, RU, UK = Language.EN, Language.RU, Language.UK
STATED, UNSURE, MISSING = PointStatus.STATED, PointStatus.UNSURE, PointStatus.MISSING

OUTBOX = question(
    "The outbox row is written in the same transaction as the business data",
    "A relay process reads the outbox and publishes messages to the broker",
    "Consumers must be idempotent because messages may be delivered twice",
    title="How does the transactional outbox work?",
)


def _verdict(grader: RubricGrader, asked: Question, answer: str, number: int = 0) -> PointVerdict:
    return grader.assess(asked, answer, Level.MIDDLE).points[number]


@pytest.mark.parametrize(
    ("language", "point", "answer"),
    [
        (EN, "A stack returns the last element first", "LIFO: a stack gives back the element added last first."),
        (EN, "Deadlock: two threads wait for each other", "two threads are waiting for each other, that's a deadlock"),
        (RU, "Thread pool переиспользует потоки", "пул потоков нужен, чтобы потоки использовались повторно"),
        (
            RU,
            "Garbage collector удаляет недостижимые объекты",
            "гц вычищает из кучи недостижимые объекты",
        ),
        (
            RU,
            "Индекс ускоряет поиск и замедляет запись",
            "с индексом искать быстрее, а вот запись становится медленнее",
        ),
        (
            UK,
            "Транзакція атомарна: все або нічого",
            "транзакція виконується повністю або не виконується зовсім, все або нічого",
        ),
        (
            UK,
            "Consumer group ділить партиції між споживачами",
            "у групі консюмерів партиції розподіляються між читачами",
        ),
    ],
)
def test_a_point_in_other_words_is_stated(grader: RubricGrader, language: Language, point: str, answer: str) -> None:
    assert _verdict(grader, question(point, language=language), answer).status is STATED


@pytest.mark.parametrize(
    ("language", "point", "answer"),
    [
        (EN, "Consumers must be idempotent", "We deploy the application with a pipeline every night."),
        (RU, "Индекс ускоряет поиск", "Мы пишем на джаве уже десять лет и очень довольны."),
        (UK, "Сага компенсує кроки", "Я люблю каву та довгі прогулянки містом."),
    ],
)
def test_a_point_that_is_not_touched_is_missing(
    grader: RubricGrader, language: Language, point: str, answer: str
) -> None:
    verdict = _verdict(grader, question(point, language=language), answer)
    assert (verdict.status, verdict.evidence) == (MISSING, ())


@pytest.mark.parametrize(
    ("title", "point", "answer"),
    [
        ("How long does a lookup in a balanced tree take?", "A lookup takes O(log n)", "O(log n)"),
        ("In which order does a stack return elements?", "LIFO: last in, first out", "LIFO"),
        ("Which status code tells of too many requests?", "429", "429"),
    ],
)
def test_a_short_exact_answer_counts(grader: RubricGrader, title: str, point: str, answer: str) -> None:
    assert _verdict(grader, question(point, title=title), answer).status is STATED


def test_an_answer_to_one_point_states_only_that(grader: RubricGrader) -> None:
    answer = "You insert the outbox row in the same transaction that changes your business data."
    assert [point.status is STATED for point in grader.assess(OUTBOX, answer, Level.MIDDLE).points] == [
        True,
        False,
        False,
    ]


def test_evidence_quotes_the_clauses_that_say_it(grader: RubricGrader) -> None:
    answer = "Nice question. A relay process polls the outbox table and publishes the messages to a broker. That's all."
    verdict = _verdict(grader, OUTBOX, answer, 1)
    assert [answer[span.start : span.end] for span in verdict.evidence] == [
        "A relay process polls the outbox table and publishes the messages to a broker"
    ]


def test_evidence_is_found_where_words_were_typed_oddly(grader: RubricGrader) -> None:
    answer = "«Очередь» — хранит сообще\u200bния по порядку"
    verdict = _verdict(grader, question("Очередь хранит сообщения по порядку", language=RU), answer)
    (span,) = verdict.evidence
    assert (verdict.status, answer[span.start : span.end].endswith("порядку")) == (STATED, True)


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Containers share the kernel", "Containers do not share the kernel."),
        ("The default capacity is 16", "The default capacity is 10."),
        ("Threads are cheaper than processes", "Processes are cheaper than threads."),
        ("A view is read-only", "It is a myth that a view is read-only."),
    ],
)
def test_a_short_answer_that_says_the_opposite_does_not_state_the_point(
    grader: RubricGrader, point: str, answer: str
) -> None:
    assert _verdict(grader, question(point), answer).status is MISSING


def test_an_accepted_phrasing_states_the_point(grader: RubricGrader) -> None:
    text, phrasing = "Back-pressure keeps memory bounded", "the fast side is told to slow down"
    answer = "well, the fast side simply gets told to slow down"
    alone, helped = question(text), question(text, phrasings=(phrasing,))
    assert _verdict(grader, alone, answer).status is not STATED
    assert _verdict(grader, helped, answer).score > _verdict(grader, alone, answer).score


def test_words_of_the_question_prove_nothing(grader: RubricGrader) -> None:
    point, answer = "Hash index supports only equality", "A hash index is an index that is a hash."
    asked = question(point, title="What can a hash index do?")
    assert _verdict(grader, asked, answer).score < _verdict(grader, question(point), answer).score


def test_words_that_the_interviewer_used_prove_less_in_a_short_reply(grader: RubricGrader) -> None:
    asked = question("A covering index avoids reading the table")
    plain = grader.assess(asked, "reading the table", Level.MIDDLE).points[0]
    led = grader.assess(asked, "reading the table", Level.MIDDLE, asked="What about reading the table?").points[0]
    assert led.score < plain.score


@pytest.mark.parametrize(
    ("language", "found", "missing"),
    [(EN, "said: ", "not found: "), (RU, "сказано: ", "не найдено: "), (UK, "сказано: ", "не знайдено: ")],
)
def test_a_reason_names_what_was_found_and_what_was_not(
    grader: RubricGrader, language: Language, found: str, missing: str
) -> None:
    asked = question("Kafka keeps order inside a partition", language=language)
    why = _verdict(grader, asked, "Kafka has partition").reason
    assert found in why
    assert missing in why


def test_the_middle_ground_is_unsure(grader: RubricGrader) -> None:
    answer = "Something about a relay process and the broker, I'd say, and that it reads things."
    assert _verdict(grader, OUTBOX, answer, 1).status in {UNSURE, STATED}
    assert _verdict(grader, OUTBOX, answer, 2).status is MISSING


def _phrased(*key_terms: str, phrasings: tuple[str, ...] = ("only identity of the two instances matters",)) -> Question:
    asked = question("By default equals compares references", phrasings=phrasings)
    point = replace(asked.points[0], key_terms=key_terms)
    return replace(asked, id=f"{asked.id} {key_terms}", points=(point,))


def test_key_terms_that_are_said_make_a_point_likelier(grader: RubricGrader) -> None:
    answer = "Without an override it looks at identity, as == does."
    said, unsaid = _phrased("==", "identity"), _phrased("hash", "bucket")
    assert _verdict(grader, said, answer).score > _verdict(grader, unsaid, answer).score


def test_a_second_phrasing_that_is_near_makes_a_point_likelier(grader: RubricGrader) -> None:
    answer = "It only looks at identity, whether both are one instance."
    near = ("identity is what it looks at", "it looks whether both are one instance")
    far = ("identity is what it looks at", "addresses in memory decide")
    scores = [_verdict(grader, _phrased("equals", phrasings=words), answer).score for words in (near, far)]
    assert scores[0] > scores[1]


def test_a_key_term_alone_does_not_state_a_point(grader: RubricGrader) -> None:
    point = replace(OUTBOX.points[1], phrasings=("something polls the table and sends events",), key_terms=("relay",))
    asked = replace(OUTBOX, id="relay", points=(point, *OUTBOX.points[2:]))
    assert _verdict(grader, asked, "Something about a relay, I guess.").status is not STATED
