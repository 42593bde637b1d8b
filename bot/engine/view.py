"""What the follow-up rules look at, and what they answer with."""

from dataclasses import dataclass
from functools import cached_property

from bot.domain.dialogue import Move
from bot.domain.language import Level
from bot.domain.question import FollowUp, Question, RubricPoint
from bot.domain.scorecard import FlagStanding, Standing
from bot.domain.verdict import PointStatus
from bot.engine.evidence import Ledger
from bot.engine.nearness import opened_point, opposite_point
from bot.engine.policy import PROBING, Policy
from bot.engine.state import Aim, Focus, Record, Reply, Thing, key

Pair = tuple[FollowUp, str | None]
"""A prepared follow-up and the id of the point it opens, if any."""


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


def is_enough(found: Ledger, question: Question, level: Level, policy: Policy) -> bool:
    """Whether a full answer for that level was given, whatever was claimed beside it."""
    return found.covered(question, level) >= policy.full or found.complete(question, level)


@dataclass(frozen=True)
class View:
    """What the rules look at: the question, what has been said on it, and the last reply.

    `words` counts content words of the last reply, `code` and `guess` are marks of it, `probes` is how many the
    question may get, `aim` are points to ask about first. `single`: only few follow-ups are left to be asked at all.
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
    aim: tuple[str, ...] = ()
    single: bool = False

    @property
    def enough(self) -> bool:
        """Whether a full answer was given, whatever was claimed beside it."""
        return is_enough(self.found, self.question, self.record.level, self.policy)

    @property
    def full(self) -> bool:
        """Enough was said and no wrong claim stands."""
        return self.enough and not self.found.live()

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
        return self.policy.allows(self.record, move)

    @cached_property
    def _taken_a_stand(self) -> frozenset[str | None]:
        """Points that say what is right where a wrong claim stands: that has been talked over."""
        wrong = (flag for flag, line in self.found.flags.items() if line.standing is FlagStanding.WRONG)
        flags = {flag.id: flag for flag in self.question.red_flags}
        return frozenset(opposite_point(self.question, flags[each], self.policy.opposite_nearness) for each in wrong)

    def _askable(self, point: RubricPoint) -> bool:
        """Whether a point was not said, not declined, not asked about and not denied."""
        used = key(Thing.POINT, point.id) in self.record.used or point.id in self._taken_a_stand
        return not used and point.id not in self.record.declined and not self.found.settled(point.id)

    @cached_property
    def open_points(self) -> tuple[RubricPoint, ...]:
        """Points expected that can be asked about; those aimed at first, then the heaviest, half-said before silent."""
        left = [point for point in self.question.points_at(self.record.level) if self._askable(point)]
        unsure = {point.id for point in left if self.found.points[point.id].standing is Standing.UNSURE}
        return tuple(sorted(left, key=lambda point: (point.id not in self.aim, -point.weight, point.id not in unsure)))

    @cached_property
    def beyond(self) -> tuple[RubricPoint, ...]:
        """Points above the level that can be asked about, the next level first."""
        left = [point for point in self.question.points if point.level > self.record.level and self._askable(point)]
        return tuple(sorted(left, key=lambda point: (point.level, -point.weight)))

    @cached_property
    def follow_ups(self) -> tuple[Pair, ...]:
        """Prepared follow-ups that can be asked, of points expected or of none."""
        return self._prepared({point.id for point in self.open_points})

    @cached_property
    def deeper(self) -> tuple[Pair, ...]:
        """Prepared follow-ups that can be asked, of points of any level or of none."""
        return self._prepared({point.id for point in (*self.open_points, *self.beyond)})

    def _prepared(self, wanted: set[str]) -> tuple[Pair, ...]:
        paired = [
            (follow_up, opened_point(self.question, follow_up, self.policy.nearness))
            for follow_up in self.question.follow_ups
            if key(Thing.FOLLOW_UP, follow_up.id) not in self.record.used
        ]
        return tuple((follow_up, point) for follow_up, point in paired if point is None or point in wanted)


def about(move: Move, point: RubricPoint, why: str, text: str) -> Ask:
    """A probe of a point, or a hint at it."""
    helps = point.id if move is Move.HINT else None
    uses = (key(Thing.POINT, point.id),)
    return Ask(move, Focus(Aim.POINT, point.id), f"{why}:{point.id}", text, uses=uses, helps=helps)


def prepared(pair: Pair, why: str) -> Ask:
    """A prepared follow-up, given with the point it opens."""
    chosen, opened = pair
    uses = (key(Thing.FOLLOW_UP, chosen.id),) + ((key(Thing.POINT, opened),) if opened else ())
    focus = Focus(Aim.FOLLOW_UP, chosen.id)
    return Ask(Move.FOLLOW_UP, focus, f"{why}:{opened or chosen.id}", chosen.question, uses=uses)
