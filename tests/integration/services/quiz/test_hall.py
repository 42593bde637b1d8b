"""Who may do what, what is chosen for a group, and what happens to it."""

import pytest

from bot.domain.messaging import Deletion, Membership, Moved, Ordered, OutMessage, Pressed, Rights, TopicClosed
from bot.engine.quiz.rules import GameMode
from bot.services.quiz.house import House, house_of
from storage import Database, chats, complaints, games
from storage.models import ChatKind
from tests.integration.services.driver import NOON
from tests.integration.services.quiz.group import ADMIN, GROUP, Group

SHARED = "All the containers on a machine share the kernel of the host."
QUESTION = "container-vs-vm"
SUPERGROUP = -1002


@pytest.fixture
def group(database: Database) -> Group:
    return Group.over(database, ADMIN, only=QUESTION)


async def house(group: Group) -> House:
    async with group.database.reading() as tx:
        return await house_of(tx, GROUP)


async def is_open(group: Group, chat: int = GROUP) -> bool:
    async with group.database.reading() as tx:
        return await games.is_open(tx, chat, group.thread or 0)


async def scored(group: Group, chat: int = GROUP) -> dict[int, float]:
    async with group.database.reading() as tx:
        return {row.user_id: row.points for row in await games.tallies(tx, chat, None)}


class TestStarting:
    @pytest.mark.parametrize(
        ("language", "words", "mode"),
        [
            ("en", "quiz containers 2 silent", GameMode.SILENT),
            ("ru", "quiz контейнеры 2 тихо", GameMode.SILENT),
            ("uk", "quiz опитування 2", GameMode.POLL),
            ("uk", "quiz гарячий стілець", GameMode.HOT_SEAT),
            ("ru", "quiz гонка синьор", GameMode.RACE),
        ],
    )
    async def test_words_in_three_languages_begin_a_game(
        self, group: Group, language: str, words: str, mode: GameMode
    ) -> None:
        group.language_code = language
        await group.order(words)
        assert await is_open(group)
        async with group.database.transaction() as tx:
            row = await games.lock_open(tx, GROUP, 0)
        assert row is not None
        assert row.language == language
        assert f'"mode":"{mode.value}"' in row.state

    async def test_bare_it_shows_what_is_chosen_and_buttons_change_it(self, group: Group) -> None:
        await group.order("quiz")
        assert "Race: a point goes to" in group.texts[-1]
        await group.press("Mode")
        await group.press("Silent")
        assert "Silent: answers in private" in group.texts[-1]
        await group.press("Rounds")
        await group.press("3")
        assert await house(group) == House(mode=GameMode.SILENT, rounds=3)
        await group.press("Start")
        assert await is_open(group)
        assert "Silent round 1 of 1" in group.texts[-1], "there is one question only"

    async def test_one_game_at_a_time_in_a_place(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.order("quiz 1 race")
        assert "already" in group.texts[-1]
        group.thread = 9
        await group.order("quiz 1 race")
        assert await is_open(group)

    async def test_words_that_mean_nothing_are_said_back(self, group: Group) -> None:
        await group.order("quiz <frobnicate>")
        assert "“frobnicate”" in group.texts[-1]
        assert not await is_open(group)

    async def test_with_nothing_to_ask_it_says_so(self, group: Group) -> None:
        await group.order("quiz kafka")
        assert "no questions for that" in group.texts[-1]

    async def test_in_private_it_points_to_groups(self, group: Group) -> None:
        await group.whisper(Ordered("quiz", "", 1))
        assert "played in groups" in group.texts[-1]
        await group.whisper(Ordered("top", "", 2))
        assert "Boards belong to groups" in group.texts[-1]

    async def test_the_admin_is_told_what_the_bot_hears(self, group: Group) -> None:
        await group.order("quiz")
        assert "only commands and replies" in group.texts[-1]
        group.hears = True
        await group.order("quiz")
        assert "I hear everything" in group.texts[-1]


class TestRights:
    async def test_only_the_starter_and_administrators_stop_a_game(self, group: Group) -> None:
        await group.order("quiz 1 race", by=2)
        await group.order("stopquiz", by=3)
        assert "can stop it" in group.texts[-1]
        assert await is_open(group)
        await group.order("stopquiz", by=2)
        assert not await is_open(group)
        await group.order("stopquiz")
        assert "No game is going on" in group.texts[-1]

    async def test_stopping_counts_what_was_answered(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.order("stopquiz")
        assert "Bob" in group.texts[-1]
        assert (await scored(group))[2] > 0

    async def test_players_vote_to_skip_and_an_administrator_decides(self, group: Group) -> None:
        await group.order("quiz 1 race", by=2)
        await group.wait(5)
        assert await group.press("Skip", 3) == "Your vote to skip counts."
        assert await is_open(group)
        await group.press("Skip", ADMIN)
        await group.wait(10)
        assert not await is_open(group), "it was the only round"

    async def test_administrators_can_keep_starting_to_themselves(self, group: Group) -> None:
        await group.order("quiz")
        await group.press("Who starts")
        assert await group.press("Administrators", 2) == "Only administrators of the group can do that."
        await group.press("Administrators")
        assert (await house(group)).admins_only
        await group.order("quiz 1 race", by=2)
        assert "administrators start games" in group.texts[-1]
        await group.order("quiz", by=2)
        assert await group.press("Start", 2) == "Only administrators of the group can do that."
        await group.order("quiz 1 race")
        assert await is_open(group)

    async def test_settings_can_be_changed_in_private_by_administrators_alone(self, group: Group) -> None:
        await group.order("quiz")
        async with group.database.transaction() as tx:
            await chats.meet(tx, GROUP, ChatKind.GROUP, NOON, "Team <7>")
        await group.whisper(Ordered("start", f"group-{-GROUP}", 1), chat=GROUP)
        assert "Team &lt;7&gt;" in group.texts[-1]
        await group.whisper(Pressed(f"qset:{GROUP}:rounds:10", 1, "c"), chat=GROUP)
        assert (await house(group)).rounds == 10
        await group.whisper(Pressed(f"qset:{GROUP}:rounds:3", 1, "c"), 2, chat=GROUP)
        await group.whisper(Pressed("qset:-1009:rounds:3", 1, "c"), chat=GROUP)
        await group.whisper(Ordered("start", f"group-{-GROUP}", 1), 2, chat=GROUP)
        assert "Only administrators" in group.texts[-1]
        assert (await house(group)).rounds == 10

    @pytest.mark.parametrize("data", ["qset:-:rounds:999", "qset:-:mode:chess", "qset:-:topic:nonsense"])
    async def test_forged_values_change_nothing(self, group: Group, data: str) -> None:
        await group.order("quiz")
        await group.send(Pressed(data, 101, "c"), ADMIN)
        assert await house(group) == House()


class TestTheGroup:
    async def test_the_bot_introduces_itself_once(self, group: Group) -> None:
        await group.send(Rights(hears=False), ADMIN)
        assert "only commands and replies to me" in group.texts[-1]
        heard = len(group.said)
        await group.send(Rights(hears=True, deletes=True), ADMIN)
        assert len(group.said) == heard
        assert (await house(group)).deletes

    @pytest.mark.parametrize("body", [Membership.BLOCKED, Rights(speaks=False), TopicClosed()])
    async def test_where_nothing_can_be_said_any_more_the_game_ends_and_points_stay(
        self, group: Group, body: Membership | Rights | TopicClosed
    ) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        heard = len(group.said)
        await group.send(body, ADMIN)
        await group.wait(600)
        assert len(group.said) == heard
        assert not await is_open(group)
        assert (await scored(group))[2] > 0

    async def test_a_closed_topic_ends_its_own_game_only(self, group: Group) -> None:
        await group.order("quiz 1 race")
        group.thread = 9
        await group.order("quiz 1 race")
        await group.send(TopicClosed(), ADMIN)
        assert not await is_open(group)
        group.thread = None
        assert await is_open(group)

    async def test_a_game_goes_on_in_the_supergroup_that_the_group_became(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.send(Moved(SUPERGROUP), ADMIN)
        assert await is_open(group, SUPERGROUP)
        await group.wait(200)
        assert "🥇 Bob" in group.texts[-1]
        assert (await scored(group, SUPERGROUP))[2] > 0

    async def test_messages_of_the_old_group_are_not_taken_for_those_of_the_new_one(self, group: Group) -> None:
        group.deletes = True
        await group.order("quiz")
        await group.press("Tidying")
        await group.press("Yes")
        await group.order("quiz 1 race")
        await group.wait(30)
        old = await group.write("No idea, I have never heard of containers.", 2)
        await group.send(Moved(SUPERGROUP), ADMIN)
        group.chat, group.messages = SUPERGROUP, old - 1
        assert await group.write(SHARED, 2) == old, "the new group counts its own messages"
        younger = await group.write("Containers share the kernel of their host, I think.", 3)
        await group.wait(200)
        removed = [message for each in group.said if isinstance(each, Deletion) for message in each.messages]
        assert removed == [old, younger]
        assert "🥇 Bob" in group.texts[-1]

    async def test_rights_that_are_taken_are_not_made_use_of(self, group: Group) -> None:
        group.deletes = True
        await group.order("quiz")
        await group.press("Tidying")
        await group.press("Yes")
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.send(Rights(), ADMIN)
        await group.wait(200)
        assert not [each for each in group.said if isinstance(each, Deletion)]
        assert "🥇 Bob" in group.texts[-1]

    async def test_a_game_that_nobody_can_see_ends_and_says_why(self, group: Group) -> None:
        group.forbids_polls = True
        await group.order("quiz 3 poll")
        await group.wait(120)
        assert "Telegram didn’t let me post the round" in group.texts[-1]
        assert not await is_open(group)
        told = len(group.said)
        await group.wait(600)
        assert len(group.said) == told

    async def test_whoever_throws_the_bot_out_and_lets_it_in_again_finds_all_points(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.send(Membership.BLOCKED, ADMIN)
        await group.send(Rights(), ADMIN)
        await group.order("top")
        assert "Bob" in group.texts[-1]
        await group.order("quiz 1 race")
        assert await is_open(group)

    async def test_answers_are_tidied_away_where_the_bot_may_and_the_group_wants_it(self, group: Group) -> None:
        for group.deletes in (True, False):
            await group.order("quiz")
            await group.press("Tidying")
            await group.press("Yes")
            await group.order("quiz 1 race")
            await group.wait(30)
            message = await group.write(SHARED, 2)
            await group.wait(120)
            removed = [each for each in group.said if isinstance(each, Deletion) and message in each.messages]
            assert bool(removed) is group.deletes


class TestPeople:
    async def test_who_hides_is_on_no_board(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.wait(120)
        await group.order("top")
        assert "Bob" in group.texts[-1]
        await group.whisper(Pressed("set:boards:off", 1, "c"), 2)
        await group.order("top")
        assert "Bob" not in group.texts[-1]

    async def test_who_has_himself_erased_leaves_the_game_and_the_boards(self, group: Group) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.write("Containers share the kernel of their host, I think.", 3)
        await group.whisper(Pressed("forget:yes", 1, "c"), 2)
        await group.wait(120)
        assert "Bob" not in group.texts[-1]
        assert "🥇 Cid" in group.texts[-1]
        assert set(await scored(group)) == {3}


class TestComplaints:
    async def file(self, group: Group, by: int = 2) -> None:
        await group.order("quiz 1 race")
        await group.wait(30)
        await group.write(SHARED, 2)
        await group.wait(200)
        await group.whisper(Ordered("start", "flag-1-1", 1), by)
        assert "wrong with the question of round 1" in group.texts[-1]
        await self.press_private(group, "Out of date", by)
        assert "in the queue" in group.texts[-1]

    async def press_private(self, group: Group, label: str, by: int) -> None:
        messages = [message for message in group.said if isinstance(message, OutMessage)]
        data = next(b.data for m in reversed(messages) for row in m.buttons for b in row if b.label == label)
        await group.whisper(Pressed(data, 1, "c"), by)

    async def test_a_round_that_an_admin_voids_loses_its_points_and_the_group_is_told(self, group: Group) -> None:
        await self.file(group)
        assert (await scored(group))[2] > 0
        await group.whisper(Ordered("admin", "", 3), ADMIN)
        assert "it is out of date" in group.texts[-1]
        await self.press_private(group, "The round is void", ADMIN)
        assert any("doesn’t count any more" in text for text in group.texts[-2:])
        assert await scored(group) == {}

    async def test_a_round_that_stands_keeps_its_points(self, group: Group) -> None:
        await self.file(group)
        await group.whisper(Ordered("admin", "", 3), ADMIN)
        await self.press_private(group, "It stands", ADMIN)
        assert (await scored(group))[2] > 0
        async with group.database.reading() as tx:
            assert await complaints.count_open(tx) == 0

    async def test_nobody_else_rules(self, group: Group) -> None:
        await self.file(group)
        await group.whisper(Pressed("ruling:1:yes", 1, "c"), 2)
        assert (await scored(group))[2] > 0

    async def test_a_round_that_never_was_cannot_be_complained_about(self, group: Group) -> None:
        await group.whisper(Ordered("start", "flag-1-1", 1), 2)
        assert "don’t know that round" in group.texts[-1]
