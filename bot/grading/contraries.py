"""Points and wrong claims that the same words are about: one or the other is said, not both."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.language import Language
from bot.domain.verdict import FlagStatus, FlagVerdict, PointStatus, PointVerdict, Span
from bot.grading.matching import Answer, coverage
from bot.grading.points import SHORT_ANSWER, WHOLE, Measured, Wording, is_settled
from bot.grading.reasons import reason
from bot.grading.rubric import CompiledFlag
from bot.grading.scope import one_sentence, sentence_around
from bot.grading.stance import judge

RELATED = 0.7
"""Sum of two shares: what the point says of a claim or its correction, and what the answer says of the claim."""

LIKELY = 0.4
"""Probability from which a suspected claim casts doubt on a point that the same words say."""
SHORT_SENTENCE = 5
"""Meaning-bearing words of a sentence of a longer answer that has one thing to say."""


def contrary_flags(measured: Iterable[Measured], flags: tuple[CompiledFlag, ...], answer: Answer) -> dict[str, Wording]:
    """Ids of the flags nearest to points whose opposite is said, with the wording of the point that is contradicted."""
    found: dict[str, Wording] = {}
    for point in measured:
        contradicted = [wording for wording in point.wordings if _contradicted(wording, answer)]
        if not contradicted or is_settled(point, answer):
            continue
        for wording in contradicted:
            flag = _nearest(wording, flags, answer)
            if flag:
                found.setdefault(flag, wording)
    return found


def without_claims(
    points: Iterable[PointVerdict], flags: Iterable[FlagVerdict], language: Language
) -> tuple[PointVerdict, ...]:
    """The points without those that only the words of a wrong claim say: nobody is credited with an error.

    Where the claim is but suspected of these words, the point is unsure until it is asked about.
    """
    flags = tuple(flags)
    claimed = [span for flag in flags if flag.status is FlagStatus.ASSERTED for span in flag.evidence]
    return tuple(
        _claimed(point, language)
        if _inside(point.evidence, claimed)
        else _doubted(point)
        if any(_is_likelier(flag, point) and _inside(point.evidence, list(flag.evidence)) for flag in flags)
        else point
        for point in points
    )


def _is_likelier(flag: FlagVerdict, point: PointVerdict) -> bool:
    return flag.status is FlagStatus.SUSPECTED and flag.suspect >= max(LIKELY, point.score)


def _doubted(point: PointVerdict) -> PointVerdict:
    return replace(point, status=PointStatus.UNSURE) if point.status is PointStatus.STATED else point


def _inside(evidence: tuple[Span, ...], claimed: list[Span]) -> bool:
    return bool(evidence) and all(
        any(claim.start <= span.start and span.end <= claim.end for claim in claimed) for span in evidence
    )


def _claimed(point: PointVerdict, language: Language) -> PointVerdict:
    why = reason(language, "wrong")
    return replace(point, status=PointStatus.MISSING, score=0.0, evidence=(), reason=why)


def _contradicted(wording: Wording, answer: Answer) -> bool:
    """Whether one short sentence plainly says the opposite of a wording."""
    window = wording.window
    if window.coverage < WHOLE or not one_sentence(answer, window):
        return False
    where = sentence_around(answer, window)
    words = len(answer.reading.units)
    if words > SHORT_ANSWER and answer.spoken(where) > SHORT_SENTENCE:
        return False
    stance = judge(wording.statement, answer, window)
    doubtful = stance.reported or stance.asked or stance.hedged or stance.retracted
    return stance.reasons == ("negated",) and not doubtful


def _nearest(wording: Wording, flags: tuple[CompiledFlag, ...], answer: Answer) -> str | None:
    point = Answer(wording.statement.reading)
    nearness = {
        flag.flag.id: max(coverage(statement, point) for statement in (*flag.claims, *flag.rivals))
        + max(coverage(claim, answer) for claim in flag.claims)
        for flag in flags
    }
    best = max(nearness, key=nearness.__getitem__, default=None)
    return best if best is not None and nearness[best] >= RELATED else None
