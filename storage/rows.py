"""From statements to frozen rows."""

from dataclasses import fields
from typing import Any, TypeVar, cast

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.models import Base

Row = TypeVar("Row")


def columns(kind: type[Any], model: type[Base]) -> list[Any]:
    """Columns of the model by the names and in the order of the dataclass's fields."""
    return [getattr(model, field.name) for field in fields(kind)]


async def first(tx: AsyncConnection, kind: type[Row], statement: Executable) -> Row | None:
    """First row of the statement, or None."""
    row = (await tx.execute(statement)).mappings().first()
    return None if row is None else kind(**row)


async def every(tx: AsyncConnection, kind: type[Row], statement: Executable) -> tuple[Row, ...]:
    """All rows of the statement, in its order."""
    return tuple(kind(**row) for row in (await tx.execute(statement)).mappings())


def insert(tx: AsyncConnection, model: type[Base]) -> postgresql.Insert:
    """INSERT that knows ON CONFLICT, which both dialects spell alike."""
    make = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    return cast("postgresql.Insert", make(model))
