"""Texts and code name each other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.domain.calendar import Mark
from bot.domain.dialogue import WORDINGS, Command, Mode, Move, Temper
from bot.domain.language import Language
from bot.domain.messaging import Tone
from bot.domain.scorecard import Decision, FlagStanding, Standing
from bot.rendering.callbacks import Deed, Dial, Setting
from bot.rendering.menus import COMMANDS, GROUP_COMMANDS
from bot.rendering.transcript import Voice
from tests.unit.i18n.conftest import OWN, Catalogue, names

SOURCES = Path(__file__).parents[3] / "bot"
SPEAKING = frozenset(("text", "tell", "note", "message", "label", "_text", "_tell", "_say", "_section"))
"""Functions and methods that take the id of a text."""
TEXT_ID = re.compile(r"[a-z]+(-[a-z]+)*")
BY_VALUE = frozenset(
    {
        *(f"move-{move}-{wording}" for move in Move for wording in range(1, WORDINGS + 1)),
        *(f"move-{move}-{temper}-{wording}" for move, temper in OWN for wording in range(1, WORDINGS + 1)),
        *(f"button-{value}" for value in Command),
        *(f"{prefix}-{value}" for prefix in ("button-mode", "button-instead", "menu-count") for value in Mode),
        *(f"button-temper-{value}" for value in Temper),
        *(f"button-{value}" for value in Decision),
        *(f"button-{name}-{value}" for name in ("fixed", "confidence", "boards") for value in ("on", "off")),
        *(f"{prefix}-{name}" for prefix in ("setting", "button-setting") for name in Setting),
        *(f"command-{name}" for name in (*COMMANDS, *GROUP_COMMANDS)),
        *(f"{prefix}-{dial}" for prefix in ("dial", "button-dial") for dial in Dial),
        *(f"button-daily-{deed}" for deed in Deed),
        "daily-slowed",
        *(f"chart-{value}" for value in Tone),
        *(f"calendar-{value}" for value in Mark),
        *(f"transcript-{value}" for value in Voice),
        *(f"transcript-caption-{suffix}" for suffix in ("html", "md")),
        *(f"report-{value}" for value in Standing),
        *(f"report-flag-{value}" for value in FlagStanding),
    }
)
"""Texts whose ids are put together from values of the domain."""
FOR_LIMITS = frozenset(("error-rate", "error-too-long"))
"""Texts for front ends that set limits of their own."""


def constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def spoken(tree: ast.AST) -> Iterator[str]:
    """String literals given directly to a speaking function, which are ids as far as they look like one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            if name in SPEAKING:
                yield from (
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                )


def trees() -> Iterator[tuple[Path, ast.AST]]:
    for folder in ("services", "handlers", "workers", "rendering", "terminal", "cli"):
        for path in sorted((SOURCES / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_every_text_that_code_names_exists(catalogue: Catalogue) -> None:
    named = {(path.name, text_id) for path, tree in trees() for text_id in spoken(tree) if TEXT_ID.fullmatch(text_id)}
    assert len(named) > 20
    assert {(path, text_id) for path, text_id in named if text_id not in catalogue[Language.EN]} == set()


def test_no_text_is_left_over(catalogue: Catalogue) -> None:
    named = {value for _, tree in trees() for value in constants(tree)}
    by_texts = {name for message in catalogue[Language.EN].values() for name in names(message)}
    assert set(catalogue[Language.EN]) - named - by_texts - BY_VALUE - FOR_LIMITS == set()
