"""Rules on texts as the messenger shows them; `length` counts as the messenger does once Markdown is rendered."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.bank.lint.texts import digs, explanations, hints, prompts, statements

MESSAGE: Final = 4000
"""Code units of a message, some less than the 4,096 of the Bot API for what stands around the text."""

Length = Callable[[str], int]


def cut_off(subject: Subject, length: Length) -> Iterator[Fault]:
    """Texts that are shown in one message and lose their end because they do not fit."""
    question = subject.question
    for place, text in chain(prompts(question), digs(question), hints(question), statements(question)):
        if len(text) > MESSAGE // 2 and length(text) > MESSAGE:
            yield Fault(place, f"{length(text)} characters once rendered, a message holds {MESSAGE}", "Shorten it")


def many_messages(subject: Subject, length: Length) -> Iterator[Fault]:
    """Explanations that come in more than one message."""
    for place, text in explanations(subject.question):
        if (size := length(text)) > MESSAGE:
            yield Fault(place, f"{size} characters once rendered, a message holds {MESSAGE}", "Shorten it")
