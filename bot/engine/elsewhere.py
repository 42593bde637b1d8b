"""Whether an answer is about another topic of the same field: its words are those of another question."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from bot.domain.language import Language
from bot.domain.question import Bank, Question
from bot.engine.nearness import Weigh, heads

FOREIGN = 0.5
"""Least share of an answer's telling words that the other question knows."""
AHEAD = 0.3
"""Least lead of that share over the share that the question asked knows.

With both, 97 % of the shipped examples put to a question of another topic without touching it are recognised, and none
put to their own.
"""
TELLING = 8.0
"""Least weight of an answer's telling words together: three or four that few questions know."""


def _words(question: Question) -> frozenset[str]:
    """Everything the bank says about a question, examples left out: those say wrong things too."""
    return heads(
        " ".join(
            [
                question.title,
                question.prompt,
                *(text for point in question.points for text in (point.text, *point.phrasings, *point.key_terms)),
                *(text for flag in question.red_flags for text in (flag.claim, flag.correction)),
                *(text for each in question.follow_ups for text in (each.question, each.answer)),
            ]
        )
    )


@dataclass(frozen=True)
class Field:
    """The vocabulary of all questions in one language; a word weighs more the fewer questions know it."""

    questions: tuple[Question, ...]

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        return {question.id: _words(question) for question in self.questions}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        spread = Counter(head for each in self._known.values() for head in each)
        return {head: log(len(self._known) / count) for head, count in spread.items()}

    def weight(self, head: str) -> float:
        """How telling a word is; one that no question knows tells most."""
        return self._weights.get(head, log(len(self._known)) if self._known else 0.0)

    def is_elsewhere(self, question: Question, text: str) -> bool:
        """Whether the text speaks the language of a question of another topic and not of this one."""
        said = heads(text) & self._weights.keys()
        total = sum(self._weights[head] for head in said)
        others = [each for each in self.questions if each.topic != question.topic]
        if total < TELLING or not others:
            return False
        best = max(self._share(each, said, total) for each in others)
        return best >= FOREIGN and best - self._share(question, said, total) >= AHEAD

    def _share(self, question: Question, said: frozenset[str], total: float) -> float:
        known = self._known.get(question.id, frozenset())
        return sum(self._weights[head] for head in said & known) / total


class Fields:
    """The field of each language of a bank, read when it is first asked for."""

    def __init__(self, bank: Bank) -> None:
        self._fields = {language: Field(bank.select(language)) for language in Language}

    def weigh(self, language: Language) -> Weigh:
        """How telling the words of a language are in its field."""
        return self._fields[language].weight

    def is_elsewhere(self, question: Question, text: str) -> bool:
        """Whether an answer to the question is about another topic of its language."""
        return self._fields[question.language].is_elsewhere(question, text)
