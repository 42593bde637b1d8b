"""Logs and metrics: ids, kinds, places and times; never a token, never what people wrote."""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Literal

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "[hidden]"
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")

OURS = ("bot", "storage")
"""Loggers that the level of the settings is for. Other people's stay at WARNING: below it they show URLs with the token
in them (httpx) and the values of statements, which people wrote (aiosqlite)."""

SILENT = logging.CRITICAL + 1
"""Level of python-telegram-bot: it logs updates it cannot read; what matters of its errors we log ourselves."""

FRAMES = 4
"""Innermost places named of an exception."""
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Bounds of the histograms: from a commit on SQLite to an outage."""


def configure_logging(level: str, form: Literal["console", "json"], secrets: Iterable[str] = ()) -> None:
    """Send all logs to standard error, ours and the libraries', with the secrets and anything like a token hidden."""
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _exception_as_place,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(form), _Hide(secrets)],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("telegram").setLevel(SILENT)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _renderer(form: Literal["console", "json"]) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


class _Hide:
    """Last processor: takes the secrets out of the finished line, wherever in it they came from."""

    def __init__(self, secrets: Iterable[str]) -> None:
        literal = [re.escape(secret) for secret in secrets if secret]
        self._pattern = re.compile("|".join([*literal, _TOKEN.pattern]))

    def __call__(self, _logger: WrappedLogger, _method: str, line: Any) -> str:
        return self._pattern.sub(HIDDEN, str(line))


def _exception_as_place(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Kind and place of an exception instead of its message, which may quote somebody."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event.update(fault=type(error).__name__, at=place_of(error))
    return event


def place_of(error: BaseException) -> str:
    """Where an exception was raised, innermost first: `folder/file.py:line < …`."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return " < ".join(f"{'/'.join(PurePath(frame.filename).parts[-2:])}:{frame.lineno}" for frame in reversed(frames))


class Metrics:
    """What is counted and timed, in a registry of its own; times in seconds."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._updates = Counter("bot_updates", "Updates handled.", ["kind"], registry=registry)
        self._commit = Histogram(
            "bot_update_commit_seconds", "From an update's arrival to its commit.", buckets=SECONDS, registry=registry
        )
        self._answer = Histogram(
            "bot_update_answer_seconds", "From an update's arrival to its answer.", buckets=SECONDS, registry=registry
        )
        self._sends = Counter("bot_sends", "Messages tried to send.", ["outcome"], registry=registry)
        self._faults = Counter("bot_faults", "Errors met, retried or not.", ["kind"], registry=registry)
        self._daily = Counter("bot_daily_questions", "Daily questions by outcome.", ["outcome"], registry=registry)
        self._opinions = Counter(
            "bot_opinions", "Answers about which the judge was to be asked, by outcome.", ["outcome"], registry=registry
        )
        self._depth = Gauge("bot_outbox_depth", "Messages waiting to be sent.", registry=registry)
        self._age = Gauge("bot_outbox_age_seconds", "Age of the oldest message waiting.", registry=registry)

    def committed(self, kind: str, seconds: float) -> None:
        """An update was handled: `kind` is what it was, `duplicate` or `ignored`."""
        self._updates.labels(kind).inc()
        if kind not in {"duplicate", "ignored"}:
            self._commit.observe(seconds)

    def answered(self, seconds: float) -> None:
        """The answer to an update went out, so far as the pace of its chat allowed."""
        self._answer.observe(seconds)

    def sent(self, outcome: str) -> None:
        """The Bot API was asked to deliver a message."""
        self._sends.labels(outcome).inc()

    def failed(self, kind: str) -> None:
        """Something went wrong; `kind` is the exception's class."""
        self._faults.labels(kind).inc()

    def daily(self, outcome: str, number: int) -> None:
        """So many daily questions were `sent`, or not for that reason; `unknown` are those that may have been."""
        self._daily.labels(outcome).inc(number)

    def consulted(self, outcome: str) -> None:
        """The judge was `asked` or his opinion `kept`; or the budget is `spent`, he is `resting` or has `failed`."""
        self._opinions.labels(outcome).inc()

    def backlog(self, depth: int, age: float) -> None:
        """What waits in the outbox now."""
        self._depth.set(depth)
        self._age.set(age)

    def render(self) -> bytes:
        """All of it in Prometheus's text format."""
        return generate_latest(self._registry)
