"""What the points and wrong claims of a question explain of an answer, each by all its wordings together.

A person mixes the words of several accepted phrasings; one of them alone then covers little, and all of them explain
the whole sentence. On natural answers to the shipped bank this lifts the area under the ROC curve from .962 to .984.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import log1p
from typing import NamedTuple

from bot.grading.features import WINDOW_CLAUSES, WINDOW_TOKENS
from bot.grading.matching import Answer, Hits, largest, remembered
from bot.grading.rubric import KNOWN_WORD, Statement

LEAST = 3.0
"""Least weight that the words of a window count for: a word or two are explained by chance."""
AHEAD = 0.5
"""Weight of the lead over the other points, beside the share, in the choice of the window."""


class Telling(NamedTuple):
    """The window of an answer that a point or a claim explains best.

    Share of its words so explained, 0..1; how much more of it than anything else that is known, -1..1; weight of the
    words explained; and how much of the whole answer all points and claims together explain, 0..1.
    """

    share: float = 0.0
    lead: float = 0.0
    weight: float = 0.0
    relevance: float = 0.0

    @property
    def features(self) -> tuple[float, ...]:
        """What the model takes of it: that an answer is about the question counts only where the point is found."""
        return self.share, self.lead, log1p(self.weight), self.share * self.relevance


def hits_of(statements: Iterable[Statement], answer: Answer) -> Hits:
    """Closeness of the words of an answer to any of the statements, 0..1.

    Whether both deny them is not asked: a short reply leaves out what a negation would be about, and of the replies to
    probes that seemed to say the opposite nine in ten were right. Wrong ones are claims, and found as such.
    """
    return answer.explained_by(term.word for statement in statements for term in statement.terms)


@remembered
def tellings(known: tuple[tuple[Statement, ...], ...], answer: Answer, asked: frozenset[str]) -> tuple[Telling, ...]:
    """The best window of each, by its wordings; words whose keys are `asked` in the question weigh little."""
    weights = {
        unit.first: unit.weight * (1.0 if asked.isdisjoint(unit.exact) else KNOWN_WORD) for unit in answer.reading.units
    }
    sums = answer.summed(weights)
    hits = [hits_of(wordings, answer) for wordings in known]
    told = [
        answer.summed({token: weights[token] * share for token, share in each.items() if token in weights})
        for each in hits
    ]
    relevance = _explained(weights, hits)
    best, ranks = [Telling()] * len(known), [0.0] * len(known)
    for first, last in _windows(answer):
        total = max(sums[last] - sums[first], LEAST)
        own = [part[last] - part[first] for part in told]
        *_, second, most = sorted([0.0, 0.0, *own])
        for number, weight in enumerate(own):
            if weight <= 0:
                continue
            share = weight / total
            lead = (weight - (second if weight == most else most)) / total
            if share + AHEAD * lead > ranks[number]:
                best[number] = Telling(share, lead, weight, relevance)
                ranks[number] = share + AHEAD * lead
    return tuple(best)


def _explained(weights: Hits, hits: Sequence[Hits]) -> float:
    """Share of an answer's words that anything known explains, 0..1."""
    most = largest(hits)
    told = sum(weight * most.get(token, 0.0) for token, weight in weights.items())
    return told / max(sum(weights.values()), LEAST)


def _windows(answer: Answer) -> Iterator[tuple[int, int]]:
    """First token and the one behind the last of all runs of a few clauses."""
    clauses = answer.reading.text.clauses
    for first, clause in enumerate(clauses):
        for last in range(first, min(first + WINDOW_CLAUSES, len(clauses))):
            if last == first or clauses[last].last <= clause.first + WINDOW_TOKENS:
                yield clause.first, clauses[last].last
