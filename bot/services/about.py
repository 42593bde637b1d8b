"""What the bot knows of itself: what is installed, and how well its grader was measured to agree with people."""

from importlib.metadata import metadata
from importlib.resources import files

from pydantic import TypeAdapter

from bot.rendering.about import Figures, Release

PACKAGE = "interview-bot"

FIGURES = TypeAdapter(Figures)
"""Form of the published figures: `python -m benchmarks.published` writes them."""


def published() -> Figures:
    """The figures that came with this version."""
    return FIGURES.validate_json(files("bot.grading").joinpath("data/figures.json").read_bytes())


def release() -> Release:
    """What the package says of itself."""
    said = metadata(PACKAGE)
    licence = [said["License-Expression"]] if "License-Expression" in said else []
    links = [link.partition(", ")[2] for link in said.get_all("Project-URL") or ()]
    return Release(said["Version"], (*licence, *links))
