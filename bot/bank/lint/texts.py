"""The texts of a question with their places."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from bot.bank.places import Place
from bot.domain.question import Question

Text = tuple[Place, str]

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def words(text: str) -> list[str]:
    """Words as they are counted and compared: lower case; `by-pass`, `isn't` and `1.5` are one each."""
    return _WORD.findall(text.lower())


def prompts(question: Question) -> Iterator[Text]:
    """What is asked at the beginning, and in plainer words."""
    yield ("prompt",), question.prompt
    if question.rewording:
        yield ("rewording",), question.rewording


def digs(question: Question) -> Iterator[Text]:
    """What is asked to dig: probes and follow-ups."""
    for number, point in enumerate(question.points):
        if point.probe:
            yield ("points", number, "probe"), point.probe
    for number, flag in enumerate(question.red_flags):
        if flag.probe:
            yield ("red_flags", number, "probe"), flag.probe
    for number, follow_up in enumerate(question.follow_ups):
        yield ("follow_ups", number, "question"), follow_up.question


def hints(question: Question) -> Iterator[Text]:
    """Hints of all points."""
    for number, point in enumerate(question.points):
        for step, hint in enumerate(point.hints):
            yield ("points", number, "hints", step), hint


def statements(question: Question) -> Iterator[Text]:
    """What is claimed in the author's own words: points, red flags, corrections, answers to follow-ups, the scope."""
    yield ("title",), question.title
    if question.scope:
        yield ("scope",), question.scope
    for number, point in enumerate(question.points):
        yield ("points", number, "text"), point.text
    for number, flag in enumerate(question.red_flags):
        yield ("red_flags", number, "claim"), flag.claim
        if flag.correction:
            yield ("red_flags", number, "correction"), flag.correction
    for number, follow_up in enumerate(question.follow_ups):
        yield ("follow_ups", number, "answer"), follow_up.answer


def explanations(question: Question) -> Iterator[Text]:
    """Texts for each level, Markdown."""
    for level, text in question.explanations.items():
        yield ("explanations", level.key), text


def told(question: Question) -> Iterator[Text]:
    """Everything that the bot may say."""
    return chain(prompts(question), digs(question), hints(question), statements(question), explanations(question))


def recognised(question: Question) -> Iterator[Text]:
    """Everything that candidates say: phrasings, terms, near misses, examples."""
    for number, point in enumerate(question.points):
        yield from _each(("points", number, "phrasings"), point.phrasings)
        yield from _each(("points", number, "key_terms"), point.key_terms)
    for number, flag in enumerate(question.red_flags):
        yield from _each(("red_flags", number, "phrasings"), flag.phrasings)
        yield from _each(("red_flags", number, "near_misses"), flag.near_misses)
    for number, example in enumerate(question.examples):
        yield ("examples", number, "answer"), example.answer


def _each(place: Place, texts: Sequence[str]) -> Iterator[Text]:
    return (((*place, number), text) for number, text in enumerate(texts))


def wordings(question: Question) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Place of the phrasings, the statement they are of, and the phrasings, of points and of red flags."""
    for number, point in enumerate(question.points):
        yield ("points", number, "phrasings"), point.text, point.phrasings
    for number, flag in enumerate(question.red_flags):
        yield ("red_flags", number, "phrasings"), flag.claim, flag.phrasings
