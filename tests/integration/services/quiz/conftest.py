"""Most of the quiz is played on one kind of database; what depends on it is in `test_race`, played on both."""

import pytest


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url
