"""A whole interview in reading order: what was said, how it was judged, and the interviewer's notebook beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from bot.domain.dialogue import Command, Line, Medium, Move
from bot.domain.language import Language
from bot.domain.question import Question, Topic
from bot.domain.scorecard import Scorecard
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine.quotation import quotes
from bot.engine.requests import strong_answer
from bot.engine.state import Turn, TurnKind
from bot.i18n import Texts
from bot.rendering.html import escape
from bot.rendering.markdown import block_html, inline_html
from bot.rendering.report import question_html, summary_html
from bot.rendering.say import lines_html

EXPLAINED = frozenset(
    (
        "addition",
        "asserted",
        "buzzwords",
        "code",
        "contradiction",
        "declined",
        "full",
        "guess",
        "hint",
        "nothing-open",
        "open-point",
        "pasted",
        "probes-spent",
        "short-exact",
        "silence",
        "suspected",
        "thin",
        "too-long",
        "too-short",
    )
)
"""Reasons of the interviewer (`Turn.why`) that the notebook gives; the others speak for themselves."""

_MARKS = {PointStatus.STATED: "✓", PointStatus.UNSURE: "?"}
_FLAG_MARKS = {FlagStatus.ASSERTED: "⚠", FlagStatus.SUSPECTED: "⚠?"}
_NEXT = (Move.TRANSITION, Move.ASK)
"""Moves with which the next question begins."""


class Voice(StrEnum):
    """Whose an entry is; NOTE is the notebook."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said or noted, as HTML of the messenger's subset."""

    voice: Voice
    html: str


@dataclass(slots=True)
class Chapter:
    """The talk on one question, what became of it, and a strong answer; the opening and the closing have only talk."""

    title: str = ""
    entries: list[Entry] = field(default_factory=list)
    result: str = ""
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything, with names of the parts; texts are HTML of the messenger's subset."""

    language: Language
    title: str
    summary: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Interview:
    """What a transcript is made of; `questions` are those asked, in order, None for one that has left the bank.

    The first `closed` of them are closed for good: a strong answer to another would spoil going on with it. `topics`
    are those of the bank, for their names.
    """

    language: Language
    held: date
    card: Scorecard
    turns: Sequence[Turn]
    questions: Sequence[Question | None]
    closed: int
    topics: Mapping[str, Topic]


def compose(texts: Texts, interview: Interview) -> Transcript:
    """The transcript in the language the interview was held in."""
    language = interview.language
    day = format_date(interview.held, "d MMMM y", locale=language.value)
    voices = {str(voice): texts.text(language, f"transcript-{voice}") for voice in Voice}
    strong = {"strong": texts.text(language, "button-show")}
    return Transcript(
        language,
        texts.text(language, "transcript-title", date=day),
        summary_html(texts, language, interview.card, interview.topics),
        tuple(chapter for chapter in _Composer(texts, interview).chapters() if chapter.entries or chapter.result),
        voices | strong,
    )


class _Composer:
    """Sorts the turns into chapters; lives for one transcript."""

    def __init__(self, texts: Texts, interview: Interview) -> None:
        self._texts = texts
        self._interview = interview
        self._language = interview.language

    def chapters(self) -> list[Chapter]:
        """Opening, questions in order, closing."""
        results = self._interview.card.questions
        middle = [self._of_question(number) for number in range(1, len(results) + 1)]
        found = [Chapter(), *middle, Chapter(self._say("transcript-closing"))]
        place = 0
        for turn in self._interview.turns:
            place = min(turn.ordinal or place, len(results))
            here, after = _split(turn.lines)
            found[place].entries += self._exchange(turn, here, self._question(place))
            place = min(_number(after) or place, len(results))
            found[place].entries += self._spoken(after)
            if any(line.move is Move.ANYTHING_ELSE for line in turn.lines):
                return self._closed(found, turn.number)
        return found

    def _closed(self, found: list[Chapter], last: int) -> list[Chapter]:
        """With everything after that turn, which ended the last question, in the closing."""
        for turn in self._interview.turns:
            if turn.number > last:
                found[-1].entries += self._exchange(turn, turn.lines, None)
        return found

    def _of_question(self, number: int) -> Chapter:
        result = self._interview.card.questions[number - 1]
        question = self._question(number)
        shown = question if number <= self._interview.closed else None
        strong = block_html(strong_answer(shown, result.level)) if shown else ""
        details = question_html(self._texts, self._language, result)
        return Chapter(f"{number}. {escape(result.title)}", [], details, strong)

    def _question(self, number: int) -> Question | None:
        return self._interview.questions[number - 1] if number else None

    def _exchange(self, turn: Turn, lines: Sequence[Line], question: Question | None) -> Iterator[Entry]:
        """What came, how it was judged, why it was followed up so, and the words of that."""
        if turn.kind is not TurnKind.OPENING:
            yield Entry(Voice.CANDIDATE, self._words(turn))
        notes = [*self._judged(turn, question), *self._why(turn, question)]
        if notes:
            yield Entry(Voice.NOTE, "\n".join(notes))
        yield from self._spoken(lines)

    def _spoken(self, lines: Sequence[Line]) -> Iterator[Entry]:
        if lines:
            yield Entry(Voice.INTERVIEWER, lines_html(self._texts, self._language, tuple(lines)))

    def _words(self, turn: Turn) -> str:
        """The words written, or in brackets what was done instead."""
        if turn.kind is TurnKind.SILENCE or not turn.answer.strip():
            return f"<i>[{self._say('transcript-silence')}]</i>"
        if turn.message is None and turn.answer in set(Command):
            return f"<i>[{self._say(f'button-{turn.answer}')}]</i>"
        if turn.kind is TurnKind.MEDIUM and turn.answer in set(Medium):
            return f"<i>[{self._say('transcript-no-text')}]</i>"
        return escape(turn.answer)

    def _judged(self, turn: Turn, question: Question | None) -> Iterator[str]:
        texts = _texts_of(question)
        for verdict in turn.points:
            if verdict.status in _MARKS:
                yield self._verdict(
                    _MARKS[verdict.status], texts.get(verdict.point), quotes(turn.answer, verdict.evidence)
                )
        for flag in turn.flags:
            if flag.status in _FLAG_MARKS:
                yield self._verdict(_FLAG_MARKS[flag.status], texts.get(flag.flag), quotes(turn.answer, flag.evidence))
        if turn.reply:
            yield self._say("note-reply", status=turn.reply.status.value)

    def _verdict(self, mark: str, text: str | None, words: Iterable[str]) -> str:
        quoted = " ".join(self._say("quote", text=escape(each)) for each in words)
        return f"{mark} {inline_html(text or '')} – <i>{quoted}</i>"

    def _why(self, turn: Turn, question: Question | None) -> Iterator[str]:
        code, _, target = turn.why.partition(":")
        if code in EXPLAINED:
            yield self._say("note-why", code=code)
            tested = _texts_of(question).get(target)
            if tested:
                yield self._say("note-tests", text=inline_html(tested))

    def _say(self, message_id: str, **arguments: str) -> str:
        return self._texts.text(self._language, message_id, **arguments)


def _texts_of(question: Question | None) -> Mapping[str, str]:
    """What can be asked about of a question, by id: points, wrong claims, replies to follow-ups."""
    if question is None:
        return {}
    follow_ups = {each.id: each.answer for each in question.follow_ups}
    return (
        follow_ups
        | {flag.id: flag.claim for flag in question.red_flags}
        | {each.id: each.text for each in question.points}
    )


def _split(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Lines on the question so far, and those with which the next one begins."""
    at = next((at for at, line in enumerate(lines) if line.move in _NEXT), len(lines))
    return lines[:at], lines[at:]


def _number(lines: Iterable[Line]) -> int | None:
    """Number of the question that the lines ask."""
    numbers = (value for line in lines for name, value in line.arguments if line.move is Move.ASK and name == "number")
    return next((number for number in numbers if isinstance(number, int)), None)
