"""Whether a place of an answer says a claim, denies it or doubts it: what only the sentences around it decide."""

import pytest

from bot.domain.language import Language
from bot.grading.alignment import align
from bot.grading.analysis import Analyser
from bot.grading.features import Window
from bot.grading.matching import Answer
from bot.grading.rubric import compile_question
from bot.grading.stance import Stance, judge
from tests.unit.grading.build import question

EN = Language.EN
ATOMIC = "Volatile makes increments atomic"


def _stance(analyser: Analyser, claim: str, answer: str, clauses: tuple[int, int]) -> Stance:
    """Stance of the clauses, first and last, of an answer to a claim."""
    asked = question(flags=((claim, ""),))
    statement = compile_question(asked, analyser).flags[0].claims[0]
    return judge(statement, Answer(analyser.read(answer, EN)), Window(*clauses, 1.0))


@pytest.mark.parametrize(
    ("answer", "clauses", "called_wrong"),
    [
        ("Volatile makes increments atomic, that is wrong", (0, 0), True),
        ("It is a myth. Volatile makes increments atomic.", (1, 1), True),
        ("That is wrong. A queue keeps order. Volatile makes increments atomic.", (2, 2), False),
        ("Volatile makes increments atomic. A queue keeps order. That is wrong.", (0, 0), False),
        ("Volatile makes increments atomic, the old books say, a queue keeps order, that is wrong", (0, 0), True),
        ("It is wrong to lock every old reader of a table twice, volatile makes increments atomic", (1, 1), False),
        ("It is wrong of any reader of old books to think, that volatile makes increments atomic", (1, 1), True),
        ("Volatile makes increments atomic, it is wrong to lock an increment of old readers twice", (0, 0), False),
    ],
)
def test_a_remark_that_calls_it_wrong_stands_near_or_is_about_it(
    analyser: Analyser, answer: str, clauses: tuple[int, int], called_wrong: bool
) -> None:
    stance = _stance(analyser, ATOMIC, answer, clauses)
    assert (stance.sign, stance.reasons) == ((-1, ("called wrong",)) if called_wrong else (1, ()))


@pytest.mark.parametrize(
    ("claim", "answer", "clauses", "sign"),
    [
        ("A queue keeps order", "A queue does not keep order, a topic keeps order", (0, 0), -1),
        ("A queue keeps fresh order", "A queue keeps order, but the fresh queue does not keep its order", (0, 0), 1),
        ("A non-blocking call waits for data", "A non-blocking call does not wait for data", (0, 0), -1),
        ("A record does not have public setters", "A class is not final. A record has setters.", (1, 1), -1),
    ],
)
def test_negations_elsewhere_do_not_count(
    analyser: Analyser, claim: str, answer: str, clauses: tuple[int, int], sign: int
) -> None:
    assert _stance(analyser, claim, answer, clauses).sign == sign


def test_one_word_of_many_denied_is_a_doubt(analyser: Analyser) -> None:
    claim = "A broker keeps fresh small cheap public standard messages on disk"
    stance = _stance(analyser, claim, claim.replace("standard", "non-standard"), (0, 0))
    assert (stance.sign, stance.crossed, stance.plain) == (1, True, False)


def test_the_conflict_is_the_share_of_the_words_found_that_is_denied(analyser: Analyser) -> None:
    stance = _stance(analyser, "A leader serves writes", "A leader does not serve writes", (0, 0))
    assert stance.conflict == pytest.approx(2 / 3)


def test_all_that_a_claim_denies_said_is_the_whole_opposite(analyser: Analyser) -> None:
    assert _stance(analyser, "A record in Java has no setters", "A record has setters", (0, 0)).conflict == 1


@pytest.mark.parametrize(
    "answer", ["A topic keeps order. In reality it is lost.", "A topic keeps order, in fact it does not"]
)
def test_what_is_set_against_the_facts_right_behind_is_reported(analyser: Analyser, answer: str) -> None:
    assert _stance(analyser, "A topic keeps order", answer, (0, 0)).reported


@pytest.mark.parametrize(("sentence", "opposites"), [(0, ()), (1, (9,))])
def test_an_opposite_is_looked_for_in_the_same_sentence(
    analyser: Analyser, sentence: int, opposites: tuple[int, ...]
) -> None:
    statement = compile_question(question(flags=(("A vector is fast", ""),)), analyser).flags[0].claims[0]
    answer = Answer(analyser.read("A vector is good there. A list is slow.", EN))
    words = align(statement, answer, answer.sentences[sentence])
    assert tuple(token for word in words for token in word.opposites) == opposites
