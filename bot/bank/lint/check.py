"""Looks through a bank: every rule on every question it applies to, each fault with its file and line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.bank.document import read_document
from bot.bank.lint.examples import Graded, grade_examples
from bot.bank.lint.model import Fault, Finding, Rule, Severity, Subject
from bot.bank.lint.registry import EXAMPLES, graded_rules
from bot.bank.loader import Content
from bot.bank.places import line_of
from bot.bank.problems import Problem, Sink
from bot.domain.language import Language
from bot.domain.ports import Grader
from bot.domain.question import Question

Found = Iterable[tuple[str, Severity, Fault]]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one question; `graded` is None when its examples were not asked for."""

    findings: tuple[Finding, ...]
    graded: Graded | None = None


def subjects_of(content: Content) -> list[Subject]:
    """Every question of the bank with its other languages."""
    versions: dict[str, dict[Language, Question]] = {}
    for (name, language), question in content.bank.questions.items():
        versions.setdefault(name, {})[language] = question
    known = {spoken: frozenset(n for n, language in content.questions if language is spoken) for spoken in Language}
    return [
        Subject(question, content.questions[name, language], versions[name], known[language])
        for (name, language), question in content.bank.questions.items()
    ]


def look(subject: Subject, rules: Sequence[Rule]) -> Looked:
    """Hold a question to the rules."""
    found = [
        (rule.name, rule.severity, fault) for rule in rules if rule.applies(subject) for fault in rule.check(subject)
    ]
    return Looked(tuple(_located(subject, found)))


def look_and_grade(subject: Subject, grader: Grader, *, examples: bool) -> Looked:
    """Hold a question to the rules that ask the grader, and grade its examples if asked for."""
    findings = look(subject, graded_rules(grader)).findings
    if not examples:
        return Looked(findings)
    graded = grade_examples(subject, grader)
    missed = _located(subject, [(EXAMPLES, Severity.WARNING, miss) for miss in graded.misses])
    return Looked((*findings, *missed), graded)


def _located(subject: Subject, found: Found) -> Iterator[Finding]:
    """Faults with their lines; the file is read again only where there are any."""
    faults = list(found)
    root = read_document(subject.path, Sink(subject.path)) if faults else None
    for name, severity, fault in faults:
        line = line_of(root, fault.place) if root else 0
        yield Finding(Problem(subject.path, line, fault.reason, fault.remedy), name, severity)


def long_topics(content: Content, most: int) -> Iterator[Finding]:
    """Topics whose id, `most` bytes at best, is too long for a button to carry."""
    for name, (path, line) in content.topics.items():
        if len(name.encode()) > most:
            reason = f"topic id {name!r} is longer than the {most} bytes that a button carries"
            yield Finding(Problem(path, line, reason, "Shorten it"), "long-topic", Severity.ERROR)
