"""The schema. Whatever must survive a restart is a row here.

Columns of people carry foreign keys to `users`, `sessions` or `chats`: export and erasure follow those keys, so a new
table is covered by declaring them.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Enum, ForeignKey, Index, MetaData, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import BigKey, CleanText, Json, Names, UtcDateTime


class ChatKind(StrEnum):
    """Kinds of chats; they differ in pace."""

    PRIVATE = "private"
    GROUP = "group"


class SessionStatus(StrEnum):
    """Life of an interview; RUNNING and PAUSED are current, of which a person has one a chat."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class SessionKind(StrEnum):
    """What a session is: an interview somebody asked for, or the few turns of a daily question."""

    INTERVIEW = "interview"
    DAILY = "daily"


class PushState(StrEnum):
    """Way of a daily question: due on its day, handed to the outbox, delivered, answered; or skipped for a reason."""

    PLANNED = "planned"
    QUEUED = "queued"
    SENT = "sent"
    ANSWERED = "answered"
    SKIPPED = "skipped"


class SendPolicy(StrEnum):
    """What to do with a message when nobody knows whether it was sent."""

    RESEND = "resend"
    SKIP = "skip"


class OutboxState(StrEnum):
    """Way of a message; DUE, CLAIMED and SENDING are open and hold up the later ones of their chat."""

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class PhrasingTarget(StrEnum):
    """What words are about: those for a POINT say it, those for a FLAG resemble the wrong claim and are right."""

    POINT = "point"
    FLAG = "flag"


class PhrasingState(StrEnum):
    """Whether a proposed phrasing counts."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class AppealState(StrEnum):
    """Whether an appeal was decided, and how."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


def _values(kinds: type[StrEnum]) -> list[str]:
    return [kind.value for kind in kinds]


def _listed(*values: StrEnum) -> str:
    return ", ".join(f"'{value}'" for value in values)


CURRENT = text(f"status IN ({_listed(SessionStatus.RUNNING, SessionStatus.PAUSED)})")
OPEN = text("closed_at IS NULL")
CLOSED = text("closed_at IS NOT NULL")
"""Terms that both planners recognise in a query, which they do not with a list of states."""


class Base(DeclarativeBase):
    """Root of the models; every constraint has a name, which migrations need to change it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - read by SQLAlchemy, which asks for a plain attribute
        StrEnum: Enum(StrEnum, native_enum=False, create_constraint=True, length=16, values_callable=_values),
        str: CleanText,
        datetime: UtcDateTime,
        dict[str, Any]: Json,
        tuple[str, ...]: Names,
    }


def _user(*, ondelete: str = "CASCADE") -> ForeignKey:
    return ForeignKey("users.id", ondelete=ondelete)


def _chat() -> ForeignKey:
    return ForeignKey("chats.id", ondelete="CASCADE")


def _session() -> ForeignKey:
    return ForeignKey("sessions.id", ondelete="CASCADE")


class User(Base):
    """A person; `id` is the messenger's. `level` and `settings` are what he chose, `blocked_at` that he left."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    name: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    level: Mapped[int | None] = mapped_column(SmallInteger)
    settings: Mapped[dict[str, Any]]
    blocked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Chat(Base):
    """A chat and its pace: nothing is sent before `next_send_at`.

    The id of a private chat is its user's. `migrated_to` is the supergroup a group became, `gone_at` when the bot was
    shut out. `settings` are a group's: what its administrators chose, and what the bot may do there.
    """

    __tablename__ = "chats"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    kind: Mapped[ChatKind]
    title: Mapped[str | None]
    next_send_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]
    migrated_to: Mapped[int | None] = mapped_column(_chat(), index=True)
    created_at: Mapped[datetime]
    settings: Mapped[dict[str, Any]]


class Session(Base):
    """An interview: `state` is the engine's, opaque here; the other columns are what lists and guards need of it."""

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("asked >= 0 AND planned >= 0", name="counts"),
        Index(
            "uq_sessions_current",
            "user_id",
            "chat_id",
            "kind",
            unique=True,
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        ),
        Index(None, "user_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    user_id: Mapped[int] = mapped_column(_user())
    chat_id: Mapped[int] = mapped_column(_chat(), index=True)
    thread_id: Mapped[int | None] = mapped_column(BigKey)
    kind: Mapped[str] = mapped_column(String(16))
    status: Mapped[SessionStatus]
    state: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    topics: Mapped[tuple[str, ...]]
    level: Mapped[int] = mapped_column(SmallInteger)
    planned: Mapped[int]
    asked: Mapped[int]
    score: Mapped[float | None]
    recommendation: Mapped[str | None] = mapped_column(String(32))
    version: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Turn(Base):
    """One exchange of an interview: what was asked, what was answered and what the grader said of it."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("session_id", "number"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    session_id: Mapped[int] = mapped_column(_session())
    number: Mapped[int]
    question_id: Mapped[str | None]
    question_number: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(32))
    asked: Mapped[str]
    answer: Mapped[str]
    message_id: Mapped[int | None] = mapped_column(BigKey)
    verdict: Mapped[dict[str, Any] | None] = mapped_column(Json)
    at: Mapped[datetime]


class ProcessedUpdate(Base):
    """An update that was handled; membership counts, since the messenger's numbers can jump back."""

    __tablename__ = "processed_updates"

    update_id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)


class OutboxMessage(Base):
    """A message to deliver; `payload` is opaque here, `token` and `lease_until` are the claim of who is sending it.

    `target_id` is the row whose message this one changes, without a key since rows do not last. An `errand` is done
    beside the messages of its chat: it neither waits for them nor holds them up. `poll_id` is what votes name.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("(state IN ('claimed', 'sending')) = (lease_until IS NOT NULL)", name="lease"),
        CheckConstraint("(state IN ('sent', 'failed')) = (closed_at IS NOT NULL)", name="closed"),
        Index("ix_outbox_closed_at", "closed_at", sqlite_where=CLOSED, postgresql_where=CLOSED),
        Index("ix_outbox_open", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_outbox_open_of_chat", "chat_id", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    chat_id: Mapped[int] = mapped_column(_chat(), index=True)
    thread_id: Mapped[int | None] = mapped_column(BigKey)
    user_id: Mapped[int | None] = mapped_column(_user(), index=True)
    session_id: Mapped[int | None] = mapped_column(_session(), index=True)
    payload: Mapped[dict[str, Any]]
    policy: Mapped[SendPolicy]
    state: Mapped[OutboxState]
    due_at: Mapped[datetime]
    token: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int]
    message_id: Mapped[int | None] = mapped_column(BigKey)
    error: Mapped[str | None]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    errand: Mapped[bool]
    target_id: Mapped[int | None] = mapped_column(BigKey)
    poll_id: Mapped[str | None] = mapped_column(String(64))


class Timer(Base):
    """Something to do at a time; `key` names it, so that setting it again moves it."""

    __tablename__ = "timers"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(String(128), unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    user_id: Mapped[int | None] = mapped_column(_user(), index=True)
    chat_id: Mapped[int | None] = mapped_column(_chat(), index=True)
    session_id: Mapped[int | None] = mapped_column(_session(), index=True)
    payload: Mapped[dict[str, Any]]
    due_at: Mapped[datetime] = mapped_column(index=True)
    token: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]


class Phrasing(Base):
    """Words for a point or a flag, proposed from an answer and then accepted or rejected for everyone."""

    __tablename__ = "phrasings"
    __table_args__ = (UniqueConstraint("question_id", "target", "target_id", "language", "phrasing"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    question_id: Mapped[str]
    target: Mapped[PhrasingTarget]
    target_id: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    phrasing: Mapped[str]
    state: Mapped[PhrasingState]
    user_id: Mapped[int | None] = mapped_column(_user(ondelete="SET NULL"), index=True)
    proposed_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(_user(ondelete="SET NULL"), index=True)
    decided_at: Mapped[datetime | None]


class Appeal(Base):
    """A verdict that a candidate contests with the words `quote`, said in turn `turn_number` or, when None, given anew.

    One a point or flag of an interview, so that a decision stands.
    """

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("session_id", "question_id", "target", "target_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    session_id: Mapped[int] = mapped_column(_session())
    question_id: Mapped[str]
    target: Mapped[PhrasingTarget]
    target_id: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    quote: Mapped[str]
    turn_number: Mapped[int | None]
    state: Mapped[AppealState]
    decided_by: Mapped[int | None] = mapped_column(_user(ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class Revision(Base):
    """How often something that every process keeps a copy of has changed: a copy is good while its number is this."""

    __tablename__ = "revisions"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int]


class Opinion(Base):
    """What a judge said of an answer; `key` is a hash of all that it was asked, so the same is not asked twice."""

    __tablename__ = "opinions"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), index=True)
    opinion: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(index=True)


class Spending(Base):
    """How often something of which there is only so much a day was used on that day, by all processes together."""

    __tablename__ = "spending"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    spent: Mapped[int]


class Schedule(Base):
    """A daily question: local `at` in the IANA `zone` (empty until it is known), on `days` (bit 0 is Monday).

    `language` is that of a group, None in private; a group's belongs to the group, whose id is then a person's too. A
    day begins at `starts`; at most one question comes in `every` days. `unanswered` counts questions in a row,
    `last_day` is the last one planned, `next_at` when the next will be, None for not until something is changed.
    """

    __tablename__ = "schedules"
    __table_args__ = (UniqueConstraint("user_id", "chat_id"), CheckConstraint("days BETWEEN 0 AND 127", name="days"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    user_id: Mapped[int] = mapped_column(_user())
    chat_id: Mapped[int] = mapped_column(_chat(), index=True)
    thread_id: Mapped[int | None] = mapped_column(BigKey)
    zone: Mapped[str] = mapped_column(String(64))
    at: Mapped[time]
    days: Mapped[int] = mapped_column(SmallInteger)
    topics: Mapped[tuple[str, ...]]
    created_at: Mapped[datetime]
    language: Mapped[str | None] = mapped_column(String(8))
    level: Mapped[int] = mapped_column(SmallInteger)
    starts: Mapped[time]
    every: Mapped[int] = mapped_column(SmallInteger)
    paused_until: Mapped[date | None]
    silent: Mapped[bool]
    nudge: Mapped[bool]
    unanswered: Mapped[int]
    last_day: Mapped[date | None]
    next_at: Mapped[datetime | None] = mapped_column(index=True)


class DailyPush(Base):
    """The daily question of one chat and local day; `reason` says why it was skipped.

    `points` are what it is asked for and `wording` how it is put, both opaque here.
    In private `session_id` is its micro-interview. `outbox_id` is the row that delivers it, without a key since those
    rows do not last; `message_id` is what came of it, by which replies in a group are known.
    """

    __tablename__ = "daily_pushes"
    __table_args__ = (
        UniqueConstraint("chat_id", "day"),
        Index(None, "state", "due_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), index=True)
    chat_id: Mapped[int] = mapped_column(_chat())
    thread_id: Mapped[int | None] = mapped_column(BigKey)
    day: Mapped[date]
    due_at: Mapped[datetime]
    state: Mapped[PushState]
    reason: Mapped[str | None] = mapped_column(String(32))
    question_id: Mapped[str | None]
    points: Mapped[tuple[str, ...]]
    wording: Mapped[str | None] = mapped_column(String(16))
    session_id: Mapped[int | None] = mapped_column(_session(), index=True)
    outbox_id: Mapped[int | None] = mapped_column(BigKey, index=True)
    message_id: Mapped[int | None] = mapped_column(BigKey)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class DailyAnswer(Base):
    """Somebody's answer to the daily question of a group, kept as a session of his own; `messages` are its parts."""

    __tablename__ = "daily_answers"

    push_id: Mapped[int] = mapped_column(ForeignKey("daily_pushes.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), primary_key=True, index=True)
    session_id: Mapped[int] = mapped_column(_session(), index=True)
    messages: Mapped[dict[str, Any]]


class Memory(Base):
    """How well a person remembers a point of a question; `state` is the scheduler's, opaque here."""

    __tablename__ = "memories"

    user_id: Mapped[int] = mapped_column(_user(), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    point_id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[dict[str, Any]]


UNFINISHED = text("finished_at IS NULL")


class Game(Base):
    """A group quiz: `state` is the engine's, opaque here. `thread_id` is 0 outside topics, where one game is open each.

    `board_id` is the outbox row of the message that shows the round under way, without a key since rows do not last.
    """

    __tablename__ = "games"
    __table_args__ = (
        Index(
            "uq_games_open",
            "chat_id",
            "thread_id",
            unique=True,
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    chat_id: Mapped[int] = mapped_column(_chat(), index=True)
    thread_id: Mapped[int] = mapped_column(BigKey)
    language: Mapped[str] = mapped_column(String(8))
    state: Mapped[str]
    board_id: Mapped[int | None] = mapped_column(BigKey)
    version: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class GameScore(Base):
    """What a player made of a round of a game; fields as in the engine's `Score`. Kept as long as the group."""

    __tablename__ = "game_scores"
    __table_args__ = (Index(None, "chat_id", "at"),)

    game_id: Mapped[int] = mapped_column(ForeignKey("games.id", ondelete="CASCADE"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), primary_key=True, index=True)
    chat_id: Mapped[int] = mapped_column(_chat())
    question_id: Mapped[str]
    points: Mapped[float]
    bonus: Mapped[float]
    flags: Mapped[int]
    stated: Mapped[float]
    possible: Mapped[float]
    voided: Mapped[bool]
    at: Mapped[datetime]


class GamePlayer(Base):
    """Who takes part in a game, so that he can be found in it, or has started it."""

    __tablename__ = "game_players"

    game_id: Mapped[int] = mapped_column(ForeignKey("games.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), primary_key=True, index=True)
    starter: Mapped[bool]


class PollVote(Base):
    """What somebody voted for in a poll, by places from 0; kept until the poll is closed."""

    __tablename__ = "poll_votes"

    poll_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(_user(), primary_key=True, index=True)
    options: Mapped[list[int]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(index=True)


class QuestionFlag(Base):
    """A complaint about the question of a round, for the admins to decide: accepted, the round does not count."""

    __tablename__ = "question_flags"
    __table_args__ = (UniqueConstraint("game_id", "round", "user_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    game_id: Mapped[int] = mapped_column(ForeignKey("games.id", ondelete="CASCADE"))
    round: Mapped[int]
    user_id: Mapped[int] = mapped_column(_user(), index=True)
    question_id: Mapped[str]
    reason: Mapped[str] = mapped_column(String(32))
    state: Mapped[AppealState]
    decided_by: Mapped[int | None] = mapped_column(_user(ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
