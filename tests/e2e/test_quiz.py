"""Games of groups through HTTP, with nothing that Telegram would refuse, within what it lets a group be sent."""

from itertools import cycle, product

import pytest

from bot.domain.language import Language
from tests.e2e.club import Clock, Party, running
from tests.fakes.telegram import UNLIMITED, FakeTelegram, Flood

MODES = ("race", "silent", "poll", "hotseat")
A_ROUND = 5
"""Messages of a round at most."""
FRAME = 2
"""Messages of a game besides: the bot introduces itself, and shows the board of the game."""


async def played(url: str, games: list[tuple[str, Language, bool]], size: int, rounds: int = 1) -> None:
    """Games at once, each in a group of its own.

    The rate of all messages together is kept by a real clock, so it is tested elsewhere; that of a group holds.
    """
    clock = Clock()
    with FakeTelegram(Flood(overall=UNLIMITED), clock=clock.seconds) as fake:
        async with running(fake, url, clock) as club:
            parties = [Party.of(club, language, size, hears=hears) for _, language, hears in games]
            for party, (mode, *_) in zip(parties, games, strict=True):
                party.begin(mode, rounds)
            while not all(party.is_over for party in parties):
                await club.go_on()
                for party in parties:
                    party.join_in()
        assert fake.refusals == []
    for party, (mode, *_) in zip(parties, games, strict=True):
        assert len(party.sent) <= FRAME + rounds * A_ROUND, mode
        reveals = [m for m in party.sent if any(entity["type"] == "spoiler" for entity in m.entities)]
        assert len(reveals) == rounds, mode


async def test_two_people_play_a_game_of_each_mode(sqlite_url: str) -> None:
    languages, hears = cycle(Language), cycle((True, False))
    await played(sqlite_url, [(mode, next(languages), next(hears)) for mode in MODES], 2)


@pytest.mark.slow
@pytest.mark.parametrize("hears", [True, False])
async def test_two_people_play_every_mode_in_every_language(database_url: str, hears: bool) -> None:
    await played(database_url, [(mode, language, hears) for mode, language in product(MODES, Language)], 2, 2)


@pytest.mark.slow
async def test_thirty_people_play_a_game_of_each_mode(database_url: str) -> None:
    languages, hears = cycle(Language), cycle((True, False))
    await played(database_url, [(mode, next(languages), next(hears)) for mode in MODES], 30)


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "language"), list(zip(MODES, cycle(Language), strict=False)))
@pytest.mark.parametrize("hears", [True, False])
async def test_three_hundred_people_play(sqlite_url: str, mode: str, language: Language, hears: bool) -> None:
    await played(sqlite_url, [(mode, language, hears)], 300)
