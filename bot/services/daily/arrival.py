"""Whether the question of a day has reached the person: only then is what he writes an answer to it."""

from enum import StrEnum

from storage import Transaction, outbox, pushes
from storage.models import OutboxState, PushState, SessionKind
from storage.outbox import UNKNOWN
from storage.pushes import PushRow
from storage.sessions import SessionRow


class Arrival(StrEnum):
    """It has surely come, it has not yet, or nobody knows: it was being sent when something broke."""

    CERTAIN = "certain"
    AHEAD = "ahead"
    UNSURE = "unsure"


async def arrival(tx: Transaction, session: SessionRow) -> Arrival:
    """How it stands with the question of that session; whoever did anything about it has seen it."""
    # Any step raises the version, so that 1 is a session that was only begun.
    untouched = session.kind == SessionKind.DAILY and session.version == 1
    push = await pushes.of_session(tx, session.id) if untouched else None
    return await _arrival(tx, push) if push is not None and push.message_id is None else Arrival.CERTAIN


async def _arrival(tx: Transaction, push: PushRow) -> Arrival:
    if push.state is PushState.SKIPPED and push.reason == UNKNOWN:
        return Arrival.UNSURE
    fate = await outbox.fate(tx, push.outbox_id) if push.state is PushState.QUEUED and push.outbox_id else None
    if fate is None or fate.state == OutboxState.SENT:
        return Arrival.CERTAIN
    tried = fate.attempts > 0 and fate.error in (None, UNKNOWN)
    return Arrival.UNSURE if tried else Arrival.AHEAD
