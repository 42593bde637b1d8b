"""Wrong claims: asked about once, never argued with, and free to be taken back."""

import re
from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.question import Misconception
from bot.domain.scorecard import FlagStanding
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine import classify
from bot.engine.evidence import FlagLine, Ledger, quotes
from bot.engine.nearness import nearest_point
from bot.engine.state import Aim, Cue, FlagFinding, Focus, Record, Reply, Thing, key
from bot.engine.view import Ask, Leave, View

_MARKUP = re.compile(r"\*\*|`")


def _flag(view: View, status: FlagStatus) -> tuple[Misconception, FlagLine] | None:
    """The strongest wrong claim of that kind that was not asked about."""
    lines = [
        (flag, line)
        for flag in view.question.red_flags
        if (line := view.found.flags.get(flag.id)) and line.open is status
    ]
    return max(lines, key=lambda pair: pair[1].suspect, default=None)


def _challenge(move: Move, flag: str, why: str, text: str = "") -> Ask:
    aim, thing = (Aim.CONFIRM, Thing.FLAG) if move is Move.CONFIRM else (Aim.CONSEQUENCE, Thing.CONSEQUENCE)
    return Ask(move, Focus(aim, flag), f"{why}:{flag}", text, uses=(key(thing, flag),))


def _challenges_left(view: View) -> bool:
    made = view.record.count(Move.CONFIRM, Move.CONSEQUENCE, Move.CONTRADICTION)
    return made < view.policy.challenges


def asserted(view: View) -> Ask | None:
    """A wrong claim was made: ask once for its consequence, or which of two opposite statements holds."""
    worst = _flag(view, FlagStatus.ASSERTED) if _challenges_left(view) else None
    if worst is None:
        return None
    flag, line = worst
    earlier = line.denied or _opposite(view, flag)
    if earlier:
        ask = _challenge(Move.CONTRADICTION, flag.id, "contradiction", line.quotes[0])
        return replace(ask, arguments=(("earlier", earlier[0]),))
    return _challenge(Move.CONSEQUENCE, flag.id, "asserted")


def _opposite(view: View, flag: Misconception) -> tuple[str, ...]:
    """What the candidate said earlier that is the right version of a claim he makes now."""
    if not flag.correction:
        return ()
    point, near = nearest_point(view.question, flag.correction)
    before = [finding for reply in view.record.replies[:-1] for finding in reply.points if finding.point == point]
    said = [finding.quotes for finding in before if finding.status is PointStatus.STATED]
    return said[0] if said and near >= view.policy.opposite_nearness else ()


def suspected(view: View) -> Ask | None:
    """A wrong claim is suspected: make sure once before judging.

    Asked by its probe, else by the claim itself, not by the words said: a yes to true words that were mistaken for the
    claim would convict. A weak suspicion against a full answer, or after another was asked about, is let go.
    """
    worst = _flag(view, FlagStatus.SUSPECTED) if _challenges_left(view) else None
    if worst is None:
        return None
    flag, line = worst
    weak = line.suspect < view.policy.strong_suspicion
    if weak and (view.record.count(Move.CONFIRM) or view.enough):
        return None
    return _challenge(Move.CONFIRM, flag.id, "suspected", flag.probe or _bare(flag.claim))


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
    """Whether a claim was taken back now, or stood by when asked about; nothing while the question about it goes on."""
    corrected = [flag for flag, line in view.found.flags.items() if line.standing is FlagStanding.CORRECTED]
    if any(flag not in before.flags or before.flags[flag].standing is FlagStanding.WRONG for flag in corrected):
        return (Cue(Move.CORRECTED),)
    focus = view.reply.focus
    goes_on = isinstance(decided, Ask) and decided.focus.target == focus.target
    line = view.found.flags.get(focus.target)
    if goes_on or line is None or focus.aim not in (Aim.CONFIRM, Aim.CONSEQUENCE):
        return ()
    return (Cue(Move.NOTED),) if line.standing is FlagStanding.WRONG else ()
