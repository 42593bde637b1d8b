"""What can go wrong with the database, in two kinds: try again, or a person must look."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

TRANSIENT_SQLITE = frozenset({5, 6, 10, 13, 14, 15})
"""Primary result codes of SQLite that pass: BUSY, LOCKED, IOERR, FULL, CANTOPEN, PROTOCOL."""

TRANSIENT_SQLSTATES = ("08", "40", "53", "57", "55P03", "25006")
"""SQLSTATEs that pass: classes connection, rollback (deadlock too), resources, operator; lock timed out, read-only."""


class StorageError(Exception):
    """The database refused; trying again will not help."""


class StorageUnavailable(StorageError):  # noqa: N818 - names the state of the store, which callers wait out
    """The database is down, busy or lost a race; the same transaction may be tried again.

    Nothing was committed, unless the connection broke during the commit itself: only a mark made in the transaction,
    such as the processed update, tells then.
    """


def _is_transient(error: DBAPIError) -> bool:
    cause = error.orig
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in TRANSIENT_SQLITE
    # psycopg gives no state for faults it meets itself, such as a server that cannot be reached.
    state = getattr(cause, "sqlstate", "")
    return error.connection_invalidated or state is None or state.startswith(TRANSIENT_SQLSTATES)


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's errors into ours, without statement and parameters: those hold what people wrote."""
    try:
        yield
    except PoolTimeoutError:
        raise StorageUnavailable("no free connection to the database") from None
    except DBAPIError as error:
        kind = StorageUnavailable if _is_transient(error) else StorageError
        raise kind(f"{type(error.orig).__name__}: {_summary(error)}") from None
    except SQLAlchemyError as error:
        raise StorageError(type(error).__name__) from error


def _summary(error: DBAPIError) -> str:
    """First line of the driver's message; PostgreSQL puts values into the DETAIL lines that follow."""
    return str(error.orig).partition("\n")[0]
