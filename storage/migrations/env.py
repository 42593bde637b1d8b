"""Alembic's entry: runs in the connection that `storage.migrate` hands over, else connects by `sqlalchemy.url`.

The second way is the developer's: `alembic -c storage/alembic.ini revision --autogenerate -m "Add …"`.
"""

import asyncio
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from storage.columns import CleanText, Json, Names, UtcDateTime
from storage.engines import open_migrator, parse_url
from storage.models import Base

JSON = 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'

WRITTEN_AS = {UtcDateTime: "sa.DateTime(timezone=True)", CleanText: "sa.Text()", Json: JSON, Names: JSON}
"""How a revision spells our types: what they are to the database, since revisions outlive the code."""


def render(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Spelling of one of our types in a new revision; False leaves anything else to Alembic."""
    if kind != "type" or type(item) not in WRITTEN_AS:
        return False
    autogen.imports.add("from sqlalchemy.dialects import postgresql")
    return WRITTEN_AS[type(item)]


def run(connection: Connection) -> None:
    """Run the command in this connection."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, render_item=render)
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
