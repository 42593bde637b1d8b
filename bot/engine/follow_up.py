"""What to ask after an answer: small rules in order, the first that has something to say decides.

Replace `RULES` and another interviewer speaks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz

from bot.domain.dialogue import Move
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.domain.scorecard import Standing
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine.chance import pick
from bot.engine.evidence import SETTLED, FlagLine, Ledger
from bot.engine.policy import PROBING, Policy
from bot.engine.state import Aim, Focus, Record, Reply, Thing, Trust, key


_MARKUP = re.compile(r"\*\*|`")
_ANSWERING = (Aim.MAIN, Aim.POINT, Aim.FOLLOW_UP)
"""Aims whose replies are answers, not words about words."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A follow-up: the move, the bank's text in it, what it is after, and why it is asked.

    `uses` are the keys of what is thereby asked about, `helps` the point hinted at.
    """

    move: Move
    focus: Focus
    why: str
    text: str = ""
    arguments: tuple[tuple[str, str | int], ...] = ()
    uses: tuple[str, ...] = ()
    helps: str | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Nothing more to ask on this question."""

    why: str


@dataclass(frozen=True)
class View:
    """What the rules look at: the question, what has been said on it, and the last reply.

    `words` counts content words of the last reply, `code` and `guess` are marks of it, `probes` is how many the
    question may get.
    """

    question: Question
    record: Record
    found: Ledger
    reply: Reply
    words: int
    code: bool
    guess: bool
    probes: int
    policy: Policy
    seed: int

    @cached_property
    def coverage(self) -> float:
        """Weight said over weight expected, 0..1."""
        return self.found.covered(self.question, self.record.level)

    @property
    def full(self) -> bool:
        """Enough was said and no wrong claim stands."""
        return self.coverage >= self.policy.full and not self.found.live()

    @property
    def may_probe(self) -> bool:
        """Whether a probe is left."""
        return self.record.count(*PROBING) < self.probes

    @property
    def hit(self) -> bool:
        """Whether the last reply said a point."""
        return any(finding.status is PointStatus.STATED for finding in self.reply.points)

    def free(self, move: Move) -> bool:
        """Whether the move may still be made on this question."""
        return self.record.count(move) < self.policy.limit(move)

    @cached_property
    def open_points(self) -> tuple[RubricPoint, ...]:
        """Points expected, not said, not declined and not asked about; heaviest first, half-said before silent."""
        left = [
            point
            for point in self.question.points_at(self.record.level)
            if point.id not in self.record.declined
            and key(Thing.POINT, point.id) not in self.record.used
            and self.found.points[point.id].standing not in SETTLED
        ]
        unsure = {point.id for point in left if self.found.points[point.id].standing is Standing.UNSURE}
        return tuple(sorted(left, key=lambda point: (-point.weight, point.id not in unsure)))

    @cached_property
    def follow_ups(self) -> tuple[tuple[FollowUp, str | None], ...]:
        """Prepared follow-ups not asked yet whose answer has not been given or declined, with the point they open."""
        wanted = {point.id for point in self.open_points}
        paired = [
            (follow_up, opened_point(self.question, follow_up, self.policy))
            for follow_up in self.question.follow_ups
            if key(Thing.FOLLOW_UP, follow_up.id) not in self.record.used
        ]
        return tuple((follow_up, point) for follow_up, point in paired if point is None or point in wanted)


def alike(left: str, right: str) -> float:
    """Overlap of words, 0..100, order ignored."""
    return fuzz.token_set_ratio(left, right, processor=str.casefold)


def opened_point(question: Question, follow_up: FollowUp, policy: Policy) -> str | None:
    """Id of the point a prepared follow-up is about: the one it names, else the one its words come nearest to."""
    if follow_up.point is not None:
        return follow_up.point
    text = f"{follow_up.question} {follow_up.answer}"
    best = max(question.points, key=lambda point: alike(text, point.text), default=None)
    return best.id if best and alike(text, best.text) >= policy.related_word_overlap else None


Rule = Callable[[View], Ask | Leave | None]


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
    """What the candidate said earlier that is nearest to the right version of a claim he makes now."""
    before = [finding for reply in view.record.replies[:-1] for finding in reply.points]
    said = {finding.point: finding.quotes for finding in before if finding.status is PointStatus.STATED}
    right = [(alike(flag.correction, point.text), point.id) for point in view.question.points if point.id in said]
    nearness, point = max(right, default=(0.0, ""))
    return said[point] if flag.correction and nearness >= view.policy.opposite_word_overlap else ()


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
    if weak and (view.record.count(Move.CONFIRM) or view.coverage >= view.policy.full):
        return None
    return _challenge(Move.CONFIRM, flag.id, "suspected", flag.probe or _bare(flag.claim))


def _bare(claim: str) -> str:
    """A claim without the page's markup, and without an end mark that would make it read as a question."""
    return _MARKUP.sub("", claim).strip().rstrip("?!.,;:")


def pasted(view: View) -> Ask | None:
    """A text from elsewhere: ask for an example of his own."""
    if view.reply.trust is Trust.PASTED and view.free(Move.PASTE):
        return Ask(Move.PASTE, Focus(Aim.OPEN), "pasted")
    return None


def buzzwords(view: View) -> Ask | None:
    """A list of terms: take one and ask how it works."""
    if view.reply.trust is Trust.TERMS and view.may_probe and view.free(Move.BUZZWORDS):
        return Ask(Move.BUZZWORDS, Focus(Aim.OPEN), "buzzwords", a_term(view.question, view.reply.text))
    return None


def a_term(question: Question, text: str) -> str:
    """A term of the question's own in the text, else the text's longest word."""
    lowered = text.casefold()
    terms = [term for point in question.points for term in point.key_terms if term.casefold() in lowered]
    words = [word.strip(".,;:!?()«»\"'") for word in text.split()]
    return max(terms, key=len, default="") or max(words, key=len, default="")


def full_answer(view: View) -> Ask | Leave | None:
    """Enough was said: one step deeper, unless help was needed or the step was taken."""
    if not view.full:
        return None
    if view.record.hints or view.record.count(Move.DEEPER, Move.WHY, Move.FOLLOW_UP):
        return Leave("full")
    if view.follow_ups:
        return _prepared(nearest(view), "full")
    return Ask((Move.DEEPER, Move.WHY)[pick(view.seed, "deeper", 2)], Focus(Aim.OPEN), "full")


def nearest(view: View) -> tuple[FollowUp, str | None]:
    """The prepared follow-up nearest to what was just said."""
    return max(view.follow_ups, key=lambda pair: alike(pair[0].question, view.reply.text))


def _prepared(pair: tuple[FollowUp, str | None], why: str) -> Ask:
    chosen, opened = pair
    uses = (key(Thing.FOLLOW_UP, chosen.id),) + ((key(Thing.POINT, opened),) if opened else ())
    focus = Focus(Aim.FOLLOW_UP, chosen.id)
    return Ask(Move.FOLLOW_UP, focus, f"{why}:{opened or chosen.id}", chosen.question, uses=uses)


def too_long(view: View) -> Ask | None:
    """A very long answer that still misses much: ask for the core."""
    if len(view.reply.text) > view.policy.long_answer and view.may_probe and view.free(Move.TOO_LONG):
        return Ask(Move.TOO_LONG, Focus(Aim.OPEN), "too-long")
    return None


def code(view: View) -> Ask | None:
    """A code block: ask for the decisive line in words."""
    if view.code and view.may_probe and view.free(Move.CODE):
        return Ask(Move.CODE, Focus(Aim.OPEN), "code")
    return None


def short(view: View) -> Ask | None:
    """A short first answer: right, ask why; otherwise ask for more, once."""
    if view.words >= view.policy.short_words or view.reply.focus.aim is not Aim.MAIN or not view.may_probe:
        return None
    if view.hit and view.free(Move.WHY):
        return Ask(Move.WHY, Focus(Aim.OPEN), "short-exact")
    if not view.hit and view.free(Move.PUMP):
        return Ask(Move.PUMP, Focus(Aim.OPEN), "too-short")
    return None


def guess(view: View) -> Ask | None:
    """A guess marked as one: ask for the reasoning, once."""
    if view.reply.focus.aim not in _ANSWERING:
        return None
    if view.guess and view.words <= view.policy.guess_words and view.may_probe and view.free(Move.GUESS):
        return Ask(Move.GUESS, Focus(Aim.OPEN), "guess")
    return None


def _scenario(view: View, why: str) -> Ask | None:
    free = view.may_probe and view.free(Move.SCENARIO)
    return Ask(Move.SCENARIO, Focus(Aim.OPEN), why) if free else None


def nothing_yet(view: View) -> Ask | None:
    """On topic and yet nothing said: a scenario instead of a definition."""
    silent = all(line.standing in (Standing.MISSING, Standing.DECLINED) for line in view.found.points.values())
    return _scenario(view, "thin") if silent else None


def _about(move: Move, point: RubricPoint, why: str, text: str) -> Ask:
    helps = point.id if move is Move.HINT else None
    uses = (key(Thing.POINT, point.id),)
    return Ask(move, Focus(Aim.POINT, point.id), f"{why}:{point.id}", text, uses=uses, helps=helps)


def probe(view: View) -> Ask | None:
    """Probe the heaviest open point by its own probe, else by the prepared follow-up about it."""
    if not view.may_probe:
        return None
    for point in view.open_points:
        if point.probe:
            return _about(Move.PROBE, point, "open-point", point.probe)
        pair = next((pair for pair in view.follow_ups if pair[1] == point.id), None)
        if pair:
            return _prepared(pair, "open-point")
    return None


def push(view: View) -> Ask | None:
    """Points are open and nothing is prepared for them: a push without content, once."""
    return _scenario(view, f"open-point:{view.open_points[0].id}") if view.open_points else None


RULES: tuple[Rule, ...] = (
    asserted,
    suspected,
    pasted,
    buzzwords,
    full_answer,
    too_long,
    code,
    short,
    guess,
    nothing_yet,
    probe,
    push,
)


def follow_up(view: View) -> Ask | Leave:
    """What to ask next on this question, or that it is time to leave it."""
    for rule in RULES:
        decided = rule(view)
        if decided is not None:
            return decided
    return Leave("probes-spent" if view.open_points else "nothing-open")


def lower_step(view: View) -> Ask | None:
    """Something easier after a first "don't know": a hint at a point never asked about, else a follow-up."""
    for point in sorted(view.open_points, key=lambda point: point.level):
        if point.hints and point.id not in view.record.hints:
            return _about(Move.HINT, point, "declined", point.hints[0])
    return _prepared(view.follow_ups[0], "declined") if view.follow_ups else None


def hint(view: View, focus: Focus) -> Ask | None:
    """The next hint: at the point asked about, else at the heaviest open one; a follow-up serves as a direction."""
    for point in sorted(_hintable(view, focus), key=lambda point: point.id != focus.target):
        given = view.record.hints.count(point.id)
        if given < len(point.hints):
            return _about(Move.HINT, point, "hint", point.hints[given])
    if not view.follow_ups:
        return None
    ask = _prepared(view.follow_ups[0], "hint")
    return replace(ask, move=Move.HINT, helps=view.follow_ups[0][1] or view.follow_ups[0][0].id)


def _hintable(view: View, focus: Focus) -> tuple[RubricPoint, ...]:
    """Open points, and those already hinted at or just probed unless said or declined since."""
    again = {*view.record.hints, focus.target if focus.aim is Aim.POINT else ""} - {*view.record.declined}
    fresh = {point.id for point in view.open_points}
    return tuple(
        point
        for point in view.question.points_at(view.record.level)
        if point.id in fresh or (point.id in again and view.found.points[point.id].standing not in SETTLED)
    )
