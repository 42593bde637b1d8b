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


@pytest.fixture
def call(fake: FakeTelegram) -> Iterator[Caller]:
    with httpx.Client(base_url=f"{fake.url}/bot{fake.token}/", timeout=10) as client:
        yield lambda method, **params: client.post(method, json=params).json()
