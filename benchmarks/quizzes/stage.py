"""Plays a script through desk, engine, grader, renderer, timers and outbox, on a database of its own."""

import re
import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.quizzes.script import Deed, Script
from bot.bank import load_bank
from bot.domain.messaging import Deletion, Ordered, OutMessage, PlaceKind, PollEnd, Reaction, Retyped, Typed
from bot.domain.ports import Grader
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.engine.quiz import Game, Phase
from bot.engine.quiz.game import Sheet
from bot.grading import RubricGrader
from bot.i18n import Texts
from bot.services.codec import load_game
from bot.services.conversation import Conversation
from bot.services.desk import Desk
from bot.services.editions import Editions
from bot.services.outbox import Claim, Outbox
from storage import Database, games
from tests.integration.services.driver import CONTENT
from tests.integration.services.quiz.group import GROUP, Group

STEP = 0.5
"""Seconds by which the clock is turned."""
_TIME = re.compile(r"⏱ \d+")
_MOST = 4000
"""Steps after which a game is taken for endless: over half an hour."""


@dataclass(slots=True)
class Post:
    """A message as it stands in the chat: who wrote it, 0 for the bot, and what became of it."""

    at: datetime
    player: int = 0
    words: str = ""
    shown: OutMessage | None = None
    edited: bool = False
    private: bool = False
    message: int = 0
    reaction: str = ""


@dataclass
class Watched(Group):
    """A group whose chat is written down."""

    posts: list[Post] = field(default_factory=list)
    changes: dict[int, OutMessage] = field(default_factory=dict)
    polls: list[str] = field(default_factory=list)

    def note(self, post: Post) -> None:
        """A new message; boards that have changed since are looked at once more before the bot speaks again."""
        if not post.player:
            for message in tuple(self.changes):
                self._look(message)
        self.posts.append(post)

    def _look(self, message: int) -> None:
        """Write a board down as it has become, if more than its time has changed."""
        shown = self.changes.pop(message)
        if _lasting(self._last(message)) != _lasting(shown):
            self.posts.append(Post(self.now, shown=shown, edited=True, message=message))

    def _last(self, message: int) -> OutMessage:
        return next(post.shown for post in reversed(self.posts) if post.message == message and post.shown)

    async def _deliver(self, claim: Claim, now: datetime) -> None:
        await super()._deliver(claim, now)
        message, private = claim.message, claim.place.kind is PlaceKind.PRIVATE
        if isinstance(message, Reaction):
            self._react(message, claim.place.chat)
        elif isinstance(message, OutMessage) and message.edits is None:
            self.note(Post(self.now, shown=message, private=private, message=self.messages))
            if message.poll is not None:
                self.polls.append(f"poll{self.messages}")
        elif isinstance(message, OutMessage) and message.edits is not None:
            self._change(message, message.edits)
        else:
            assert isinstance(message, Deletion | PollEnd)  # noqa: S101 -- nothing else goes out

    def _change(self, message: OutMessage, target: int) -> None:
        """A hint or another heading is worth a look at once, the rest when something else is said."""
        self.changes[target] = message
        if _signs(self._last(target)) != _signs(message):
            self._look(target)

    def _react(self, reaction: Reaction, chat: int) -> None:
        """To the latest version of a message."""
        for post in reversed(self.posts):
            if post.player and post.message == reaction.message and post.private == (chat != GROUP):
                post.reaction = reaction.emoji
                return


def _lasting(message: OutMessage) -> tuple[str, object]:
    """A board without the seconds left."""
    return _TIME.sub("", message.html), message.buttons


def _signs(message: OutMessage) -> tuple[int, ...]:
    return tuple(message.html.count(sign) for sign in ("💡", "❓", "<b>"))


async def play(script: Script) -> list[Post]:
    """The chat of a scripted game; the same whenever it is played on the same bank."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'stage.db'}")
        try:
            await database.migrate()
            return await _Stage(script, _group(database, script)).play()
        finally:
            await database.dispose()


def desk_over(database: Database, bank: Bank, grader: Grader) -> Desk:
    """A desk as the product builds it, over this bank and with this grader."""
    interviewer, texts = Interviewer(bank, grader), Texts.load(strict=True)
    return Desk(database, Editions(bank, lambda each: Conversation(each, interviewer.over(each), ())), texts)


def _group(database: Database, script: Script) -> Watched:
    """A desk over the questions of the script alone."""
    whole = load_bank([CONTENT])
    bank = replace(whole, questions={key: each for key, each in whole.questions.items() if key[0] in script.questions})
    desk = desk_over(database, bank, RubricGrader())
    group = Watched(database, desk, Outbox(database), hears=True, language_code=script.language)
    group.names = dict(script.players)
    return group


def _choice(sheet: Sheet, what: str) -> tuple[int, ...]:
    """Options to choose: all the right ones, one of them, or a wrong one."""
    if what == "~wrong":
        return (next(place for place in range(len(sheet.options)) if place not in sheet.correct),)
    return sheet.correct if what == "~right" else sheet.correct[:1]


@dataclass(slots=True)
class _Stage:
    script: Script
    group: Watched
    written: dict[int, int] = field(default_factory=dict)

    async def play(self) -> list[Post]:
        first = min(self.script.players)
        self.group.note(Post(self.group.now, first, f"/{self.script.command}"))
        await self.group.order(self.script.command, first)
        phase: tuple[int, Phase] | None = None
        waiting: list[tuple[datetime, Deed]] = []
        for _ in range(_MOST):
            game = await self._game()
            if game.finished:
                return self.group.posts
            if (len(game.asked), game.phase) != phase:
                phase = len(game.asked), game.phase
                listed = self.script.deeds(game.asked[-1], game.phase)
                waiting = [(self.group.now + timedelta(seconds=deed[0]), deed) for deed in listed]
            if waiting and waiting[0][0] <= self.group.now:
                await self._do(game, waiting.pop(0)[1])
            else:
                await self.group.wait(STEP)
        raise RuntimeError(f"no end of {self.script.title!r}")

    async def _game(self) -> Game:
        async with self.group.database.reading() as tx:
            (state,) = await games.recent_states(tx, GROUP, 1)
        return load_game(state)

    async def _do(self, game: Game, deed: Deed) -> None:
        _, player, what = deed
        if what.startswith("["):
            self.group.note(Post(self.group.now, player, what))
            await self.group.press(what.strip("[]"), player)
        elif what.startswith("~") and game.round is not None and game.round.sheet is not None:
            choice = _choice(game.round.sheet, what)
            chosen = "\n".join(f"[{game.round.sheet.options[place]}]" for place in choice)
            self.group.note(Post(self.group.now, player, chosen))
            await self.group.vote(self.group.polls[-1], *choice, by=player)
        else:
            await self._write(player, what)

    async def _write(self, player: int, what: str) -> None:
        private, edited = what.startswith("@"), what.startswith(">")
        if private and player not in self.written:
            await self._come_in(player)
        message = self.written[player] if edited else self.group.messages + 1
        self.group.messages = max(self.group.messages, message)
        self.written[player] = message
        text = what.lstrip("@> ")
        self.group.note(Post(self.group.now, player, text, edited=edited, private=private, message=message))
        body = Retyped(text, message) if edited else Typed(text, message)
        await self.group.send(body, player, private=private, addressed=private)

    async def _come_in(self, player: int) -> None:
        """By the link of the board into the private chat."""
        rows = [row for shown in self.group.shown.values() for row in shown.buttons]
        start = next(button for row in reversed(rows) for button in row if button.start)
        self.group.note(Post(self.group.now, player, f"[{start.label}]"))
        await self.group.whisper(Ordered("start", start.start or "", self.group.messages), player)
