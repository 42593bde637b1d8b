"""The way in: transactions on SQLite or PostgreSQL, chosen by the address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import migrate
from storage.engines import open_engines, open_migrator, parse_url
from storage.errors import translated

Transaction = AsyncConnection
"""What every query takes first; opaque to callers."""


class Database:
    """A database and its connections; connects when first used."""

    def __init__(self, url: str) -> None:
        """Of `sqlite:///FILE` (its folder is made) or `postgresql://…`; StorageError when it is neither."""
        self._url = parse_url(url)
        self._engines = open_engines(self._url)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Commit on leaving, roll back on any exception; one writer at a time on SQLite, so never open one in another.

        StorageUnavailable when the same may succeed later, StorageError when it will not.
        """
        async with _begin(self._engines.writer) as tx:
            yield tx

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Transaction that may not write and waits for no writer; errors as in `transaction`."""
        async with _begin(self._engines.reader) as tx:
            yield tx

    async def migrate(self) -> None:
        """Bring the schema to the newest revision; processes that do so at once wait for each other."""
        engine = open_migrator(self._url)
        try:
            async with _begin(engine) as tx:
                await tx.run_sync(migrate.upgrade)
        finally:
            await engine.dispose()

    async def is_current(self) -> bool:
        """Whether the schema is at the newest revision."""
        async with self.reading() as tx:
            return await tx.run_sync(migrate.is_current)

    async def dispose(self) -> None:
        """Close all connections; transactions must have ended."""
        await self._engines.writer.dispose()
        await self._engines.reader.dispose()


@asynccontextmanager
async def _begin(engine: AsyncEngine) -> AsyncIterator[Transaction]:
    with translated():
        async with engine.begin() as tx:
            yield tx
