"""Must-know points: stated, unsure or missing, with the clauses that say it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.verdict import PointStatus, PointVerdict, Remark, Span
from bot.grading.features import NOWHERE, PARTIAL_RATIO, Window, best_window, point_features
from bot.grading.matching import SAME, Answer, coverage, explained
from bot.grading.model import Logistic, Model, logit
from bot.grading.reading import Reading, Word
from bot.grading.reasons import reason
from bot.grading.rivals import Rivals, grasp, lead
from bot.grading.rubric import CompiledPoint, Rubric, Statement, given
from bot.grading.stance import judge
from bot.grading.telling import Telling, tellings

WORTHLESS = frozenset({Remark.EMPTY, Remark.GIBBERISH, Remark.ECHO, Remark.OFF_TOPIC})
"""Remarks on answers in which nothing can be found; a list of terms leaves points unsure at best."""
NOTHING = 0.5
"""Share of the threshold for unsure that is left of a point then, or when the opposite is said."""
AVERAGE, STEADY = 0.3, 4
"""Coverage of a point by an average answer, and how many points that counts for beside those measured."""
STANDING = 10
"""Place among the features of coverage anywhere times how well the answer does otherwise."""
LIKELY_PHRASINGS = 2
"""Phrasings that are measured closely: those that the answer covers most."""
SHORT_REPLY = 12
"""Meaning-bearing words of a reply that leans on what was asked."""
SHORT_ANSWER = 14
"""Meaning-bearing words of an answer that has one thing to say."""
WHOLE = 0.5
"""Coverage from which such an answer is about the point."""
AGREEING = 0.3
"""Coverage from which a wording said the right way round shows that a point is not denied."""
SAID = 0.6
"""Closeness from which a word counts as found in a reason."""


OUTRIGHT = 0.9
"""Coverage of a wording in one place from which it is taken as said word for word, whatever the model makes of it."""
SURE = 0.85
"""Probability of a point whose text or phrasing was said outright."""
IN_ORDER = 0.75
"""Likeness as strings (`fuzz.partial_ratio` / 100) below which the words are there and the sentence is not."""
FEW = 3
"""Terms a wording has at least to be recognised so: two words come together by chance."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a point: the window nearest to it and what is measured of the two."""

    statement: Statement
    window: Window
    features: list[float]


@dataclass(frozen=True, slots=True)
class Measured:
    """A point measured by its own text first and by the accepted phrasings nearest to the answer.

    `terms` are the closeness of each key term found anywhere, 0..1; `telling` is what all wordings explain together.
    """

    compiled: CompiledPoint
    wordings: tuple[Wording, ...]
    terms: tuple[float, ...]
    telling: Telling

    @property
    def text(self) -> Wording:
        """The point as it is written."""
        return self.wordings[0]

    @property
    def nearest(self) -> Wording:
        """The wording of which most is found in one place."""
        return max(self.wordings, key=lambda wording: wording.window.coverage)

    def score(self, point: Logistic, phrased: Logistic) -> tuple[float, Wording]:
        """Probability by these two models that the point was said, and the wording that says so."""
        chances = [point.probability(wording.features) for wording in self.wordings]
        best = max(range(len(chances)), key=chances.__getitem__)
        score = phrased.probability(self.combined(chances)) if len(chances) > 1 else chances[0]
        return score, self.wordings[best]

    def combined(self, chances: Sequence[float]) -> list[float]:
        """Features of a point with phrasings; `chances` are the probabilities of its wordings.

        Log odds of the text and of the two best phrasings, mean and best closeness of the key terms, coverage of the
        text and of the best phrasing in one place, of the best phrasing anywhere, and of the text anywhere times how
        well the answer does otherwise; what all wordings explain together.
        """
        text, *phrasings = self.wordings
        first, *others = sorted(chances[1:], reverse=True)
        said = max(phrasing.features[0] for phrasing in phrasings)
        terms = self.terms or (said,)
        return [
            logit(chances[0]),
            logit(first),
            logit(others[0] if others else chances[0]),
            sum(terms) / len(terms),
            max(terms),
            text.window.coverage,
            max(phrasing.window.coverage for phrasing in phrasings),
            said,
            text.features[STANDING],
            *self.telling.features,
        ]


def measure(rubric: Rubric, answer: Answer, asked: Reading) -> tuple[Measured, ...]:
    """All points measured; words of `asked` count as little in short replies as words of the question do."""
    likely = [_likely(point.statements, answer) for point in rubric.points]
    known = rubric.title.words
    if asked.words and len(answer.reading.units) <= SHORT_REPLY:
        known |= asked.words
        likely = [tuple(given(statement, asked) for statement in statements) for statements in likely]
    windows = [tuple(best_window(statement, answer) for statement in statements) for statements in likely]
    shares = [tried[0].coverage for tried in windows]
    claims = [claim for flag in rubric.flags for claim in flag.claims[:1]]
    rivals = Rivals([statements[0] for statements in likely], claims, answer)
    told = tellings(rubric.wordings, answer, known)

    def features(number: int, statement: Statement, window: Window) -> list[float]:
        own = grasp(statement, answer, window)
        found = point_features(statement, answer, window)
        return [*found, found[0] * _standing(shares, number), *rivals.lead(number, own, window)]

    return tuple(
        Measured(
            point,
            tuple(
                Wording(statement, window, features(number, statement, window))
                for statement, window in zip(likely[number], windows[number], strict=True)
            ),
            tuple(_found(term, answer) for term in point.key_terms),
            told[number],
        )
        for number, point in enumerate(rubric.points)
    )


def _found(term: tuple[Word, ...], answer: Answer) -> float:
    """Mean closeness of the words of a key term."""
    return sum(map(answer.best, term)) / len(term) if term else 0.0


def measure_alone(statement: Statement, answer: Answer, window: Window) -> list[float]:
    """The same features of a statement that stands alone."""
    found = point_features(statement, answer, window)
    return [*found, found[0] * AVERAGE, *lead(grasp(statement, answer, window), window)]


def _standing(shares: list[float], number: int) -> float:
    """Mean coverage of the other points, drawn to the average where there are few."""
    others = shares[:number] + shares[number + 1 :]
    return (sum(others) + STEADY * AVERAGE) / (len(others) + STEADY)


def _likely(statements: tuple[Statement, ...], answer: Answer) -> tuple[Statement, ...]:
    """The text of a point and the phrasings that the answer covers most."""
    text, *phrasings = statements
    return (text, *sorted(phrasings, key=lambda phrasing: -coverage(phrasing, answer))[:LIKELY_PHRASINGS])


def point_verdict(
    measured: Measured, answer: Answer, model: Model, language: Language, noticed: frozenset[Remark]
) -> PointVerdict:
    """Verdict on a measured point; an answer that says nothing, whatever its words, states no point."""
    score, wording = measured.score(model.point, model.phrased)
    limits = model.thresholds
    outright = _outright(measured, answer)
    if outright is not None:
        score, wording = max(score, SURE), outright
    contrary = () if outright else _contrary(measured, answer)
    if contrary or noticed & WORTHLESS or wording.window == NOWHERE:
        score = min(score, limits.unsure * NOTHING)
    elif Remark.BUZZWORDS in noticed:
        score = min(score, limits.unsure)
    status = _status(score, model)
    evidence = () if status is PointStatus.MISSING else evidence_of(answer, wording.window)
    why = _reason(wording.statement, answer, language, contrary, noticed)
    return PointVerdict(measured.compiled.point.id, status, score, evidence, why)


def _outright(measured: Measured, answer: Answer) -> Wording | None:
    """The wording that the answer has word for word and means, or all of what it says beyond the question."""
    for wording in measured.wordings:
        whole = wording.window.coverage >= OUTRIGHT and wording.features[PARTIAL_RATIO] >= IN_ORDER
        if (whole and len(wording.statement.terms) >= FEW) or _is_exact(wording.statement, answer):
            stance = judge(wording.statement, answer, wording.window)
            if stance.agrees and not stance.retracted:
                return wording
    return None


def _is_exact(statement: Statement, answer: Answer) -> bool:
    """Whether an answer of a word or two is what the statement says beyond the question, and nothing else."""
    if len(answer.reading.units) > FEW:
        return False
    news = [term.word for term in statement.terms if term.rare]
    found = bool(news) and all(answer.best(word) >= SAME for word in news)
    return found and explained(statement, answer, answer.reading.everything) >= OUTRIGHT


def _contrary(measured: Measured, answer: Answer) -> tuple[str, ...]:
    """Why the answer says the opposite of some wording: another one may be found without the word that decides."""
    reasons = (contradiction(wording.statement, answer, wording.window) for wording in measured.wordings)
    found = next(filter(None, reasons), ())
    return () if found and is_settled(measured, answer) else found


def is_settled(measured: Measured, answer: Answer) -> bool:
    """Whether one of several wordings stands in the answer the right way round, so that no other shows the opposite.

    Each right sentence is near some wording that it does not say: a third of them was lost without this rule
    (`docs/grading.md`).
    """
    return len(measured.wordings) > 1 and any(_agrees(wording, answer) for wording in measured.wordings)


def _agrees(wording: Wording, answer: Answer) -> bool:
    if wording.window == NOWHERE or wording.window.coverage < AGREEING:
        return False
    stance = judge(wording.statement, answer, wording.window)
    return stance.sign > 0 and not stance.retracted


def _status(score: float, model: Model) -> PointStatus:
    if score >= model.thresholds.stated:
        return PointStatus.STATED
    return PointStatus.UNSURE if score >= model.thresholds.unsure else PointStatus.MISSING


def contradiction(statement: Statement, answer: Answer, window: Window) -> tuple[str, ...]:
    """Why a short answer says the opposite of a statement, as keys of `reasons.reason`; empty when it does not.

    In long answers a negation near a point tells nothing: nine in ten such points were stated after all.
    """
    if window.coverage < WHOLE or len(answer.reading.units) > SHORT_ANSWER:
        return ()
    stance = judge(statement, answer, window)
    if stance.agrees:
        return ("retracted",) if stance.retracted else ()
    return stance.reasons


def evidence_of(answer: Answer, window: Window) -> tuple[Span, ...]:
    """The clauses of a window as one quotation."""
    if window == NOWHERE:
        return ()
    clauses = answer.reading.text.clauses
    return (Span(clauses[window.first].start, clauses[window.last].end),)


def _reason(
    statement: Statement, answer: Answer, language: Language, contrary: tuple[str, ...], noticed: frozenset[Remark]
) -> str:
    if contrary:
        return reason(language, "opposite", why=contrary)
    if Remark.BUZZWORDS in noticed:
        return reason(language, "list")
    return term_reason(statement, answer, language)


def term_reason(statement: Statement, answer: Answer, language: Language) -> str:
    """Which words of a statement were found and which were not."""
    said = [term.word.text for term in statement.terms if answer.best(term.word) >= SAID]
    silent = [term.word.text for term in statement.terms if answer.best(term.word) < SAID]
    if not said:
        return reason(language, "nothing")
    return reason(language, "partly" if silent else "found", found=", ".join(said), missing=", ".join(silent))
