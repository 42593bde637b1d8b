"""Help: an easier question after "I don't know", and hints on request."""

from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.question import RubricPoint
from bot.engine.state import Aim, Focus
from bot.engine.view import Ask, View, about, prepared


def lower_step(view: View) -> Ask | None:
    """Something easier after a first "don't know": a point never asked about, the lowest first, else a follow-up.

    It is asked for by its probe: a hint alone would leave nothing to answer.
    """
    for point in sorted(view.open_points, key=lambda point: point.level):
        if point.probe:
            return about(Move.PROBE, point, "declined", point.probe)
        if point.hints and point.id not in view.record.hints:
            return about(Move.HINT, point, "declined", point.hints[0])
    return prepared(view.follow_ups[0], "declined") if view.follow_ups else None


def hint(view: View, focus: Focus) -> Ask | None:
    """The next hint: at the point asked about, else at the heaviest open one; a follow-up serves as a direction."""
    for point in sorted(_hintable(view, focus), key=lambda point: point.id != focus.target):
        given = view.record.hints.count(point.id)
        if given < len(point.hints):
            return about(Move.HINT, point, "hint", point.hints[given])
    if not view.follow_ups:
        return None
    ask = prepared(view.follow_ups[0], "hint")
    return replace(ask, move=Move.HINT, helps=view.follow_ups[0][1] or view.follow_ups[0][0].id)


def _hintable(view: View, focus: Focus) -> tuple[RubricPoint, ...]:
    """Open points, and those already hinted at or just probed unless said or declined since."""
    again = {*view.record.hints, focus.target if focus.aim is Aim.POINT else ""} - {*view.record.declined}
    fresh = {point.id for point in view.open_points}
    return tuple(
        point
        for point in view.question.points_at(view.record.level)
        if point.id in fresh or (point.id in again and not view.found.settled(point.id))
    )
