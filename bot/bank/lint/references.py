"""Rules on what a question refers to."""

from collections.abc import Iterator

from bot.bank.lint.model import Fault, Subject


def dead_links(subject: Subject) -> Iterator[Fault]:
    """Related questions that are not in the bank in this language, or are the question itself."""
    for number, name in enumerate(subject.question.related):
        if name == subject.question.id:
            yield Fault(("related", number), "related to itself", "Remove it")
        elif name not in subject.known:
            reason = f"{name!r} is no question in {subject.question.language}"
            yield Fault(("related", number), reason, "Correct the id or add the question")
