"""The hot seat: a volunteer answers, the group chooses what he is asked next, and rates him."""

from dataclasses import replace
from datetime import datetime

from bot.domain.question import Bank, Question
from bot.engine.quiz import dealing, pace, scoring, view
from bot.engine.quiz.actions import AskFollowUp, AskRating, PutFollowUp
from bot.engine.quiz.events import Ballot, Voted
from bot.engine.quiz.game import Choice, FollowUpOption, Phase, Round
from bot.engine.quiz.play import Play, close_round, put, show

OFFERED = 3
"""Follow-ups the group chooses from."""
BEST_RATING = 5


def sit(bank: Bank, play: Play, round_: Round, player: int, now: datetime) -> Play:
    """The volunteer is asked the question, with time to read it."""
    question = view.question_of(bank, play.game, round_)
    text = question.prompt if question else ""
    asked = dealing.asked(round_, play.game.rules, text, now)
    seated = replace(asked, seat=player, latest=asked.due)
    return show(bank, put(replace(play, game=replace(play.game, phase=Phase.ANSWER)), seated), now)


def settle(round_: Round, now: datetime) -> Round:
    """After a message the rest of an answer is waited for, no longer than there is time."""
    return dealing.until(round_, min(round_.latest or round_.due, now + pace.SETTLING))


def vote(play: Play, round_: Round, event: Voted, now: datetime) -> Play:
    """A vote on what is asked, or on how it went; the player in the hot seat has none."""
    if event.player == round_.seat:
        return play
    ballot = Choice(event.player, (event.choice,), now)
    if event.ballot is Ballot.FOLLOW_UP and play.game.phase is Phase.VOTE and 0 <= event.choice < len(round_.options):
        return put(play, replace(round_, votes=_cast(round_.votes, ballot)), stale=False)
    if event.ballot is Ballot.RATING and play.game.phase is Phase.RATING and 1 <= event.choice <= BEST_RATING:
        return put(play, replace(round_, ratings=_cast(round_.ratings, ballot)), stale=False)
    return play


def _cast(ballots: tuple[Choice, ...], ballot: Choice) -> tuple[Choice, ...]:
    return (*(each for each in ballots if each.player != ballot.player), ballot)


def done(bank: Bank, play: Play, round_: Round, now: datetime) -> Play:
    """The player in the hot seat has no more to say: what follows comes at once."""
    speaking = play.game.phase in (Phase.ANSWER, Phase.REPLY)
    return advance(bank, play, round_, now) if speaking else play


def advance(bank: Bank, play: Play, round_: Round, now: datetime) -> Play:
    """What follows when the time of a phase is over; without an answer the round is over too."""
    phase = play.game.phase
    if phase is Phase.SEAT or not round_.entries:
        return close_round(bank, play, round_, now)
    if phase is Phase.ANSWER:
        return _offer(bank, play, round_, now)
    if phase is Phase.VOTE:
        return _ask(play, round_, now)
    return _ask_rating(play, round_, now) if phase is Phase.REPLY else close_round(bank, play, round_, now)


def _offer(bank: Bank, play: Play, round_: Round, now: datetime) -> Play:
    question = view.question_of(bank, play.game, round_)
    options = follow_ups(question, round_) if question else ()
    if not options:
        return _ask_rating(play, round_, now)
    voting = _phase(play, replace(round_, options=options), Phase.VOTE, now + pace.VOTING)
    texts = tuple(option.text for option in options)
    return voting.then(AskFollowUp(round_.number, round_.seat or 0, texts, now + pace.VOTING))


def follow_ups(question: Question, round_: Round) -> tuple[FollowUpOption, ...]:
    """Up to three to choose from: on points of the round that were left out, one each, then those on no point.

    A prepared follow-up goes before the probe of its point. What is said already, or beyond the level, is not asked.
    """
    said = scoring.stated(round_, round_.seat or 0)
    prepared = {each.point: FollowUpOption(each.question, follow_up=each.id) for each in reversed(question.follow_ups)}
    probes = {each.id: FollowUpOption(each.probe, point=each.id) for each in question.points if each.probe}
    missing = [slot.point for slot in sorted(round_.slots, key=lambda slot: -slot.weight) if slot.point not in said]
    asked = [prepared.get(point) or probes.get(point) for point in missing]
    free = [FollowUpOption(each.question, follow_up=each.id) for each in question.follow_ups if each.point is None]
    return tuple(option for option in (*asked, *free) if option is not None)[:OFFERED]


def _ask(play: Play, round_: Round, now: datetime) -> Play:
    """The follow-up with most votes, the first of those that tie."""
    counts = [sum(vote.options == (place,) for vote in round_.votes) for place in range(len(round_.options))]
    chosen = counts.index(max(counts))
    text = round_.options[chosen].text
    due = now + pace.reading(text) + pace.REPLYING
    asked = _phase(play, replace(round_, chosen=chosen, latest=due), Phase.REPLY, due)
    return asked.then(PutFollowUp(round_.number, round_.seat or 0, text, counts[chosen], due))


def _ask_rating(play: Play, round_: Round, now: datetime) -> Play:
    due = now + pace.VOTING
    return _phase(play, round_, Phase.RATING, due).then(AskRating(round_.number, round_.seat or 0, due))


def _phase(play: Play, round_: Round, phase: Phase, due: datetime) -> Play:
    timed = dealing.until(round_, due)
    return put(replace(play, game=replace(play.game, phase=phase)), timed)
