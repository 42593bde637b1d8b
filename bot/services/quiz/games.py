"""Games as rows: begun, led on by events, shown in their group."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.language import Language
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.engine.quiz import Game, GameMode, Phase, Play, Quizmaster, Rules
from bot.engine.quiz.events import GameEvent, PollAnswered, Stop, Ticked
from bot.rendering.quiz.view import View
from bot.services.codec import dump_game, load_game
from bot.services.learning import Learning
from bot.services.quiz.floor import Floor, score_rows, timer_key
from bot.services.quiz.house import house_of
from bot.services.quiz.stage import Stage
from bot.services.visit import Visit
from storage import Transaction, games, outbox, timers
from storage.games import GameRow, NewGame
from storage.models import OutboxState

REMEMBERED = 8
"""Earlier games of a group whose questions come last."""


class Games:
    """Use cases of games; each is called within a transaction, with the game's row locked."""

    def __init__(self, bank: Bank, interviewer: Interviewer) -> None:
        self._bank = bank
        self._learning = Learning(bank, interviewer)

    async def begin(self, visit: Visit, rules: Rules) -> bool:
        """Open a game in the place of the visit, where none may be open; False when there is nothing to ask."""
        recent = await self._recent(visit)
        play = (await self._master(visit.tx)).begin(rules, visit.now, visit.seed, recent)
        if play.game.finished:
            return False
        where = NewGame(
            chat_id=visit.place.chat,
            thread_id=visit.place.thread or 0,
            language=rules.language.value,
            state=dump_game(play.game),
        )
        row = await games.create(visit.tx, where, visit.now)
        await games.join(visit.tx, row.id, visit.person.id, starter=True)
        await self._carry_out(visit, row, (), play)
        return True

    async def take(self, floor: Floor, row: GameRow, event: GameEvent) -> bool:
        """Let the game react to an event; False when it changed nothing."""
        before = load_game(row.state)
        master = await self._master(floor.tx)
        game = await self._counted(floor, row, before, master)
        play = master.step(game, event, floor.now)
        if play.game == before and not play.actions:
            return False
        await self._carry_out(floor, row, before.players, play)
        return play.game != game or bool(play.actions)

    def question_to_write(self, row: GameRow) -> str | None:
        """The open question as it is put, if an answer can be written in private now."""
        game = load_game(row.state)
        if game.round is None or game.phase is not Phase.ANSWER or game.rules.mode is not GameMode.SILENT:
            return None
        question = self._bank.find(game.round.question, game.rules.language)
        return question.prompt if question else None

    async def close(self, floor: Floor, row: GameRow) -> None:
        """End a game where nothing can be said any more; what was scored stays."""
        before = load_game(row.state)
        play = (await self._master(floor.tx)).step(before, Stop(), floor.now)
        scores = tuple(score for score in play.game.scores if score not in before.scores)
        await games.put_scores(floor.tx, score_rows(row, scores), floor.now)
        await timers.cancel(floor.tx, timer_key(row.id))
        await games.save(floor.tx, replace(row, state=dump_game(play.game), finished_at=floor.now), floor.now)

    async def go_on(self, floor: Floor, row: GameRow) -> None:
        """The time of the game has come; one whose round the group does not let be seen ends and says so."""
        fate = await outbox.fate(floor.tx, row.board_id) if row.board_id is not None else None
        if fate is None or fate.state is not OutboxState.FAILED:
            await self.take(floor, row, Ticked())
            return
        await self._tell(floor, row, "quiz-unseen")
        await self.close(floor, row)

    async def abandon(self, floor: Floor, row: GameRow) -> None:
        """End a game that cannot be led any further, and say so."""
        await self._tell(floor, row, "quiz-broken")
        await games.save(floor.tx, replace(row, finished_at=floor.now), floor.now)

    async def _tell(self, floor: Floor, row: GameRow, text_id: str) -> None:
        await Stage(floor, row, await self._view(floor, row, ()), self._bank).tell(text_id)

    async def _counted(self, floor: Floor, row: GameRow, game: Game, master: Quizmaster) -> Game:
        """The game with the votes that have come for its poll."""
        poll = None
        if game.rules.mode is GameMode.POLL and row.board_id is not None:
            poll = await outbox.poll_of(floor.tx, row.board_id)
        for vote in await games.take_votes(floor.tx, poll) if poll else ():
            game = master.step(game, PollAnswered(vote.user_id, tuple(vote.options)), vote.at).game
        return game

    async def _carry_out(self, floor: Floor, row: GameRow, known: Iterable[int], play: Play) -> None:
        game = play.game
        for player in set(game.players) - set(known):
            await games.join(floor.tx, row.id, player)
        stage = Stage(floor, row, await self._view(floor, row, game.players), self._bank)
        for action in play.actions:
            await stage.act(action)
        over = row.finished_at or (floor.now if game.finished else None)
        if game.finished:
            await timers.cancel(floor.tx, timer_key(row.id))
        kept = replace(row, state=dump_game(game), board_id=stage.board, finished_at=over)
        await games.save(floor.tx, kept, floor.now)

    async def _view(self, floor: Floor, row: GameRow, players: Iterable[int]) -> View:
        house = await house_of(floor.tx, row.chat_id)
        names = await games.names(floor.tx, players)
        return View(floor.texts, Language(row.language), row.id, names, floor.now, house.hears)

    async def _recent(self, visit: Visit) -> tuple[str, ...]:
        states = await games.recent_states(visit.tx, visit.place.chat, REMEMBERED)
        return tuple(question for state in states for question in load_game(state).asked)

    async def _master(self, tx: Transaction) -> Quizmaster:
        interviewer = await self._learning.interviewer(tx)
        return Quizmaster(self._bank, interviewer.grader)
