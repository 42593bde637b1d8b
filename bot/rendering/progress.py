"""Several interviews together: trend, comparison, what is known by topic, and what to read next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from babel.dates import format_date

from bot.domain.language import Language, Level
from bot.domain.messaging import Button, OutMessage
from bot.domain.question import Question, Topic
from bot.domain.scorecard import PointResult, Standing
from bot.engine.progress import Comparison, Known
from bot.i18n import Texts
from bot.rendering.callbacks import Callback, Compare, Drill, DrillTopic, OpenTopic, Plain, Study, fits
from bot.rendering.charts import bar, chart_message
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import button, grid
from bot.rendering.markdown import inline_html
from bot.rendering.splitting import pack

LABEL_LENGTH = 40
"""Characters of a button of its own row."""
SUGGESTED = 8
"""Questions suggested to read at most."""
LISTED = 5
"""Points of a kind listed in a comparison."""

_MARKS = {Standing.STATED: "✓", Standing.ASSISTED: "◐", Standing.UNSURE: "?"}

Topics = Mapping[str, Topic]
Listing = Iterable[tuple[str, Callback]]


def trend_line(texts: Texts, language: Language, marks: Sequence[float]) -> str:
    """Marks from the oldest to the newest, and whether they rise; empty for fewer than two."""
    if len(marks) < 2:  # noqa: PLR2004 -- one mark is no trend
        return ""
    shown = " → ".join(texts.text(language, "trend-mark", score=mark) for mark in marks)
    change = round(marks[-1] - marks[0], 1)
    direction = "up" if change > 0 else "down" if change < 0 else "level"
    return texts.text(language, "trend", marks=shown, direction=direction, change=abs(change))


def compare_buttons(
    texts: Texts, language: Language, ids: Iterable[str], topics: Topics
) -> tuple[tuple[Button, ...], ...]:
    """A button for every topic that was tried more than once."""
    return _rows(
        (texts.text(language, "button-compare", topic=_name(topics, each, language)), Compare(each)) for each in ids
    )


def comparison_messages(
    texts: Texts, language: Language, topic: str, topics: Topics, found: Comparison
) -> tuple[OutMessage, ...]:
    """The last attempt on a topic against the one before it."""
    days = [format_date(each.held, "d MMM y", locale=language.value) for each in (found.before, found.after)]
    head = texts.text(
        language,
        "compare",
        topic=escape(_name(topics, topic, language)),
        earlier=days[0],
        later=days[1],
        before=found.marks[0],
        after=found.marks[1],
    )
    sections = (
        _listed(texts.text(language, "compare-gained"), found.gained),
        _listed(texts.text(language, "compare-lost"), found.lost),
        _listed(texts.text(language, "compare-open"), found.open),
    )
    points = [section for section in sections if section] or [texts.text(language, "compare-nothing")]
    *before, last = pack((head, *points))
    training = _rows([(texts.text(language, "button-train"), DrillTopic(topic))] if found.open or found.lost else [])
    return (*map(OutMessage, before), OutMessage(last, training))


def progress_messages(
    texts: Texts, language: Language, known: Sequence[Known], topics: Topics
) -> tuple[OutMessage, ...]:
    """What is known by topic in a list with a button each, and as a chart."""
    if not known:
        begin = button(texts.text(language, "button-begin"), Plain.NEW)
        return (OutMessage(texts.text(language, "progress-empty"), ((begin,),)),)
    by_topic: dict[str, list[Known]] = {}
    for each in known:
        by_topic.setdefault(each.topic, []).append(each)
    lines = [_topic_line(texts, language, _name(topics, topic, language), points) for topic, points in by_topic.items()]
    bars = [
        bar(texts, language, _name(topics, topic, language), (each.point.standing for each in points))
        for topic, points in by_topic.items()
    ]
    rows = _rows((_name(topics, topic, language), OpenTopic(topic)) for topic in by_topic)
    *before, last = pack(
        ("\n".join((texts.text(language, "progress"), *lines)), texts.text(language, "progress-choose"))
    )
    drawn = chart_message(texts, language, texts.text(language, "chart-progress"), bars)
    return (*map(OutMessage, before), drawn, OutMessage(last, rows))


def topic_messages(
    texts: Texts, language: Language, topic: str, topics: Topics, known: Sequence[Known]
) -> tuple[OutMessage, ...]:
    """Every point of a topic as it stood last, question by question."""
    questions: dict[str, list[Known]] = {}
    for each in known:
        questions.setdefault(each.question, []).append(each)
    blocks = (
        "\n".join((f"<b>{escape(points[0].title)}</b>", *(_point_line(each.point) for each in points)))
        for points in questions.values()
    )
    head = texts.text(language, "progress-topic", topic=escape(_name(topics, topic, language)))
    *before, last = pack((head, *blocks))
    gaps = any(each.point.standing not in (Standing.STATED, Standing.ASSISTED) for each in known)
    rows = _rows([(texts.text(language, "button-train"), DrillTopic(topic))] if gaps else [])
    return (*map(OutMessage, before), OutMessage(last, rows))


def next_message(
    texts: Texts, language: Language, session: int, level: Level, gaps: Sequence[tuple[str, Sequence[Question]]]
) -> OutMessage:
    """What to read after questions with gaps: their titles with related questions, which begin a training round."""
    if not gaps:
        return OutMessage(texts.text(language, "next-nothing"))
    lines = [
        texts.text(
            language, "next-line", title=escape(title), related=escape(", ".join(each.title for each in related))
        )
        if related
        else texts.text(language, "next-alone", title=escape(title))
        for title, related in gaps
    ]
    related = {each.id: each for _, questions in gaps for each in questions}
    studies = [(each.title, Study(level, each.id)) for each in related.values()][:SUGGESTED]
    training = button(texts.text(language, "button-train"), Drill(session))
    said = pack(("\n".join((texts.text(language, "next"), *lines)), texts.text(language, "next-choose")))
    return OutMessage(said[0], ((training,), *_rows(studies)))


def _rows(entries: Listing) -> tuple[tuple[Button, ...], ...]:
    return grid((button(clip(name, LABEL_LENGTH), callback) for name, callback in entries if fits(callback)), most=1)


def _name(topics: Topics, topic: str, language: Language) -> str:
    return topics[topic].name(language) if topic in topics else topic


def _topic_line(texts: Texts, language: Language, name: str, points: Sequence[Known]) -> str:
    stated = sum(each.point.standing is Standing.STATED for each in points)
    share = round(100 * stated / len(points))
    return texts.text(language, "progress-line", topic=escape(name), stated=stated, count=len(points), share=share)


def _point_line(point: PointResult) -> str:
    return f"{_MARKS.get(point.standing, '✗')} {inline_html(point.text)}"


def _listed(title: str, points: Sequence[PointResult]) -> str:
    def lines() -> Iterator[str]:
        yield title
        yield from (_point_line(point) for point in points[:LISTED])
        if len(points) > LISTED:
            yield f"… +{len(points) - LISTED}"

    return "\n".join(lines()) if points else ""
