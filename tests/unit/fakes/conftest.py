from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.fakes.telegram import FakeTelegram

Caller = Callable[..., dict[str, Any]]


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram.unhurried() as server:
        yield server


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """One for all tests: making a client costs more than most calls."""
    with httpx.Client(timeout=10) as client:
        yield client


@pytest.fixture
def call(fake: FakeTelegram, http: httpx.Client) -> Caller:
    return lambda method, **params: http.post(f"{fake.url}/bot{fake.token}/{method}", json=params).json()
