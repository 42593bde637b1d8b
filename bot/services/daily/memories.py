"""What interviews and daily questions leave behind: how well each point is remembered."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bot.domain.scorecard import FlagStanding, QuestionResult, Standing
from bot.engine.daily.memory import Key, Memory, Outcome, from_plain, review
from bot.engine.daily.schedule import STARTS, local_day
from storage import Transaction, memories, schedules

NOWHERE = "UTC"
"""Zone of who never said where he is."""

_OUTCOMES = {Standing.STATED: Outcome.STATED, Standing.ASSISTED: Outcome.ASSISTED, Standing.UNSURE: Outcome.ASSISTED}


async def recall(tx: Transaction, user_id: int) -> Mapping[Key, Memory]:
    """Everything the person was ever asked about, point by point."""
    stored = await memories.of_user(tx, user_id)
    return {Key(*key): from_plain(state) for key, state in stored.items()}


async def learn(tx: Transaction, user_id: int, results: Iterable[QuestionResult], begun: date, today: date) -> None:
    """Review each point of the questions that were judged, but not those reviewed since the day `begun`.

    An interview that was stopped and taken up again ends twice, and what it asked before counts once.
    """
    known = await recall(tx, user_id)
    reviewed = {key: review(known.get(key), outcome, today) for key, outcome in outcomes(results).items()}
    fresh = {key: memory for key, memory in reviewed.items() if key not in known or known[key].last < begun}
    await memories.put(tx, user_id, {key: memory.plain() for key, memory in fresh.items()})


def outcomes(results: Iterable[QuestionResult]) -> Mapping[Key, Outcome]:
    """What became of each point; where a wrong claim stands, what was not said there counts as contradicted."""
    found: dict[Key, Outcome] = {}
    for result in results:
        if result.score is not None and not result.skipped:
            wrong = any(flag.standing is FlagStanding.WRONG for flag in result.flags)
            missed = Outcome.WRONG if wrong else Outcome.MISSING
            found |= {Key(result.question, each.point): _OUTCOMES.get(each.standing, missed) for each in result.points}
    return found


async def day_of(tx: Transaction, user_id: int, now: datetime) -> date:
    """The day the person lives in, by the zone of his daily question, else by NOWHERE's."""
    schedule = next((each for each in await schedules.of_user(tx, user_id) if each.zone), None)
    return local_day(now, schedule.zone, schedule.starts) if schedule else local_day(now, NOWHERE, STARTS)
