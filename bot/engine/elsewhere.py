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
STRANGE = 0.2
"""Least lead of any other question, of the same topic too, from which an answer is not about the question asked."""
LENGTHY = 20.0
"""Least weight of the telling words of such an answer.

With both, 95 % of the shipped examples put to another question are recognised, and none put to their own; of the bank's
3,500 wrong claims and phrasings, none taken alone is, even where its question forgets it.
"""

LEAD = 0.1
"""Least lead of the share that the question before knows for a text to be an addition to it.

Of 1,728 sentences of shipped examples that come a question late 71 % are taken for additions; of as many that answer
the question asked, two thirds with one of the same topic before it, one is.
"""


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
        others = [each for each in self.questions if each.topic != question.topic]
        best, own = self._shares(question, others, text, TELLING)
        return best >= FOREIGN and best - own >= AHEAD

    def is_strange(self, question: Question, text: str) -> bool:
        """Whether a longer text speaks more of any other question, however near, than of this one."""
        others = [each for each in self.questions if each.id != question.id]
        best, own = self._shares(question, others, text, LENGTHY)
        return best - own >= STRANGE

    def leans(self, text: str, former: Question, present: Question) -> bool:
        """Whether the words of a text are rather those of the former question than of the present one."""
        said = heads(text) & self._weights.keys()
        total = sum(self._weights[head] for head in said)
        return total > 0 and self._share(former, said, total) - self._share(present, said, total) >= LEAD

    def _shares(self, question: Question, others: list[Question], text: str, least: float) -> tuple[float, float]:
        """Shares 0..1 of a text's telling words that the best of others and the question know; 0 for a lighter text."""
        said = heads(text) & self._weights.keys()
        total = sum(self._weights[head] for head in said)
        if total < least or not others:
            return 0.0, 0.0
        return max(self._share(each, said, total) for each in others), self._share(question, said, total)

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

    def is_strange(self, question: Question, text: str) -> bool:
        """Whether an answer to the question is about another one of its language, of whatever topic."""
        return self._fields[question.language].is_strange(question, text)

    def leans(self, text: str, former: Question, present: Question) -> bool:
        """Whether a text is rather about the former of two questions of one language than about the present one."""
        return former.language is present.language and self._fields[present.language].leans(text, former, present)
