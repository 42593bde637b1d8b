"""Games of groups through HTTP, with nothing that Telegram would refuse, within what it lets a group be sent."""

import asyncio
from itertools import cycle, product

import pytest

from bot.domain.language import Language
from tests.e2e.club import Clock, Party, running
from tests.fakes.telegram import FakeTelegram

MODES = ("race", "silent", "poll", "hotseat")
A_ROUND = 5
"""Messages of a round at most; a game has its menu and its end besides."""
FRAME = 2


async def played(url: str, haste: float, games: list[tuple[str, Language, bool]], size: int, rounds: int = 1) -> None:
    """Games at once, each in a group of its own."""
    clock = Clock(haste)
    with FakeTelegram(clock=clock.seconds) as fake:
        async with running(fake, url, clock) as bank:
            parties = [Party.of(fake, bank, clock, language, size, hears=hears) for _, language, hears in games]
            async with asyncio.timeout(600):
                await asyncio.gather(
                    *(party.play(mode, rounds) for party, (mode, *_) in zip(parties, games, strict=True))
                )
        assert fake.refusals == []
    for party, (mode, *_) in zip(parties, games, strict=True):
        assert len(party.sent) <= FRAME + 1 + rounds * A_ROUND, mode
        assert any(entity["type"] == "spoiler" for message in party.sent for entity in message.entities), mode


async def test_two_people_play_a_game_of_each_mode(sqlite_url: str) -> None:
    languages, hears = cycle(Language), cycle((True, False))
    await played(sqlite_url, 12, [(mode, next(languages), next(hears)) for mode in MODES], 2)


@pytest.mark.slow
@pytest.mark.parametrize("hears", [True, False])
async def test_two_people_play_every_mode_in_every_language(database_url: str, hears: bool) -> None:
    await played(database_url, 6, [(mode, language, hears) for mode, language in product(MODES, Language)], 2, 2)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "haste"), [(30, 4), (300, 1)])
async def test_many_people_play_a_game_of_each_mode(database_url: str, size: int, haste: float) -> None:
    languages, hears = cycle(Language), cycle((True, False))
    await played(database_url, haste, [(mode, next(languages), next(hears)) for mode in MODES], size)
