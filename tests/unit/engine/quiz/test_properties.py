"""Rules that hold for every game: nothing raises, every game ends, boards follow from the log."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.quiz import Game, GameMode, Phase
from bot.engine.quiz.actions import (
    AskFollowUp,
    AskRating,
    ClosePoll,
    Final,
    NoPlayers,
    OpenPoll,
    PutFollowUp,
    Reveal,
    ShowBoard,
)
from bot.engine.quiz.events import (
    Answered,
    Ballot,
    Flagged,
    GameEvent,
    Joined,
    Left,
    PollAnswered,
    Skip,
    Stop,
    Ticked,
    Voided,
    Voted,
)
from bot.engine.quiz.pace import REFRESH
from bot.engine.quiz.standings import Score, standings
from bot.services.codec import dump_game, load_game
from tests.unit.engine.quiz.table import Table, rules

_PLAYERS = st.integers(1, 6)
_ROUNDS = st.one_of(st.none(), st.none(), st.integers(-1, 5))
_TEXTS = st.lists(
    st.sampled_from(
        ("term1", "term2", "~term3", "wrongone", "not wrongone", "memory", "#empty", "the whole of it at length", "")
    ),
    max_size=5,
).map(" ".join) | st.text(max_size=40)
_BACK = st.sampled_from((*(0,) * 12, 1, 2, 60, 400, -5))
"""Seconds that a message is older than its update."""

_RARELY = st.sampled_from((False, False, False, True))
_MESSAGES = st.integers(1, 50)
_ANSWERS = st.tuples(_PLAYERS, _TEXTS, _MESSAGES, _BACK, st.booleans(), _RARELY, st.booleans())
_PLAYING = (
    _ANSWERS,
    _ANSWERS,
    _ANSWERS,
    st.builds(Joined, _PLAYERS, _ROUNDS),
    st.builds(PollAnswered, _PLAYERS, st.lists(st.integers(-1, 4), min_size=1, max_size=2).map(tuple), _ROUNDS),
    st.builds(Voted, _PLAYERS, st.sampled_from(Ballot), st.integers(-1, 7), _ROUNDS),
)
_LEADING = (
    st.just(Ticked()),
    st.builds(Skip, _ROUNDS),
    st.builds(Flagged, _PLAYERS, st.just("outdated"), st.integers(-1, 5)),
    st.builds(Voided, st.integers(-1, 5)),
    st.builds(Left, _PLAYERS),
)
_PLAYED = st.tuples(st.sampled_from((0, 1, 3, 5, 8, 12, 20)), st.one_of(*_PLAYING))
_ANYTHING = st.tuples(st.integers(0, 90), st.one_of(*_PLAYING, *_LEADING, st.just(Stop())))
_LOGS = st.one_of(
    st.lists(_ANYTHING, max_size=12),
    st.lists(_PLAYED, min_size=15, max_size=60),
    st.lists(st.one_of(*(_PLAYED,) * 9, st.tuples(st.just(1), st.one_of(*_LEADING))), min_size=15, max_size=60),
)
"""Hardly anything, games played in earnest, and games that are meddled with; seconds waited before each deed."""
_RULES = st.builds(
    rules,
    st.sampled_from(GameMode),
    rounds=st.sampled_from((-1, 1, 2, 3, 4, 5, 6)),
    seconds=st.sampled_from((None, None, -5, 20, 60, 90, 9999)),
    speed=st.floats(-1, 5),
    hints=st.booleans(),
    several=st.booleans(),
    tidy=st.booleans(),
    pause=st.floats(0, 20),
)


def _event(deed: object, now: datetime) -> GameEvent:
    if isinstance(deed, tuple):
        player, text, message, back, private, edited, addressed = deed
        at = now - timedelta(seconds=back)
        return Answered(player, text, message, at, private, edited, addressed=addressed)
    return deed  # type: ignore[return-value]  # every other deed is an event


def _played(chosen: object, log: list[tuple[int, object]]) -> Table:
    table = Table.open(chosen)  # type: ignore[arg-type]  # rules, built by hypothesis
    for wait, deed in log:
        table.until(table.seconds + wait)
        table.send(_event(deed, table.now))
    return table


def _ended(table: Table) -> int:
    """Let the game end by its timer alone; the number of ticks it took."""
    ticks = 0
    while table.wake is not None and ticks < 10_000:
        table.until((table.wake - table.now).total_seconds() + table.seconds)
        ticks += 1
    return ticks


@given(_RULES, _LOGS)
@settings(max_examples=150, deadline=None)
def test_whatever_happens_a_game_neither_fails_nor_goes_on_for_ever(
    chosen: object, log: list[tuple[int, object]]
) -> None:
    table = _played(chosen, log)
    ticks = _ended(table)
    assert table.game.finished
    assert ticks <= 400
    assert len(table.of(Final)) + len(table.of(NoPlayers)) >= 1
    assert table.send(Ticked()) == ()


@given(_RULES, _LOGS)
@settings(max_examples=100, deadline=None)
def test_points_are_quarters_and_never_below_nothing_and_boards_follow_from_the_scores_revealed(
    chosen: object, log: list[tuple[int, object]]
) -> None:
    table = _played(chosen, [(wait, deed) for wait, deed in log if not isinstance(deed, Left)])
    _ended(table)
    revealed = [score for reveal in table.of(Reveal) for score in reveal.scores]
    assert all(score.points >= 0 and (score.points * 4).is_integer() for score in revealed)
    assert all(0 <= score.stated <= score.possible for score in revealed)
    counted = [score for score in revealed if score.round not in table.game.voided]
    for final in table.of(Final)[-1:]:
        assert final.standings == standings(counted) == _by_hand(counted)


def _by_hand(scores: list[Score]) -> tuple[object, ...]:
    """The board counted in another way: totals by player, places by how many are better."""
    totals = Counter[int]()
    for score in scores:
        totals[score.player] += int(score.points * 4)
    board = standings(scores)
    assert {each.player: each.points * 4 for each in board} == dict(totals)
    assert all(each.place == 1 + sum(other > totals[each.player] for other in totals.values()) for each in board)
    return board


@given(_RULES, _LOGS)
@settings(max_examples=60, deadline=None)
def test_a_game_is_a_function_of_its_log(chosen: object, log: list[tuple[int, object]]) -> None:
    table = _played(chosen, log)
    _ended(table)
    again = Table.open(chosen)  # type: ignore[arg-type]
    for event, now in table.log:
        again.now = now
        again.send(event)
    assert again.game == table.game
    assert again.done == table.done


@given(_RULES, _LOGS)
@settings(max_examples=60, deadline=None)
def test_a_game_survives_being_stored_after_every_event(chosen: object, log: list[tuple[int, object]]) -> None:
    table = _played(chosen, log)
    stored = Table.open(chosen)  # type: ignore[arg-type]
    for event, now in table.log:
        stored.now = now
        stored.game = _reloaded(stored.game)
        stored.send(event)
    assert stored.game == table.game


def _reloaded(game: Game) -> Game:
    return load_game(dump_game(game))


@given(_RULES, _LOGS)
@settings(max_examples=100, deadline=None)
def test_a_round_takes_five_messages_at_most_and_its_board_is_edited_in_peace(
    chosen: object, log: list[tuple[int, object]]
) -> None:
    table = _played(chosen, log)
    _ended(table)
    sent: Counter[int] = Counter()
    edits: dict[tuple[int, Phase], list[datetime]] = {}
    for when, action in table.done:
        if isinstance(action, OpenPoll | AskFollowUp | PutFollowUp | AskRating | Reveal):
            sent[action.number] += 1
        if isinstance(action, ShowBoard):
            sent[action.board.number] += action.new
            edits.setdefault((action.board.number, action.board.phase), []).append(when)
    assert max(sent.values(), default=0) <= 5
    assert all(later - earlier >= REFRESH for times in edits.values() for earlier, later in pairwise(times))
    assert len(table.of(OpenPoll)) == len(table.of(ClosePoll))


@given(_RULES, _LOGS)
@settings(max_examples=60, deadline=None)
def test_a_closed_game_keeps_nothing_that_was_written(chosen: object, log: list[tuple[int, object]]) -> None:
    table = _played(chosen, log)
    if table.game.phase in (Phase.PAUSE, Phase.OVER):
        assert "at length" not in dump_game(table.game)
    _ended(table)
    assert table.game.round is None
