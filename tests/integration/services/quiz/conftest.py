"""Most of the quiz is played on SQLite alone; `test_boards` on both databases, `test_replicas` on PostgreSQL."""

import pytest


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url
