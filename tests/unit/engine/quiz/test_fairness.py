"""Whose words count, until when, and that nothing depends on the order in which updates of one second are processed."""

from dataclasses import replace
from datetime import timedelta
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Level
from bot.engine.quiz import GameMode, Phase, pace
from bot.engine.quiz.actions import React, Reception, Reveal
from bot.engine.quiz.events import Answered, Left, Ticked, Voided
from tests.unit.engine.helpers import NOW, bank_of, prepared
from tests.unit.engine.quiz.table import ADA, BOB, EVE, Table, rules

OWN_WORDS = "as far as I know term1 is what makes it work"


def test_a_text_faster_than_anybody_types_earns_nothing() -> None:
    table = Table.open(rules()).until(5)
    table.say(ADA, OWN_WORDS + " and so on" * 30)
    table.until(40)
    table.say(BOB, OWN_WORDS)
    reveal = table.close()
    assert table.points() == {ADA: 0.0, BOB: 2.0}
    assert reveal.points[0].first == (BOB,)


def test_typing_counts_over_all_messages_of_a_player() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(5)
    for part in range(5):
        table.say(ADA, f"term{part + 1} " + "word " * 15)
    table.close()
    assert table.points() == {ADA: 2.0}


def test_a_forwarded_text_earns_nothing_even_once_edited() -> None:
    table = Table.open(rules()).until(30)
    message = table.say(ADA, "term1", pasted=True)
    table.until(40)
    table.say(ADA, "term1 indeed", message=message, edited=True)
    table.close()
    assert table.points() == {ADA: 0.0}


def test_the_words_of_the_page_itself_earn_nothing() -> None:
    page = "term1 " + " ".join(f"word{number}" for number in range(30))
    question = replace(prepared(), explanations={Level.JUNIOR: page})
    table = Table.open(rules(), bank_of(question)).until(40)
    table.say(ADA, page)
    table.say(BOB, "term1 " + " ".join(f"thought{number}" for number in range(30)))
    table.close()
    assert table.points() == {ADA: 0.0, BOB: 2.0}


def test_what_was_copied_counts_from_the_edit_that_makes_it_ones_own() -> None:
    table = Table.open(rules()).until(20)
    table.say(ADA, OWN_WORDS, pasted=True)
    table.until(30)
    copy = table.say(BOB, OWN_WORDS)
    table.until(35)
    table.say(EVE, "term1")
    table.until(38)
    table.say(BOB, "because term1 says so", message=copy, edited=True)
    assert table.close().points[0].first == (EVE,)
    assert table.points() == {ADA: 0.0, BOB: 1.0, EVE: 2.0}


def test_a_copy_of_another_players_text_earns_nothing() -> None:
    table = Table.open(rules()).until(20)
    table.say(ADA, OWN_WORDS)
    table.until(30)
    table.say(BOB, OWN_WORDS.replace("far", "Far,").replace("makes", "made") + "!")
    assert table.reception is Reception.DOUBT
    table.say(EVE, "I would say that term1 matters most here")
    assert table.close().uncounted == (BOB,), "and he is told why"
    assert table.points() == {ADA: 2.0, EVE: 1.0, BOB: 0.0}


def test_two_who_write_the_same_in_one_second_have_not_copied() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(20)
    table.say(ADA, OWN_WORDS)
    table.say(BOB, OWN_WORDS)
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 2.0}


def test_the_same_few_words_are_no_copy() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(20)
    table.say(ADA, "it is term1")
    table.until(30)
    table.say(BOB, "it is term1")
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 2.0}


def test_a_copy_stays_one_when_the_original_is_edited_afterwards() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(20)
    original = table.say(ADA, OWN_WORDS)
    table.until(30)
    table.say(BOB, OWN_WORDS)
    table.until(40)
    table.say(ADA, OWN_WORDS + ", always", message=original, edited=True)
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 0.0}


def test_whoever_edits_his_text_into_a_copy_is_the_copier() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(20)
    copy = table.say(BOB, "term2")
    table.until(30)
    table.say(ADA, OWN_WORDS)
    table.until(40)
    table.say(BOB, OWN_WORDS, message=copy, edited=True)
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 0.0}


def test_an_edit_before_the_reveal_replaces_what_was_said() -> None:
    table = Table.open(rules()).until(20)
    message = table.say(ADA, "term1 and wrongone")
    table.until(30)
    table.say(ADA, "term2", message=message, edited=True)
    table.close()
    assert table.points() == {ADA: 1.0}


def test_what_an_edit_adds_counts_from_the_edit_and_what_it_keeps_from_before() -> None:
    table = Table.open(rules()).until(20)
    message = table.say(ADA, "term2")
    table.until(30)
    table.say(BOB, "term1 term2")
    table.until(40)
    table.say(ADA, "term2 term1", message=message, edited=True)
    reveal = table.close()
    assert [point.first for point in reveal.points[:2]] == [(BOB,), (ADA,)]


def test_an_edit_after_the_reveal_changes_nothing() -> None:
    table = Table.open(rules()).until(20)
    message = table.say(ADA, "term1")
    before = table.close().standings
    assert table.send(_edit(table, message)) == ()
    table.until(table.seconds + 10)
    assert table.game.phase is Phase.ANSWER
    assert table.send(_edit(table, message)) == ()
    assert table.of(Reveal)[-1].standings == before


def _edit(table: Table, message: int) -> Answered:
    return Answered(ADA, "term1 term2 term3 term4", message, table.now, edited=True)


def test_answers_written_in_time_count_though_they_arrive_a_moment_late() -> None:
    table = Table.open(rules())
    assert table.game.round is not None
    due = (table.game.round.due - NOW).total_seconds()
    table.until(due + 0.9)
    table.say(ADA, "term1", at=due)
    table.say(BOB, "term1", at=due + 0.5)
    table.until(due + 2)
    assert table.points() == {ADA: 2.0}


def test_a_queue_of_answers_written_in_time_is_heard_to_its_end() -> None:
    """Three hundred in the last second, each of which takes a moment: the round waits for the next one."""
    table = Table.open(rules(GameMode.SILENT))
    assert table.game.round is not None
    due = (table.game.round.due - NOW).total_seconds()
    for number in range(300):
        table.until(due + number * 0.08)
        table.say(1000 + number, "term1", at=due)
    table.until(due + 300 * 0.08 + 1)
    assert table.points() == dict.fromkeys(range(1000, 1300), 2.0)


def test_no_queue_keeps_a_round_open_for_ever() -> None:
    table = Table.open(rules(GameMode.SILENT))
    assert table.game.round is not None
    due = (table.game.round.due - NOW).total_seconds()
    delays = [number * 0.9 for number in range(60)]
    for number, delay in enumerate(delays):
        table.until(due + delay)
        table.say(1000 + number, "term1", at=due)
    assert len(table.points()) == sum(delay <= pace.CROWD.total_seconds() for delay in delays)


def test_answers_written_before_the_question_do_not_count() -> None:
    table = Table.open(rules()).until(20)
    assert table.say(ADA, "term1", at=-1) and table.of(React) == []  # noqa: PT018  # one thought


def test_after_an_outage_a_round_waits_for_answers_that_were_written_in_time() -> None:
    table = Table.open(rules())
    assert table.game.round is not None
    due = table.game.round.due
    table.now = due + timedelta(minutes=3)
    table.send(Ticked())
    assert table.of(Reveal) == []
    table.say(ADA, "term1", at=(due - NOW).total_seconds() - 10)
    table.say(BOB, "term1", at=(due - NOW).total_seconds() + 10)
    table.until(table.seconds + 5)
    assert table.points() == {ADA: 2.0}


def test_a_player_is_graded_a_limited_number_of_times_a_round() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(20)
    for _ in range(12):
        table.say(ADA, "hm")
    table.say(ADA, "term1")
    table.close()
    assert table.points() == {ADA: 0.0}


def test_a_voided_round_counts_for_nobody_now_or_later() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.close()
    table.send(Voided(1))
    table.until(table.seconds + 20)
    table.say(BOB, "term2")
    assert table.finish().standings[0].player == BOB
    table.send(Voided(2))
    assert table.finish().standings == ()
    assert table.finish().corrected


def test_a_round_voided_while_it_runs_ends_without_a_reveal() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.send(Voided(1))
    assert table.game.phase is Phase.PAUSE
    assert table.of(Reveal) == []
    assert table.game.counted == ()


def test_a_player_who_leaves_is_forgotten_at_once_and_afterwards() -> None:
    table = Table.open(rules()).until(20)
    table.say(ADA, "term1")
    table.say(BOB, "term2")
    table.close()
    table.until(table.seconds + 20)
    table.say(ADA, "term1 told once more in many words")
    table.send(Left(ADA))
    final = table.finish()
    assert [each.player for each in final.standings] == [BOB]
    table.send(Left(BOB))
    assert not table.game.scores
    assert not table.game.players
    assert not table.game.present


Message = tuple[int, int, str]
"""Second, player, text."""

_TEXTS = ("term1", "term2 and term3", OWN_WORDS, OWN_WORDS + "!", "wrongone", "not wrongone", "~term1", "word " * 60)
MESSAGES = st.lists(
    st.tuples(st.sampled_from((8, 30, 31, 70)), st.integers(1, 5), st.sampled_from(_TEXTS)), max_size=25
)


def _totals(mode: GameMode, messages: list[Message]) -> dict[int, float]:
    table = Table.open(rules(mode, rounds=1, hints=mode is GameMode.SILENT, speed=1.0))
    for second, player, text in messages:
        table.until(second)
        table.say(player, text)
    table.finish()
    return {score.player: score.points for score in table.game.scores}


@given(MESSAGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize(("mode", "closing"), [(GameMode.SILENT, 70), (GameMode.SILENT, 126), (GameMode.RACE, 70)])
def test_the_order_of_updates_of_one_second_changes_no_total(
    mode: GameMode, closing: int, messages: list[Message], random: object
) -> None:
    """Messages of one player keep their order, as his chat does."""
    late = [(second + closing - 70, player, text) for second, player, text in messages]
    ordered = sorted(late, key=lambda message: message[0])
    assert _totals(mode, _shuffled(ordered, random)) == _totals(mode, ordered)


def _shuffled(messages: list[Message], random: object) -> list[Message]:
    mixed: list[Message] = []
    for _, same in groupby(messages, key=lambda message: message[0]):
        queues: dict[int, list[Message]] = {}
        for message in same:
            queues.setdefault(message[1], []).append(message)
        while queues:
            player = random.choice(sorted(queues))  # type: ignore[attr-defined]  # hypothesis' random
            mixed.append(queues[player].pop(0))
            if not queues[player]:
                del queues[player]
    return mixed
