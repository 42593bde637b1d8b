"""One grader for all tests of the package: it is pure, and its dictionaries take time to load."""

import pytest

from bot.grading import RubricGrader
from bot.grading.analysis import Analyser
from bot.grading.lexicon import Lexicon
from bot.grading.morphology import DictionaryMorphology


@pytest.fixture(scope="session")
def grader() -> RubricGrader:
    return RubricGrader()


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(Lexicon(), DictionaryMorphology())
