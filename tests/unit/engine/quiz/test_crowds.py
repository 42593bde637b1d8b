"""Games of few and of many in every mode: messages a round, messages in all, boards that add up."""

from datetime import datetime, timedelta
from random import Random

import pytest

from bot.domain.language import Language
from bot.domain.question import Bank
from bot.engine.quiz import Game, GameMode, Phase
from bot.engine.quiz.actions import AskFollowUp, AskRating, Final, NoPlayers, OpenPoll, PutFollowUp, Reveal, ShowBoard
from bot.engine.quiz.standings import standings
from bot.grading import RubricGrader
from tests.unit.engine.quiz.crowd import Crowd
from tests.unit.engine.quiz.table import Table, rules

_SENT = (OpenPoll, AskFollowUp, PutFollowUp, AskRating, Reveal, Final, NoPlayers)
MINUTE = timedelta(minutes=1)


def _play(table: Table, crowd: Crowd) -> None:
    phase: tuple[int, Phase] | None = None
    plans = []
    while table.wake is not None:
        if phase != _phase(table.game):
            phase, plans = _phase(table.game), crowd.plans(table.game, table.now)
        if plans and plans[0][0] < table.wake:
            table.now, event = plans.pop(0)
            table.send(event)
        else:
            table.until(table.seconds + (table.wake - table.now).total_seconds())


def _phase(game: Game) -> tuple[int, Phase]:
    return len(game.asked), game.phase


def _sends(table: Table) -> list[datetime]:
    return [
        when
        for when, action in table.done
        if isinstance(action, _SENT) or (isinstance(action, ShowBoard) and action.new)
    ]


def _edits(table: Table) -> list[datetime]:
    return [when for when, action in table.done if isinstance(action, ShowBoard) and not action.new]


def _busiest_minute(times: list[datetime]) -> int:
    return max(sum(begin <= other < begin + MINUTE for other in times) for begin in times)


@pytest.mark.parametrize("players", [2, 30, pytest.param(300, marks=pytest.mark.slow)])
@pytest.mark.parametrize("mode", GameMode)
def test_a_game_of_any_size_keeps_the_group_quiet_and_adds_up(mode: GameMode, players: int) -> None:
    rounds = 3
    table = Table.open(rules(mode, rounds=rounds, hints=True, speed=1.0))
    _play(table, Crowd(players, Random(players)))
    per_round = 5 if mode is GameMode.HOT_SEAT else 2
    assert len(_sends(table)) == per_round * rounds + 1
    assert _busiest_minute(_sends(table) + _edits(table)) <= 20
    scores = [score for reveal in table.of(Reveal) for score in reveal.scores]
    heard = {score.player for score in scores}
    assert len(heard) <= rounds if mode is GameMode.HOT_SEAT else len(heard) == players
    assert table.of(Final)[-1].standings == standings(scores)


@pytest.mark.slow
@pytest.mark.parametrize("mode", GameMode)
def test_thirty_people_play_the_shipped_bank_with_the_real_grader(mode: GameMode, shipped_bank: Bank) -> None:
    def write(question: str, player: int, dice: Random) -> str:
        examples = shipped_bank.questions[question, Language.EN].examples
        return dice.choice(examples).answer[: 60 + player * 5]

    table = Table.open(rules(mode, rounds=3, hints=True), shipped_bank, RubricGrader())
    _play(table, Crowd(30, Random(5), write))
    assert len(table.of(Reveal)) == 3
    assert any(score.points > 0 for score in table.game.scores)
