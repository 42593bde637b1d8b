import pytest

from bot.domain.language import Language, Level
from bot.domain.messaging import Bar, Chart, Tone
from bot.domain.question import Topic
from bot.domain.scorecard import PointResult, QuestionResult, Recommendation, Scorecard, Standing
from bot.i18n import Texts
from bot.rendering.charts import MOST, coverage_message

TEXTS = Texts.load(strict=True)
TOPICS = {"sql": Topic("sql", {language: f"SQL {language}" for language in Language})}


def result(topic: str, *points: tuple[Level, Standing], score: float | None = 3.0) -> QuestionResult:
    found = tuple(PointResult(str(at), "A", level, 1, standing) for at, (level, standing) in enumerate(points))
    return QuestionResult("q", "T", topic, Level.SENIOR, score, found, ())


def card(*results: QuestionResult) -> Scorecard:
    return Scorecard(Recommendation.LEANING_HIRE, 3.0, Level.SENIOR, len(results), 5, results)


def chart(*results: QuestionResult, language: Language = Language.EN) -> Chart:
    message = coverage_message(TEXTS, language, card(*results), TOPICS)
    assert message is not None
    assert isinstance(message.chart, Chart)
    return message.chart


def test_points_are_counted_by_topic_and_level_and_what_became_of_them() -> None:
    junior, senior = Level.JUNIOR, Level.SENIOR
    drawn = chart(
        result("sql", (senior, Standing.MISSING), (junior, Standing.STATED), (junior, Standing.ASSISTED)),
        result("other", (junior, Standing.UNSURE), (junior, Standing.DECLINED)),
        result("sql", (junior, Standing.STATED)),
    )
    assert [tone for tone, _ in drawn.legend] == list(Tone)
    assert drawn.bars == (
        Bar("SQL en · Junior", (2, 1, 0, 0), "2 of 3"),
        Bar("SQL en · Senior", (0, 0, 0, 1), "0 of 1"),
        Bar("other · Junior", (0, 0, 1, 1), "0 of 2"),
    )


def test_what_was_not_judged_is_not_drawn() -> None:
    unasked = result("sql", (Level.JUNIOR, Standing.MISSING), score=None)
    assert coverage_message(TEXTS, Language.EN, card(unasked), TOPICS) is None
    assert coverage_message(TEXTS, Language.EN, card(), TOPICS) is None
    assert len(chart(unasked, result("other", (Level.JUNIOR, Standing.STATED))).bars) == 1


def test_the_caption_says_the_sums() -> None:
    found = result("sql", (Level.JUNIOR, Standing.STATED), (Level.MIDDLE, Standing.MISSING))
    message = coverage_message(TEXTS, Language.EN, card(found), TOPICS)
    assert message is not None
    assert message.html == "Points stated: 1, with help: 0, unclear: 0, missing: 1."


def test_a_long_name_leaves_room_for_the_level_and_many_topics_for_the_screen() -> None:
    results = [result(f"a very long name of a topic number {at}", (Level.JUNIOR, Standing.STATED)) for at in range(20)]
    bars = chart(*results[:MOST]).bars
    assert len(bars) == len(chart(*results).bars) == MOST
    assert all(bar.label.endswith("… · Junior") and len(bar.label) < 45 for bar in bars)


def test_the_levels_of_a_topic_share_a_bar_where_there_are_too_many_bars() -> None:
    results = [result(f"topic {at}", *((level, Standing.STATED) for level in Level)) for at in range(5)]
    assert chart(*results[:4]).bars[0] == Bar("topic 0 · Junior", (1, 0, 0, 0), "1 of 1")
    assert chart(*results).bars == tuple(Bar(f"topic {at}", (3, 0, 0, 0), "3 of 3") for at in range(5))


@pytest.mark.parametrize("language", Language)
def test_pictures_speak_the_language_of_the_interview(language: Language) -> None:
    judged = (Level.JUNIOR, Standing.STATED)
    drawn = chart(result("sql", judged), result("other", judged), language=language)
    assert drawn.bars[0].label.startswith(f"SQL {language}")
    assert drawn.title == TEXTS.text(language, "chart-coverage")


@pytest.mark.parametrize("language", Language)
def test_a_single_topic_is_the_title_and_its_levels_are_the_bars(language: Language) -> None:
    drawn = chart(result("sql", (Level.JUNIOR, Standing.STATED), (Level.SENIOR, Standing.UNSURE)), language=language)
    assert drawn.title == f"SQL {language}"
    assert [bar.label for bar in drawn.bars] == ["Junior", "Senior"]


def test_where_levels_share_a_bar_the_title_does_not_speak_of_them() -> None:
    results = [result(f"topic {at}", *((level, Standing.STATED) for level in Level)) for at in range(5)]
    assert chart(*results).title == TEXTS.text(Language.EN, "chart-coverage-topics")
