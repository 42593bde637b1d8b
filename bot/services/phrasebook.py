"""Accepted phrasings as pieces of YAML, to be taken over into the files of a bank."""

from collections.abc import Iterable

from bot.bank.loader import QUESTIONS_FOLDER
from bot.bank.writer import dump
from bot.domain.question import Bank, Question
from bot.services.learning import extended
from storage.phrasings import PhrasingRow


def snippets(bank: Bank, accepted: Iterable[PhrasingRow]) -> str:
    """A piece for every file that lacks some: its path as a comment, then points and flags with the words to add."""
    taught = extended(bank, accepted)
    changed = ((bank.questions[key], question) for key, question in taught.questions.items())
    pieces = (_piece(before, after) for before, after in changed if before is not after)
    return "\n".join(piece for piece in pieces if piece)


def _piece(before: Question, after: Question) -> str:
    points = [
        {"id": new.id, "phrasings": added}
        for old, new in zip(before.points, after.points, strict=True)
        if (added := new.phrasings[len(old.phrasings) :])
    ]
    flags = [
        {"id": new.id, "near_misses": added}
        for old, new in zip(before.red_flags, after.red_flags, strict=True)
        if (added := new.near_misses[len(old.near_misses) :])
    ]
    lacking = {name: entries for name, entries in (("points", points), ("red_flags", flags)) if entries}
    path = f"{QUESTIONS_FOLDER}/{before.topic}/{before.id}.{before.language}.yaml"
    return f"# {path}\n{dump(lacking)}" if lacking else ""
