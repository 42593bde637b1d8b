from collections.abc import Mapping

import pytest
from fluent.syntax import ast

from bot.domain.language import Language
from bot.i18n import Texts
from bot.i18n.texts import resources

Catalogue = Mapping[Language, Mapping[str, ast.Message]]


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
