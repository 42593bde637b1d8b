"""Every test here can have a database of its own: see `tests.databases`."""

from tests.databases import database, database_url, empty_url, postgres, sqlite_pattern

__all__ = ["database", "database_url", "empty_url", "postgres", "sqlite_pattern"]
