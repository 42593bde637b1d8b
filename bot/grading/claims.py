"""What is measured of wrong claims: where the answer may make one, and what is nearer to that place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.grading.features import Window, best_window, point_features, windows
from bot.grading.matching import Answer, coverage
from bot.grading.model import Model
from bot.grading.points import Measured
from bot.grading.rivals import Rivals, grasp
from bot.grading.rubric import CompiledFlag, Rubric, Statement
from bot.grading.scope import one_sentence, sentence_around, tokens_of
from bot.grading.stance import Stance, judge
from bot.grading.telling import Telling, tellings

NOTICED = 0.35
"""Coverage from which a window is compared with a claim at all."""
LIKELY_CLAIMS, LIKELY_WINDOWS, LIKELY_PLACES = 2, 2, 2
"""Wordings of a claim, and windows for each, that are looked at closely: those that cover most; and how many of these
windows are compared with what is right.
"""
IMPORTANT = 0.75
"""Share of the heaviest word's weight from which a word of a claim must not be missing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The window nearest to a claim, with its stance."""

    statement: Statement
    window: Window
    stance: Stance


class Beside(NamedTuple):
    """Nearness of a window to a claim, to the points, and to the correction and what else resembles the claim."""

    said: float
    known: float
    right: float

    @property
    def margin(self) -> float:
        """How much nearer the claim is than what is right."""
        return self.said - max(self.known, self.right)


class FlagMeasures(NamedTuple):
    """Measures of a flag, all shares 0..1 but the nearness (0..1.2) and the margin (-1.2..1.2).

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


@dataclass(frozen=True, slots=True)
class MeasuredFlag:
    """A flag with its measures, the window nearest to its claim, and the features of the fitted model.

    These are the measures, and what is measured of points: of the claim beside other claims and the points. `telling`
    is what all its wordings explain together, beside those of the others.
    """

    compiled: CompiledFlag
    measures: FlagMeasures
    made: Claim | None
    features: list[float]
    telling: Telling

    @property
    def is_phrased(self) -> bool:
        """Whether the bank has phrasings of the claim."""
        return bool(self.compiled.flag.phrasings)

    def suspect(self, model: Model) -> float:
        """Probability that the claim is made: with phrasings judged by a model of its own."""
        if self.is_phrased:
            return model.claimed.probability(self.combined)
        return model.flag.probability(self.features)

    @property
    def combined(self) -> list[float]:
        """Features of a flag with phrasings."""
        return [*self.features, *self.telling.features]


def measure_flags(
    rubric: Rubric, points: Sequence[Measured], standing: float, answer: Answer
) -> tuple[MeasuredFlag, ...]:
    """All flags measured beside the points.

    `standing` is the mean probability of the points: whoever states them seldom claims the contrary.
    """
    known = [point.nearest.statement for point in points]
    rivals = Rivals([flag.claims[0] for flag in rubric.flags], [point.text.statement for point in points], answer)
    told = tellings(rubric.wordings, answer, rubric.title.words)[len(points) :]
    measured = []
    for number, flag in enumerate(rubric.flags):
        measures, made = measure_flag(flag, known, answer)
        statement, window = (made.statement, made.window) if made else _nearest(flag.claims[0], answer)
        shares = point_features(statement, answer, window)
        lead = rivals.lead(number, grasp(statement, answer, window), window)
        features = [*measures, *shares, shares[0] * standing, *lead]
        measured.append(MeasuredFlag(flag, measures, made, features, told[number]))
    return tuple(measured)


def _nearest(claim: Statement, answer: Answer) -> tuple[Statement, Window]:
    return claim, best_window(claim, answer)


def candidates(statement: Statement, answer: Answer) -> list[Claim]:
    """The windows that most likely make or deny a claim."""
    noticed = [window for window in windows(statement, answer, NOTICED) if one_sentence(answer, window)]
    likely = sorted(noticed, key=lambda window: -window.coverage)[:LIKELY_WINDOWS]
    return [Claim(statement, window, judge(statement, answer, window)) for window in likely]


def measure_flag(
    compiled: CompiledFlag, known: Sequence[Statement], answer: Answer
) -> tuple[FlagMeasures, Claim | None]:
    """What is measured of a flag, and the window that makes the claim; `known` are the right statements beside it.

    Of the likely windows it is the one that says it most plainly, and most of it, and least of what is right.
    """
    shares = [coverage(statement, answer) for statement in compiled.claims]
    likely = sorted(range(len(shares)), key=lambda place: -shares[place])[:LIKELY_CLAIMS]
    found = [c for place in likely if shares[place] >= NOTICED for c in candidates(compiled.claims[place], answer)]
    opposed = max((c.window.coverage for c in found if c.stance.sign < 0), default=0.0)
    others = max((c.window.coverage for c in found if not c.stance.kept), default=0.0)
    anywhere = max(shares)
    corrected = max((coverage(statement, answer) for statement in compiled.rivals), default=0.0)
    agreeing = [c for c in found if c.stance.agrees]
    if not agreeing:
        return FlagMeasures(opposed=opposed, others=others, anywhere=anywhere, corrected=corrected), None
    made, beside = _plainest(agreeing, known, compiled.rivals, answer)
    measures = FlagMeasures(
        made.window.coverage,
        max((c.window.coverage for c in found if c.stance.plain), default=0.0),
        opposed,
        others,
        beside.said,
        beside.known,
        beside.right,
        anywhere,
        corrected,
        beside.margin,
        _weakest(made.statement, answer, made.window),
        _named(made.statement, answer, made.window),
    )
    return measures, made


def _plainest(
    agreeing: Sequence[Claim], known: Sequence[Statement], rivals: Sequence[Statement], answer: Answer
) -> tuple[Claim, Beside]:
    """The claim said most plainly, and of these the one that covers most and is farthest ahead of what is right.

    What is right is looked at beside the likeliest only, it takes as long as all the rest.
    """
    said = [(claim, grasp(claim.statement, answer, claim.window).near) for claim in agreeing]
    said.sort(key=lambda each: (each[0].stance.plain, each[0].window.coverage + each[1]), reverse=True)
    likely = ((claim, _beside(claim, near, known, rivals, answer)) for claim, near in said[:LIKELY_PLACES])
    return max(likely, key=lambda each: (each[0].stance.plain, each[0].window.coverage + each[1].margin))


def _beside(
    claim: Claim, said: float, known: Sequence[Statement], rivals: Sequence[Statement], answer: Answer
) -> Beside:
    return Beside(said, nearness(known, answer, claim.window), nearness(rivals, answer, claim.window))


def _named(statement: Statement, answer: Answer, window: Window) -> float:
    """Share of the statement's subjects that are named in the sentence or the one before; a comparison needs all.

    A pronoun, or no subject at all, stands for the one thing that the question is about.
    """
    compared = statement.compares or bool(statement.reading.parts.get("than"))
    first = window.first if compared else max(window.first - 1, 0)
    where = sentence_around(answer, Window(first, window.last, window.coverage))
    subjects = [any(token in where for token in answer.places(term.word)) for term in statement.subjects]
    if compared:
        return float(all(subjects))
    return sum(subjects) / len(subjects) if any(subjects) else float(statement.elliptic or not subjects)


def _weakest(statement: Statement, answer: Answer, window: Window) -> float:
    """Closeness of the important word that is found worst."""
    where = tokens_of(answer, window)
    light = {span.first for span in statement.reading.parts.get("light", ())}
    telling = [term for term in statement.placed if term.unit.first not in light] or statement.placed
    top = max(term.weight for term in telling)
    return min(
        max((closeness for token, closeness in answer.hits(term.unit.word).items() if token in where), default=0.0)
        for term in telling
        if term.weight >= IMPORTANT * top
    )


def nearness(statements: Sequence[Statement], answer: Answer, window: Window) -> float:
    """How much of a window a right statement explains, in the same sense."""
    shares = [grasp(statement, answer, window).near for statement in statements]
    ranked = sorted(zip(shares, statements, strict=True), key=lambda entry: -entry[0])
    agreeing = (share for share, each in ranked if share > 0 and judge(each, answer, window).agrees)
    return next(agreeing, 0.0)
