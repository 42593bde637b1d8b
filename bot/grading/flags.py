"""Red flags: does the answer make a wrong claim, and is no right statement nearer to what was said?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.language import Language
from bot.domain.verdict import FlagStatus, FlagVerdict
from bot.grading.features import NOWHERE, Window, windows
from bot.grading.matching import Answer, coverage
from bot.grading.model import Model
from bot.grading.points import Wording, evidence_of
from bot.grading.reasons import reason
from bot.grading.rivals import grasp
from bot.grading.rubric import CompiledFlag, Statement
from bot.grading.scope import one_sentence, sentence_around, tokens_of
from bot.grading.stance import Stance, judge

NOTICED = 0.35
"""Coverage from which a window is compared with a claim at all."""


LIKELY_CLAIMS, LIKELY_WINDOWS = 2, 3
"""Wordings of a claim, and windows for each, that are looked at closely: those that cover most."""
IMPORTANT = 0.75
"""Share of the heaviest word's weight from which a word of a claim must not be missing."""
OUTRIGHT = 0.85
"""Coverage from which a claim is made whatever the model thinks of it."""
WHOLE = 0.4
"""Closeness that the important word found worst must have in a claim that is made."""
CONTRARY = 0.8
"""Least probability of a claim when the opposite of the point that it contradicts is said."""
HALF = 0.5
"""Coverage that is enough then, and for a rejection where nothing speaks for the claim."""
REJECTED = 0.7
"""Coverage from which the opposite of a claim rejects it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The window nearest to a claim, with its stance."""

    statement: Statement
    window: Window
    stance: Stance


@dataclass(frozen=True, slots=True)
class Right:
    """The right statements of a question nearest to the answer, and the one among them that a flag's claim denies.

    `contradicted` is a wording of a point whose opposite is said and to which no other flag is nearer.
    """

    known: Sequence[Statement]
    contradicted: Wording | None = None


class FlagMeasures(NamedTuple):
    """Features of a flag, all shares 0..1 but the nearness (0..1.2) and the margin (-1.2..1.2).

    Coverage of the claim by the window that makes it, by one that makes it plainly, by one that says the opposite and
    by one that says it of something else; nearness of that window to the claim, to the points and to the correction;
    coverage of claim and correction anywhere; how much nearer the claim is than what is right; closeness of its
    important word found worst; share of its subjects named.
    """

    support: float = 0.0
    plain: float = 0.0
    opposed: float = 0.0
    others: float = 0.0
    said: float = 0.0
    known: float = 0.0
    right: float = 0.0
    anywhere: float = 0.0
    corrected: float = 0.0
    margin: float = 0.0
    weakest: float = 0.0
    named: float = 0.0


def candidates(statement: Statement, answer: Answer) -> list[Claim]:
    """The windows that most likely make or deny a claim."""
    noticed = [w for w in windows(statement, answer) if w.coverage >= NOTICED and one_sentence(answer, w)]
    likely = sorted(noticed, key=lambda window: -window.coverage)[:LIKELY_WINDOWS]
    return [Claim(statement, window, judge(statement, answer, window)) for window in likely]


def measure_flag(
    compiled: CompiledFlag, known: Sequence[Statement], answer: Answer
) -> tuple[FlagMeasures, Claim | None]:
    """What is measured of a flag, and the window nearest to the claim; `known` are the right statements beside it."""
    shares = [coverage(statement, answer) for statement in compiled.claims]
    likely = sorted(range(len(shares)), key=lambda place: -shares[place])[:LIKELY_CLAIMS]
    found = [c for place in likely if shares[place] >= NOTICED for c in candidates(compiled.claims[place], answer)]
    made = max((c for c in found if c.stance.agrees), key=lambda c: (c.window.coverage, c.stance.plain), default=None)
    opposed = max((c.window.coverage for c in found if c.stance.sign < 0), default=0.0)
    others = max((c.window.coverage for c in found if not c.stance.kept), default=0.0)
    anywhere = max(shares)
    corrected = max((coverage(statement, answer) for statement in compiled.rivals), default=0.0)
    if made is None:
        return FlagMeasures(opposed=opposed, others=others, anywhere=anywhere, corrected=corrected), None
    said = grasp(made.statement, answer, made.window).near
    point = nearness(known, answer, made.window)
    right = nearness(compiled.rivals, answer, made.window)
    measures = FlagMeasures(
        made.window.coverage,
        max((c.window.coverage for c in found if c.stance.plain), default=0.0),
        opposed,
        others,
        said,
        point,
        right,
        anywhere,
        corrected,
        said - max(point, right),
        _weakest(made.statement, answer, made.window),
        _named(made.statement, answer, made.window),
    )
    return measures, made


def _named(statement: Statement, answer: Answer, window: Window) -> float:
    """Share of the statement's subjects that are named in the sentence or the one before; a comparison needs all.

    A pronoun, or no subject at all, stands for the one thing that the question is about.
    """
    compared = statement.compares or bool(statement.reading.parts.get("than"))
    first = window.first if compared else max(window.first - 1, 0)
    where = sentence_around(answer, Window(first, window.last, window.coverage))
    subjects = [any(token in where for token in answer.places(term.unit)) for term in statement.subjects]
    if compared:
        return float(all(subjects))
    return sum(subjects) / len(subjects) if any(subjects) else float(statement.elliptic or not subjects)


def _weakest(statement: Statement, answer: Answer, window: Window) -> float:
    """Closeness of the important word that is found worst."""
    where = tokens_of(answer, window)
    top = max((term.weight for term in statement.terms), default=0.0)
    return min(
        max((closeness for token, closeness in answer.hits(term.unit).items() if token in where), default=0.0)
        for term in statement.terms
        if term.weight >= IMPORTANT * top
    )


def flag_verdict(compiled: CompiledFlag, right: Right, answer: Answer, model: Model, language: Language) -> FlagVerdict:
    """Verdict on a flag beside what is right."""
    contrary = right.contradicted
    measures, made = measure_flag(compiled, right.known, answer)
    suspect = model.flag.probability(measures)
    if contrary:
        suspect = max(suspect, CONTRARY)
    status = _status(measures, made, suspect, model, contrary=bool(contrary))
    window = made.window if made else contrary.window if contrary else NOWHERE
    evidence = evidence_of(answer, window) if status in _QUOTED else ()
    why = reason(language, "contrary") if contrary else _reason(language, status, measures, made)
    return FlagVerdict(compiled.flag.id, status, suspect, evidence, why)


_QUOTED = frozenset({FlagStatus.ASSERTED, FlagStatus.SUSPECTED})


def _status(measures: FlagMeasures, made: Claim | None, suspect: float, model: Model, *, contrary: bool) -> FlagStatus:
    """Asserted when plainly said, nearer than anything right and no important word missing; else by probability.

    Where the opposite of a point is said the claim is one, in whatever words.
    """
    whole = (
        made is not None
        and made.stance.plain
        and (measures.weakest >= WHOLE or (contrary and measures.support >= HALF))
        and measures.margin > 0
        and measures.named > 0
    )
    likely = measures.support >= OUTRIGHT or suspect >= model.thresholds.asserted
    if whole and likely and measures.support >= measures.opposed:
        return FlagStatus.ASSERTED
    if contrary:
        return FlagStatus.SUSPECTED
    if measures.opposed >= (REJECTED if made else HALF) and measures.opposed > measures.support:
        return FlagStatus.DENIED
    suspected = made is not None and suspect >= model.thresholds.suspected
    return FlagStatus.SUSPECTED if suspected else FlagStatus.ABSENT


def _reason(language: Language, status: FlagStatus, measures: FlagMeasures, made: Claim | None) -> str:
    if status is FlagStatus.ASSERTED:
        return reason(language, "claim")
    if status is FlagStatus.DENIED:
        return reason(language, "denied", why=("negated",))
    if status is FlagStatus.SUSPECTED and made:
        return reason(language, "doubt", why=_doubts(made, measures))
    return reason(language, "absent")


def _doubts(made: Claim, measures: FlagMeasures) -> tuple[str, ...]:
    names = ("reported", "asked", "hedged", "retracted", "crossed", "weaker")
    doubts = [name for name in names if getattr(made.stance, name)]
    if measures.margin <= 0:
        doubts.append("nearer")
    return tuple(doubts) or ("partial",)


def nearness(statements: Sequence[Statement], answer: Answer, window: Window) -> float:
    """How much of a window a right statement explains, in the same sense."""
    best = 0.0
    for statement in statements:
        share = grasp(statement, answer, window).near
        if share > best and judge(statement, answer, window).agrees:
            best = share
    return best
