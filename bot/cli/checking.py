"""`interview-bot content check`: everything that is wrong with a bank, or could be better."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from bot.bank import BankError
from bot.bank.lint.check import Looked, long_topics, look, subjects_of
from bot.bank.lint.examples import WANTED, Agreement, Graded, by_language, by_question, overall
from bot.bank.lint.model import Finding, Severity
from bot.bank.lint.pool import graded
from bot.bank.lint.registry import text_rules
from bot.bank.loader import Content, load_content
from bot.cli.faults import BankFault, as_findings, as_records, counted, dump
from bot.domain.question import Bank
from bot.rendering.callbacks import DATA_LIMIT, PickTopic
from bot.rendering.html import plain_text, units
from bot.rendering.markdown import block_html
from bot.settings import SHIPPED

_LONGEST_TOPIC = DATA_LIMIT - len(str(PickTopic("")).encode())
"""Bytes of a topic's id that a button's data holds."""


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--examples", is_flag=True, help="Grade the examples too; fails below 95 % agreement on points.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or scripts.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes that grade.")
def check(folders: tuple[Path, ...], *, examples: bool, form: str, jobs: int) -> None:
    """Load banks as the bot would, and say everything that is wrong; without FOLDERS the bank that is shipped.

    Exit code 1 when there are errors; warnings alone are none.
    """
    try:
        content = load_content(folders or (SHIPPED,))
    except BankError as error:
        if form == "text":
            raise BankFault(error) from error
        click.echo(dump({"findings": as_records(as_findings(error.problems))}))
        sys.exit(1)
    findings, answers = _examined(content, jobs, examples=examples)
    lines = _as_text(content.bank, findings, answers) if form == "text" else [_as_json(findings, answers)]
    for line in lines:
        click.echo(line)
    agreed = overall(answers).share >= WANTED
    sys.exit(any(finding.severity is Severity.ERROR for finding in findings) or not agreed)


def _examined(content: Content, jobs: int, *, examples: bool) -> tuple[list[Finding], list[Graded]]:
    """Findings in the order of files and lines, and the examples graded, if asked for."""
    subjects, rules = subjects_of(content), text_rules(_rendered_length)
    written = [subject for subject in subjects if not subject.imported]
    looked = [
        *_shown((look(subject, rules) for subject in subjects), len(subjects), "Reading"),
        *_shown(graded(written, jobs, examples=examples), len(written), "Grading"),
    ]
    findings = [finding for one in looked for finding in one.findings]
    findings += long_topics(content, _LONGEST_TOPIC)
    findings.sort(key=lambda finding: (finding.problem.path, finding.problem.line))
    return findings, [one.graded for one in looked if one.graded]


def _rendered_length(markdown: str) -> int:
    return units(plain_text(block_html(markdown)))


def _shown(looks: Iterable[Looked], length: int, label: str) -> Iterator[Looked]:
    """The same, with a progress bar on a terminal."""
    if not length or not sys.stderr.isatty():
        yield from looks
        return
    with click.progressbar(looks, length=length, label=label, file=sys.stderr) as bar:
        yield from bar


def _as_text(bank: Bank, findings: Sequence[Finding], answers: Sequence[Graded]) -> Iterator[str]:
    yield from map(str, findings)
    if findings:
        yield counted(findings)
    yield from overview(bank)
    if answers:
        yield from _agreement(answers)


def overview(bank: Bank) -> Iterator[str]:
    """How much there is of what."""
    languages = Counter(language for _, language in bank.questions)
    spoken = ", ".join(f"{language} {number}" for language, number in sorted(languages.items()))
    yield f"{len(bank.questions)} questions{f' ({spoken})' if spoken else ''}, {len(bank.topics)} topics"
    for name in ("points", "red_flags", "follow_ups", "examples"):
        yield f"  {name}: {sum(len(getattr(question, name)) for question in bank.questions.values())}"
    if bank.cards:
        yield f"  cards: {len(bank.cards)}, which no graded interview asks"


def _agreement(answers: Sequence[Graded]) -> Iterator[str]:
    yield f"examples: the grader agrees on {_share(overall(answers))} points"
    yield from (f"  {language}: {_share(agreement)}" for language, agreement in by_language(answers).items())
    weak = sorted(by_question(answers).items(), key=lambda item: item[1].share)
    yield from (f"  {name}: {_share(agreement)}" for name, agreement in weak if agreement.share < WANTED)


def _share(agreement: Agreement) -> str:
    return f"{agreement.share:.1%} of {agreement.total}"


def _as_json(findings: Sequence[Finding], answers: Sequence[Graded]) -> str:
    record: dict[str, object] = {"findings": as_records(findings)}
    if answers:
        record["agreement"] = {
            "overall": overall(answers).share,
            "languages": {name: agreement.share for name, agreement in by_language(answers).items()},
            "questions": {name: agreement.share for name, agreement in by_question(answers).items()},
        }
    return dump(record)
