"""Alembic's entry: runs in the connection that `storage.migrate` hands over, else connects by `sqlalchemy.url`.

The second way is the developer's: `alembic -c storage/alembic.ini revision --autogenerate -m "Add …"`.
"""

import asyncio

from alembic import context
from sqlalchemy import Connection

from storage.engines import open_migrator, parse_url
from storage.models import Base


def run(connection: Connection) -> None:
    """Run the command in this connection."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_run() -> None:
    """Run the command in a connection of its own."""
    engine = open_migrator(parse_url(context.config.get_main_option("sqlalchemy.url", "")))
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


if given := context.config.attributes.get("connection"):
    run(given)
else:
    asyncio.run(connect_and_run())
