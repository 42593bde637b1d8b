"""What players write: whether it counts, whose words it is, and what was found in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from bot.domain.ports import Grader
from bot.domain.question import Question
from bot.domain.verdict import Assessment, FlagStatus, PointStatus, ReplyStatus
from bot.engine.classify import words
from bot.engine.evidence import flag_findings
from bot.engine.judge import is_pasted
from bot.engine.policy import Policy
from bot.engine.quiz import scoring
from bot.engine.quiz.actions import Reception
from bot.engine.quiz.events import Answered
from bot.engine.quiz.game import Entry, FollowUpOption, Found, Game, Origin, Phase, Round, Wording
from bot.engine.quiz.rules import GameMode
from bot.engine.selection import effective_level

MESSAGES = 12
"""Messages and edits of one player graded in a round; more is noise, and each costs time of the machine."""
LENGTH = 2000
"""Characters of a message that are read: some three minutes of fast typing."""
TYPING = 16.0
"""Characters a second beyond which nobody types or dictates: 190 words a minute, twice a fast typist."""
ALLOWANCE = 40
"""Characters that are never too fast: what a keyboard completes in a tap or two, and the second times are told in."""
COPIED = 90.0
"""RapidFuzz ratio, 0-100, from which two texts are one."""
_COPY_WORDS = 5
"""Words from which equal texts are no coincidence."""
_KEPT = 300
"""Characters of a normalised text kept to know copies by."""
_TALK = 50
"""Messages of mere talk that are remembered."""
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Heard:
    """The round with the message in it, and what a reaction to the message says; None when it is mere talk."""

    round: Round
    reception: Reception | None


class Hearing:
    """Takes what players write; pure as its grader."""

    def __init__(self, grader: Grader, policy: Policy) -> None:
        self._grader = grader
        self._policy = policy

    def hear(self, game: Game, round_: Round, question: Question, event: Answered) -> Heard | None:
        """The message in the round; None when it does not count: too late, too many, an edit of something older."""
        event = replace(event, text=event.text[:LENGTH])
        old = _entry(round_, event)
        known = old is not None or (event.player, event.message) in round_.talk
        if not _is_timely(round_, event) or known is not event.edited or _said_enough(round_, event.player):
            return None
        level = effective_level(question, game.rules.level)
        assessment = self._grader.assess(question, event.text, level, question.prompt)
        entry = self._entry(round_, question, event, assessment)
        if game.phase is Phase.REPLY:
            entry = replace(entry, reply=self._reply(round_, question, event.text, entry))
        if not event.addressed and old is None and round_.seat is None and _is_idle(entry):
            return Heard(_overheard(round_, event), None)
        after = _with(round_, _since(entry, old), Wording(event.player, event.at, _plain(event.text)))
        return Heard(after, _reception(game, round_, after, entry, suspect=_is_suspect(assessment)))

    def _entry(self, round_: Round, question: Question, event: Answered, assessment: Assessment) -> Entry:
        flags = flag_findings(event.text, assessment.flags, self._policy.certain)
        asserted = [each.flag for each in flags if each.status is FlagStatus.ASSERTED]
        denied = [each.flag for each in flags if each.status is FlagStatus.DENIED]
        said = [each.point for each in assessment.points if each.status is PointStatus.STATED]
        return Entry(
            player=event.player,
            message=event.message,
            private=event.private,
            at=event.at,
            size=len(event.text),
            origin=self._origin(round_, question, event),
            points=_found(said, event.at),
            flags=_found(asserted, event.at),
            denied=_found(denied, event.at),
            nearly=tuple(each.point for each in assessment.points if each.status is PointStatus.UNSURE),
        )

    def _origin(self, round_: Round, question: Question, event: Answered) -> Origin:
        old = _entry(round_, event)
        pasted = event.pasted or (old is not None and old.origin is Origin.PASTED)
        if pasted or _is_too_fast(round_, event) or is_pasted(question, event.text, self._policy):
            return Origin.PASTED
        return Origin.COPIED if _is_copy(round_, event) else Origin.OWN

    def _reply(self, round_: Round, question: Question, text: str, entry: Entry) -> ReplyStatus:
        """The verdict on a reply: to a prepared follow-up the grader's, to a probe by the point it asks for."""
        option = round_.options[round_.chosen] if round_.chosen is not None else FollowUpOption("")
        prepared = next((each for each in question.follow_ups if each.id == option.follow_up), None)
        if prepared is not None:
            return self._grader.judge_reply(question, prepared, text).status
        if any(found.id == option.point for found in entry.points):
            return ReplyStatus.CORRECT
        return ReplyStatus.PARTIAL if option.point in entry.nearly else ReplyStatus.WRONG


def _found(ids: Iterable[str], at: datetime) -> tuple[Found, ...]:
    return tuple(Found(each, at) for each in ids)


def _entry(round_: Round, event: Answered) -> Entry | None:
    key = event.player, event.message, event.private
    return next((each for each in round_.entries if (each.player, each.message, each.private) == key), None)


def _is_timely(round_: Round, event: Answered) -> bool:
    """Whether it was written after the question and before time was over; the messenger cuts fractions of a second."""
    return round_.opened - _SECOND < event.at <= round_.due


def _said_enough(round_: Round, player: int) -> bool:
    return sum(wording.player == player for wording in round_.wordings) >= MESSAGES


def _is_idle(entry: Entry) -> bool:
    return not (entry.points or entry.flags or entry.denied or entry.nearly)


def _overheard(round_: Round, event: Answered) -> Round:
    """Talk is remembered so that it can be edited into an answer."""
    others = [each for each in round_.talk if each != (event.player, event.message)]
    return replace(round_, talk=(*others, (event.player, event.message))[-_TALK:])


def _is_too_fast(round_: Round, event: Answered) -> bool:
    """Whether the player can have typed all he has sent in this round since the question could be read.

    Half the time to read is taken off: a fast reader begins then.
    """
    mine = [each for each in round_.entries if each.player == event.player and each != _entry(round_, event)]
    typed = sum(each.size for each in mine) + len(event.text)
    began = round_.opened + (round_.readable - round_.opened) / 2
    seconds = max(0.0, (event.at - began).total_seconds())
    return typed > ALLOWANCE + TYPING * seconds


def _plain(text: str) -> str:
    return words(text)[:_KEPT]


def _is_copy(round_: Round, event: Answered) -> bool:
    """Whether another player wrote the same in an earlier second than this one did first."""
    mine = _plain(event.text)
    if len(mine.split()) < _COPY_WORDS:
        return False
    same = [each for each in round_.wordings if fuzz.ratio(each.text, mine, score_cutoff=COPIED) >= COPIED]
    since = min((each.at for each in same if each.player == event.player), default=event.at)
    return any(each.player != event.player and each.at < since for each in same)


def _since(entry: Entry, old: Entry | None) -> Entry:
    """An edited message keeps the time of what it had said in the player's own words before."""
    if old is None or old.origin is not Origin.OWN:
        return entry
    return replace(
        entry,
        points=_kept(entry.points, old.points),
        flags=_kept(entry.flags, old.flags),
        reply=entry.reply if entry.reply is not None else old.reply,
    )


def _kept(new: tuple[Found, ...], old: tuple[Found, ...]) -> tuple[Found, ...]:
    before = {found.id: found.at for found in old}
    return tuple(Found(found.id, before.get(found.id, found.at)) for found in new)


def _with(round_: Round, entry: Entry, wording: Wording) -> Round:
    """The round with the entry, in place of the one it edits."""
    entries = {(each.player, each.message, each.private): each for each in round_.entries}
    entries[entry.player, entry.message, entry.private] = entry
    return replace(round_, entries=tuple(entries.values()), wordings=(*round_.wordings, wording))


def _is_suspect(assessment: Assessment) -> bool:
    """Whether a wrong claim may be in it, sure enough to count or not: a game has no time to ask."""
    return any(flag.status in (FlagStatus.ASSERTED, FlagStatus.SUSPECTED) for flag in assessment.flags)


def _reception(game: Game, before: Round, after: Round, entry: Entry, *, suspect: bool) -> Reception:
    """A race tells what a message earned; otherwise it was heard and no more is told before the reveal."""
    if game.rules.mode is not GameMode.RACE:
        return Reception.HEARD
    won = {slot.point for slot in after.slots} & set(scoring.stated(after, entry.player))
    if entry.origin is Origin.OWN and not won <= set(scoring.stated(before, entry.player)):
        return Reception.POINT
    doubtful = suspect or entry.origin is not Origin.OWN or (entry.nearly and not entry.points)
    return Reception.DOUBT if doubtful else Reception.HEARD
