"""Which question a day brings: points that fade first, new ones mixed in, and never a backlog."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.language import Level
from bot.domain.question import Question, RubricPoint
from bot.engine.chance import pick
from bot.engine.daily.memory import Key, Memory, Outcome, retrievability
from bot.engine.selection import effective_level

FRESH_EVERY = 3
"""While points are due, one question in so many is a new one."""


class Reason(StrEnum):
    """Why a question was chosen: points missed, said with help, or faded; a new one; or nothing was due yet."""

    MISSED = "missed"
    ASSISTED = "assisted"
    DUE = "due"
    FRESH = "fresh"
    EARLY = "early"


class Wording(StrEnum):
    """How a question is put: as it stands, in plainer words, or by what digs for its first target point alone."""

    PROMPT = "prompt"
    PLAINER = "plainer"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Learner:
    """A person as the choice sees him; `recent` are ids of the last questions asked, oldest first."""

    level: Level
    memories: Mapping[Key, Memory]
    recent: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    """The question to ask, and the ids of the points it is asked for, the most urgent first.

    To be asked and judged as `worded` makes it; every point of that question then gets an outcome.
    """

    question: str
    points: tuple[str, ...]
    fresh: bool
    reason: Reason
    wording: Wording = Wording.PROMPT


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question with its expected points; `due` and `known` are sorted by retrievability, lowest first.

    `need` is the number of points expected to be forgotten, times the days since they came up: what is asked again
    gains by the distance (spacing effect: Cepeda et al. 2006). In `benchmarks/daily.py` this keeps more than the lowest
    retrievability alone, which spends days on a question that does not stick.
    """

    question: Question
    new: tuple[str, ...]
    due: tuple[str, ...]
    known: tuple[str, ...]
    need: float


def choose(questions: Sequence[Question], learner: Learner, day: date, seed: int) -> Pick | None:
    """The question of that day out of these, which are the person's topics in his language; None when there is none.

    Overdue points are not owed: they only come earlier in the order. The last question asked is not asked again
    unless it is the only one. The seed decides among equals.
    """
    found = [_candidate(question, learner, day) for question in questions if question.points]
    last = learner.recent[-1] if learner.recent else None
    others = [each for each in found if each.question.id != last] or found
    if not others:
        return None
    due, new = [each for each in others if each.due], [each for each in others if each.new]
    if new and (not due or _fresh_turn(learner)):
        recent = frozenset(question.topic for question in questions if question.id in learner.recent)
        return _fresh(new, learner.level, recent, seed)
    return _review(due or others, learner, seed)


def worded(question: Question, wording: Wording, points: Sequence[str]) -> Question:
    """The question as it is asked: with another prompt, and with the points which that prompt calls for."""
    if wording is Wording.PLAINER and question.rewording:
        return replace(question, prompt=question.rewording)
    dug = _digging(question, points[0]) if wording is Wording.POINT and points else None
    if dug is None:
        return question
    return replace(
        question,
        prompt=dug,
        rewording=None,
        points=tuple(point for point in question.points if point.id == points[0]),
        follow_ups=tuple(each for each in question.follow_ups if each.question != dug and each.point == points[0]),
    )


def _candidate(question: Question, learner: Learner, day: date) -> _Candidate:
    expected = question.points_at(effective_level(question, learner.level))
    memories = {point.id: learner.memories.get(Key(question.id, point.id)) for point in expected}
    recall = {point: retrievability(memory, day) for point, memory in memories.items() if memory}
    known = tuple(sorted(recall, key=lambda point: recall[point]))
    due = tuple(point for point in known if (memory := memories[point]) and memory.due <= day)
    new = tuple(point for point, memory in memories.items() if memory is None)
    rest = day - max((memory.last for memory in memories.values() if memory), default=day)
    return _Candidate(question, new, due, known, rest.days * sum(1 - chance for chance in recall.values()))


def _fresh_turn(learner: Learner) -> bool:
    """Whether the last questions were all asked before."""
    latest = learner.recent[-(FRESH_EVERY - 1) :]
    asked_again = {key.question for key, memory in learner.memories.items() if memory.reps > 1}
    return len(latest) == FRESH_EVERY - 1 and asked_again.issuperset(latest)


def _fresh(new: Sequence[_Candidate], level: Level, recent: frozenset[str], seed: int) -> Pick:
    """A question of the level, not of a `recent` topic; one never asked before one with points left."""

    def rank(each: _Candidate) -> tuple[bool, bool, bool, bool]:
        question = each.question
        fits = any(point.level is level for point in question.points)
        return question.level > level, bool(each.known), not fits, question.topic in recent

    best = min(map(rank, new))
    equals = [each for each in new if rank(each) == best]
    chosen = equals[pick(seed, "fresh", len(equals))]
    return Pick(chosen.question.id, chosen.new, fresh=True, reason=Reason.FRESH)


def _review(candidates: Sequence[_Candidate], learner: Learner, seed: int) -> Pick:
    most = max(each.need for each in candidates)
    equals = [each for each in candidates if each.need == most]
    chosen = equals[pick(seed, "review", len(equals))]
    targets = chosen.due or chosen.known[:1]
    memories = [memory for point in targets if (memory := learner.memories.get(Key(chosen.question.id, point)))]
    reason = _reason([memory.outcome for memory in memories]) if chosen.due else Reason.EARLY
    leeches = tuple(point for point, memory in zip(targets, memories, strict=True) if memory.leech)
    wording = _wording(chosen.question, leeches[0], memories[targets.index(leeches[0])]) if leeches else Wording.PROMPT
    ordered = tuple(dict.fromkeys((*leeches, *targets)))
    return Pick(chosen.question.id, ordered, fresh=False, reason=reason, wording=wording)


def _reason(outcomes: Sequence[Outcome]) -> Reason:
    if not all(outcome.recalled for outcome in outcomes):
        return Reason.MISSED
    return Reason.ASSISTED if Outcome.ASSISTED in outcomes else Reason.DUE


def _wording(question: Question, point: str, memory: Memory) -> Wording:
    """A leech alternates between the other wordings there are."""
    ways = [Wording.PLAINER] if question.rewording else []
    if _digging(question, point):
        ways.append(Wording.POINT)
    return ways[memory.reps % len(ways)] if ways else Wording.PROMPT


def _digging(question: Question, point: str) -> str | None:
    """What asks for that point: a prepared follow-up, else its probe."""
    prepared = (each.question for each in question.follow_ups if each.point == point)
    return next(prepared, None) or _point(question, point).probe


def _point(question: Question, point: str) -> RubricPoint:
    return next(each for each in question.points if each.id == point)
