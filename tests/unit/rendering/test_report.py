from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.domain.scorecard import (
    Appeal,
    Contested,
    FlagResult,
    FlagStanding,
    PointResult,
    QuestionResult,
    Recommendation,
    Ruling,
    Scorecard,
    Standing,
)
from bot.i18n import Texts
from bot.rendering.callbacks import Contest, OpenStrong, OpenTranscript, Plain, ReadNext, parse
from bot.rendering.html import plain_text, units
from bot.rendering.report import question_html, render_report
from tests.unit.rendering.strategies import shown, wild_text

TEXTS = Texts.load(strict=True)

quotes = st.lists(wild_text, max_size=2).map(tuple)
appeals = st.none() | st.builds(
    Appeal, wild_text, st.sampled_from(Contested), wild_text, wild_text, st.sampled_from(Ruling)
)
points = st.builds(
    PointResult,
    wild_text,
    wild_text,
    st.sampled_from(Level),
    st.floats(0.1, 5),
    st.sampled_from(Standing),
    quotes,
    wild_text,
    appeals,
)
flags = st.builds(FlagResult, wild_text, wild_text, wild_text, st.sampled_from(FlagStanding), quotes, appeals)
marks = st.none() | st.floats(0, 5)
results = st.builds(
    QuestionResult,
    question=wild_text,
    title=wild_text,
    topic=wild_text,
    level=st.sampled_from(Level),
    score=marks,
    points=st.lists(points, max_size=4).map(tuple),
    flags=st.lists(flags, max_size=2).map(tuple),
    hints=st.integers(0, 9),
    skipped=st.booleans(),
    confidence=st.none() | st.integers(1, 5),
)
scorecards = st.builds(
    Scorecard,
    recommendation=st.sampled_from(Recommendation),
    score=marks,
    level=st.sampled_from(Level),
    asked=st.integers(0, 30),
    planned=st.integers(0, 30),
    questions=st.lists(results, max_size=3).map(tuple),
    ceilings=st.lists(st.tuples(wild_text, st.sampled_from(Level)), max_size=3).map(tuple),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(scorecards, st.sampled_from(Language), st.none() | st.integers(1, 10**9))
def test_any_report_can_be_sent(scorecard: Scorecard, language: Language, session: int | None) -> None:
    messages = render_report(TEXTS, language, scorecard, None, session)
    for message in messages:
        assert 0 < units(shown(message.html).text) <= 4096
    assert [message.buttons != () for message in messages] == [False] * (len(messages) - 1) + [True]


def point(text: str, standing: Standing, *said: str, level: Level = Level.MIDDLE, weight: float = 1) -> PointResult:
    return PointResult(text, text, level, weight, standing, said)


def question(*found: PointResult, flags: tuple[FlagResult, ...] = (), score: float | None = 3.5) -> QuestionResult:
    return QuestionResult("id", "Title & more", "containers", Level.MIDDLE, score, found, flags)


def card(
    *questions: QuestionResult,
    recommendation: Recommendation = Recommendation.LEANING_HIRE,
    ceilings: tuple[tuple[str, Level], ...] = (),
) -> Scorecard:
    return Scorecard(recommendation, 3.5, Level.MIDDLE, len(questions), 5, questions, ceilings)


def summary(scorecard: Scorecard, topics: dict[str, Topic] | None = None) -> str:
    return plain_text(render_report(TEXTS, Language.EN, scorecard, topics)[0].html)


def details(result: QuestionResult) -> str:
    return plain_text(question_html(TEXTS, Language.EN, result))


@pytest.mark.parametrize(
    ("recommendation", "words"),
    [
        (Recommendation.STRONG_HIRE, "Strong hire"),
        (Recommendation.LEANING_HIRE, "Leaning hire"),
        (Recommendation.LEANING_NO_HIRE, "Leaning no hire"),
        (Recommendation.STRONG_NO_HIRE, "Strong no hire"),
    ],
)
def test_the_summary_begins_with_verdict_and_mark(recommendation: Recommendation, words: str) -> None:
    said = summary(card(question(), recommendation=recommendation))
    assert said.startswith(f"Report · Middle · 1 of 5 questions asked\n\n{words}\nScore: 3.5 of 5\n\n")


def test_too_little_to_judge_is_said_and_no_mark_given_but_what_was_seen_is_shown() -> None:
    flag = FlagResult("f", "claim", "right", FlagStanding.WRONG, ("wrong words",))
    found = question(point("A", Standing.MISSING), point("B", Standing.STATED, "words"), flags=(flag,))
    ceilings = (("containers", Level.SENIOR),)
    said = summary(card(found, recommendation=Recommendation.NOT_ENOUGH_DATA, ceilings=ceilings))
    assert "Not enough data" in said
    assert not any(word in said for word in ("Score", "Level by"))
    assert "Strengths\n✓ B\n“words”" in said
    assert "What to work on\n✗ A" in said
    assert "Wrong claims\n⚠ Wrong: claim\nYou said: “wrong words”" in said


def test_the_basis_counts_answered_questions_only_and_names_what_was_not_assessed() -> None:
    skipped = QuestionResult("q", "T", "t", Level.MIDDLE, 0.0, (), (), skipped=True)
    said = summary(card(question(), question(), question(score=None), skipped))
    assert "Based on 2 answered questions." in said
    assert "not assessed" in said


def test_ceilings_are_given_by_the_name_of_the_topic() -> None:
    topics = {"containers": Topic("containers", {Language.EN: "Containers & co"})}
    scorecard = card(question(), ceilings=(("containers", Level.JUNIOR), ("unknown", Level.SENIOR)))
    said = summary(scorecard, topics)
    assert "• Containers & co: held up to Junior\n• unknown: held up to Senior" in said


def test_strengths_need_a_quotation_and_the_heaviest_come_first() -> None:
    found = [point(f"point {n}", Standing.STATED, f"words {n}", weight=n) for n in range(1, 6)]
    said = summary(card(question(*found, point("unproven", Standing.STATED, weight=9))))
    assert "Strengths\n✓ point 5\n“words 5”\n✓ point 4\n“words 4”\n✓ point 3\n“words 3”" in said
    assert "point 2" not in said
    assert "unproven" not in said


def test_gaps_begin_with_the_basics() -> None:
    found = (
        point("advanced", Standing.MISSING, level=Level.SENIOR, weight=5),
        point("basic", Standing.MISSING, level=Level.JUNIOR),
        point("said", Standing.STATED, "words"),
        point("passed on", Standing.DECLINED, level=Level.MIDDLE),
    )
    said = summary(card(question(*found)))
    assert said.endswith("What to work on\n✗ basic\n– passed on (you passed on it)\n✗ advanced")


def test_what_was_asked_for_in_vain_comes_before_what_did_not_come_up() -> None:
    found = (
        replace(point("not asked", Standing.MISSING, level=Level.JUNIOR), instead="the answer"),
        replace(point("asked", Standing.MISSING, level=Level.SENIOR), instead="a reply", asked=True),
    )
    said = summary(card(question(*found)))
    assert said.endswith(
        "What to work on\n✗ asked\nYou answered: “a reply”\n✗ not asked\nNot in your answer: “the answer”"
    )


def test_a_question_skipped_gives_no_gaps() -> None:
    skipped = replace(question(point("A", Standing.MISSING)), skipped=True)
    assert "work on" not in summary(card(skipped))


def test_gaps_are_taken_from_all_questions_before_a_second_of_any() -> None:
    first = [point(f"first {n}", Standing.MISSING, level=Level.JUNIOR) for n in range(3)]
    said = summary(card(question(*first), question(point("second", Standing.MISSING, level=Level.SENIOR))))
    assert said.endswith("What to work on\n✗ first 0\n✗ second\n✗ first 1")


def test_a_gap_has_the_words_said_instead_and_a_half_said_one_its_own() -> None:
    missed = replace(point("A", Standing.MISSING), instead="something else " * 20, asked=True)
    half = point("B", Standing.UNSURE, "sort of B")
    said = summary(card(question(missed, half)))
    gaps = said.split("What to work on\n")[1].splitlines()
    assert gaps[0] == "✗ A"
    assert gaps[1].startswith("You answered: “something else something")
    assert len(gaps[1]) < 170
    assert gaps[2:] == ["? B (not clear enough to count)", "“sort of B”"]


def test_gaps_in_a_row_of_one_answer_share_its_quotation() -> None:
    gaps = [replace(point(name, Standing.MISSING), instead=words) for name, words in zip("ABC", "xxy", strict=True)]
    said = summary(card(question(*gaps))).split("What to work on\n")[1].splitlines()
    assert said == ["✗ A", "✗ B", "Not in your answer: “x”", "✗ C", "Not in your answer: “y”"]


def test_a_point_passed_on_is_not_held_against_another_answer() -> None:
    asked = replace(point("A", Standing.DECLINED), instead="no idea", asked=True)
    passed = replace(point("B", Standing.DECLINED), instead="the answer")
    said = summary(card(question(asked, passed))).split("What to work on\n")[1].splitlines()
    assert said == ["– A (you passed on it)", "You answered: “no idea”", "– B (you passed on it)"]


def test_wrong_claims_come_last_in_the_summary_the_gravest_first() -> None:
    flags = [
        FlagResult("f", f"claim {standing}", "right", standing, ("words",))
        for standing in (FlagStanding.SUSPECTED, FlagStanding.CORRECTED, FlagStanding.WRONG)
    ]
    said = summary(card(question(flags=tuple(flags)))).split("Wrong claims\n")[1]
    assert said == (
        "⚠ Wrong: claim wrong\nYou said: “words”\nRight: right\n\n"
        "↺ Corrected by yourself, no penalty: claim corrected\nYou said: “words”\nRight: right\n\n"
        "? Perhaps meant, not counted: claim suspected\nYou said: “words”\nRight: right"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "You said yes to: “Is it <so>?”"),
        (Language.RU, "Вы ответили «да» на вопрос: «Is it <so>?»"),
        (Language.UK, "Ви відповіли «так» на запитання: «Is it <so>?»"),
    ],
)
def test_a_claim_made_by_a_yes_shows_the_question_and_not_the_words_that_raised_it(
    language: Language, said: str
) -> None:
    flag = FlagResult("f", "claim", "right", FlagStanding.WRONG, ("words",), agreed="Is it <so>?")
    shown = plain_text(question_html(TEXTS, language, question(flags=(flag,))))
    assert said in shown
    assert "words" not in shown


def appealed(ruling: Ruling, standing: Standing = Standing.MISSING) -> PointResult:
    contest = Appeal("id", Contested.POINT, "A", "I said <so>", ruling)
    quotes = ("I said <so>",) if standing is Standing.STATED else ()
    return replace(point("A", standing, *quotes), appeal=contest)


@pytest.mark.parametrize(
    ("result", "lines"),
    [
        (
            appealed(Ruling.OPEN),
            ["✗ A", "⚖ Appealed with “I said <so>”; not decided yet, the mark stays until then."],
        ),
        (appealed(Ruling.REJECTED), ["✗ A", "⚖ Appealed with “I said <so>”; not accepted."]),
        (appealed(Ruling.ACCEPTED, Standing.STATED), ["✓ A (on appeal)", "“I said <so>”"]),
    ],
)
def test_an_appeal_is_told_wherever_its_point_is(result: PointResult, lines: list[str]) -> None:
    assert details(question(result)).split("\n\n")[1].splitlines() == lines
    assert "\n".join(lines) in summary(card(question(result)))


def test_an_appeal_against_a_wrong_claim_is_told_too() -> None:
    contest = Appeal("id", Contested.FLAG, "f", "never said", Ruling.OPEN)
    flag = FlagResult("f", "A is B", "", FlagStanding.WRONG, ("A is B",), contest)
    assert "Appealed with “never said”; not decided yet" in details(question(flags=(flag,)))
    cleared = replace(flag, standing=FlagStanding.CLEARED, appeal=replace(contest, ruling=Ruling.ACCEPTED))
    assert "○ Not held against you, on appeal: A is B" in details(question(flags=(cleared,)))


def offered(scorecard: Scorecard, session: int | None) -> list[object]:
    buttons = render_report(TEXTS, Language.EN, scorecard, None, session)[-1].buttons
    return [parse(button.data) for row in buttons for button in row]


def test_appealing_is_offered_where_there_is_something_to_contest_and_to_come_back_to() -> None:
    missed, said = question(point("A", Standing.MISSING)), question(point("A", Standing.STATED, "a"))
    assert offered(card(missed), 7)[0] == Contest(7)
    assert Contest(7) not in offered(card(said), 7)
    assert Contest(7) not in offered(card(question(appealed(Ruling.OPEN))), 7)
    assert offered(card(missed), None) == [Plain.NEW]


def test_transcript_reading_and_strong_answers_are_offered_and_another_interview_last() -> None:
    assert offered(card(question()), 7) == [OpenStrong(7), ReadNext(7), OpenTranscript(7), Plain.NEW]


def test_without_strengths_or_gaps_there_is_no_such_heading() -> None:
    said = summary(card(question(point("helped", Standing.ASSISTED, "words"))))
    assert not any(word in said for word in ("Strengths", "work on", "Wrong claims"))


def test_every_point_is_listed_with_its_standing_and_the_words_that_earned_it() -> None:
    said = details(
        question(
            point("A", Standing.STATED, "said a", "and again"),
            point("B", Standing.ASSISTED, "said b"),
            point("C", Standing.UNSURE, "said c"),
            point("D", Standing.MISSING),
        )
    )
    assert said.split("\n\n")[1].splitlines() == [
        "✓ A",
        "“said a”",
        "“and again”",
        "◐ B (with help, counts in part)",
        "“said b”",
        "? C (not clear enough to count)",
        "“said c”",
        "✗ D",
    ]


@pytest.mark.parametrize(
    ("standing", "heading"),
    [
        (FlagStanding.WRONG, "⚠ Wrong: A is B"),
        (FlagStanding.CORRECTED, "↺ Corrected by yourself, no penalty: A is B"),
        (FlagStanding.SUSPECTED, "? Perhaps meant, not counted: A is B"),
    ],
)
def test_a_wrong_claim_comes_with_what_was_said_and_what_is_right(standing: FlagStanding, heading: str) -> None:
    flag = FlagResult("f", "A is B", "A is `C`", standing, ("well, A is B",))
    said = details(question(flags=(flag,)))
    assert said.endswith(f"{heading}\nYou said: “well, A is B”\nRight: A is C")


def test_a_wrong_claim_without_a_correction_in_the_bank_promises_none() -> None:
    flag = FlagResult("f", "A is B", "", FlagStanding.WRONG, ("A is B",))
    assert "Right" not in details(question(flags=(flag,)))


def test_an_unanswered_question_lists_no_gaps() -> None:
    said = details(question(point("A", Standing.MISSING), score=None))
    assert said == "Title & more\nMiddle · not answered"


def test_hints_and_confidence_are_told() -> None:
    result = QuestionResult("q", "T", "t", Level.SENIOR, 5.0, (), (), hints=2, confidence=4)
    assert details(result) == "T\nSenior · 5.0 of 5 · 2 hints used · Your own confidence: 4 of 5"


@pytest.mark.parametrize(
    ("confidence", "told"),
    [(5, "You were surer than your answers bear out: 5.0 of 5 on average, with answers at 3.0."), (None, None)],
)
def test_the_summary_compares_confidence_with_marks(confidence: int | None, told: str | None) -> None:
    results = [QuestionResult("q", "T", "t", Level.MIDDLE, 3.0, (), (), confidence=confidence)] * 2
    said = summary(card(*results)).splitlines()
    assert (told in said) if told else not any("surer" in line or "sure on" in line for line in said)


def test_the_same_words_are_quoted_once_and_long_ones_cut() -> None:
    said = details(question(point("A", Standing.STATED, "same", "same", "long words " * 60)))
    assert said.count("“same”") == 1
    assert len(said) < 400
    assert said.endswith("…”")


def test_questions_are_numbered_and_packed_into_few_messages() -> None:
    found = tuple(point("x" * 400, Standing.STATED, "y" * 200) for _ in range(5))
    messages = render_report(TEXTS, Language.EN, card(*[question(*found)] * 4))
    assert len(messages) == 5
    assert [f"{number}. Title" in plain_text(messages[number].html) for number in range(1, 5)] == [True] * 4
    short = render_report(TEXTS, Language.EN, card(*[question()] * 4))
    assert len(short) == 2


def test_words_said_against_a_claim_stand_beside_it() -> None:
    flag = FlagResult("f", "A is B", "", FlagStanding.WRONG, ("A is B",), denied=("A is not B",))
    assert "You said: “A is B”\nAnd you said: “A is not B”" in details(question(flags=(flag,)))
