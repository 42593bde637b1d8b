"""Every test here can have a database of its own: see `tests.databases`."""

from tests.databases import (
    database,
    database_url,
    empty_url,
    postgres,
    postgres_url,
    replica,
    sqlite_pattern,
    sqlite_url,
)

__all__ = [
    "database",
    "database_url",
    "empty_url",
    "postgres",
    "postgres_url",
    "replica",
    "sqlite_pattern",
    "sqlite_url",
]
