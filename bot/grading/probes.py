"""Replies to a question that asked for one point: short, and leaning on what was asked.

An answer is judged by how much of a point it says; a reply to the point's own probe by how much of it the point
explains: "localhost" says little of "containers of a Pod share one IP address" and is the whole of a right reply.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p

from bot.domain.verdict import PointStatus, PointVerdict
from bot.grading.features import NOWHERE, Window, best_window
from bot.grading.matching import Answer, Hits
from bot.grading.model import Logistic, Model, Thresholds, logit
from bot.grading.points import evidence_of, measure_alone, term_reason
from bot.grading.reading import Reading, Unit
from bot.grading.reasons import reason
from bot.grading.rubric import Rubric, Statement, given
from bot.grading.telling import hits_of

ALL_WORDS = 2.0
"""Least weight that all words of a reply count for: one word of the point is not the whole reply by chance."""


@dataclass(frozen=True, slots=True)
class Probed:
    """A reply measured against the point asked for: the wording nearest to it, where, and the model's features."""

    statement: Statement
    window: Window
    features: list[float]


def measure_probed(rubric: Rubric, point: str, answer: Answer, asked: Reading, wording: Logistic) -> Probed:
    """Measure a reply to what was `asked` about a point; words of `asked` are no news.

    `wording` is the model of single wordings. Features: log odds of the likeliest wording standing alone, coverage of
    the wording covered most; share of the news that the point's wordings explain together; weight of the news and of
    what is so explained; the most that another point and a wrong claim explain of it; closeness of the key term found
    best; share of all words explained.
    """
    compiled = next(each for each in rubric.points if each.point.id == point)
    statements = [given(statement, asked) for statement in compiled.statements]
    windows = [best_window(statement, answer) for statement in statements]
    chances = [
        wording.probability(measure_alone(statement, answer, window))
        for statement, window in zip(statements, windows, strict=True)
    ]
    best = max(range(len(chances)), key=chances.__getitem__)
    words = [*answer.reading.units, *answer.reading.wordless()]
    news = [unit for unit in words if asked.words.isdisjoint(unit.exact)]
    own = hits_of(compiled.statements, answer)
    total, told = _weight(news), _weight(news, own)
    features = [
        logit(chances[best]),
        max(window.coverage for window in windows),
        told / total if total else 0.0,
        log1p(total),
        log1p(told),
        _most((each.statements for each in rubric.points if each is not compiled), news, answer),
        _most((flag.claims[:1] for flag in rubric.flags), news, answer),
        max((sum(map(answer.best, term)) / len(term) for term in compiled.key_terms if term), default=0.0),
        _weight(words, own) / max(_weight(words), ALL_WORDS),
    ]
    return Probed(statements[best], windows[best], features)


def probed_verdict(rubric: Rubric, point: str, answer: Answer, asked: Reading, model: Model) -> PointVerdict:
    """Verdict on a point by the reply to a question that asked for it."""
    language = rubric.question.language
    probed = measure_probed(rubric, point, answer, asked, model.point)
    if probed.window == NOWHERE:
        return PointVerdict(point, PointStatus.MISSING, 0.0, (), reason(language, "nothing"))
    score = model.probed.probability(probed.features)
    status = _status(score, model.thresholds)
    evidence = () if status is PointStatus.MISSING else evidence_of(answer, probed.window)
    return PointVerdict(point, status, score, evidence, term_reason(probed.statement, answer, language))


def adds(told: PointVerdict, point: PointVerdict) -> bool:
    """Whether a reply to the point's own probe says more of it than the same words would in any answer."""
    return told.status is not PointStatus.MISSING and point.status is not PointStatus.STATED


def _status(score: float, limits: Thresholds) -> PointStatus:
    if score >= limits.told:
        return PointStatus.STATED
    return PointStatus.UNSURE if score >= limits.half_told else PointStatus.MISSING


def _weight(units: Iterable[Unit], shares: Hits | None = None) -> float:
    """Weight of these words, each by its share."""
    return sum(unit.weight * (1.0 if shares is None else shares.get(unit.first, 0.0)) for unit in units)


def _most(groups: Iterable[Sequence[Statement]], news: Sequence[Unit], answer: Answer) -> float:
    """Largest share of these words that one group of statements explains, 0..1."""
    total = _weight(news)
    return max((_weight(news, hits_of(group, answer)) / total for group in groups), default=0.0) if total else 0.0
