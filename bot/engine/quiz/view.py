"""From the state of a game to what is shown of it."""

from dataclasses import replace
from statistics import fmean

from bot.domain.question import Bank, Question
from bot.engine.quiz import scoring
from bot.engine.quiz.actions import Board, BoardPoint, Final, Reveal, ShownClaim, ShownPoint, Verdicts
from bot.engine.quiz.dealing import topic_of
from bot.engine.quiz.game import Game, Origin, Phase, PollKind, Round, Sheet
from bot.engine.quiz.rules import GameMode
from bot.engine.quiz.standings import standings

SKIPPERS = 2
"""Fewest votes that skip a round: one player alone does not decide for a group."""


def question_of(bank: Bank, game: Game, round_: Round) -> Question | None:
    """The question of the round; None for a card or when the bank no longer has it."""
    return bank.find(round_.question, game.rules.language)


def skips_needed(game: Game, round_: Round) -> int:
    """Votes that skip a round: more than half of those who are there, in this round or the one before."""
    return max(SKIPPERS, len({*game.present, *scoring.present(round_)}) // 2 + 1)


def board(bank: Bank, game: Game, round_: Round) -> Board:
    """The board of the round under way; closed once the round is. A volunteer is sought before the question is told."""
    question = question_of(bank, game, round_)
    return Board(
        mode=game.rules.mode,
        number=round_.number,
        count=game.count,
        question=round_.question,
        topic=topic_of(bank, game.rules, round_.question),
        prompt=question.prompt if question and game.phase is not Phase.SEAT else "",
        phase=game.phase,
        due=round_.due,
        points=_board_points(round_) if game.rules.mode is GameMode.RACE else (),
        answered=scoring.players_of(round_),
        hints=tuple(hint.text for hint in round_.hints),
        skipping=len(round_.skips),
        skips_needed=skips_needed(game, round_),
        seat=round_.seat,
        asked=round_.options[round_.chosen].text if round_.chosen is not None else "",
        open=game.phase not in (Phase.PAUSE, Phase.OVER),
    )


def _board_points(round_: Round) -> tuple[BoardPoint, ...]:
    claimed = scoring.claims(round_)
    return tuple(
        BoardPoint(
            scoring.quarters(scoring.worth(round_, slot, round_.due)),
            claimed[slot.point].first,
            claimed[slot.point].also,
        )
        for slot in round_.slots
    )


def reveal(bank: Bank, game: Game, round_: Round) -> Reveal:
    """What the round was about and brought; `game` has its scores already."""
    question = question_of(bank, game, round_)
    own = tuple(score for score in game.scores if score.round == round_.number)
    told = Reveal(
        number=round_.number,
        count=game.count,
        question=round_.question,
        title=question.title if question else "",
        sheet=round_.sheet,
        scores=own,
        standings=standings(game.counted),
        verdicts=_verdicts(round_),
        uncounted=tuple(dict.fromkeys(entry.player for entry in round_.entries if entry.origin is not Origin.OWN)),
    )
    if question is None:
        return told
    if round_.sheet is not None:
        return replace(told, claims=_polled_claims(question, round_, round_.sheet))
    return replace(told, points=_shown_points(question, game, round_), claims=_shown_claims(question, round_))


def _shown_points(question: Question, game: Game, round_: Round) -> tuple[ShownPoint, ...]:
    """Points of the round with their texts; out of a race everybody who stated one was as good as the first."""
    texts = {point.id: point.text for point in question.points}
    claimed = scoring.claims(round_)
    race = game.rules.mode is GameMode.RACE
    shown = []
    for slot in round_.slots:
        who = claimed[slot.point]
        first, also = (who.first, who.also) if race else (tuple(sorted(who.first + who.also)), ())
        shown.append(ShownPoint(texts.get(slot.point, slot.point), slot.weight, first, also))
    return tuple(shown)


def _shown_claims(question: Question, round_: Round) -> tuple[ShownClaim, ...]:
    made = {player: scoring.standing_flags(round_, player) for player in scoring.players_of(round_)}
    shown = (
        ShownClaim(flag.claim, flag.correction, tuple(player for player, flags in made.items() if flag.id in flags))
        for flag in question.red_flags
    )
    return tuple(claim for claim in shown if claim.players)


def _polled_claims(question: Question, round_: Round, sheet: Sheet) -> tuple[ShownClaim, ...]:
    """Wrong statements of the poll, with those who chose them: the ones looked for, else only the ones chosen."""
    shown = (
        ShownClaim(
            flag.claim,
            flag.correction,
            tuple(each.player for each in round_.choices if sheet.options.index(flag.claim) in each.options),
        )
        for flag in question.red_flags
        if flag.claim in sheet.options
    )
    return tuple(claim for claim in shown if claim.players or sheet.kind is PollKind.WRONG)


def _verdicts(round_: Round) -> Verdicts | None:
    if round_.seat is None:
        return None
    marks = [rating.options[0] for rating in round_.ratings]
    status = scoring.reply_status(round_)
    return Verdicts(
        seat=round_.seat,
        bot=scoring.rubric_mark(round_),
        group=round(fmean(marks), 1) if marks else None,
        votes=len(marks),
        reply=scoring.REPLY_WORTH[status] if status else None,
    )


def final(game: Game, *, corrected: bool = False) -> Final:
    """The board of the whole game."""
    return Final(standings(game.counted), len({score.round for score in game.counted}), corrected)
