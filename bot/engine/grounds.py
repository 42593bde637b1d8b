"""Whether there is ground for taking a wrong claim as made or suspected: the grader alone hears one too many."""

from collections.abc import Sequence

from bot.domain.question import Misconception, Question
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine.nearness import closest
from bot.engine.state import FlagFinding, PointFinding

CLOSE = 0.5
"""Nearness to a claim or one of its phrasings from which words make it even in an answer about something else.

The shipped examples put to their own question and to eight others: groundless questions about a claim fell from 13 to
4 % of the answers to the question itself, and from 16 to 1 % of those to another one; of 147 claims made 128 are asked
about, 131 before.
"""


def grounded(
    question: Question, points: Sequence[PointFinding], flags: Sequence[FlagFinding], *, strange: bool
) -> tuple[FlagFinding, ...]:
    """Findings on wrong claims without those that have no ground in the words; rejections stay.

    In an answer about another question, and in code (`strange`), a claim must be made in nearly its own words. A
    suspicion is let go when its words are nearer to something right than to the claim: a point they say outright, or a
    near miss of it.
    """
    claims = {flag.id: flag for flag in question.red_flags}

    def stands(finding: FlagFinding) -> bool:
        near = claim_nearness(claims[finding.flag], " ".join(finding.quotes))
        if strange and near < CLOSE:
            return False
        return finding.status is FlagStatus.ASSERTED or near >= _right_nearness(question, points, finding)

    return tuple(finding for finding in flags if finding.status is FlagStatus.DENIED or stands(finding))


def claim_nearness(flag: Misconception, words: str) -> float:
    """Nearness 0..1 of words to that wording of a claim which they share most with."""
    return closest((flag.claim, *flag.phrasings), words)


def _right_nearness(question: Question, points: Sequence[PointFinding], finding: FlagFinding) -> float:
    """Nearness of the suspected words to the points they say outright and to what only resembles the claim."""
    said = {each.point for each in points if each.status is PointStatus.STATED and _overlap(each, finding)}
    stated = [text for point in question.points if point.id in said for text in (point.text, *point.phrasings)]
    misses = [text for flag in question.red_flags if flag.id == finding.flag for text in flag.near_misses]
    return closest((*stated, *misses), " ".join(finding.quotes))


def _overlap(point: PointFinding, flag: FlagFinding) -> bool:
    """Whether both are quoted with the same words, or one within the other."""
    return any(one in other or other in one for one in point.quotes for other in flag.quotes)
