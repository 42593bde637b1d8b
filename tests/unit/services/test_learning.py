from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.language import Language
from bot.domain.question import Bank
from bot.grading.lessons import Lesson
from bot.services.learning import extended, lessons
from storage.models import PhrasingState, PhrasingTarget
from storage.phrasings import PhrasingRow
from tests.unit.engine.helpers import bank

BANK = bank(2)
ROW = PhrasingRow(
    id=1,
    question_id="q1",
    target=PhrasingTarget.POINT,
    target_id="p2",
    language="uk",
    phrasing="інакше кажучи",
    state=PhrasingState.ACCEPTED,
    proposed_at=datetime(2026, 5, 4, tzinfo=UTC),
    decided_by=None,
    decided_at=None,
)


def phrasings(taught: Bank, question: str, language: Language) -> dict[str, tuple[str, ...]]:
    found = taught.find(question, language)
    assert found is not None
    return {point.id: point.phrasings for point in found.points} | {
        flag.id: flag.near_misses for flag in found.red_flags
    }


def test_an_accepted_phrasing_joins_those_of_its_point_in_its_language_alone() -> None:
    taught = extended(BANK, [ROW])
    assert phrasings(taught, "q1", Language.UK) == {
        **phrasings(BANK, "q1", Language.UK),
        "p2": ("інакше кажучи",),
    }
    changed = {key for key, question in taught.questions.items() if BANK.questions[key] != question}
    assert changed == {("q1", Language.UK)}


def test_accepted_words_about_a_flag_are_a_near_miss_of_it() -> None:
    row = replace(ROW, target=PhrasingTarget.FLAG, target_id="wrongone")
    assert phrasings(extended(BANK, [row]), "q1", Language.UK)["wrongone"] == ("інакше кажучи",)


def test_what_the_bank_says_itself_or_was_accepted_before_is_not_added() -> None:
    point = BANK.questions["q1", Language.UK].points[1]
    known = extended(BANK, [ROW])
    assert extended(BANK, [replace(ROW, phrasing=point.text)]) == BANK
    assert extended(known, [ROW]) == known


def test_what_has_left_the_bank_is_passed_over() -> None:
    for row in (replace(ROW, question_id="gone"), replace(ROW, target_id="gone")):
        assert extended(BANK, [row]) == BANK


def test_lessons_are_kept_by_question_and_language() -> None:
    flag = replace(ROW, target=PhrasingTarget.FLAG, target_id="wrongone")
    other = replace(ROW, language="en")
    assert lessons([ROW, flag, other]) == {
        ("q1", Language.UK): (Lesson("p2", ROW.phrasing), Lesson("wrongone", ROW.phrasing, clears=True)),
        ("q1", Language.EN): (Lesson("p2", ROW.phrasing),),
    }
