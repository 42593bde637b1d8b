from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.engine.quiz import GameMode, Phase
from bot.engine.quiz.actions import Final, NoPlayers, React, Reception, Reveal, ShowBoard, Tidy
from bot.engine.quiz.events import Skip, Stop
from bot.engine.quiz.moving import moved
from tests.unit.engine.helpers import NOW, bank_of, prepared
from tests.unit.engine.quiz.table import ADA, BOB, EVE, Table, rules


def test_a_point_goes_to_the_first_and_half_of_it_to_those_who_say_it_later() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.until(20)
    table.say(BOB, "term1 and term2")
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 2.0}


def test_those_who_state_a_point_in_the_same_second_are_both_first() -> None:
    table = Table.open(rules()).until(10)
    table.say(BOB, "term1")
    table.say(ADA, "term1")
    assert table.close().points[0].first == (ADA, BOB)
    assert table.points() == {ADA: 2.0, BOB: 2.0}


def test_the_time_of_writing_decides_and_not_of_processing() -> None:
    table = Table.open(rules()).until(20)
    table.say(ADA, "term1", at=15)
    table.say(BOB, "term1", at=12)
    assert table.close().points[0].first == (BOB,)


def test_the_reactions_tell_points_doubts_and_things_merely_heard() -> None:
    table = Table.open(rules()).until(10)
    expected = {
        "term1": Reception.POINT,
        "term1 again": Reception.HEARD,
        "~term2": Reception.DOUBT,
        "wrongone": Reception.DOUBT,
        "wrongtwo?": Reception.DOUBT,
        "no idea": Reception.HEARD,
    }
    for text, reception in expected.items():
        table.say(ADA, text)
        assert table.reception is reception


def test_a_wrong_claim_costs_one_point_and_never_more_than_there_is() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1 but wrongone")
    table.say(BOB, "wrongone")
    reveal = table.close()
    assert table.points() == {ADA: 1.0, BOB: 0.0}
    assert [(claim.correction, claim.players) for claim in reveal.claims] == [("Right one.", (ADA, BOB))]


def test_a_claim_rejected_later_costs_nothing() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1 and wrongone")
    table.until(20)
    table.say(ADA, "sorry, not wrongone")
    table.close()
    assert table.points() == {ADA: 2.0}


def test_a_point_said_twice_counts_from_the_first_time() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.until(20)
    table.say(BOB, "term1")
    table.until(30)
    table.say(ADA, "term1, as I said")
    assert table.close().points[0].first == (ADA,)


def test_accuracy_counts_what_was_stated_of_all_that_could_be_whoever_was_first() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.until(20)
    table.say(BOB, "term1 and term2")
    table.close()
    stated = {score.player: (score.stated, score.possible) for score in table.of(Reveal)[-1].scores}
    assert stated == {ADA: (2.0, 5.5), BOB: (3.0, 5.5)}


def test_a_claim_made_after_it_was_rejected_stands() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1, and not wrongone")
    table.until(20)
    table.say(ADA, "on reflection wrongone")
    table.close()
    assert table.points() == {ADA: 1.0}


def test_a_hint_of_the_same_second_does_not_lower_what_was_being_typed() -> None:
    table = Table.open(rules(hints=True, rounds=1, seconds=100)).until(50)
    assert table.game.round is not None
    (hint,) = table.game.round.hints
    table.say(ADA, "term1", at=(hint.at - NOW).total_seconds())
    table.close()
    assert table.points() == {ADA: 2.0}


def test_hints_come_in_two_steps_at_the_heaviest_open_point_and_lower_what_it_is_worth() -> None:
    table = Table.open(rules(hints=True)).until(10)
    table.say(ADA, "term2")
    table.until(40)
    assert list(table.board.hints) == ["Think of direction 1."]
    table.say(BOB, "term1")
    table.until(70)
    assert list(table.board.hints) == ["Think of direction 1.", "Think of direction 3."]
    table.say(BOB, "term3")
    table.close()
    assert table.points() == {ADA: 1.0, BOB: 2 * 0.75 + 1.25}


def test_two_hints_at_a_point_halve_it() -> None:
    table = Table.open(rules(hints=True)).until(70)
    table.say(ADA, "term1")
    table.close()
    assert table.points() == {ADA: 1.0}


def test_a_speed_bonus_is_small_capped_and_falls_in_thirds_of_the_time() -> None:
    for at, bonus in ((5, 1.0), (40, 0.5), (70, 0.0)):
        table = Table.open(rules(speed=1.0)).until(at)
        table.say(ADA, "term1 term2")
        table.close()
        assert table.points() == {ADA: 3.0 + bonus}
    assert rules(speed=99.0).fitted().speed == 2.0
    assert rules(GameMode.SILENT, speed=1.0).fitted().speed == 0.0


def test_when_everything_is_said_the_round_ends_soon_and_halves_can_still_be_won() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1 term2 term3 term4")
    table.until(20)
    table.say(BOB, "term4")
    table.until(39)
    assert not table.of(Reveal)
    table.until(42)
    assert table.points() == {ADA: 5.5, BOB: 0.5}


def test_there_is_a_last_call_when_everything_is_said_late() -> None:
    table = Table.open(rules()).until(50)
    table.say(ADA, "term1 term2 term3 term4")
    assert table.game.round is not None
    assert table.game.round.due == table.now + timedelta(seconds=15)
    table.until(70)
    table.say(ADA, "term1 again")
    assert table.points() == {ADA: 5.5}


def test_a_half_of_a_very_light_point_is_not_nothing() -> None:
    question = prepared()
    light = replace(question, points=tuple(replace(point, weight=0.2) for point in question.points))
    table = Table.open(rules(), bank_of(light)).until(10)
    table.say(ADA, "term1")
    table.until(20)
    table.say(BOB, "term1")
    table.close()
    assert table.points() == {ADA: 0.25, BOB: 0.25}


def test_the_board_is_one_message_a_round_and_edited_every_four_seconds_at_most() -> None:
    table = Table.open(rules()).until(5)
    for step in range(40):
        table.until(5 + step / 2)
        table.say(ADA + step, "term1")
    table.close()
    shown = [(when, action) for when, action in table.done if isinstance(action, ShowBoard)]
    assert [action.new for _, action in shown] == [True] + [False] * (len(shown) - 1)
    running = [when for when, action in shown if action.board.open]
    assert min(later - earlier for earlier, later in pairwise(running)) >= timedelta(seconds=4)
    assert not shown[-1][1].board.open


def test_the_board_is_left_alone_before_the_end_so_that_the_reveal_goes_out_at_once() -> None:
    table = Table.open(rules()).until(10)
    assert table.game.round is not None
    due = table.game.round.due
    for step in range(10):
        table.until((due - NOW).total_seconds() - 10 + step)
        table.say(ADA + step, "term1")
    table.close()
    reveal = next(at for at, (_, action) in enumerate(table.done) if isinstance(action, Reveal))
    edits = [when for when, action in table.done[:reveal] if isinstance(action, ShowBoard)]
    assert due - timedelta(seconds=7) < edits[-1] <= due - timedelta(seconds=3)
    assert isinstance(table.done[reveal + 1][1], ShowBoard)


def test_a_board_tells_who_has_which_point_and_not_what_it_says() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term3")
    table.until(14)
    table.say(BOB, "term3")
    table.until(20)
    assert [(point.first, point.also) for point in table.board.points] == [
        ((), ()),
        ((), ()),
        ((ADA,), (BOB,)),
        ((), ()),
    ]
    assert table.board.answered == (ADA, BOB)
    assert table.board.prompt.startswith("How does")


def test_talk_among_players_is_no_answer_until_it_says_something() -> None:
    table = Table.open(rules()).until(10)
    table.say(EVE, "lol, good one", addressed=False)
    assert table.of(React) == []
    assert table.game.players == ()
    table.say(EVE, "term1 of course", addressed=False)
    assert table.reception is Reception.POINT


def test_talk_can_be_edited_into_an_answer() -> None:
    table = Table.open(rules()).until(10)
    message = table.say(EVE, "hm", addressed=False)
    table.until(20)
    table.say(EVE, "hm, still thinking", message=message, edited=True, addressed=False)
    assert table.of(React) == []
    table.say(EVE, "term1", message=message, edited=True, addressed=False)
    table.close()
    assert table.points() == {EVE: 2.0}


@pytest.mark.parametrize(("length", "seconds"), [(1, 3), (150, 10), (2000, 20)])
def test_a_question_can_be_read_before_the_time_to_answer_begins(length: int, seconds: int) -> None:
    question = replace(prepared(), prompt="x" * length)
    round_ = Table.open(rules(seconds=30), bank_of(question)).game.round
    assert round_ is not None
    assert round_.readable - round_.opened == timedelta(seconds=seconds)
    assert round_.due - round_.readable == timedelta(seconds=30)


def test_latecomers_are_welcome_in_any_round() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.close()
    table.until(table.seconds + 10)
    table.say(BOB, "term1")
    final = table.finish()
    assert [(each.place, each.player, each.points) for each in final.standings] == [(1, ADA, 2.0), (1, BOB, 2.0)]
    assert final.rounds == 2


def test_two_rounds_without_players_end_the_game() -> None:
    table = Table.open(rules(rounds=5))
    while table.wake is not None:
        table.until(table.seconds + 30)
    assert len(table.of(NoPlayers)) == 1
    assert table.of(Final) == []
    assert table.of(Reveal) == []
    assert len(table.game.asked) == 2


def test_a_game_that_was_played_and_then_left_ends_with_its_board() -> None:
    table = Table.open(rules(rounds=5)).until(10)
    table.say(ADA, "term1")
    assert table.finish().standings[0].player == ADA
    assert len(table.game.asked) == 3


def test_the_starter_skips_a_round_and_its_points_count() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.send(Skip(round=1))
    assert table.points() == {ADA: 2.0}
    assert table.game.phase is Phase.PAUSE
    table.send(Skip(round=1))
    assert table.game.phase is Phase.PAUSE


def test_stopping_counts_what_has_been_said() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.send(Stop())
    assert table.of(Final)[-1].standings[0].points == 2.0
    assert table.game.finished


def test_stopping_a_game_nobody_has_played_says_so_plainly() -> None:
    table = Table.open(rules())
    table.send(Stop())
    assert table.of(Final) == [Final((), 0)]
    assert table.of(NoPlayers) == []


def test_what_was_written_before_the_group_moved_counts_and_is_not_taken_for_what_came_after() -> None:
    table = Table.open(rules(tidy=True)).until(10)
    old = table.say(ADA, "term1")
    table.game = moved(table.game)
    table.say(ADA, "term2", message=old)
    table.close()
    assert table.points() == {ADA: 3.0}
    assert table.of(Tidy) == [Tidy((old,))]


def test_answers_in_the_group_are_tidied_away_when_asked_for() -> None:
    table = Table.open(rules(tidy=True)).until(10)
    first = table.say(ADA, "term1")
    table.say(BOB, "term1", private=True)
    table.close()
    assert table.of(Tidy) == [Tidy((first,))]
