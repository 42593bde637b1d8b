"""Skipping by vote, complaints, the choice of questions, and what a closed round keeps."""

from dataclasses import replace

import pytest

from bot.domain.language import Language, Level
from bot.engine.quiz import GameMode, Phase, Quizmaster, Rules
from bot.engine.quiz.actions import OpenPoll, ReportQuestion, Reveal, ShowBoard
from bot.engine.quiz.events import Ballot, Flagged, Stop, Voted
from bot.services.codec import dump_game
from tests.unit.engine.helpers import NOW, KeywordGrader, bank_of, prepared
from tests.unit.engine.quiz.table import ADA, BOB, EVE, Table, rules, small_bank


def test_one_vote_skips_nothing_and_the_same_vote_twice_is_one() -> None:
    table = Table.open(rules()).until(10)
    table.send(Voted(ADA, Ballot.SKIP, round=1))
    table.send(Voted(ADA, Ballot.SKIP, round=1))
    assert table.game.phase is Phase.ANSWER
    table.until(20)
    assert (table.board.skipping, table.board.skips_needed) == (1, 2)


def test_two_votes_of_three_players_skip_a_round_and_what_was_said_counts() -> None:
    table = Table.open(rules()).until(10)
    for player in (ADA, BOB, EVE):
        table.say(player, "term1")
    table.send(Voted(ADA, Ballot.SKIP, round=1))
    table.send(Voted(BOB, Ballot.SKIP, round=1))
    assert table.game.phase is Phase.PAUSE
    assert table.points() == {ADA: 2.0, BOB: 2.0, EVE: 2.0}


def test_of_six_players_four_must_want_to_go_on() -> None:
    table = Table.open(rules()).until(10)
    for player in range(1, 7):
        table.say(player, "term1")
    for voter in (1, 2, 3):
        table.send(Voted(voter, Ballot.SKIP))
    assert table.of(ShowBoard)[-1].board.open
    table.send(Voted(4, Ballot.SKIP))
    assert not table.of(ShowBoard)[-1].board.open


def test_those_who_have_gone_have_no_say_in_skipping() -> None:
    table = Table.open(rules(rounds=4), small_bank(4)).until(10)
    for player in range(1, 7):
        table.say(player, "term1")
    for _ in range(2):
        table.close()
        table.until(table.seconds + 20)
        table.say(ADA, "term1")
        table.say(BOB, "term1")
    assert len(table.game.players) == 6
    table.send(Voted(ADA, Ballot.SKIP))
    assert table.of(ShowBoard)[-1].board.open
    table.send(Voted(BOB, Ballot.SKIP))
    assert not table.of(ShowBoard)[-1].board.open


def test_those_who_played_the_round_before_are_still_there() -> None:
    table = Table.open(rules(rounds=4), small_bank(4)).until(10)
    for player in range(1, 7):
        table.say(player, "term1")
    table.close()
    table.until(table.seconds + 20)
    table.send(Voted(ADA, Ballot.SKIP))
    table.until(table.seconds + 10)
    assert (table.board.skipping, table.board.skips_needed) == (1, 4)


def test_a_complaint_goes_to_the_admins_once_a_player_and_round_also_after_the_game() -> None:
    table = Table.open(rules(rounds=1)).until(10)
    table.say(ADA, "term1")
    table.finish()
    for event in (Flagged(ADA, "wrong", 1), Flagged(ADA, "old", 1), Flagged(BOB, "old", 1), Flagged(BOB, "old", 2)):
        table.send(event)
    told = [(report.number, report.player, report.reason) for report in table.of(ReportQuestion)]
    assert told == [(1, ADA, "wrong"), (1, BOB, "old")]
    assert {report.question for report in table.of(ReportQuestion)} == set(table.game.asked)


def test_a_closed_round_keeps_nothing_of_what_was_written() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1 is my secret opinion")
    assert "secret" in dump_game(table.game)
    table.close()
    assert "secret" not in dump_game(table.game)
    assert table.game.round is not None
    assert not table.game.round.entries


def test_questions_asked_lately_come_last_and_the_longest_ago_first_among_them() -> None:
    table = Table.open(rules(rounds=4), small_bank(4), recent=("q2", "q4", "q1"))
    while table.wake is not None:
        table.until(table.seconds + 20)
        table.say(ADA, "term1")
    assert table.game.asked == ("q3", "q2", "q4", "q1")


def test_topics_take_turns_and_questions_of_the_level_come_first() -> None:
    senior = replace(prepared("senior", "topic0"), points=(replace(prepared().points[4], level=Level.SENIOR),))
    questions = [prepared("a", "topic0"), prepared("b", "topic0"), prepared("c", "topic1"), senior]
    for seed in range(8):
        table = Table.open(rules(rounds=4), bank_of(*questions), seed=seed)
        while table.wake is not None:
            table.until(table.seconds + 20)
            table.say(ADA, "term1 term5")
        assert table.game.asked[3] == "senior"
        assert "c" in table.game.asked[:2]


def test_a_game_is_no_longer_than_there_are_questions() -> None:
    table = Table.open(rules(rounds=5), small_bank(2))
    assert table.game.count == 2
    assert table.board.count == 2


@pytest.mark.parametrize("chosen", [rules(topics=("nothing",)), rules(language=Language.UK)])
def test_without_questions_there_is_no_game(chosen: Rules) -> None:
    play = Quizmaster(small_bank(), KeywordGrader()).begin(chosen, NOW, 1)
    assert play.game.finished
    assert play.actions == ()


def test_a_question_that_leaves_the_bank_does_not_stop_the_game() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    left = small_bank()
    gone = replace(left, questions={key: each for key, each in left.questions.items() if key[0] != table.game.asked[0]})
    table.master = table.master.over(gone)
    table.say(BOB, "term2")
    reveal = table.close()
    assert (reveal.title, reveal.points, table.points()) == ("", (), {ADA: 2.0})
    table.until(table.seconds + 10)
    assert table.of(ShowBoard)[-1].board.number == 2


def test_the_same_seed_makes_the_same_game() -> None:
    boards = {Table.open(rules(), seed=seed).board.question for seed in range(10)}
    assert len(boards) > 1
    assert Table.open(rules(), seed=3).done == Table.open(rules(), seed=3).done


def test_a_game_without_polls_to_make_ends_at_once() -> None:
    bare = bank_of(replace(prepared(), red_flags=()))
    table = Table.open(rules(GameMode.POLL), bare)
    assert table.game.finished
    assert table.of(OpenPoll) == []


def test_stopping_between_rounds_ends_the_game_at_once() -> None:
    table = Table.open(rules()).until(10)
    table.say(ADA, "term1")
    table.close()
    table.send(Stop())
    assert table.game.finished
    assert len(table.of(Reveal)) == 1
