"""What a round brought: a pure function of its entries, so the order in which they were processed does not matter.

Points come in quarters, exact in binary, so neither does the order of adding up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.scorecard import Standing
from bot.domain.verdict import ReplyStatus
from bot.engine.quiz.game import Entry, Found, Origin, Round, Slot
from bot.engine.quiz.rules import GameMode, Rules
from bot.engine.quiz.standings import Score
from bot.engine.scoring import BEST, BONUS, CREDIT, CURVE, PENALTY

HINTED = (1.0, 0.75, 0.5)
"""Share of its worth that a point keeps after none, one or two hints at it."""
ALSO = 0.5
"""Share that stating a point after somebody else earns in a race."""
PARTLY = 0.5
"""What some of the right options of a poll earn."""
FLAG_COST = 1.0
"""Points off for each wrong claim that stands; a round never ends below 0: trying is never worse than silence."""
REPLY_WORTH = {ReplyStatus.CORRECT: 1.0, ReplyStatus.PARTIAL: 0.5, ReplyStatus.WRONG: 0.0}
"""Points for the reply to a follow-up in the hot seat."""
_QUARTERS = 4
_SPEED_STEPS = ((2 / 3, 1.0), (1 / 3, 0.5))
"""Share of the time that must be left, and the share of the speed bonus it earns: steps too coarse for a fast phone."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Who stated a point: those who were first, all in the same second, and those who said it later."""

    first: tuple[int, ...]
    also: tuple[int, ...]


def quarters(points: float) -> float:
    """Points, at least 0, rounded to quarters, halves upwards."""
    return int(points * _QUARTERS + 0.5) / _QUARTERS


def players_of(round_: Round) -> tuple[int, ...]:
    """Who took part in the round so far, in order: answered, or chose in the poll."""
    heard = [entry.player for entry in round_.entries] + [choice.player for choice in round_.choices]
    return tuple(dict.fromkeys(heard))


def present(round_: Round) -> frozenset[int]:
    """Who did anything in the round: took part, sat in the hot seat, voted on whatever."""
    voted = {ballot.player for ballot in (*round_.votes, *round_.ratings)}
    seated = () if round_.seat is None else (round_.seat,)
    return frozenset({*players_of(round_), *voted, *round_.skips, *seated})


def own(round_: Round, player: int) -> tuple[Entry, ...]:
    """What the player wrote himself."""
    return tuple(entry for entry in round_.entries if entry.player == player and entry.origin is Origin.OWN)


def earliest(found: Iterable[Found]) -> dict[str, datetime]:
    """When each id was found first."""
    times: dict[str, datetime] = {}
    for each in found:
        times[each.id] = min(each.at, times.get(each.id, each.at))
    return times


def stated(round_: Round, player: int) -> dict[str, datetime]:
    """Ids of the points the player stated in his own words, and when first."""
    return earliest(found for entry in own(round_, player) for found in entry.points)


def standing_flags(round_: Round, player: int) -> frozenset[str]:
    """Ids of the wrong claims the player made and did not reject later."""
    made = earliest(found for entry in own(round_, player) for found in entry.flags)
    denied = [found for entry in own(round_, player) for found in entry.denied]
    return frozenset(made) - {each.id for each in denied if each.id in made and each.at > made[each.id]}


def worth(round_: Round, slot: Slot, at: datetime) -> float:
    """What stating a point at that time earns; a hint of the same second does not count against it yet."""
    hints = sum(hint.point == slot.point and hint.at < at for hint in round_.hints)
    return slot.weight * HINTED[min(hints, len(HINTED) - 1)]


def claims(round_: Round) -> dict[str, Claims]:
    """Who stated each point of the round."""
    by_player = {player: stated(round_, player) for player in players_of(round_)}
    return {slot.point: _claims(slot.point, by_player) for slot in round_.slots}


def _claims(point: str, by_player: Mapping[int, Mapping[str, datetime]]) -> Claims:
    times = {player: found[point] for player, found in by_player.items() if point in found}
    first = min(times.values(), default=None)
    ranked = sorted(times, key=lambda player: (times[player], player))
    return Claims(
        tuple(player for player in ranked if times[player] == first),
        tuple(player for player in ranked if times[player] != first),
    )


def scores(round_: Round, rules: Rules) -> tuple[Score, ...]:
    """What each player of the round made of it, best first; of a hot seat, the player in it alone."""
    if round_.sheet is not None:
        made = [_chosen(round_, rules, player) for player in players_of(round_)]
    else:
        by_point = claims(round_)
        made = [_written(round_, rules, player, by_point) for player in players_of(round_)]
    return tuple(sorted(made, key=lambda score: (-score.points, score.player)))


def _written(round_: Round, rules: Rules, player: int, by_point: Mapping[str, Claims]) -> Score:
    times = stated(round_, player)
    won = [slot for slot in round_.slots if slot.point in times]
    gained = sum(
        _gain(
            worth(round_, slot, times[slot.point]),
            first=rules.mode is not GameMode.RACE or player in by_point[slot.point].first,
        )
        for slot in won
    )
    bonus = speed_bonus(round_, rules, min(times[slot.point] for slot in won)) if won else 0.0
    flags = standing_flags(round_, player)
    return Score(
        player=player,
        round=round_.number,
        question=round_.question,
        points=max(0.0, gained + bonus + _reply_worth(round_, player) - FLAG_COST * len(flags)),
        bonus=bonus,
        flags=len(flags),
        stated=sum(slot.weight for slot in won),
        possible=sum(slot.weight for slot in round_.slots),
    )


def _gain(full: float, *, first: bool) -> float:
    return max(1 / _QUARTERS, quarters(full if first else full * ALSO))


def _chosen(round_: Round, rules: Rules, player: int) -> Score:
    """A poll is worth one point, for exactly the right options; some of them and no wrong one earn PARTLY."""
    choice = next(each for each in round_.choices if each.player == player)
    right = frozenset(round_.sheet.correct if round_.sheet else ())
    chosen = frozenset(choice.options)
    won = 1.0 if chosen == right else PARTLY if chosen < right else 0.0
    bonus = speed_bonus(round_, rules, choice.at) if chosen == right else 0.0
    return Score(player, round_.number, round_.question, won + bonus, bonus, stated=won, possible=1.0)


def speed_bonus(round_: Round, rules: Rules, at: datetime) -> float:
    """What speed adds for the first thing a player got right, by the share of the time that was left."""
    left = 1 - (at - round_.readable).total_seconds() / rules.time
    return quarters(rules.speed * next((share for least, share in _SPEED_STEPS if left > least), 0.0))


def reply_status(round_: Round) -> ReplyStatus | None:
    """The best verdict on the replies to the follow-up, None when there was none."""
    found = [entry.reply for entry in round_.entries if entry.reply is not None and entry.origin is Origin.OWN]
    return max(found, key=lambda status: REPLY_WORTH[status], default=None)


def _reply_worth(round_: Round, player: int) -> float:
    status = reply_status(round_) if player == round_.seat else None
    return REPLY_WORTH[status] if status else 0.0


def rubric_mark(round_: Round) -> int:
    """1-5 for the player in the hot seat, by the same curve as an interview's marks."""
    player = round_.seat or 0
    won = stated(round_, player)
    nearly = {point for entry in own(round_, player) for point in entry.nearly} - set(won)
    total = sum(slot.weight for slot in round_.slots)
    said = sum(slot.weight for slot in round_.slots if slot.point in won)
    half = CREDIT[Standing.UNSURE] * sum(slot.weight for slot in round_.slots if slot.point in nearly)
    share: float = ((said + half) / total) ** CURVE if total else 0.0
    extra = BONUS if reply_status(round_) is ReplyStatus.CORRECT else 0.0
    raw = BEST * share + extra - PENALTY * len(standing_flags(round_, player))
    return int(min(BEST, max(1.0, raw)) + 0.5)
