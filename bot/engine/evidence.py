"""From verdicts to what stands: the fold of all replies to one question, with the words behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.scorecard import FlagStanding, Standing
from bot.domain.verdict import Assessment, FlagStatus, FlagVerdict, PointStatus, PointVerdict, ReplyStatus
from bot.engine.quotation import quotes
from bot.engine.state import ABOUT_CLAIM, Aim, FlagFinding, PointFinding, Record, Reply, Stance, Thing, Trust, key

LEAST = 0.4
"""Share of all points' weight that a question expects at any level; chosen with `scoring.CURVE`."""
SETTLED = (Standing.STATED, Standing.ASSISTED)


def point_findings(text: str, verdicts: Iterable[PointVerdict]) -> tuple[PointFinding, ...]:
    """What a reply says of points, silent ones left out."""
    return tuple(
        PointFinding(verdict.point, verdict.status, quotes(text, verdict.evidence))
        for verdict in verdicts
        if verdict.status is not PointStatus.MISSING
    )


def flag_findings(
    text: str, verdicts: Iterable[FlagVerdict], certain: float, least: float = 0.0
) -> tuple[FlagFinding, ...]:
    """What a reply says of wrong claims, silent ones left out.

    Below `certain` a claim made is a claim suspected; suspicions below `least` are none.
    """
    return tuple(
        FlagFinding(verdict.flag, _sure(verdict, certain), verdict.suspect, quotes(text, verdict.evidence))
        for verdict in verdicts
        if verdict.status is not FlagStatus.ABSENT
        and not (verdict.status is FlagStatus.SUSPECTED and verdict.suspect < least)
    )


def silent(assessment: Assessment) -> bool:
    """Whether nothing at all was found in an answer, right or wrong."""
    return all(verdict.status is PointStatus.MISSING for verdict in assessment.points) and all(
        verdict.status is FlagStatus.ABSENT for verdict in assessment.flags
    )


def _sure(verdict: FlagVerdict, certain: float) -> FlagStatus:
    doubtful = verdict.status is FlagStatus.ASSERTED and verdict.suspect < certain
    return FlagStatus.SUSPECTED if doubtful else verdict.status


@dataclass(frozen=True, slots=True)
class PointLine:
    """What became of a point so far, with the words that earned it."""

    standing: Standing
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagLine:
    """What became of a wrong claim so far.

    `standing` is None when there is nothing to report: rejected, or a suspicion that was not answered. `open` is what
    the candidate has not been asked about yet: a claim made, or one suspected. `denied` are words against it. `agreed`:
    it was made by a yes to the question about it alone, and the words quoted had only raised the suspicion.
    """

    standing: FlagStanding | None
    open: FlagStatus | None
    suspect: float
    quotes: tuple[str, ...]
    denied: tuple[str, ...] = ()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All points and mentioned flags of one question, by id."""

    points: Mapping[str, PointLine]
    flags: Mapping[str, FlagLine]

    def settled(self, point: str) -> bool:
        """Whether a point was said, with help or without."""
        return self.points[point].standing in SETTLED

    def live(self) -> bool:
        """Whether a wrong claim stands or is suspected."""
        return any(line.standing in (FlagStanding.WRONG, FlagStanding.SUSPECTED) for line in self.flags.values())

    def share(self, question: Question, level: Level, credit: Mapping[Standing, float]) -> float:
        """Weight said, by the credit of each standing, over the weight expected at that level, 0..1.

        What is said beyond the level counts too, when it is settled. Where few points are of the level, LEAST of all is
        expected: two points are too few to judge by.
        """
        said = sum(
            point.weight * credit.get(self.points[point.id].standing, 0.0)
            for point in question.points
            if point.level <= level or self.settled(point.id)
        )
        total = sum(point.weight for point in question.points)
        expected = sum(point.weight for point in question.points_at(level))
        return min(1.0, said / max(expected, LEAST * total))

    def covered(self, question: Question, level: Level) -> float:
        """Weight said, with help or without, over the weight expected at that level, 0..1."""
        return self.share(question, level, dict.fromkeys(SETTLED, 1.0))

    def complete(self, question: Question, level: Level) -> bool:
        """Whether every point expected at that level was said."""
        return all(self.settled(point.id) for point in question.points_at(level))


def ledger(record: Record, question: Question) -> Ledger:
    """Fold all replies to a question; a pure function of both."""
    points = {point.id: _point_line(record, point.id) for point in question.points}
    found = {finding.flag: None for reply in record.replies for finding in reply.flags}
    flags = {flag.id: _flag_line(record, flag.id) for flag in question.red_flags if flag.id in found}
    return Ledger(points, flags)


def _passes(reply: Reply) -> bool:
    said = any(finding.status is PointStatus.STATED for finding in reply.points)
    return reply.trust is Trust.OWN and (said or reply.verdict is ReplyStatus.CORRECT)


def _counts(record: Record, position: int) -> bool:
    """Own words count at once, a pasted text once a later reply in own words is right, bare terms never."""
    reply = record.replies[position]
    if reply.trust is Trust.PASTED:
        return any(_passes(later) for later in record.replies[position + 1 :])
    return reply.trust is Trust.OWN


def _asks_for(reply: Reply, point: str) -> bool:
    """Whether the reply is to the point's own probe: half said before, and half said here, it is said."""
    return reply.focus.aim is Aim.POINT and reply.focus.target == point


def _point_line(record: Record, point: str) -> PointLine:
    half: tuple[str, ...] = ()
    own = False
    for position, reply in enumerate(record.replies):
        found = [finding for finding in reply.points if finding.point == point]
        said = next((finding.quotes for finding in found if finding.status is PointStatus.STATED), ())
        if found and own and _asks_for(reply, point):
            said = said or tuple(dict.fromkeys((*half, *found[0].quotes)))
        if said and _counts(record, position):
            return PointLine(Standing.ASSISTED if point in reply.hinted else Standing.STATED, said)
        half = half or next((finding.quotes for finding in found), ())
        own = own or bool(found and reply.trust is Trust.OWN)
    if half:
        return PointLine(Standing.UNSURE, half)
    return PointLine(Standing.DECLINED if point in record.declined else Standing.MISSING)


@dataclass(slots=True)
class _Claim:
    """Running account of one wrong claim over the replies; `confirmed` and `tested` tell what was asked about it."""

    confirmed: bool
    tested: bool
    answered: bool = False
    claimed: bool = False
    suspected: bool = False
    corrected: bool = False
    suspect: float = 0.0
    words: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    agreed: bool = False

    def hear(self, finding: FlagFinding) -> None:
        """Take one finding into account; what was asked about and not confirmed is not suspected again."""
        self.suspect = max(self.suspect, finding.suspect)
        if finding.status is FlagStatus.DENIED:
            self.reject()
            self.denied = finding.quotes
            return
        own = self.claimed and not self.agreed
        self.words = self.words if own else finding.quotes
        self.agreed = self.agreed and finding.status is not FlagStatus.ASSERTED
        self.claimed = self.claimed or finding.status is FlagStatus.ASSERTED
        self.suspected = self.suspected or (finding.status is FlagStatus.SUSPECTED and not self.answered)
        self.corrected = self.corrected and finding.status is not FlagStatus.ASSERTED

    def reject(self) -> None:
        """The candidate says the claim is wrong."""
        self.corrected = self.claimed
        self.suspected = False

    def answer(self, reply: Reply) -> None:
        """Take the reply to the interviewer's question about the claim into account.

        A suspicion that the reply does not feed again is let go: most are none of the candidate's errors.
        """
        self.answered = True
        if reply.stance in (Stance.NO, Stance.TAKEN_BACK):
            self.reject()
        elif reply.stance is Stance.YES:
            self.agreed = self.agreed or (self.suspected and not self.claimed)
            self.claimed = self.claimed or self.suspected
        elif not self.claimed:
            self.suspected = any(
                finding.flag == reply.focus.target and finding.status is not FlagStatus.DENIED
                for finding in reply.flags
            )

    @property
    def standing(self) -> FlagStanding | None:
        """What to report now."""
        if self.claimed:
            return FlagStanding.CORRECTED if self.corrected else FlagStanding.WRONG
        return FlagStanding.SUSPECTED if self.suspected and self.answered else None

    @property
    def open(self) -> FlagStatus | None:
        """What to ask about."""
        if self.claimed:
            return None if self.corrected or self.tested else FlagStatus.ASSERTED
        return FlagStatus.SUSPECTED if self.suspected and not self.confirmed else None


def _flag_line(record: Record, flag: str) -> FlagLine:
    confirmed, tested = (key(thing, flag) in record.used for thing in (Thing.FLAG, Thing.CONSEQUENCE))
    claim = _Claim(confirmed, tested)
    for reply in record.replies:
        for finding in reply.flags:
            if finding.flag == flag:
                claim.hear(finding)
        if reply.focus.target == flag and reply.focus.aim in ABOUT_CLAIM:
            claim.answer(reply)
    return FlagLine(claim.standing, claim.open, claim.suspect, claim.words, claim.denied, claim.agreed)
