"""Messages in a row gathered into one answer; what waits is a timer row, so that nothing is lost with the process."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.dialogue import Edited, Event, Said
from bot.engine.settling import LONGEST, gather, joins, settling
from bot.services.codec import load_state
from bot.services.interviews import Interviews, silence_key
from bot.services.visit import Visit
from storage import Transaction, timers
from storage.sessions import SessionRow

ANSWER = "answer"
"""Kind of the timers that tell when an answer has settled."""
OPINION = "opinion"
"""Where the payload of such a timer has what a second judge makes of the answer, once he was asked."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Messages that wait for what may follow; `since` is when the first of them came."""

    since: datetime
    messages: tuple[Said, ...] = ()

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> "Waiting":
        """What a timer holds, as `payload` has put it."""
        messages = tuple(
            Said(each["text"], each["message"], each["code"], replying=each.get("replying", False))
            for each in payload["messages"]
        )
        return cls(datetime.fromisoformat(payload["since"]), messages)

    @property
    def payload(self) -> dict[str, Any]:
        """This as a JSON object."""
        return {"since": self.since.isoformat(), "messages": [asdict(each) for each in self.messages]}

    @property
    def answer(self) -> Said:
        """All of it as one answer."""
        return gather(self.messages)

    def amended(self, edited: Edited) -> "Waiting | None":
        """The same after an edit; None when the edited message is none of these."""
        after = Said(edited.text, edited.message, edited.code)
        messages = tuple(after if each.message == edited.message else each for each in self.messages)
        return (
            None if edited.message not in {each.message for each in self.messages} else replace(self, messages=messages)
        )


class Gathering:
    """Stands between what people write and the interviewer; each use case is called within a visit.

    `pause` multiplies all waits; with 0 every message is an answer of its own.
    """

    def __init__(self, interviews: Interviews, pause: float) -> None:
        self._interviews = interviews
        self._pause = pause

    async def hear(self, visit: Visit, session: SessionRow, event: Event) -> None:
        """Take what was written or edited, now or together with what follows it."""
        waiting = await self._waiting(visit.tx, session.id) if self._pause else None
        if isinstance(event, Said) and self._pause:
            await self._hear(visit, session, waiting, event)
        elif waiting and isinstance(event, Edited) and (amended := waiting.amended(event)):
            await self._settle(visit, session, amended)
        elif waiting:
            await self._react(visit, session, waiting)
            await self._take(visit, event)
        else:
            await self._interviews.take(visit, session, event)

    async def hand_in(self, visit: Visit) -> None:
        """Let the interviewer react to what waits, because something else comes first now."""
        session = await self._interviews.current(visit) if self._pause else None
        waiting = session and await self._waiting(visit.tx, session.id)
        if session and waiting:
            await self._react(visit, session, waiting)

    async def _hear(self, visit: Visit, session: SessionRow, waiting: Waiting | None, said: Said) -> None:
        if waiting and not joins(said.text):
            await self._react(visit, session, waiting)
            await self._take(visit, said)
        else:
            before = waiting or Waiting(visit.now)
            await self._settle(visit, session, replace(before, messages=(*before.messages, said)))

    async def _settle(self, visit: Visit, session: SessionRow, waiting: Waiting) -> None:
        """Wait on, or react where the last message leaves nothing to wait for."""
        seconds = self._pause * settling(load_state(session.state), waiting.messages[-1])
        if not seconds:
            await self._react(visit, session, waiting)
            return
        latest = waiting.since + timedelta(seconds=self._pause * LONGEST)
        await timers.cancel(visit.tx, silence_key(session.id))
        await timers.arm(visit.tx, _timer(session, waiting, min(latest, visit.now + timedelta(seconds=seconds))))
        visit.listening = True

    async def _react(self, visit: Visit, session: SessionRow, waiting: Waiting) -> None:
        await timers.cancel(visit.tx, _key(session.id))
        await self._interviews.take(visit, session, waiting.answer)

    async def _take(self, visit: Visit, event: Event) -> None:
        """Let the interviewer react in the interview as it is now, if it still goes on."""
        session = await self._interviews.current(visit)
        if session is not None:
            await self._interviews.take(visit, session, event)

    async def _waiting(self, tx: Transaction, session_id: int) -> Waiting | None:
        payload = await timers.payload_of(tx, _key(session_id))
        return Waiting.of(payload) if payload else None


def _key(session_id: int) -> str:
    return f"{ANSWER}:{session_id}"


def _timer(session: SessionRow, waiting: Waiting, due: datetime) -> timers.NewTimer:
    return timers.NewTimer(
        key=_key(session.id),
        kind=ANSWER,
        due_at=due,
        user_id=session.user_id,
        chat_id=session.chat_id,
        session_id=session.id,
        payload=waiting.payload,
    )
