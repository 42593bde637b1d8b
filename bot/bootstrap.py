"""Composition root: builds everything, owns start and stop."""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from telegram import Bot

from bot.backoff import delay, pause
from bot.bank import load_bank
from bot.bank.watch import Watch
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.grading.grader import REMEMBERED
from bot.handlers.client import connect, make_bot
from bot.handlers.commands import publish_commands
from bot.handlers.delivery import RATE, Delivery
from bot.handlers.hook import register_hook
from bot.handlers.intake import Intake
from bot.handlers.judge import JudgeEndpoint
from bot.handlers.polling import Poller
from bot.handlers.tools import Tools
from bot.handlers.transcriber import Transcriber
from bot.i18n import Texts
from bot.observability import Metrics
from bot.rendering.about import Adviser
from bot.services.consulting import Consulting
from bot.services.conversation import Conversation
from bot.services.daily.dispatch import Dispatch
from bot.services.daily.planner import Planner
from bot.services.daily.subscription import zones
from bot.services.desk import Desk
from bot.services.editions import Editions
from bot.services.outbox import Outbox
from bot.services.upkeep import Upkeep
from bot.settings import Settings
from bot.workers.crew import asker, dispatcher, gauger, janitor, planner, preparer, reloader, ticker
from bot.workers.loop import Loop
from bot.workers.reading import Reading
from storage import Database, StorageUnavailable

if TYPE_CHECKING:
    from bot.web import Hook

GRACE = 10.0
"""Seconds that answers under way are given at the end; less than `stop_grace_period` in compose.yaml."""

DEFAULT_PORT = 8080

TICKERS = 4
"""Loops that handle timers where a judge is asked: while one waits for him, the others go on."""

_log = structlog.get_logger()


class NotMigratedError(Exception):
    """The schema is not the newest one; `interview-bot migrate` brings it there."""


def read_clock() -> datetime:
    """The present, in UTC; everything below is given it."""
    return datetime.now(UTC)  # noqa: TID251 -- the edge where the clock is read


def make_judge(settings: Settings) -> JudgeEndpoint | None:
    """The language model of the settings, not connected yet; None where there is none."""
    if not settings.judge_url:
        return None
    key = settings.judge_key.get_secret_value()
    return JudgeEndpoint(settings.judge_url, settings.judge_model, key, settings.judge_timeout)


def _adviser(settings: Settings) -> Adviser | None:
    """What people are told of the language model."""
    host = urlsplit(settings.judge_url).hostname
    return Adviser(settings.judge_model, host) if host else None


@dataclass(frozen=True, slots=True)
class Application:
    """Everything that runs the bot, built from the settings; nothing is connected yet."""

    settings: Settings
    database: Database
    bot: Bot
    texts: Texts
    metrics: Metrics
    upkeep: Upkeep
    outbox: Outbox
    watch: Watch
    editions: Editions
    tools: Tools
    intake: Intake
    reading: Reading
    judge: JudgeEndpoint | None

    @classmethod
    def build(cls, settings: Settings) -> "Application":
        """BankError or StorageError when content or address of the database cannot be used."""
        database, texts, metrics = Database(settings.database_url), Texts.load(), Metrics()
        watch, outbox, grader = Watch(settings.content_folders), Outbox(database), RubricGrader()
        reading = Reading(grader.rubric, REMEMBERED)

        def converse(bank: Bank) -> Conversation:
            interviewer, pause = Interviewer(bank, grader), settings.answer_pause
            admins, adviser = settings.admin_ids, _adviser(settings)
            return Conversation(bank, interviewer, admins, pause=pause, adviser=adviser, foresee=reading.hasten)

        editions = Editions(load_bank(settings.content_folders), converse)
        judge = make_judge(settings)
        consulting = Consulting(database, editions, judge, settings.judge_budget, metrics.consulted) if judge else None
        prepare = consulting.prepare if consulting else None
        desk = Desk(database, editions, texts, settings.default_language, prepare)
        bot = make_bot(settings.bot_token.get_secret_value(), settings.bot_api_url)
        delivery = Delivery(bot, outbox, read_clock, metrics, rate=RATE / settings.replicas)
        transient = (StorageUnavailable,)
        tools = Tools(bot, desk, delivery, texts, read_clock, metrics, transient, settings.default_language)
        transcriber = Transcriber(bot, settings.transcriber_command)
        upkeep, intake = Upkeep(database), Intake(tools, transcriber=transcriber)
        built = (database, bot, texts, metrics, upkeep, outbox, watch, editions, tools, intake, reading, judge)
        return cls(settings, *built)

    async def poll(self, stop: asyncio.Event) -> None:
        """Run on long polling until `stop` is set; MessengerError when Telegram refuses this process."""
        async with self._opened(stop):
            # Only one process polls, so whatever a former one had claimed is free.
            await self.outbox.release(read_clock())
            async with self._working(stop):
                await Poller(self.bot, self.intake).run(stop)

    async def listen(self, stop: asyncio.Event) -> None:
        """Run on a webhook until `stop` is set; other replicas may do so at the same time."""
        from bot.web import HOOK, Hook  # noqa: PLC0415 -- the extra `webhook` is needed from here on

        secret = self._hook_secret()
        async with self._opened(stop), self._working(stop, Hook(self.intake, secret)):
            await register_hook(self.bot, self.settings.webhook_url + HOOK, secret, stop)
            await stop.wait()

    @asynccontextmanager
    async def _opened(self, stop: asyncio.Event) -> AsyncIterator[None]:
        """Database and Telegram ready before, closed after."""
        try:
            await self._await_database(stop)
            if await connect(self.bot, stop):
                await publish_commands(self.bot, self.texts, self.settings.default_language)
            yield
        finally:
            await self.intake.drain(GRACE)
            await self.bot.shutdown()
            if self.judge is not None:
                await self.judge.close()
            await self.database.dispose()

    async def _await_database(self, stop: asyncio.Event) -> None:
        attempt = 0
        while not stop.is_set():
            try:
                await self._check_schema()
            except StorageUnavailable as error:
                _log.warning("database_unavailable", attempt=attempt, fault=str(error))
                await pause(stop, delay(attempt))
                attempt += 1
            else:
                return

    async def _check_schema(self) -> None:
        if self.settings.database_url.startswith("sqlite"):
            await self.database.migrate()
        elif not await self.database.is_current():
            raise NotMigratedError("The database has another schema than this version; run `interview-bot migrate`.")

    @asynccontextmanager
    async def _working(self, stop: asyncio.Event, hook: "Hook | None" = None) -> AsyncIterator[None]:
        """Workers and, where a port is set, the web application run meanwhile."""
        async with asyncio.TaskGroup() as group:
            for loop in self._crew():
                group.create_task(loop.run(stop), name=loop.name)
            # Reading the cities takes a quarter of a second, in which nobody is to wait for an answer.
            group.create_task(asyncio.to_thread(zones), name="zones")
            if self.settings.port is not None or hook is not None:
                group.create_task(self._serve(stop, hook), name="web")
            _log.info("started", bot=self.bot.username)
            try:
                yield
            finally:
                stop.set()
        _log.info("stopped")

    def _crew(self) -> tuple[Loop, ...]:
        delivery, metrics = self.tools.delivery, self.metrics
        return (
            dispatcher(delivery, metrics),
            *[ticker(self.tools.desk, delivery, read_clock, metrics)] * (1 if self.judge is None else TICKERS),
            janitor(self.upkeep.prune, read_clock, metrics),
            planner(Planner(self.database).plan, read_clock, metrics),
            asker(Dispatch(self.database, self.editions, self.texts).ask, read_clock, metrics),
            gauger(self.outbox.backlog, read_clock, metrics),
            reloader(self.watch.look, self.editions.take_up, read_clock, metrics),
            preparer(lambda: self.editions.bank, self.reading, metrics),
        )

    async def _serve(self, stop: asyncio.Event, hook: "Hook | None") -> None:
        from bot.web import create_app, serve  # noqa: PLC0415 -- the extra `webhook` is needed from here on

        async def ready() -> bool:
            return not stop.is_set() and await self.upkeep.is_ready()

        await serve(create_app(ready, self.metrics, hook), self.settings.port or DEFAULT_PORT, stop)

    def _hook_secret(self) -> str:
        """What Telegram shows with every post: as set, else made of the token, the same in every replica."""
        chosen = self.settings.webhook_secret.get_secret_value()
        token = self.settings.bot_token.get_secret_value()
        return chosen or hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()
