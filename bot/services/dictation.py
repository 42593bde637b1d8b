"""Words that count once the candidate has confirmed them: spoken ones, and those on a question he may not have got."""

from datetime import timedelta

from bot.domain.dialogue import Said
from bot.domain.messaging import Dictated, OutMessage
from bot.rendering import daily, menus
from bot.rendering.callbacks import TakeDictation
from bot.services.codec import load_state
from bot.services.daily.arrival import Arrival, arrival
from bot.services.interviews import Interviews
from bot.services.visit import Visit
from storage import pushes, timers
from storage.models import PushState
from storage.sessions import SessionRow

DICTATION = "dictation"
"""Kind of the timers that hold words not confirmed yet; when one is due, they are forgotten."""

KEPT = timedelta(hours=24)
"""How long words wait to be confirmed, as long as a stopped interview can be taken up again."""


class Dictation:
    """Use cases of answers to be confirmed; each is called within a visit."""

    def __init__(self, interviews: Interviews) -> None:
        self._interviews = interviews

    async def offer(self, visit: Visit, spoken: Dictated) -> None:
        """Show what was understood and ask whether it is the answer."""
        session = await self._interviews.current(visit)
        if session is None:
            await visit.say(menus.idle(visit.texts, visit.language))
            return
        await self._ask(visit, session, spoken, menus.dictation(visit.texts, visit.language, session.id, spoken))

    async def counts(self, visit: Visit, session: SessionRow, said: Said) -> bool:
        """Whether words are to be taken as an answer at once.

        Not while the question of the day is still on its way. Where nobody knows whether it came, it is asked again
        together with whether they were meant for it.
        """
        came = await arrival(visit.tx, session)
        if came is not Arrival.UNSURE:
            return came is Arrival.CERTAIN
        words = Dictated(said.text, said.message or 0)
        push = await pushes.of_session(visit.tx, session.id)
        if push is not None:
            await pushes.change(visit.tx, push.id, visit.now, state=PushState.SENT)
        asked = load_state(session.state).asked
        await self._ask(visit, session, words, daily.unsure(visit.texts, visit.language, session.id, asked, words))
        return False

    async def _ask(self, visit: Visit, session: SessionRow, words: Dictated, message: OutMessage) -> None:
        """Hold the words, and ask whether they are the answer."""
        await timers.arm(visit.tx, _waiting(visit, session, words))
        await visit.say(message, session.id)

    async def decide(self, visit: Visit, pressed: TakeDictation) -> None:
        """Take the words as the answer, or drop them; a button whose words are gone says so."""
        session = await self._interviews.current(visit)
        held = await timers.payload_of(visit.tx, _key(pressed.session))
        here = session is not None and session.id == pressed.session
        if session is None or not here or held is None or held["message"] != pressed.message:
            visit.note("notice-old-button")
            return
        await timers.cancel(visit.tx, _key(session.id))
        if not pressed.taken:
            await visit.turn_over(menus.message(visit.texts, visit.language, "dictation-dropped"))
            return
        await visit.turn_over(menus.message(visit.texts, visit.language, "dictation-taken", text=held["text"]))
        await self._interviews.take(visit, session, Said(held["text"], pressed.message))


def _key(session_id: int) -> str:
    return f"{DICTATION}:{session_id}"


def _waiting(visit: Visit, session: SessionRow, spoken: Dictated) -> timers.NewTimer:
    return timers.NewTimer(
        key=_key(session.id),
        kind=DICTATION,
        due_at=visit.now + KEPT,
        user_id=session.user_id,
        chat_id=session.chat_id,
        session_id=session.id,
        payload={"text": spoken.text, "message": spoken.message},
    )
