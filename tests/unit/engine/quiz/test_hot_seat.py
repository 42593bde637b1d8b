from bot.engine.quiz import GameMode, Phase
from bot.engine.quiz.actions import AskFollowUp, AskRating, PutFollowUp, React, Reveal, ShowBoard
from bot.engine.quiz.events import Ballot, Joined, Left, Skip, Voted
from tests.unit.engine.quiz.table import ADA, BOB, EVE, Table, rules

SEAT = ADA


def _seated() -> Table:
    table = Table.open(rules(GameMode.HOT_SEAT, rounds=1)).until(10)
    table.send(Joined(SEAT, round=1))
    return table.until(20)


def _voting() -> Table:
    table = _seated()
    table.say(SEAT, "term1 and term3")
    table.send(Voted(SEAT, Ballot.SKIP, round=1))
    return table


def test_the_question_is_told_once_a_volunteer_sits() -> None:
    table = Table.open(rules(GameMode.HOT_SEAT)).until(10)
    assert (table.board.phase, table.board.prompt, table.board.seat) == (Phase.SEAT, "", None)
    table.send(Joined(SEAT, round=1))
    assert (table.board.phase, table.board.seat) == (Phase.ANSWER, SEAT)
    assert table.board.prompt.startswith("How does")
    table.send(Joined(BOB, round=1))
    assert table.board.seat == SEAT


def test_only_the_player_in_the_hot_seat_is_heard() -> None:
    table = _seated()
    table.say(BOB, "term1")
    table.say(SEAT, "term2")
    assert table.game.round is not None
    assert [entry.player for entry in table.game.round.entries] == [SEAT]


def test_whatever_the_player_in_the_hot_seat_writes_is_part_of_his_answer() -> None:
    table = _seated()
    table.say(SEAT, "hm, let me think", addressed=False)
    assert len(table.of(React)) == 1


def test_the_group_chooses_among_three_follow_ups_on_what_was_left_out_first() -> None:
    table = _voting()
    (asked,) = table.of(AskFollowUp)
    on_point_4, free = f"What about side 4 of {table.game.asked[0]}?", "When would you leave it out?"
    assert asked.options == ("And where is the price of it?", on_point_4, free)


def test_what_was_said_is_not_asked_again_nor_what_is_beyond_the_level() -> None:
    table = _seated()
    table.say(SEAT, "term1 term2 term3 term4")
    table.send(Voted(SEAT, Ballot.SKIP, round=1))
    assert table.of(AskFollowUp)[-1].options == ("When would you leave it out?",)


def test_the_follow_up_with_most_votes_is_asked_and_the_player_has_no_vote() -> None:
    table = _voting()
    table.send(Voted(SEAT, Ballot.FOLLOW_UP, 0))
    table.send(Voted(BOB, Ballot.FOLLOW_UP, 0))
    table.send(Voted(BOB, Ballot.FOLLOW_UP, 2))
    table.send(Voted(EVE, Ballot.FOLLOW_UP, 2))
    table.send(Voted(EVE, Ballot.FOLLOW_UP, 9))
    table.until(table.seconds + 21)
    (put,) = table.of(PutFollowUp)
    assert (put.text, put.votes, put.seat) == ("When would you leave it out?", 2, SEAT)


def test_without_votes_the_first_follow_up_is_asked() -> None:
    table = _voting()
    table.until(table.seconds + 21)
    assert table.of(PutFollowUp)[-1].text == "And where is the price of it?"


def test_bot_and_group_are_compared_at_the_end() -> None:
    table = _voting()
    table.until(table.seconds + 21)
    table.say(SEAT, "it costs memory")
    table.send(Voted(SEAT, Ballot.SKIP))
    assert len(table.of(AskRating)) == 1
    for player, rating in ((BOB, 2), (BOB, 5), (EVE, 4), (SEAT, 1), (EVE, 6)):
        table.send(Voted(player, Ballot.RATING, rating))
    reveal = table.close()
    assert reveal.verdicts is not None
    assert (reveal.verdicts.group, reveal.verdicts.votes, reveal.verdicts.reply) == (4.5, 2, 1.0)
    assert reveal.verdicts.bot == 4
    assert table.points() == {SEAT: 2.0 + 1.5 + 1.0}


def test_a_reply_to_a_probe_is_judged_by_its_point() -> None:
    for reply, worth in (("term4", 1.0), ("~term4", 0.5), ("no idea", 0.0)):
        table = _voting()
        table.send(Voted(BOB, Ballot.FOLLOW_UP, 1))
        table.until(table.seconds + 21)
        table.say(SEAT, reply)
        reveal = table.close()
        assert reveal.verdicts is not None
        assert reveal.verdicts.reply == worth


def test_a_claim_lowers_the_mark_of_the_bot() -> None:
    marks = []
    for answer in ("term1 term2 term3", "term1 term2 term3 wrongone wrongtwo"):
        table = _seated()
        table.say(SEAT, answer)
        verdicts = table.close().verdicts
        assert verdicts is not None
        marks.append(verdicts.bot)
    assert marks == [4, 3]


def test_a_silent_player_leaves_the_seat_without_vote_or_rating() -> None:
    table = _seated()
    table.send(Voted(SEAT, Ballot.SKIP))
    assert not [*table.of(AskFollowUp), *table.of(AskRating), *table.of(Reveal)]
    assert table.game.phase is Phase.PAUSE


def test_an_answer_is_whole_after_a_while_of_silence() -> None:
    table = _seated()
    table.say(SEAT, "term1")
    table.until(50)
    table.say(SEAT, "term2")
    table.until(89)
    assert table.of(AskFollowUp) == []
    table.until(92)
    assert len(table.of(AskFollowUp)) == 1


def test_when_the_player_in_the_hot_seat_leaves_the_round_is_over() -> None:
    table = _voting()
    table.send(Left(SEAT))
    assert table.game.phase is Phase.PAUSE
    assert table.of(Reveal) == []


def test_nobody_volunteering_ends_the_round_after_a_minute() -> None:
    table = Table.open(rules(GameMode.HOT_SEAT)).until(62)
    assert table.game.phase is Phase.PAUSE
    assert not table.of(ShowBoard)[-1].board.open


def test_the_starter_can_skip_in_every_phase() -> None:
    table = _voting()
    table.send(Skip(round=1))
    assert table.points() == {SEAT: 3.5}


def test_a_round_takes_five_messages() -> None:
    table = _voting()
    table.until(table.seconds + 21)
    table.say(SEAT, "memory")
    table.close()
    sent = [
        action
        for _, action in table.done
        if isinstance(action, AskFollowUp | PutFollowUp | AskRating | Reveal)
        or (isinstance(action, ShowBoard) and action.new)
    ]
    assert len(sent) == 5
