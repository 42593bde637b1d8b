"""Wrong claims: asked about once, never argued with, and free to be taken back."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.question import Misconception
from bot.domain.scorecard import FlagStanding
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine import classify
from bot.engine.evidence import FlagLine, Ledger
from bot.engine.nearness import opposite_point
from bot.engine.quotation import quotes
from bot.engine.state import ABOUT_CLAIM, Aim, Cue, FlagFinding, Focus, Record, Reply, Thing, key
from bot.engine.view import Ask, Leave, View

_MARKUP = re.compile(r"\*\*|`")


def _open(view: View, status: FlagStatus) -> list[tuple[Misconception, FlagLine]]:
    """Wrong claims of that kind that were not asked about, the strongest first."""
    lines = [
        (flag, line)
        for flag in view.question.red_flags
        if (line := view.found.flags.get(flag.id)) and line.open is status
    ]
    return sorted(lines, key=lambda pair: -pair[1].suspect)


_USES = {
    Aim.CONFIRM: Thing.FLAG,
    Aim.CONSEQUENCE: Thing.CONSEQUENCE,
    Aim.FIRST: Thing.CONSEQUENCE,
    Aim.SECOND: Thing.REVERSAL,
}
"""What is thereby asked about: a claim against an earlier denial is not tested again."""


def _challenge(move: Move, aim: Aim, flag: str, why: str, text: str = "") -> Ask:
    return Ask(move, Focus(aim, flag), f"{why}:{flag}", text, uses=(key(_USES[aim], flag),))


def _which(aim: Aim, flag: str, earlier: str, now: str) -> Ask:
    """Ask which of two statements holds, both quoted."""
    ask = _challenge(Move.CONTRADICTION, aim, flag, "contradiction", now)
    return replace(ask, arguments=(("earlier", earlier),))


def challenges_left(view: View, kept: int = 0) -> bool:
    """Whether a claim may be asked about, with `kept` of the challenges left for one that was asked about already."""
    made = view.record.count(Move.CONFIRM, Move.CONSEQUENCE, Move.CONTRADICTION)
    return made < view.policy.challenges - kept


def asserted(view: View) -> Ask | None:
    """A wrong claim was made: ask once for its consequence, or which of two opposite statements holds."""
    for flag, line in _open(view, FlagStatus.ASSERTED):
        begun = key(Thing.FLAG, flag.id) in view.record.used
        if not challenges_left(view, kept=0 if begun else 1):
            continue
        earlier = line.denied or _opposite(view, flag)
        if earlier:
            return _which(Aim.FIRST, flag.id, earlier[0], line.quotes[0])
        return _challenge(Move.CONSEQUENCE, Aim.CONSEQUENCE, flag.id, "asserted", _reminder(view, flag.id, line))
    return None


def _reminder(view: View, flag: str, line: FlagLine) -> str:
    """The claim's words where "that" alone would not tell what is meant: much was said beside it, or since."""
    words, said = line.quotes[0], view.reply.text
    if view.reply.focus == Focus(Aim.CONFIRM, flag):
        return ""  # The claim itself was put to him just now, and he said yes to it.
    return words if words not in said or len(said.split()) > view.policy.plain_words else ""


def _opposite(view: View, flag: Misconception) -> tuple[str, ...]:
    """What the candidate said earlier that is the right version of a claim he makes now."""
    return _right_version(view, flag, view.record.replies[:-1])


def _right_version(view: View, flag: Misconception, replies: Iterable[Reply]) -> tuple[str, ...]:
    """The words of the first of these replies that state what is right where the claim is wrong."""
    point = opposite_point(view.question, flag, view.policy.opposite_nearness)
    findings = [finding for reply in replies for finding in reply.points if finding.point == point]
    return next((finding.quotes for finding in findings if finding.status is PointStatus.STATED), ())


def reversed_claim(view: View) -> Ask | None:
    """A claim stands and now its right version was said, without taking it back: ask once which holds."""
    for flag in view.question.red_flags:
        line = view.found.flags.get(flag.id)
        if line is None or line.standing is not FlagStanding.WRONG or not _may_reverse(view, flag.id):
            continue
        now = _right_version(view, flag, (view.reply,))
        if now and now[0] != line.quotes[0]:
            return _which(Aim.SECOND, flag.id, line.quotes[0], now[0])
    return None


def _may_reverse(view: View, flag: str) -> bool:
    """Whether the claim was asked about, is not repeated in this reply, and was not put against its opposite yet."""
    used = {thing for thing in (Thing.CONSEQUENCE, Thing.REVERSAL) if key(thing, flag) in view.record.used}
    repeated = any(each.flag == flag and each.status is FlagStatus.ASSERTED for each in view.reply.flags)
    put = view.reply.focus == Focus(Aim.FIRST, flag)
    return challenges_left(view) and used == {Thing.CONSEQUENCE} and not repeated and not put


def may_contrast(view: View, decided: Ask | Leave) -> bool:
    """Whether a claim on an earlier question may be put against what was said now, claims on this one going first."""
    about_claim = isinstance(decided, Ask) and decided.focus.aim in ABOUT_CLAIM
    return challenges_left(view) and not about_claim


def suspected(view: View) -> Ask | None:
    """A wrong claim is suspected: make sure once before judging.

    Asked by its probe, else by the claim itself, not by the words said: a yes to true words that were mistaken for the
    claim would convict. A suspicion against what was rightly said is let go, and so is every one after a first that
    came to nothing: to be asked twice about what one never said makes one doubt the interviewer.
    """
    for flag, line in _open(view, FlagStatus.SUSPECTED) if challenges_left(view, kept=1) and not _in_vain(view) else ():
        if not _said_right(view, flag, line):
            return _challenge(Move.CONFIRM, Aim.CONFIRM, flag.id, "suspected", flag.probe or _bare(flag.claim))
    return None


def _in_vain(view: View) -> bool:
    """Whether a suspicion was asked about on this question and not confirmed."""
    asked = {name for name in view.found.flags if key(Thing.FLAG, name) in view.record.used}
    return any(view.found.flags[name].standing is None for name in asked)


def _said_right(view: View, flag: Misconception, line: FlagLine) -> bool:
    """Whether the right version was said, in other words than those that are suspected."""
    right = _right_version(view, flag, view.record.replies)
    return bool(right) and right[0] not in line.quotes[0] and line.quotes[0] not in right[0]


def _bare(claim: str) -> str:
    """A claim without the page's markup, and without an end mark that would make it read as a question."""
    return _MARKUP.sub("", claim).strip().rstrip("?!.,;:")


def with_withdrawal(record: Record, before: Ledger, reply: Reply) -> Reply:
    """A reply that takes something back takes back the last claim that stands, whatever was asked since."""
    standing = [flag for flag, line in before.flags.items() if line.standing is FlagStanding.WRONG]
    if not standing or not classify.takes_back(reply.text) or reply.focus.target in standing:
        return reply
    asked = [flag for flag in standing if key(Thing.CONSEQUENCE, flag) in record.used]
    denial = FlagFinding((asked or standing)[-1], FlagStatus.DENIED, 0.0, quotes(reply.text, ()))
    return replace(reply, flags=(*reply.flags, denial))


def on_claims(before: Ledger, view: View, decided: Ask | Leave) -> tuple[Cue, ...]:
    """Whether a claim was taken back now, or stood by when asked about; nothing while more is asked of claims."""
    corrected = [flag for flag, line in view.found.flags.items() if line.standing is FlagStanding.CORRECTED]
    if any(flag not in before.flags or before.flags[flag].standing is FlagStanding.WRONG for flag in corrected):
        return (Cue(Move.CORRECTED),)
    focus = view.reply.focus
    goes_on = isinstance(decided, Ask) and decided.focus.aim in ABOUT_CLAIM
    line = view.found.flags.get(focus.target)
    if goes_on or line is None or focus.aim not in ABOUT_CLAIM:
        return ()
    return (Cue(Move.NOTED),) if line.standing is FlagStanding.WRONG else ()
