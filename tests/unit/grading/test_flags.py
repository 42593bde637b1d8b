"""Red flags beside the points and corrections of their question."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Misconception
from bot.domain.verdict import FlagStatus, FlagVerdict
from bot.grading import RubricGrader
from bot.grading.analysis import Analyser
from bot.grading.claims import Claim, FlagMeasures, MeasuredFlag
from bot.grading.features import Window
from bot.grading.flags import flag_verdict
from bot.grading.matching import Answer
from bot.grading.model import Logistic, Model, load_model, logit
from bot.grading.points import Wording
from bot.grading.rubric import compile_question
from bot.grading.stance import Stance
from bot.grading.telling import Telling
from tests.unit.grading.build import question

SESSIONS = question(
    "A stateless service keeps no session between requests",
    "Any instance can serve any request, so adding instances is easy",
    flags=(
        ("A stateless service cannot use a database", "only session state is forbidden, data may be stored"),
        ("Sticky sessions are required", "any instance can serve any request"),
        ("A stateless service is always slower", "it scales better"),
    ),
    title="What does stateless mean for a service?",
)


def _flags(grader: RubricGrader, answer: str) -> tuple[FlagVerdict, ...]:
    return grader.assess(SESSIONS, answer, Level.MIDDLE).flags


def test_reciting_the_points_makes_no_claim(grader: RubricGrader) -> None:
    recited = ". ".join(point.text for point in SESSIONS.points)
    assert all(flag.status is not FlagStatus.ASSERTED for flag in _flags(grader, recited))


@pytest.mark.parametrize("number", range(3))
def test_saying_the_correction_makes_no_claim(grader: RubricGrader, number: int) -> None:
    flag = _flags(grader, SESSIONS.red_flags[number].correction)[number]
    assert flag.status is not FlagStatus.ASSERTED


@pytest.mark.parametrize("number", range(3))
def test_a_claim_said_outright_is_the_only_one_made(grader: RubricGrader, number: int) -> None:
    flags = _flags(grader, SESSIONS.red_flags[number].claim)
    assert [flag.status is FlagStatus.ASSERTED for flag in flags] == [place == number for place in range(3)]


def test_a_claim_made_among_other_things_is_quoted(grader: RubricGrader) -> None:
    answer = "It has no session. You need sticky sessions though, they are required. That's it."
    flag = _flags(grader, answer)[1]
    quoted = [answer[span.start : span.end] for span in flag.evidence]
    assert flag.status is FlagStatus.ASSERTED
    assert "sticky sessions" in quoted[0]
    assert "That's it" not in quoted[0]


def test_a_claim_rejected_in_the_same_words_is_denied(grader: RubricGrader) -> None:
    flag = _flags(grader, "Sticky sessions are not required.")[1]
    assert (flag.status, flag.evidence) == (FlagStatus.DENIED, ())


def test_a_claim_said_with_doubt_is_suspected(grader: RubricGrader) -> None:
    flag = _flags(grader, "Maybe sticky sessions are required, I'm not sure.")[1]
    assert flag.status is FlagStatus.SUSPECTED
    assert "doubt" in flag.reason


def test_the_claim_made_is_the_first_suspect(grader: RubricGrader) -> None:
    flags = _flags(grader, "Well, requests must stick to one instance, sticky sessions are needed for that.")
    assert max(flags, key=lambda flag: flag.suspect).flag == "f1"


def test_an_answer_about_other_things_raises_no_suspicion(grader: RubricGrader) -> None:
    flags = _flags(grader, "Each request carries a token and everything needed to serve it.")
    assert {flag.status for flag in flags} <= {FlagStatus.ABSENT, FlagStatus.SUSPECTED}
    assert all(flag.suspect < 0.5 for flag in flags)


def test_a_phrasing_of_the_claim_counts_as_the_claim(grader: RubricGrader) -> None:
    flag = Misconception("f0", "Indexes are free", "they cost writes", phrasings=("an index costs nothing",))
    asked = question("An index slows down writes")
    asked = replace(asked, id="free", red_flags=(flag,))
    assert grader.assess(asked, "An index costs nothing.", Level.MIDDLE).flags[0].status is FlagStatus.ASSERTED


@pytest.mark.parametrize(
    ("language", "claim", "said", "wanted"),
    [
        (Language.EN, "The increment is atomic", "The increment is atomic.", "The increment has to be atomic."),
        (Language.RU, "Инкремент атомарный", "Инкремент атомарный.", "Инкремент должен быть атомарным."),
        (Language.UK, "Інкремент атомарний", "Інкремент атомарний.", "Інкремент має бути атомарним."),
    ],
)
def test_what_has_to_be_so_is_not_said_to_be_so(
    grader: RubricGrader, language: Language, claim: str, said: str, wanted: str
) -> None:
    asked = question("Two threads", flags=((claim, ""),), language=language)
    made, demanded = (grader.assess(asked, words, Level.MIDDLE).flags[0].status for words in (said, wanted))
    assert (made is FlagStatus.ASSERTED, demanded is FlagStatus.ASSERTED) == (True, False)


def test_a_near_miss_is_not_the_claim(grader: RubricGrader) -> None:
    flag = Misconception("f0", "Indexes always help", near_misses=("indexes often help reads",))
    asked = question("An index slows down writes")
    asked = replace(asked, id="help", red_flags=(flag,))
    assert grader.assess(asked, "Indexes often help reads.", Level.MIDDLE).flags[0].status is not FlagStatus.ASSERTED


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (Language.EN, "the words say this claim"),
        (Language.RU, "слова утверждают именно это"),
        (Language.UK, "слова стверджують саме це"),
    ],
)
def test_reasons_are_in_the_language_of_the_question(grader: RubricGrader, language: Language, reason: str) -> None:
    asked = question(flags=(("Kafka deletes messages after reading", ""),), language=language)
    assert grader.assess(asked, "Kafka deletes messages after reading", Level.MIDDLE).flags[0].reason == reason


PLAIN = FlagMeasures(support=0.9, margin=0.1, weakest=0.9, named=1.0)
"""Measures of a claim said in full."""
SAID, REPORTED = Stance(1), Stance(1, reported=True)


def _certain(chance: float) -> Model:
    """The model with thresholds of .5 and .2, with phrasings .6 and .3, by which each claim has this probability."""
    model, fixed = load_model(), Logistic((), (), (), logit(chance))
    thresholds = replace(model.thresholds, asserted=0.5, suspected=0.2, claimed=0.6, half_claimed=0.3)
    return replace(
        model,
        flag=fixed,
        claimed=replace(fixed, mean=(0.0,) * 4, scale=(1.0,) * 4, weights=(0.0,) * 4),
        thresholds=thresholds,
    )


class Said(NamedTuple):
    """What is measured of an answer that may make a claim, and how likely the model thinks that it does."""

    chance: float
    measures: FlagMeasures = PLAIN
    stance: Stance | None = SAID
    phrased: bool = False

    def verdict(self, analyser: Analyser, *, contrary: bool = False) -> FlagVerdict:
        """Verdict on a claim that the first sentence of an answer makes, and whose contrary is its second one."""
        flag = Misconception("f0", "An index is free", phrasings=("it costs nothing",) if self.phrased else ())
        asked = replace(question("An index costs writes"), id="free", red_flags=(flag,))
        rubric = compile_question(asked, analyser)
        answer = Answer(analyser.read("An index is free. Nothing is slower.", Language.EN))
        made = Claim(rubric.flags[0].claims[0], Window(0, 0, 0.9), self.stance) if self.stance else None
        measured = MeasuredFlag(rubric.flags[0], self.measures, made, [], Telling())
        wording = Wording(rubric.points[0].statements[0], Window(1, 1, 0.9), []) if contrary else None
        return flag_verdict(measured, wording, answer, _certain(self.chance), Language.EN)


@pytest.mark.parametrize(
    ("said", "status", "why"),
    [
        (Said(0.6), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.3), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.3, PLAIN._replace(support=0.8)), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.1, PLAIN._replace(support=0.8)), FlagStatus.ABSENT, "not claimed"),
        (Said(0.6, PLAIN._replace(weakest=0.3)), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.6, PLAIN._replace(weakest=0.3), phrased=True), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.59, PLAIN._replace(weakest=0.3), phrased=True), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.29, phrased=True), FlagStatus.ABSENT, "not claimed"),
        (Said(0.29, PLAIN._replace(support=0.95), phrased=True), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.9, PLAIN._replace(margin=0.0), phrased=True), FlagStatus.SUSPECTED, "but a right statement is nearer"),
        (Said(0.9, stance=REPORTED, phrased=True), FlagStatus.SUSPECTED, "but reported as others' view"),
        (Said(0.83, PLAIN._replace(weakest=0.3, support=0.6)), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.83, PLAIN._replace(weakest=0.3, support=0.4)), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.9, PLAIN._replace(margin=0.0)), FlagStatus.SUSPECTED, "but a right statement is nearer"),
        (Said(0.9, PLAIN._replace(named=0.0)), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.9, stance=REPORTED), FlagStatus.SUSPECTED, "but reported as others' view"),
        (Said(0.9, PLAIN._replace(opposed=0.9)), FlagStatus.ASSERTED, "the words say this claim"),
        (Said(0.9, PLAIN._replace(opposed=0.9), REPORTED), FlagStatus.SUSPECTED, "but reported as others' view"),
        (Said(0.9, PLAIN._replace(opposed=0.95)), FlagStatus.DENIED, "rejected (negated)"),
        (Said(0.9, PLAIN._replace(support=0.6, opposed=0.65)), FlagStatus.SUSPECTED, "only a part of it is said"),
        (Said(0.1, FlagMeasures(opposed=0.6), None), FlagStatus.DENIED, "rejected (negated)"),
        (Said(0.9, FlagMeasures(opposed=0.4), None), FlagStatus.ABSENT, "not claimed"),
    ],
)
def test_a_claim_is_made_suspected_denied_or_absent(
    analyser: Analyser, said: Said, status: FlagStatus, why: str
) -> None:
    verdict = said.verdict(analyser)
    assert (verdict.status, round(verdict.suspect, 3)) == (status, said.chance)
    assert verdict.reason.endswith(why)
    quoted = {FlagStatus.ASSERTED, FlagStatus.SUSPECTED}
    assert [span.start for span in verdict.evidence] == ([0] if status in quoted else [])


@pytest.mark.parametrize(
    ("said", "status", "start", "suspect"),
    [
        (Said(0.1, PLAIN._replace(weakest=0.3, support=0.6)), FlagStatus.ASSERTED, 0, 0.82),
        (Said(0.3, PLAIN._replace(weakest=0.3, support=0.6), phrased=True), FlagStatus.ASSERTED, 0, 0.82),
        (Said(0.9, PLAIN._replace(weakest=0.3, support=0.4)), FlagStatus.SUSPECTED, 0, 0.9),
        (Said(0.1, FlagMeasures(opposed=0.9), None), FlagStatus.SUSPECTED, 18, 0.82),
    ],
)
def test_where_the_opposite_of_a_point_is_said_half_of_the_claim_is_enough(
    analyser: Analyser, said: Said, status: FlagStatus, start: int, suspect: float
) -> None:
    verdict = said.verdict(analyser, contrary=True)
    assert (verdict.status, round(verdict.suspect, 3)) == (status, suspect)
    assert [span.start for span in verdict.evidence] == [start]
    assert verdict.reason == "the opposite of what is right is said"


def test_the_opposite_of_a_point_is_no_claim_that_phrasings_speak_against(analyser: Analyser) -> None:
    verdict = Said(0.29, PLAIN._replace(weakest=0.3, support=0.6), phrased=True).verdict(analyser, contrary=True)
    assert (verdict.status, round(verdict.suspect, 3)) == (FlagStatus.ABSENT, 0.29)
