"""Windows of an answer as ranges of tokens."""

from bot.grading.features import Window
from bot.grading.matching import Answer
from bot.grading.reading import Range


def tokens_of(answer: Answer, window: Window) -> Range:
    """Tokens of a window."""
    return answer.clauses(window.first, window.last)


def sentence_around(answer: Answer, window: Window) -> Range:
    """Tokens of the whole sentences that a window touches."""
    clauses = answer.reading.text.clauses
    first, last = (answer.sentences[clauses[number].sentence] for number in (window.first, window.last))
    return Range(first.first, last.last)


def one_sentence(answer: Answer, window: Window) -> bool:
    """Whether a window stays inside a sentence."""
    clauses = answer.reading.text.clauses
    return clauses[window.first].sentence == clauses[window.last].sentence
