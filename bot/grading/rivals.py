"""How much better a piece of an answer is explained by a statement than by all else that the question knows."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.grading.features import Window, within
from bot.grading.matching import Answer, explained, remembered
from bot.grading.rubric import Statement
from bot.grading.scope import tokens_of

TIE = 0.2
"""Weight of what is said of a statement, beside what it explains of the window."""

LEAST = 5.0
"""Weight of the words of a window that a statement can explain wholly: a word or two are explained by chance."""


class Grasp(NamedTuple):
    """What a window says of a statement and what the statement explains of the window, 0..1, and both together."""

    said: float
    explained: float
    near: float


OTHER_POINT, CLAIM = Grasp(0.25, 0.41, 0.46), Grasp(0.36, 0.33, 0.40)
"""Those of the nearest other point and claim on average, for questions that have no other."""
NOTHING = Grasp(0.0, 0.0, 0.0)


@remembered
def grasp(statement: Statement, answer: Answer, window: Window) -> Grasp:
    """How a statement and a window of an answer fit."""
    if window.last < window.first:
        return NOTHING
    said, told = within(statement, answer, window), explained(statement, answer, tokens_of(answer, window), LEAST)
    return Grasp(said, told, told + TIE * said)


def lead(own: Grasp, window: Window, point: Grasp = OTHER_POINT, claim: Grasp = CLAIM) -> list[float]:
    """Features of a wording beside the other points and the claims.

    What it explains of its window; what is said there of the others and what they explain, the most of each; the
    window's coverage times how much nearer the wording is than the nearest of them (-1.2..1.2).
    """
    ahead = own.near - max(point.near, claim.near)
    return [own.explained, point.said, point.explained, claim.said, claim.explained, window.coverage * ahead]


class Rivals:
    """All points and wrong claims of a question beside an answer; a window is compared with them once."""

    def __init__(self, points: Sequence[Statement], claims: Sequence[Statement], answer: Answer) -> None:
        self._points, self._claims, self._answer = points, claims, answer
        self._known: dict[tuple[int, int], tuple[list[Grasp], Grasp]] = {}

    def lead(self, number: int, own: Grasp, window: Window) -> list[float]:
        """Features of a wording of the point at this place."""
        place = window.first, window.last
        if place not in self._known:
            points, claims = self._grasped(self._points, window), self._grasped(self._claims, window)
            self._known[place] = points, _most(claims, CLAIM)
        points, claim = self._known[place]
        return lead(own, window, _most(points[:number] + points[number + 1 :], OTHER_POINT), claim)

    def _grasped(self, statements: Sequence[Statement], window: Window) -> list[Grasp]:
        return [grasp(statement, self._answer, window) for statement in statements]


def _most(grasped: Sequence[Grasp], default: Grasp) -> Grasp:
    return Grasp(*map(max, zip(*grasped, strict=True))) if grasped else default
