from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.messaging import Chart, OutMessage
from bot.domain.question import Question, Topic
from bot.domain.scorecard import PointResult, Recommendation, Scorecard, Standing
from bot.engine.progress import Attempt, Comparison, Known
from bot.i18n import Texts
from bot.rendering import progress
from bot.rendering.callbacks import Compare, Drill, DrillTopic, OpenTopic, Plain, Study, parse
from bot.rendering.html import plain_text, units
from tests.unit.rendering.strategies import shown, wild_text

TEXTS = Texts.load(strict=True)
EN = Language.EN
TOPICS = {"sql": Topic("sql", dict.fromkeys(Language, "SQL & <co>"))}
CARD = Scorecard(Recommendation.LEANING_HIRE, 3.0, Level.JUNIOR, 0, 0, ())


def point(text: str, standing: Standing = Standing.STATED) -> PointResult:
    return PointResult(text, text, Level.JUNIOR, 1, standing)


def known(text: str, standing: Standing, question: str = "q", topic: str = "sql") -> Known:
    return Known(question, question.title(), topic, point(text, standing))


def comparison(gained: int = 1, lost: int = 0, open_: int = 0) -> Comparison:
    days = [Attempt(number, date(2026, 5, number), Level.JUNIOR, CARD) for number in (3, 9)]
    parts = [tuple(point(f"{name} {at}") for at in range(n)) for name, n in (("g", gained), ("l", lost), ("o", open_))]
    return Comparison(days[0], days[1], (2.0, 3.5), *parts)


def page(name: str) -> Question:
    return Question(name, EN, "sql", f"About {name}", "What?", ())


def targets(message: OutMessage) -> list[object]:
    return [parse(button.data) for row in message.buttons for button in row]


def whole(messages: tuple[OutMessage, ...]) -> str:
    return "\n".join(plain_text(message.html) for message in messages)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(Language), st.lists(wild_text, min_size=1, max_size=40), st.sampled_from(["sql", "x" * 60]))
def test_everything_can_be_sent(language: Language, texts: list[str], topic: str) -> None:
    points = tuple(point(text, Standing.MISSING) for text in texts)
    found = [Known("q", text, topic, each) for text, each in zip(texts, points, strict=True)]
    some = comparison()
    both = Comparison(some.before, some.after, (1.0, 2.0), points, points, points)
    gaps = [(text, [page("other")]) for text in texts]
    for message in (
        *progress.comparison_messages(TEXTS, language, topic, TOPICS, both),
        *progress.progress_messages(TEXTS, language, found, TOPICS),
        *progress.topic_messages(TEXTS, language, topic, TOPICS, found),
        progress.next_message(TEXTS, language, 7, Level.JUNIOR, gaps),
    ):
        assert 0 < units(shown(message.html).text) <= 4096
        assert None not in targets(message)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((2.0, 2.5, 3.4), "Marks, oldest first: 2.0 → 2.5 → 3.4. Up by 1.4."),
        ((3.0, 2.0), "Marks, oldest first: 3.0 → 2.0. Down by 1."),
        ((3.0, 3.01), "Marks, oldest first: 3.0 → 3.0. No change."),
        ((3.0,), ""),
        ((), ""),
    ],
)
def test_a_trend_needs_two_marks(marks: tuple[float, ...], said: str) -> None:
    assert progress.trend_line(TEXTS, EN, marks) == said


def test_a_comparison_lists_what_changed_and_trains_what_is_open() -> None:
    messages = progress.comparison_messages(TEXTS, EN, "sql", TOPICS, comparison(gained=7, lost=1, open_=1))
    said = whole(messages)
    assert said.startswith("SQL & <co>\n3 May 2026: 2.0 of 5\n9 May 2026: 3.5 of 5")
    assert "New since then\n✓ g 0\n✓ g 1\n✓ g 2\n✓ g 3\n✓ g 4\n… +2" in said
    assert "Said then, not now\n✓ l 0" in said
    assert targets(messages[-1]) == [DrillTopic("sql")]


def test_a_comparison_without_common_questions_says_so() -> None:
    messages = progress.comparison_messages(TEXTS, EN, "sql", TOPICS, comparison(gained=0))
    assert "No question was asked both times" in whole(messages)
    assert targets(messages[-1]) == []


def test_progress_counts_points_by_topic_with_a_picture_and_a_button_each() -> None:
    found = [known("a", Standing.STATED), known("b", Standing.MISSING), known("c", Standing.ASSISTED, topic="http")]
    *_, picture, last = progress.progress_messages(TEXTS, EN, found, TOPICS)
    drawn = picture.chart
    assert isinstance(drawn, Chart)
    assert [(bar.label, bar.values) for bar in drawn.bars] == [("SQL & <co>", (1, 0, 0, 1)), ("http", (0, 1, 0, 0))]
    assert targets(last) == [OpenTopic("sql"), OpenTopic("http")]


def test_without_interviews_there_is_only_a_beginning() -> None:
    (message,) = progress.progress_messages(TEXTS, EN, [], TOPICS)
    assert targets(message) == [Plain.NEW]


def test_a_topic_is_opened_question_by_question() -> None:
    found = [known("a", Standing.STATED), known("b", Standing.UNSURE, "r"), known("c", Standing.DECLINED, "r")]
    messages = progress.topic_messages(TEXTS, EN, "sql", TOPICS, found)
    assert whole(messages) == "SQL & <co>, as it stood last\n\nQ\n✓ a\n\nR\n? b\n✗ c"
    assert targets(messages[-1]) == [DrillTopic("sql")]
    known_all = progress.topic_messages(TEXTS, EN, "sql", TOPICS, found[:1])
    assert targets(known_all[-1]) == []


def test_reading_on_names_related_questions_and_trains_each() -> None:
    gaps = [("First", [page("x"), page("y")]), ("Second", [page("x")]), ("Third", [])]
    message = progress.next_message(TEXTS, EN, 7, Level.SENIOR, gaps)
    assert "• After “First”: About x, About y\n• After “Second”: About x\n• “Third” itself" in plain_text(message.html)
    assert targets(message) == [Drill(7), Study(Level.SENIOR, "x"), Study(Level.SENIOR, "y")]
    assert "Nothing expected was missing" in progress.next_message(TEXTS, EN, 7, Level.SENIOR, []).html


def test_a_name_too_long_for_a_button_is_left_out() -> None:
    rows = progress.compare_buttons(TEXTS, EN, ["sql", "x" * 60], TOPICS)
    assert [parse(row[0].data) for row in rows] == [Compare("sql")]
