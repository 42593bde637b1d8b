"""What is drawn of a report: points by topic and level, and what became of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.language import Language, Level
from bot.domain.messaging import Bar, Chart, OutMessage, Tone
from bot.domain.question import Topic
from bot.domain.scorecard import Scorecard, Standing
from bot.i18n import Texts
from bot.rendering.html import clip

MOST = 12
"""Bars of a picture; more would not fit a phone's screen: then the levels of a topic share one."""

TOPIC_LENGTH = 32
"""Characters of a topic's name beside a level or as the title."""

_Key = tuple[str, Level | None]
"""What a bar is of: a topic at a level, or at all of them."""

TONES: Mapping[Standing, Tone] = {
    Standing.STATED: Tone.GOOD,
    Standing.ASSISTED: Tone.HELPED,
    Standing.UNSURE: Tone.UNCLEAR,
    Standing.MISSING: Tone.OPEN,
    Standing.DECLINED: Tone.OPEN,
}


def coverage_message(
    texts: Texts, language: Language, card: Scorecard, topics: Mapping[str, Topic]
) -> OutMessage | None:
    """The picture of a report, None when nothing was judged."""
    judged = [result for result in card.questions if result.score is not None]
    found = [((result.topic, point.level), point) for result in judged for point in result.points]
    if not found:
        return None
    order = list(dict.fromkeys(result.topic for result in judged))
    keys: list[_Key] = sorted({key for key, _ in found}, key=lambda key: (order.index(key[0]), key[1]))
    if len(keys) > MOST:
        keys = [(topic, None) for topic in order]
    bars = [
        bar(
            texts,
            language,
            _label(texts, language, key, topics, single=len(order) == 1),
            (point.standing for place, point in found if key in (place, (place[0], None))),
        )
        for key in keys
    ]
    by = "chart-coverage-topics" if keys[0][1] is None else "chart-coverage"
    title = _name(language, order[0], topics) if len(order) == 1 else texts.text(language, by)
    return chart_message(texts, language, title, bars)


def chart_message(texts: Texts, language: Language, title: str, bars: Sequence[Bar]) -> OutMessage:
    """A chart of points by their tones under that title; the caption says the sums, for whoever cannot see."""
    legend = tuple((tone, texts.text(language, f"chart-{tone}")) for tone in Tone)
    sums = {str(tone): sum(each.values[place] for each in bars) for place, tone in enumerate(Tone)}
    drawn = Chart(title, legend, tuple(bars[:MOST]))
    return OutMessage(texts.text(language, "chart-caption", **sums), chart=drawn)


def bar(texts: Texts, language: Language, label: str, standings: Iterable[Standing]) -> Bar:
    """A bar of so many points in each tone; the remark is how many were stated of how many."""
    found = Counter(TONES[standing] for standing in standings)
    values = tuple(found[tone] for tone in Tone)
    remark = texts.text(language, "chart-share", stated=found[Tone.GOOD], count=sum(values))
    return Bar(label, values, remark)


def _label(texts: Texts, language: Language, key: _Key, topics: Mapping[str, Topic], *, single: bool) -> str:
    """What a bar is of; of a single topic, which the title names, the level alone."""
    topic, level = key
    if level is None:
        return _name(language, topic, topics)
    named = texts.text(language, "level-name", level=level.key)
    return named if single else f"{_name(language, topic, topics)} · {named}"


def _name(language: Language, key: str, topics: Mapping[str, Topic]) -> str:
    topic = topics.get(key)
    return clip(topic.name(language) if topic else key, TOPIC_LENGTH)
