"""Commands that grade files of answers and measure the grader against labels."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot.bank import BankError, load_bank
from bot.cli.evaluation import evaluate_lines
from bot.cli.shelf import LineError, Shelf, level_of, text_of
from bot.domain.verdict import Assessment, FlagStatus, Span
from bot.grading import RubricGrader
from bot.settings import SettingsError, load_settings

_File = click.Path(exists=True, dir_okay=False, path_type=Path)
_Folder = click.Path(exists=True, file_okay=False, path_type=Path)
_content = click.option("--content", type=_Folder, help="Bank folder; without it, the one of CONTENT_PATH.")


@click.command()
@_content
@click.option("--input", "source", type=_File, required=True, help="Answers, one JSON object a line.")
@click.option("--output", "target", type=click.Path(dir_okay=False, path_type=Path), required=True)
def grade(content: Path | None, source: Path, target: Path) -> None:
    """Grade a file of answers.

    A line that cannot be graded gets an "error" in the output; the others are graded, and the exit status is 1.
    """
    desk = _Marker(_shelf(content), RubricGrader())
    failed = 0
    with target.open("w", encoding="utf-8") as output:
        for row in _rows(source):
            result = desk.mark(row)
            failed += "error" in result
            output.write(json.dumps(result, ensure_ascii=False) + "\n")
    if failed:
        raise click.ClickException(f"{failed} lines could not be graded: see 'error' in {target}")


@click.command()
@_content
@click.option("--baseline", is_flag=True, help="Print the figures of plain token_set_ratio beside.")
@click.argument("labelled", nargs=-1, type=_File, required=True)
def evaluate(content: Path | None, labelled: tuple[Path, ...], *, baseline: bool) -> None:
    """Measure the grader on labelled answers: agreement with people, per language and overall."""
    rows = [row for path in labelled for row in _rows(path)]
    for line in evaluate_lines(_shelf(content), rows, RubricGrader(), baseline=baseline):
        click.echo(line)


def _shelf(content: Path | None) -> Shelf:
    try:
        folders = [content] if content else load_settings().content_folders
        return Shelf(load_bank(folders))
    except (BankError, SettingsError) as error:
        raise click.ClickException(str(error)) from error


def _rows(path: Path) -> Iterator[Any]:
    """Objects of a JSON-lines file; a line that is none comes as its own text."""
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            try:
                yield json.loads(line)
            except ValueError:
                yield line


class _Marker:
    """Grades one line after the other."""

    def __init__(self, shelf: Shelf, grader: RubricGrader) -> None:
        self._shelf = shelf
        self._grader = grader

    def mark(self, row: Any) -> dict[str, Any]:
        """Output for a line, in the form of the answers or with an error."""
        if not isinstance(row, dict):
            return {"id": None, "error": "not a JSON object"}
        name = row.get("id")
        work = self._reply if row.get("kind") == "follow_up" else self._answer
        try:
            return {"id": name, **work(row)}
        except LineError as error:
            return {"id": name, "error": str(error)}

    def _reply(self, row: dict[str, Any]) -> dict[str, Any]:
        question = self._shelf.question(row)
        follow_up = self._shelf.follow_up(question, row)
        return {"verdict": self._grader.judge_reply(question, follow_up, text_of(row, "answer")).status.value}

    def _answer(self, row: dict[str, Any]) -> dict[str, Any]:
        question = self._shelf.question(row)
        assessment = self._grader.assess(question, text_of(row, "answer"), level_of(row))
        return {
            "points": _points([point.text for point in question.points], assessment),
            "red_flags": _flags([flag.text for flag in question.red_flags], assessment),
            "score": assessment.score,
        }


def _points(texts: list[str], assessment: Assessment) -> list[dict[str, Any]]:
    return [
        {
            "text": text,
            "status": verdict.status.value,
            "score": round(verdict.score, 4),
            "evidence": _spans(verdict.evidence),
        }
        for text, verdict in zip(texts, assessment.points, strict=True)
    ]


def _flags(texts: list[str], assessment: Assessment) -> list[dict[str, Any]]:
    return [
        {
            "text": text,
            "asserted": verdict.status is FlagStatus.ASSERTED,
            "suspect": round(verdict.suspect, 4),
            "evidence": _spans(verdict.evidence),
        }
        for text, verdict in zip(texts, assessment.flags, strict=True)
    ]


def _spans(evidence: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in evidence]
