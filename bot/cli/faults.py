"""Problems of a bank, for people and for scripts."""

import json
from collections.abc import Iterable, Sequence

import click

from bot.bank import BankError, Problem
from bot.bank.lint.model import Finding, Severity

FORMAT_RULE = "format"
"""Rule under which scripts are told of files that do not load."""


class BankFault(click.ClickException):
    """A BankError for people: one line a problem, exit code 1."""

    def __init__(self, error: BankError) -> None:
        super().__init__(str(error))
        self.count = len(error.problems)

    def show(self, file: object = None) -> None:  # noqa: ARG002 -- the signature is click's
        """Print the problems, without a prefix so that each line begins with its file."""
        click.echo(self.message, err=True)
        click.echo(f"{self.count} problem{'s' if self.count > 1 else ''}", err=True)


def counted(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"{_number(errors, 'error')}, {_number(len(findings) - errors, 'warning')}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def as_findings(problems: Iterable[Problem]) -> list[Finding]:
    """Problems of loading as findings."""
    return [Finding(problem, FORMAT_RULE, Severity.ERROR) for problem in problems]


def as_records(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Findings as plain objects for JSON; `line` is 0 when the whole file is meant."""
    return [
        {
            "file": str(finding.problem.path),
            "line": finding.problem.line,
            "severity": finding.severity.value,
            "rule": finding.rule,
            "reason": finding.problem.reason,
            "remedy": finding.problem.remedy,
        }
        for finding in findings
    ]


def dump(record: object) -> str:
    """JSON on several lines, letters as they are."""
    return json.dumps(record, ensure_ascii=False, indent=2)
