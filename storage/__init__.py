"""Everything that must survive a restart: the schema, its migrations and the queries by table.

Queries take the open transaction first and return frozen rows, never live objects.
"""

from storage.database import Database, Transaction
from storage.errors import StorageError, StorageUnavailable

__all__ = ["Database", "StorageError", "StorageUnavailable", "Transaction"]
