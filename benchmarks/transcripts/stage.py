"""Plays a script through desk, engine, grader, renderer and outbox, on a database of its own."""

import re
import tempfile
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Self

from benchmarks.transcripts.script import SILENCE, Actor, Entry, Script
from bot.domain.messaging import Ordered, OutMessage, Typed
from bot.engine.state import InterviewState
from bot.rendering.callbacks import OpenTranscript, PickCount, encode
from bot.services.codec import dump_preferences, load_state
from bot.services.outbox import Outbox
from storage import Database, sessions, users
from tests.integration.services.driver import Visitor, open_desk

_COMMAND = re.compile(r"/[a-z]+")
_TYPING = timedelta(seconds=1)
"""Between two messages in a row: less than an answer is given to settle."""
_SETTLED = timedelta(seconds=11)
_AWAY = timedelta(minutes=10)
"""Longer than any question is waited for."""
_MOST = 200
"""Exchanges after which an interview is taken for endless."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the talk: the candidate's own words, or what he was shown."""

    words: str = ""
    shown: OutMessage | None = None


@dataclass(slots=True)
class Played:
    """A whole interview as it stood in the chat, and what is offered after it."""

    talk: list[Heard] = field(default_factory=list)
    report: list[OutMessage] = field(default_factory=list)
    files: list[OutMessage] = field(default_factory=list)


async def play(script: Script) -> Played:
    """The interview of a script; the same whenever it is played on the same bank."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'stage.db'}")
        try:
            await database.migrate()
            return await _Stage.on(database, script).play()
        finally:
            await database.dispose()


@dataclass(slots=True)
class _Stage:
    database: Database
    script: Script
    visitor: Visitor
    played: Played = field(default_factory=Played)

    @classmethod
    def on(cls, database: Database, script: Script) -> Self:
        visitor = Visitor(open_desk(database, pause=1.0), Outbox(database), script.seat, script.language)
        return cls(database, script, visitor)

    async def play(self) -> Played:
        actor = Actor(self.script)
        await self._begin()
        for _ in range(_MOST):
            state = await self._state()
            if state.finished:
                self._part_from_report()
                self.played.files = await self.visitor.press(encode(OpenTranscript(1)))
                return self.played
            await self._do(actor.reply(state))
        raise RuntimeError(f"no end of {self.script.title!r} after {_MOST} exchanges")

    async def _begin(self) -> None:
        """Ask for the interview as by buttons, with the questions chosen as in a training round."""
        await self.visitor.order("help")
        draft = {"topics": [], "level": self.script.level, "only": list(self.script.questions)}
        draft["mode"] = self.script.preferences.mode
        settings = {**dump_preferences(self.script.preferences), "draft": draft}
        async with self.database.transaction() as tx:
            await users.change(tx, self.visitor.id, settings=settings)
        self._hear(await self.visitor.press(encode(PickCount(len(self.script.questions)))))

    async def _state(self) -> InterviewState:
        async with self.database.reading() as tx:
            row = await sessions.find(tx, 1)
        if row is None:
            raise RuntimeError("no interview has begun")
        return load_state(row.state)

    async def _do(self, entry: Entry) -> None:
        if entry == SILENCE:
            self.visitor.now += _AWAY
            self.played.talk.append(Heard(SILENCE))
            await self._wake()
        elif isinstance(entry, tuple):
            await self._type(*entry)
        elif entry.startswith("["):
            self.played.talk.append(Heard(entry))
            self._hear(await self.visitor.tap(entry.strip("[]")))
        else:
            await self._type(entry)

    async def _type(self, *messages: str) -> None:
        for text in messages:
            self.played.talk.append(Heard(text))
            number = self.visitor.updates + 1
            body = Ordered(text[1:], "", number) if _COMMAND.fullmatch(text) else Typed(text, number)
            self._hear(await self.visitor.send(body))
            self.visitor.now += _TYPING
        if self.visitor.receipt.listening:
            self.visitor.now += _SETTLED
            await self._wake()

    async def _wake(self) -> None:
        await self.visitor.desk.wake(self.visitor.now, 10)
        self._hear(await self.visitor.read())

    def _hear(self, messages: list[OutMessage]) -> None:
        self.played.talk += [Heard(shown=message) for message in messages]

    def _part_from_report(self) -> None:
        """What came after the last word of the interviewer is the report."""
        last = max(at for at, heard in enumerate(self.played.talk) if heard.words)
        shown = [heard.shown for heard in self.played.talk[last + 2 :] if heard.shown]
        self.played = replace(self.played, talk=self.played.talk[: last + 2], report=shown)
