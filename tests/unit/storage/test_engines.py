import pytest

from storage import StorageError
from storage.engines import parse_url


@pytest.mark.parametrize(
    ("given", "driver", "database"),
    [
        ("sqlite:///data/interview.db", "sqlite+aiosqlite", "data/interview.db"),
        ("sqlite:////var/lib/interview.db", "sqlite+aiosqlite", "/var/lib/interview.db"),
        ("postgresql://ann:secret@db.example:5432/interviews", "postgresql+psycopg", "interviews"),
        ("postgres://ann:secret@db.example/interviews", "postgresql+psycopg", "interviews"),
        ("postgresql+asyncpg://ann@db.example/interviews", "postgresql+psycopg", "interviews"),
    ],
)
def test_the_driver_is_filled_in(given: str, driver: str, database: str) -> None:
    url = parse_url(given)
    assert (url.drivername, url.database) == (driver, database)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("sqlite://", "must be a file"),
        ("sqlite:///:memory:", "must be a file"),
        ("mysql://ann:secret@db.example/x", "'mysql'"),
        ("ann:secret@db.example", "no URL"),
        ("", "no URL"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_showing_its_password(given: str, reason: str) -> None:
    with pytest.raises(StorageError, match=reason) as caught:
        parse_url(given)
    assert "secret" not in str(caught.value)


def test_options_of_the_address_survive() -> None:
    url = parse_url("postgresql://ann@/interviews?host=/run/postgresql&options=-c%20statement_timeout%3D1s")
    assert url.query == {"host": "/run/postgresql", "options": "-c statement_timeout=1s"}
