"""The report of an interview, to be read on a phone."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, zip_longest

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.domain.question import Topic
from bot.domain.scorecard import (
    Appeal,
    FlagResult,
    FlagStanding,
    PointResult,
    QuestionResult,
    Recommendation,
    Ruling,
    Scorecard,
    Standing,
)
from bot.engine.calibration import calibrated
from bot.engine.rulings import contestable
from bot.i18n import Texts
from bot.rendering.callbacks import Callback, Contest, OpenStrong, OpenTranscript, Plain, ReadNext
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import Keyboard, button, grid
from bot.rendering.markdown import block_html, inline_html
from bot.rendering.splitting import pack

QUOTE_LENGTH = 280
"""Characters of a quotation in the report."""

TITLE_LENGTH = 40
"""Characters of a title on a button of its own row."""

INSTEAD_LENGTH = 140
"""Characters of what was said instead of a point."""

HIGHLIGHTS = 3
"""Strengths, gaps and wrong claims named in the summary."""

_GAPS = frozenset((Standing.MISSING, Standing.UNSURE, Standing.DECLINED))
_GRAVEST = (FlagStanding.WRONG, FlagStanding.CORRECTED, FlagStanding.SUSPECTED, FlagStanding.CLEARED)


def render_report(
    texts: Texts,
    language: Language,
    scorecard: Scorecard,
    topics: Mapping[str, Topic] | None = None,
    session: int | None = None,
) -> tuple[OutMessage, ...]:
    """A summary, then every question point by point; the last message offers what can be done next.

    `topics` gives names to the topics of the ceilings; without it their ids are shown. Without a session there is
    nothing to come back to: only another interview is offered.
    """
    report = _Report(texts, language, topics or {})
    summary = "\n\n".join(report.summary(scorecard))
    details = (report.question(result, number) for number, result in enumerate(scorecard.questions, 1))
    *before, last = (*pack((summary,)), *pack(tuple(details)))
    return (*map(OutMessage, before), OutMessage(last, report_buttons(texts, language, scorecard, session)))


def report_buttons(texts: Texts, language: Language, scorecard: Scorecard, session: int | None) -> Keyboard:
    """What can be done with a report: rows of buttons, the interview that comes next in the last."""
    new = (button(texts.text(language, "button-new"), Plain.NEW),)
    if session is None:
        return (new,)
    contest = any(contestable(result) for result in scorecard.questions)
    more: list[tuple[str, Callback]] = [
        *([("button-contest", Contest(session))] if contest else ()),
        ("button-show", OpenStrong(session)),
        ("button-next-reading", ReadNext(session)),
        ("button-transcript", OpenTranscript(session)),
    ]
    return (*grid((button(texts.text(language, label), callback) for label, callback in more), most=2), new)


def summary_html(
    texts: Texts, language: Language, scorecard: Scorecard, topics: Mapping[str, Topic] | None = None
) -> tuple[str, ...]:
    """Paragraphs of the summary, not cut into messages."""
    return tuple(_Report(texts, language, topics or {}).summary(scorecard))


def strong_menu(texts: Texts, language: Language, session: int, questions: Mapping[int, str]) -> OutMessage:
    """Which question to show a strong answer to: titles by the questions' numbers."""
    buttons = (
        button(clip(f"{number}. {title}", TITLE_LENGTH), OpenStrong(session, number))
        for number, title in questions.items()
    )
    rows = grid(buttons, most=1)
    return OutMessage(texts.text(language, "strong-questions" if rows else "strong-none"), rows)


def strong_messages(texts: Texts, language: Language, title: str, answer: str) -> tuple[OutMessage, ...]:
    """A strong answer in the bank's words."""
    heading = texts.text(language, "strong-title", title=escape(title))
    return tuple(map(OutMessage, pack((f"{heading}\n\n{block_html(answer)}",))))


def question_html(texts: Texts, language: Language, result: QuestionResult) -> str:
    """One question point by point, not cut into messages."""
    return _Report(texts, language, {}).question(result)


class _Report:
    """The parts of a report as HTML, in one language."""

    def __init__(self, texts: Texts, language: Language, topics: Mapping[str, Topic]) -> None:
        self._texts = texts
        self._language = language
        self._topics = topics

    def _say(self, message_id: str, **arguments: str | float) -> str:
        return self._texts.text(self._language, message_id, **arguments)

    def summary(self, card: Scorecard) -> Iterator[str]:
        """Paragraphs of the first message: verdict, levels, strengths and gaps; no levels without a verdict."""
        yield self._say("report-title", level=card.level.key, asked=card.asked, planned=card.planned)
        yield "\n".join(self._verdict(card))
        judged = tuple(result for result in card.questions if result.score is not None)
        if judged:
            answered = sum(not result.skipped for result in judged)
            yield self._say("report-basis", answered=answered)
        if card.recommendation is not Recommendation.NOT_ENOUGH_DATA:
            yield from self._section("report-ceilings", self._ceilings(card))
        yield from self._calibration(judged)
        yield from self._section("report-strengths", self._strengths(judged))
        yield from self._section("report-gaps", self._gaps(judged))
        yield from self._section("report-flags", self._worst_flags(judged), "\n\n")

    def _verdict(self, card: Scorecard) -> Iterator[str]:
        yield self._say("report-verdict", recommendation=card.recommendation.value)
        if card.recommendation is Recommendation.NOT_ENOUGH_DATA or card.score is None:
            yield self._say("report-not-enough")
        else:
            yield self._say("report-score", score=card.score)

    def _section(self, title: str, entries: Iterable[str], between: str = "\n") -> Iterator[str]:
        shown = between.join(entries)
        if shown:
            yield f"{self._say(title)}\n{shown}"

    def _ceilings(self, card: Scorecard) -> Iterator[str]:
        for topic_id, level in card.ceilings:
            topic = self._topics.get(topic_id)
            name = escape(topic.name(self._language) if topic else topic_id)
            yield self._say("report-ceiling", topic=name, level=level.key)

    def _calibration(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        found = calibrated(results)
        if found is not None:
            yield self._say("report-calibration", fit=found.fit, confidence=found.confidence, score=found.score)

    def _strengths(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        stated = (point for result in results for point in result.points if point.standing is Standing.STATED)
        proven = sorted((point for point in stated if point.quotes), key=lambda point: (-point.weight, -point.level))
        return (self._point(point) for point in islice(proven, HIGHLIGHTS))

    def _gaps(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        """What was asked for and basics first, and of every question one before a second of any.

        A question skipped tells nothing but that it was skipped, which it says itself.
        """
        said = (result for result in results if not result.skipped)
        ranked = [(rank, gap) for result in said for rank, gap in enumerate(_gaps_of(result))]
        worst = sorted(ranked, key=lambda entry: (entry[0], *_gravity(entry[1])))
        shown = [gap for _, gap in islice(worst, HIGHLIGHTS)]
        return (
            self._point(gap, instead=not _in_same_words(gap, after)) for gap, after in zip_longest(shown, shown[1:])
        )

    def _worst_flags(self, results: Iterable[QuestionResult]) -> Iterator[str]:
        flags = (flag for result in results for flag in result.flags)
        worst = sorted(flags, key=lambda flag: _GRAVEST.index(flag.standing))
        return (self._flag(flag) for flag in islice(worst, HIGHLIGHTS))

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

    def _point(self, point: PointResult, *, instead: bool = False) -> str:
        upheld = point.appeal is not None and point.appeal.ruling is Ruling.ACCEPTED
        said = self._say("report-upheld" if upheld else f"report-{point.standing}", text=inline_html(point.text))
        quotes = tuple(self._quotes(point.quotes))
        # To have passed on it says why it did not come up.
        if instead and not quotes and point.instead and (point.asked or point.standing is not Standing.DECLINED):
            said_instead = "report-instead" if point.asked else "report-unmentioned"
            quotes = (self._say(said_instead, quote=self._quote(point.instead, INSTEAD_LENGTH)),)
        return "\n".join((said, *quotes, *self._appeal(point.appeal)))

    def _flag(self, flag: FlagResult) -> str:
        claim = self._say(f"report-flag-{flag.standing}", claim=inline_html(flag.claim))
        said, words = ("report-said-yes", (flag.agreed,)) if flag.agreed else ("report-you-said", flag.quotes)
        quotes = [self._say(said, quote=quote) for quote in self._quotes(words)]
        quotes += [self._say("report-also-said", quote=quote) for quote in self._quotes(flag.denied)]
        right = inline_html(flag.correction)
        correction = (self._say("report-right", correction=right),) if right else ()
        return "\n".join((claim, *quotes, *correction, *self._appeal(flag.appeal)))

    def _appeal(self, appeal: Appeal | None) -> Iterator[str]:
        """That a verdict is or was contested; what was upheld on appeal says so itself."""
        if appeal is not None and appeal.ruling is not Ruling.ACCEPTED:
            quote = self._quote(appeal.quote, INSTEAD_LENGTH)
            yield self._say("report-appeal", ruling=appeal.ruling.value, quote=quote)

    def _quotes(self, quotes: Iterable[str]) -> Iterator[str]:
        return (self._quote(quote, QUOTE_LENGTH) for quote in dict.fromkeys(quotes))

    def _quote(self, words: str, length: int) -> str:
        return f"<i>{self._say('quote', text=escape(clip(words, length)))}</i>"


def _gaps_of(result: QuestionResult) -> list[PointResult]:
    return sorted((point for point in result.points if point.standing in _GAPS), key=_gravity)


def _in_same_words(gap: PointResult, after: PointResult | None) -> bool:
    """Whether the gap below it is shown with the same answer, which neither came up in: once is enough."""
    alike = after is not None and (gap.instead, gap.asked, after.asked) == (after.instead, False, False)
    return alike and after is not None and not (gap.quotes or after.quotes)


def _gravity(gap: PointResult) -> tuple[bool, int, float]:
    """Order of gaps: one asked for in vain weighs more than one that merely did not come up."""
    return not (gap.asked or gap.quotes), gap.level, -gap.weight
