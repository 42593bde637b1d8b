"""Marks, ceilings and the scorecard; the one place where credit becomes a number."""

from collections.abc import Iterable
from math import ceil

from bot.domain.language import Level
from bot.domain.question import Bank, Question
from bot.domain.scorecard import (
    Appeal,
    Contested,
    FlagResult,
    FlagStanding,
    PointResult,
    QuestionResult,
    Recommendation,
    Scorecard,
    Standing,
)
from bot.domain.verdict import ReplyStatus
from bot.engine.evidence import Ledger, ledger
from bot.engine.rulings import Rulings, rulings_on, upheld
from bot.engine.state import Aim, InterviewState, Outcome, Record

BEST = 5.0
CREDIT = {Standing.STATED: 1.0, Standing.ASSISTED: 0.5, Standing.UNSURE: 0.25}
"""Share of a point's weight that counts; everything else is worth nothing."""
CURVE = 0.8
"""Exponent from share to mark: interviewers give more for the first solid points than for the last.

Least squares on the shipped bank's examples (r .97 to their marks, rms .31); with LEAST also good for pages whose
levels were guessed (r .90 on labelled answers).
"""
PENALTY = 0.75
"""Marks off for each wrong claim that stands; a corrected or merely suspected one costs nothing. Same sources."""
BONUS = 0.25
"""Marks for each prepared follow-up answered right that opens no point of its own."""
STEPS = (
    (4.0, Recommendation.STRONG_HIRE),
    (2.75, Recommendation.LEANING_HIRE),
    (1.5, Recommendation.LEANING_NO_HIRE),
    (0.0, Recommendation.STRONG_NO_HIRE),
)
"""Lowest mean mark of each step of the hire scale."""
ENOUGH_SHARE = 1 / 3
ENOUGH = 2
"""A verdict needs this share of the planned questions answered, and at least so many."""
PASSED = 0.5
"""Share of a level's own points by which a level counts as held."""


def mark(record: Record, question: Question, found: Ledger) -> float:
    """The mark 0..5 of one question at the level it was asked.

    `Ledger.share` by CREDIT, bent by CURVE, times 5; plus BONUS a right follow-up, minus PENALTY a wrong claim; never
    outside 0..5. The grader's `Assessment.score` is the same idea for a single answer.
    """
    bonus = BONUS * _extras(record, question)
    wrong = sum(line.standing is FlagStanding.WRONG for line in found.flags.values())
    share: float = found.share(question, record.level, CREDIT) ** CURVE
    return round(min(BEST, max(0.0, BEST * share + bonus - PENALTY * wrong)), 2)


def _extras(record: Record, question: Question) -> int:
    """Follow-ups answered right that open no point."""
    free = {follow_up.id for follow_up in question.follow_ups if follow_up.point is None}
    asked = [reply for reply in record.replies if reply.focus.aim is Aim.FOLLOW_UP]
    return len({reply.focus.target for reply in asked if reply.verdict is ReplyStatus.CORRECT} & free)


def was_answered(record: Record) -> bool:
    """Whether a question can be judged: something was said on it, or it was declined, skipped or shown on request."""
    return bool(record.replies) or record.outcome in (Outcome.DECLINED, Outcome.SKIPPED, Outcome.SHOWN)


def page(record: Record, bank: Bank) -> Question | None:
    """The question of a record; None when the bank no longer has it, or nothing to judge at its level."""
    question = bank.find(record.question, record.language)
    return question if question and question.points_at(record.level) else None


def result(record: Record, bank: Bank, appeals: Iterable[Appeal] = ()) -> QuestionResult:
    """The report on one question; one that has left the bank is listed without a mark."""
    question = page(record, bank)
    skipped = record.outcome is Outcome.SKIPPED
    if question is None:
        return QuestionResult(
            record.question, record.question, record.topic, record.level, None, (), (), skipped=skipped
        )
    rulings = rulings_on(question.id, appeals)
    found = upheld(ledger(record, question), rulings)
    return QuestionResult(
        question=record.question,
        title=question.title,
        topic=record.topic,
        level=record.level,
        score=mark(record, question, found) if was_answered(record) else None,
        points=_points(record, question, found, rulings),
        flags=_flags(question, found, rulings),
        hints=len(record.hints),
        skipped=skipped,
        confidence=record.confidence,
    )


def _points(record: Record, question: Question, found: Ledger, rulings: Rulings) -> tuple[PointResult, ...]:
    """Points expected at the level, and those beyond it that were said."""
    return tuple(
        PointResult(
            point.id,
            point.text,
            point.level,
            point.weight,
            found.points[point.id].standing,
            found.points[point.id].quotes,
            appeal=rulings.get((Contested.POINT, point.id)),
        )
        for point in question.points
        if point.level <= record.level or found.settled(point.id)
    )


def _flags(question: Question, found: Ledger, rulings: Rulings) -> tuple[FlagResult, ...]:
    lines = ((flag, found.flags.get(flag.id)) for flag in question.red_flags)
    return tuple(
        FlagResult(
            flag.id,
            flag.claim,
            flag.correction,
            line.standing,
            line.quotes,
            rulings.get((Contested.FLAG, flag.id)),
            line.denied,
            (flag.probe or flag.claim) if line.agreed else "",
        )
        for flag, line in lines
        if line and line.standing
    )


def scorecard(state: InterviewState, bank: Bank, appeals: Iterable[Appeal] = ()) -> Scorecard:
    """The whole interview; a function of the state, the bank and the appeals alone."""
    contested = tuple(appeals)
    results = tuple(result(record, bank, contested) for record in state.records)
    marks = [each.score for each in results if each.score is not None]
    mean = round(sum(marks) / len(marks), 2) if marks else None
    answered = sum(each.score is not None and not each.skipped for each in results)
    return Scorecard(
        recommendation=recommend(mean, answered, state.count),
        score=mean,
        level=state.plan.level,
        asked=len(results),
        planned=state.count,
        questions=results,
        ceilings=ceilings(results),
    )


def recommend(mean: float | None, answered: int, planned: int) -> Recommendation:
    """Step of the hire scale for a mean mark; NOT_ENOUGH_DATA under ENOUGH questions or ENOUGH_SHARE of the plan."""
    if mean is None or answered < max(ENOUGH, ceil(planned * ENOUGH_SHARE)):
        return Recommendation.NOT_ENOUGH_DATA
    return next(step for lowest, step in STEPS if mean >= lowest)


def ceilings(results: Iterable[QuestionResult]) -> tuple[tuple[str, Level], ...]:
    """Highest level held in each topic: of its own points and of those of all levels below at least PASSED was said.

    Levels without points asked are passed over; a topic in which not even the lowest was held is left out.
    """
    judged = [each for each in results if each.score is not None]
    topics = dict.fromkeys(each.topic for each in judged)
    found = ((topic, _ceiling([each for each in judged if each.topic == topic])) for topic in topics)
    return tuple((topic, level) for topic, level in found if level)


def _ceiling(results: list[QuestionResult]) -> Level | None:
    held: Level | None = None
    for level in Level:
        asked = [each for each in results if each.level >= level]
        points = [point for each in asked for point in each.points if point.level is level]
        total = sum(point.weight for point in points)
        if not total:
            continue
        if sum(point.weight * CREDIT.get(point.standing, 0.0) for point in points) / total < PASSED:
            break
        held = level
    return held
