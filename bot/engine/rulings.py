"""Appeals: what can be contested, and what follows; an accepted one changes what stands, any other is only shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.domain.scorecard import Appeal, Contested, FlagStanding, QuestionResult, Ruling, Standing
from bot.engine.evidence import FlagLine, Ledger, PointLine

Rulings = Mapping[tuple[Contested, str], Appeal]
"""Appeals on one question by what they contest."""

_UNCOUNTED = frozenset((Standing.MISSING, Standing.UNSURE, Standing.DECLINED))
_HELD = frozenset((FlagStanding.WRONG, FlagStanding.SUSPECTED))


def rulings_on(question: str, appeals: Iterable[Appeal]) -> Rulings:
    """The appeals against verdicts on that question."""
    return {(appeal.kind, appeal.target): appeal for appeal in appeals if appeal.question == question}


def upheld(found: Ledger, rulings: Rulings) -> Ledger:
    """The ledger with accepted appeals carried out: the point was stated, the claim was not made."""
    points = {name: _point(line, rulings.get((Contested.POINT, name))) for name, line in found.points.items()}
    flags = {name: _flag(line, rulings.get((Contested.FLAG, name))) for name, line in found.flags.items()}
    return Ledger(points, flags)


def _point(line: PointLine, appeal: Appeal | None) -> PointLine:
    if appeal is None or appeal.ruling is not Ruling.ACCEPTED:
        return line
    return PointLine(Standing.STATED, (appeal.quote,))


def _flag(line: FlagLine, appeal: Appeal | None) -> FlagLine:
    if appeal is None or appeal.ruling is not Ruling.ACCEPTED or line.standing is None:
        return line
    return replace(line, standing=FlagStanding.CLEARED, open=None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict of a report that can be contested: a point not counted, or a wrong claim counted or suspected."""

    kind: Contested
    target: str
    text: str


def contestable(result: QuestionResult) -> tuple[Verdict, ...]:
    """The verdicts on a question that were not contested yet; none where nothing was judged."""
    if result.score is None:
        return ()
    points = (point for point in result.points if point.standing in _UNCOUNTED and point.appeal is None)
    flags = (flag for flag in result.flags if flag.standing in _HELD and flag.appeal is None)
    return (
        *(Verdict(Contested.POINT, point.point, point.text) for point in points),
        *(Verdict(Contested.FLAG, flag.flag, flag.claim) for flag in flags),
    )
