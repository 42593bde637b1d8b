import re
from collections.abc import Mapping

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.domain.dialogue import Move, Temper
from bot.domain.language import Language
from bot.i18n import Texts
from bot.i18n.texts import resources

OWN = tuple(
    (move, Temper.DEMANDING)
    for move in (
        Move.OPENING,
        Move.ACKNOWLEDGE,
        Move.PUMP,
        Move.NOTED,
        Move.WHY,
        Move.CONSEQUENCE,
        Move.TOO_LONG,
        Move.LAST,
        Move.FINISHED,
    )
)
"""Moves that a temperament has wordings of its own for."""

Catalogue = Mapping[Language, Mapping[str, ast.Message]]


class Names(Visitor):
    """Collects the variables, references and literal text of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.literal: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - Fluent's naming
        self.literal.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's naming
        self.found.add(f"${node.id.name}")

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's naming
        self.found.add(node.id.name)


def names(message: ast.Message) -> frozenset[str]:
    visitor = Names()
    visitor.visit(message)
    return frozenset(visitor.found)


def literal(message: ast.Message) -> str:
    """Words of the text itself, without tags and commands."""
    visitor = Names()
    visitor.visit(message)
    return re.sub(r"<[^>]+>|/\w+", "", " ".join(visitor.literal))


@pytest.fixture(scope="package")
def texts() -> Texts:
    return Texts.load(strict=True)


@pytest.fixture(scope="package")
def catalogue() -> Catalogue:
    """Every message of every language by its id."""
    return {
        language: {
            entry.id.name: entry
            for _, resource in resources(language)
            for entry in resource.body
            if isinstance(entry, ast.Message)
        }
        for language in Language
    }
