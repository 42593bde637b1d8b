"""Reading texts as files of a format."""

from collections.abc import Callable
from pathlib import Path

from bot.bank.cards.draft import Draft
from bot.bank.problems import Sink

Read = Callable[[str], list[Draft]]


def reader(
    read: Callable[[Path, Sink], list[Draft]], path: Path
) -> tuple[Read, Callable[[str], list[tuple[int, str]]]]:
    """Functions that read a text: one gives the drafts of a sound text, the other line and reason of what is wrong."""

    def put(text: str) -> tuple[list[Draft], Sink]:
        path.write_bytes(text.encode())
        sink = Sink(path)
        return read(path, sink), sink

    def sound(text: str) -> list[Draft]:
        drafts, sink = put(text)
        assert sink.problems == []
        return drafts

    def faults(text: str) -> list[tuple[int, str]]:
        _, sink = put(text)
        assert all(problem.remedy for problem in sink.problems)
        return [(problem.line, problem.reason) for problem in sink.problems]

    return sound, faults
