"""Who is who in a group, as Telegram tells when asked."""

import pytest

from bot.domain.messaging import Incoming, Ordered, Place, PlaceKind, Pressed, Rights, Sender, Standing
from bot.handlers.standing import look_up
from tests.fakes.telegram import Group
from tests.integration.telegram.conftest import Line


@pytest.fixture
def group(line: Line) -> Group:
    group = line.fake.group(supergroup=True)
    group.chat.members |= {7: "administrator", 8: "member"}
    for person in (7, 8):
        line.fake.user(person)
    return group


def ordered(group: Group, name: str, sender: int = 7) -> Incoming:
    return Incoming(1, Sender(sender), Place(group.chat.id, PlaceKind.GROUP), Ordered(name, "", 1))


async def test_a_quiz_depends_on_the_sender_and_on_what_the_bot_may_do(line: Line, group: Group) -> None:
    asked = await look_up(line.bot, ordered(group, "quiz"))
    assert asked.standing == Standing(group.chat.id, admin=True, rights=Rights())
    group.chat.members[line.bot.id] = "administrator"
    asked = await look_up(line.bot, ordered(group, "quiz", 8))
    assert asked.standing == Standing(group.chat.id, admin=False, rights=Rights(hears=True, deletes=True))


async def test_privacy_mode_that_is_off_lets_the_bot_hear_everything(line: Line, group: Group) -> None:
    line.fake.state.reads_all = True
    await line.bot.get_me()
    asked = await look_up(line.bot, ordered(group, "quiz"))
    assert asked.standing is not None
    assert asked.standing.rights == Rights(hears=True)


async def test_who_stops_a_game_needs_no_more_than_his_own_standing(line: Line, group: Group) -> None:
    asked = await look_up(line.bot, ordered(group, "stopquiz"))
    assert asked.standing == Standing(group.chat.id, admin=True)
    assert len(line.fake.called("getChatMember")) == 1


async def test_an_anonymous_administrator_is_the_group_and_not_asked_about(line: Line, group: Group) -> None:
    asked = await look_up(line.bot, ordered(group, "stopquiz", group.chat.id))
    assert asked.standing == Standing(group.chat.id, admin=True)
    assert line.fake.called("getChatMember") == []


async def test_settings_of_a_group_are_opened_from_the_private_chat(line: Line, group: Group) -> None:
    opened = Incoming(1, Sender(7), Place(7), Ordered("start", f"group-{-group.chat.id}", 1))
    assert (await look_up(line.bot, opened)).standing == Standing(group.chat.id, admin=True)


@pytest.mark.parametrize("data", ["i:1:2:hint", "nonsense"])
async def test_nobody_is_asked_where_it_does_not_matter(line: Line, group: Group, data: str) -> None:
    pressed = Incoming(1, Sender(7), Place(group.chat.id, PlaceKind.GROUP), Pressed(data, 1, "q"))
    for incoming in (pressed, ordered(group, "help"), Incoming(1, Sender(7), Place(7), Ordered("start", "x", 1))):
        assert await look_up(line.bot, incoming) == incoming
    assert line.fake.called("getChatMember") == []


async def test_somebody_telegram_does_not_know_there_has_no_standing(line: Line, group: Group) -> None:
    unknown = ordered(group, "stopquiz", 99)
    assert await look_up(line.bot, unknown) == unknown
