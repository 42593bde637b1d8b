"""Red flags: does the answer make a wrong claim, and is no right statement nearer to what was said?"""

from dataclasses import dataclass

from bot.domain.verdict import FlagStatus, FlagVerdict, Span
from bot.grading.features import NOWHERE, Window, windows
from bot.grading.matching import Answer, coverage
from bot.grading.model import Model
from bot.grading.points import evidence_of
from bot.grading.reasons import reason
from bot.grading.rubric import CompiledFlag, Rubric, Statement
from bot.grading.stance import Stance, judge

NOTICED = 0.35
"""Coverage from which a window is compared with a claim at all."""


OUTRIGHT = 0.7
"""Coverage from which a plain claim is an assertion without any doubt left to the model."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The window nearest to a claim, with its stance."""

    statement: Statement
    window: Window
    stance: Stance


def candidates(statement: Statement, answer: Answer) -> list[Claim]:
    """Windows that may make or deny a claim."""
    return [
        Claim(statement, window, judge(statement, answer, window))
        for window in windows(statement, answer, 2)
        if window.coverage >= NOTICED
    ]


def flag_features(compiled: CompiledFlag, rubric: Rubric, answer: Answer) -> tuple[list[float], Claim | None]:
    """Features of a flag and the claim it rests on."""
    found = [claim for statement in compiled.claims for claim in candidates(statement, answer)]
    made = max((c for c in found if c.stance.agrees), key=lambda c: (c.window.coverage, c.stance.plain), default=None)
    plain = max((c.window.coverage for c in found if c.stance.plain), default=0.0)
    opposed = max((c.window.coverage for c in found if c.stance.sign < 0), default=0.0)
    others = max((c.window.coverage for c in found if not c.stance.kept), default=0.0)
    support = made.window.coverage if made else 0.0
    here = made.window if made else NOWHERE
    known = max((nearness(p.statements, answer, here) for p in rubric.points), default=0.0)
    right = nearness(compiled.rivals, answer, here)
    anywhere = max(coverage(statement, answer) for statement in compiled.claims)
    corrected = max((coverage(statement, answer) for statement in compiled.rivals), default=0.0)
    return [support, plain, opposed, others, known, right, anywhere, corrected], made


def flag_verdict(compiled: CompiledFlag, rubric: Rubric, answer: Answer, model: Model) -> FlagVerdict:
    """Verdict on a flag."""
    features, made = flag_features(compiled, rubric, answer)
    suspect = model.flag.probability(features)
    support, plain, opposed, _, known, right, *_ = features
    language, limits = rubric.question.language, model.thresholds
    flag = compiled.flag.id
    nearest = plain > max(known, right)
    if plain >= OUTRIGHT and nearest and plain >= opposed:
        suspect = max(suspect, limits.asserted)
        return FlagVerdict(flag, FlagStatus.ASSERTED, suspect, _evidence(answer, made), reason(language, "claim"))
    if opposed >= OUTRIGHT and opposed > support:
        return FlagVerdict(flag, FlagStatus.DENIED, suspect, (), reason(language, "denied", why=("negated",)))
    if suspect >= limits.suspected and made:
        why = _doubts(made, features)
        return FlagVerdict(
            flag, FlagStatus.SUSPECTED, suspect, _evidence(answer, made), reason(language, "doubt", why=why)
        )
    return FlagVerdict(flag, FlagStatus.ABSENT, suspect, (), reason(language, "absent"))


def _evidence(answer: Answer, made: Claim | None) -> tuple[Span, ...]:
    return evidence_of(answer, made.window) if made else ()


def _doubts(made: Claim, features: list[float]) -> tuple[str, ...]:
    names = ("reported", "asked", "hedged", "retracted", "weaker")
    doubts = [name for name in names if getattr(made.stance, name)]
    if max(features[4], features[5]) >= features[0]:
        doubts.append("nearer")
    return tuple(doubts) or ("partial",)


def nearness(statements: tuple[Statement, ...], answer: Answer, window: Window) -> float:
    """How much of a right statement the window says, in the same sense."""
    if window.last < 0:
        return 0.0
    best = 0.0
    for statement in statements:
        share = within(statement, answer, window)
        if share > best and judge(statement, answer, window).agrees:
            best = share
    return best


def within(statement: Statement, answer: Answer, window: Window) -> float:
    """Share of a statement found in a window."""
    total = statement.weight
    clauses = range(window.first, window.last + 1)
    share = sum(
        term.weight * max((answer.by_clause(term.unit).get(clause, 0.0) for clause in clauses), default=0.0)
        for term in statement.terms
    )
    return share / total if total else 0.0
