"""A desk on each kind of database."""

import pytest

from bot.services.outbox import Outbox
from storage import Database
from tests.integration.services.driver import Visitor, open_desk


@pytest.fixture
def visitor(database: Database) -> Visitor:
    return Visitor(open_desk(database), Outbox(database))
