"""What keeps the database small and ready."""

from datetime import datetime, timedelta

from storage import Database
from storage.pruning import prune

KEPT = timedelta(days=7)
"""How long handled updates and delivered messages are kept: Telegram repeats an update for 24 hours at most."""


class Upkeep:
    """Chores for the janitor and for readiness checks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prune(self, now: datetime) -> int:
        """Delete what is of no use any more; returns how many rows."""
        async with self._database.transaction() as tx:
            return await prune(tx, now - KEPT)

    async def is_ready(self) -> bool:
        """Whether the database answers and has the newest schema; StorageUnavailable when it does not answer."""
        return await self._database.is_current()
