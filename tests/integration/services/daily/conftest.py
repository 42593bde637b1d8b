"""What people live through is the same on any database: here it is SQLite, except where databases differ."""

import pytest

from storage import Database
from tests.integration.services.daily.life import Life


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The quicker one."""
    return sqlite_url


@pytest.fixture
def life(database: Database) -> Life:
    """Somebody who has not subscribed yet."""
    return Life.begin(database)
