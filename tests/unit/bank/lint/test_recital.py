"""The grader must not hear wrong in what is right, nor right in what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.lint.recital import flags_in_truths, points_in_claims
from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.domain.verdict import (
    Assessment,
    FlagStatus,
    FlagVerdict,
    PointStatus,
    PointVerdict,
    ReplyStatus,
    ReplyVerdict,
    Span,
)
from bot.grading import RubricGrader
from tests.unit.bank.lint.build import subject


class Literal:
    """A grader that hears what stands in the answer letter by letter: every place of a claim or of a text."""

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        points = [(point.id, _spans(point.text, answer)) for point in question.points]
        flags = [(flag.id, _spans(flag.claim, answer)) for flag in question.red_flags]
        return Assessment(
            tuple(
                PointVerdict(name, PointStatus.STATED if spans else PointStatus.MISSING, 0, spans)
                for name, spans in points
            ),
            tuple(
                FlagVerdict(name, FlagStatus.ASSERTED if spans else FlagStatus.ABSENT, 0, spans)
                for name, spans in flags
            ),
            0,
        )

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        return ReplyVerdict(ReplyStatus.WRONG, 0)


def _spans(text: str, answer: str) -> tuple[Span, ...]:
    return tuple(Span(at, at + len(text)) for at in range(len(answer)) if answer.startswith(text, at))


def question(points: list[str], *flags: Misconception) -> Question:
    rubric = tuple(RubricPoint(f"p{number}", text, Level.JUNIOR) for number, text in enumerate(points))
    return Question("q", Language.EN, "t", "T", "T?", rubric, flags)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (question(["aa", "b wrong b"], Misconception("f", "wrong")), ("points", 1, "text")),
        (question(["aa"], Misconception("f", "wrong", "no wrong at all")), ("red_flags", 0, "correction")),
        (
            question(
                ["aa"],
                Misconception("e", "evil", near_misses=("fine",)),
                Misconception("f", "g", near_misses=("evil",)),
            ),
            ("red_flags", 1, "near_misses", 0),
        ),
        (
            question(["aa"], Misconception("f", "wrong", near_misses=("right", "fine", "not wrong"))),
            ("red_flags", 0, "near_misses", 2),
        ),
    ],
)
def test_a_flag_heard_in_something_right_is_found_where_that_stands(asked: Question, place: object) -> None:
    (fault,) = flags_in_truths(subject(asked), Literal())
    assert fault.place == place


def test_a_point_heard_in_a_claim_is_found_at_the_claim() -> None:
    asked = question(["ok", "good"], Misconception("e", "evil"), Misconception("f", "too good to be true"))
    (fault,) = points_in_claims(subject(asked), Literal())
    assert (fault.place, fault.reason) == (
        ("red_flags", 1, "claim"),
        "point 'p1' is credited for 'too good to be true'",
    )


def test_what_is_heard_only_across_statements_is_no_fault() -> None:
    assert list(flags_in_truths(subject(question(["aa", "bb"], Misconception("f", "aa\nbb"))), Literal())) == []


TRUTHS = st.lists(st.text(alphabet="abc ", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=4)


@given(TRUTHS, st.lists(st.text(alphabet="abc", min_size=1, max_size=3), min_size=1, max_size=3, unique=True))
def test_reciting_together_finds_what_reciting_one_by_one_finds(truths: list[str], claims: list[str]) -> None:
    asked = question(truths, *(Misconception(claim, claim) for claim in claims))
    found = {(fault.place[1], fault.reason.split("'")[1]) for fault in flags_in_truths(subject(asked), Literal())}
    assert found == {(at, claim) for at, truth in enumerate(truths) for claim in claims if claim in truth}


@pytest.fixture(name="grader", scope="module")
def _grader() -> RubricGrader:
    return RubricGrader()


def test_the_real_grader_credits_no_point_for_the_words_of_a_claim(grader: RubricGrader) -> None:
    kernel = "All containers share the kernel of the host machine."
    asked = question(["Containers share the kernel of the host."], Misconception("shared", kernel))
    assert list(points_in_claims(subject(asked), grader)) == []


def test_the_real_grader_hears_a_claim_in_a_near_miss_that_is_none(grader: RubricGrader) -> None:
    safer = "Containers are safer than virtual machines."
    asked = question(["They share one kernel."], Misconception("safer", safer, near_misses=("Hot air rises.",)))
    assert list(flags_in_truths(subject(asked), grader)) == []
    repeated = Misconception("again", "Containers are more secure than VMs.", near_misses=(safer,))
    asked = question(["They share one kernel."], Misconception("safer", safer), repeated)
    assert [fault.place for fault in flags_in_truths(subject(asked), grader)] == [("red_flags", 1, "near_misses", 0)]
