"""The guide for authors: its examples are of the bank, and it names every rule and command there is."""

import re

from bot.bank import load_bank
from bot.bank.lint.registry import EXAMPLES, graded_rules, text_rules
from bot.cli.content import content
from bot.domain.question import Question
from bot.grading import RubricGrader
from bot.settings import SHIPPED

GUIDE = (SHIPPED.parent / "docs" / "content-guide.md").read_text(encoding="utf-8")


def texts(question: Question) -> set[str]:
    """What an example may quote of a question."""
    points = {text for point in question.points for text in (point.text, *point.phrasings, point.probe or "")}
    return {question.prompt, *points, *(flag.claim for flag in question.red_flags)}


def test_every_good_example_stands_in_the_bank() -> None:
    bank = {text.rstrip(".") for question in load_bank([SHIPPED]).questions.values() for text in texts(question)}
    good = re.findall(r"^\| good \| (.*?) \|$", GUIDE, re.MULTILINE)
    assert len(good) >= 5
    assert [text for text in good if text.rstrip(".") not in bank] == []


def test_every_rule_is_explained() -> None:
    names = {rule.name for rule in (*text_rules(len), *graded_rules(RubricGrader()))} | {EXAMPLES, "long-topic"}
    section = GUIDE.partition("## What the rules are called")[2].partition("\n## ")[0]
    told = re.findall(
        r"`([a-z-]+)`", "".join(line.split(" | ")[0] for line in section.splitlines() if line[:3] == "| `")
    )
    assert sorted(told) == sorted(names)


def test_every_command_is_mentioned() -> None:
    assert [name for name in content.commands if name != "schema" and f"content {name}" not in GUIDE] == []
