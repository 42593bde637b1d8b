"""The report of an interview, to be read on a phone."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.domain.question import Topic
from bot.domain.scorecard import (
    FlagResult,
    PointResult,
    QuestionResult,
    Recommendation,
    Scorecard,
    Standing,
)
from bot.i18n import Texts
from bot.rendering.callbacks import Plain
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import button
from bot.rendering.markdown import inline_html
from bot.rendering.splitting import pack

QUOTE_LENGTH = 280
"""Characters of a quotation in the report."""

HIGHLIGHTS = 3
"""Strengths and gaps named in the summary."""

_GAPS = frozenset((Standing.MISSING, Standing.DECLINED))


def render_report(
    texts: Texts, language: Language, scorecard: Scorecard, topics: Mapping[str, Topic] | None = None
) -> tuple[OutMessage, ...]:
    """A summary, then every question point by point; the last message offers another interview.

    `topics` gives names to the topics of the ceilings; without it their ids are shown.
    """
    report = _Report(texts, language, topics or {})
    summary = "\n\n".join(report.summary(scorecard))
    details = (report.question(result, number) for number, result in enumerate(scorecard.questions, 1))
    *before, last = (*pack((summary,)), *pack(tuple(details)))
    new = button(texts.text(language, "button-new"), Plain.NEW)
    return (*map(OutMessage, before), OutMessage(last, ((new,),)))


def render_question_result(texts: Texts, language: Language, result: QuestionResult) -> tuple[OutMessage, ...]:
    """One question point by point, for a word after it in training."""
    return tuple(map(OutMessage, pack((_Report(texts, language, {}).question(result),))))


class _Report:
    """The parts of a report as HTML, in one language."""

    def __init__(self, texts: Texts, language: Language, topics: Mapping[str, Topic]) -> None:
        self._texts = texts
        self._language = language
        self._topics = topics

    def _say(self, message_id: str, **arguments: str | float) -> str:
        return self._texts.text(self._language, message_id, **arguments)

    def summary(self, card: Scorecard) -> Iterator[str]:
        """Paragraphs of the first message: verdict, and where there is enough for one, levels, strengths and gaps."""
        yield self._say("report-title", level=card.level.key, asked=card.asked, planned=card.planned)
        yield "\n".join(self._verdict(card))
        judged = tuple(result for result in card.questions if result.score is not None)
        if judged:
            answered = sum(not result.skipped for result in judged)
            yield self._say("report-basis", answered=answered)
        if card.recommendation is Recommendation.NOT_ENOUGH_DATA:
            return
        yield from self._section("report-ceilings", self._ceilings(card))
        yield from self._section("report-strengths", self._strengths(judged))
        yield from self._section("report-gaps", self._gaps(judged))

    def _verdict(self, card: Scorecard) -> Iterator[str]:
        yield self._say("report-verdict", recommendation=card.recommendation.value)
        if card.recommendation is Recommendation.NOT_ENOUGH_DATA or card.score is None:
            yield self._say("report-not-enough")
        else:
            yield self._say("report-score", score=card.score)

    def _section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        shown = tuple(lines)
        if shown:
            yield "\n".join((self._say(title), *shown))

    def _ceilings(self, card: Scorecard) -> Iterator[str]:
        for topic_id, level in card.ceilings:
            topic = self._topics.get(topic_id)
            name = escape(topic.name(self._language) if topic else topic_id)
            yield self._say("report-ceiling", topic=name, level=level.key)

    def _strengths(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        stated = (point for result in results for point in result.points if point.standing is Standing.STATED)
        proven = sorted((point for point in stated if point.quotes), key=lambda point: (-point.weight, -point.level))
        return (self._point(point) for point in islice(proven, HIGHLIGHTS))

    def _gaps(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        gaps = (point for result in results for point in result.points if point.standing in _GAPS)
        worst = sorted(gaps, key=lambda point: (point.level, -point.weight))
        return (self._point(point) for point in islice(worst, HIGHLIGHTS))

    def question(self, result: QuestionResult, number: int | None = None) -> str:
        """A question with its mark, points and wrong claims; no points where nothing was judged."""
        heading = "\n".join(self._heading(result, number))
        points = () if result.score is None else (self._point(point) for point in result.points)
        flags = (self._flag(flag) for flag in result.flags)
        return "\n\n".join(part for part in (heading, "\n".join(points), "\n\n".join(flags)) if part)

    def _heading(self, result: QuestionResult, number: int | None) -> Iterator[str]:
        title = escape(result.title)
        yield f"<b>{title}</b>" if number is None else self._say("report-number", number=number, title=title)
        facts = (self._say("level-name", level=result.level.key), *self._facts(result))
        yield f"<i>{' · '.join(facts)}</i>"

    def _facts(self, result: QuestionResult) -> Iterator[str]:
        if result.skipped:
            yield self._say("report-question-skipped")
        elif result.score is None:
            yield self._say("report-question-unanswered")
        else:
            yield self._say("report-question-score", score=result.score)
        if result.hints:
            yield self._say("report-hints", hints=result.hints)
        if result.confidence is not None:
            yield self._say("report-confidence", confidence=result.confidence)

    def _point(self, point: PointResult) -> str:
        said = self._say(f"report-{point.standing}", text=inline_html(point.text))
        return "\n".join((said, *self._quotes(point.quotes)))

    def _flag(self, flag: FlagResult) -> str:
        claim = self._say(f"report-flag-{flag.standing}", claim=inline_html(flag.claim))
        quotes = (self._say("report-you-said", quote=quote) for quote in self._quotes(flag.quotes))
        right = inline_html(flag.correction)
        correction = (self._say("report-right", correction=right),) if right else ()
        return "\n".join((claim, *quotes, *correction))

    def _quotes(self, quotes: Iterable[str]) -> Iterator[str]:
        for quote in dict.fromkeys(quotes):
            yield f"<i>{self._say('quote', text=escape(clip(quote, QUOTE_LENGTH)))}</i>"
