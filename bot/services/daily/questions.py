"""The question of the day in private: sent, shown again, put off, made easier, ended."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from bot.domain.language import Level
from bot.domain.question import Bank
from bot.engine.daily.choosing import Wording
from bot.engine.daily.pace import Notice, less_often, pace
from bot.engine.daily.schedule import Push, is_late
from bot.engine.state import Aim
from bot.rendering import daily as pages
from bot.rendering import daily_settings, menus
from bot.rendering.callbacks import Deed, OnPush
from bot.services.codec import load_state
from bot.services.daily import asking, reminders
from bot.services.daily.closing import close_quietly
from bot.services.daily.memories import day_of
from bot.services.daily.when import following, next_at, today_of
from bot.services.learning import Learning
from bot.services.visit import Visit
from storage import pushes, schedules, sessions
from storage.models import PushState, SessionKind, SessionStatus
from storage.pushes import PushRow
from storage.schedules import ScheduleRow
from storage.sessions import SessionRow

LATER = timedelta(hours=3)
"""How long "later today" is."""
BUSY = timedelta(minutes=2)
"""How long a question waits before it looks again whether the interview is over."""
OVERRUN = timedelta(hours=1)
"""How far a question of a day's last minutes may slip into the next day."""


class Way(StrEnum):
    """How a question comes: by the clock, because somebody wants it now, or in place of another."""

    PLANNED = "planned"
    WANTED = "wanted"
    INSTEAD = "instead"


class Questions:
    """Use cases of the question itself; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, learning: Learning) -> None:
        self._bank = bank
        self._learning = learning

    async def push(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        """Send what was planned: after a running interview, not late, and less often when nobody answers."""
        over = today_of(schedule, visit.now - OVERRUN) != push.day
        if over or is_late(Push(push.day, push.due_at), visit.now):
            await skip(visit, push, "late")
        elif await _is_interviewed(visit):
            await pushes.change(visit.tx, push.id, visit.now, due_at=visit.now + BUSY)
        elif (again := await self._open(visit, push)) is not None:
            await self._show(visit, push, again, schedule, once=True)
        else:
            await self._send_new(visit, push, schedule)

    async def _send_new(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        # An answer whose follow-up stayed open counts as one, which may change the schedule.
        await self._clear(visit)
        schedule = await schedules.find(visit.tx, push.chat_id) or schedule
        schedule, notice = await count_silence(visit, push, schedule)
        if notice is Notice.STOPPED:
            await skip(visit, push, notice.value)
            await visit.say(replace(menus.message(visit.texts, visit.language, "daily-stopped"), silent=True))
        elif not await self._ask(visit, push, schedule, Way.PLANNED, notice):
            await skip(visit, push, "nothing")
        else:
            await reminders.arm_nudge(visit, push, schedule)

    async def today(self, visit: Visit, schedule: ScheduleRow) -> None:
        """The question of today, whether it was sent, is yet to come, was skipped, or is done."""
        day = today_of(schedule, visit.now)
        new = pushes.NewPush(user_id=visit.person.id, chat_id=visit.place.chat, day=day, due_at=visit.now)
        await pushes.plan(visit.tx, [new], visit.now)
        push = await pushes.of_day(visit.tx, visit.place.chat, day)
        assert push is not None  # noqa: S101 - planned just now or before
        again = await self._open(visit, push)
        if again is not None:
            await self._show(visit, push, again, schedule, once=False)
        elif push.state is PushState.ANSWERED:
            await visit.say(pages.done(visit.texts, visit.language, "daily-done", _upcoming(schedule, visit)))
        elif not await self._ask(visit, push, schedule):
            await visit.tell("daily-nothing")
        else:
            await schedules.change(visit.tx, visit.place.chat, last_day=day)

    async def more(self, visit: Visit, schedule: ScheduleRow) -> None:
        """One more question, which belongs to no day."""
        await self._clear(visit)
        day = await day_of(visit.tx, visit.person.id, visit.now)
        pick = await asking.pick_for(visit, self._bank, schedule, day)
        if pick is None:
            await visit.tell("daily-nothing")
            return
        pick = replace(pick, wording=Wording.PROMPT)
        begun = await asking.begin(visit, await self._learning.interviewer(visit.tx), schedule.level, pick)
        ask = pages.Asking(begun.text, pick.reason.value, session=begun.session.id)
        await visit.say(pages.question(visit.texts, visit.language, ask, silent=False), begun.session.id)

    async def on_push(self, visit: Visit, pressed: OnPush, schedule: ScheduleRow) -> None:
        """Do what a button under the question says; when the question is closed, only what concerns all that follow."""
        push = await pushes.lock(visit.tx, pressed.push)
        push = push if push and push.chat_id == visit.place.chat else None
        session = await self._open(visit, push) if push else None
        match pressed.deed:
            case Deed.PAUSE:
                await visit.say(daily_settings.pause_menu(visit.texts, visit.language))
            case Deed.RARER:
                await self._rarer(visit, schedule)
            case Deed.STOP:
                await switch_off(visit)
            case _ if push is None or session is None:
                visit.note("notice-daily-closed")
            case Deed.LATER:
                await self._later(visit, push, schedule)
            case Deed.EASIER | Deed.HARDER:
                step = 1 if pressed.deed is Deed.HARDER else -1
                await self._other_level(visit, push, schedule, schedule.level + step)

    async def _later(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        due = visit.now + LATER
        if today_of(schedule, due) != push.day:
            visit.note("notice-daily-too-late")
            return
        await pushes.change(visit.tx, push.id, visit.now, state=PushState.PLANNED, due_at=due)
        visit.note("notice-daily-later")

    async def _other_level(self, visit: Visit, push: PushRow, schedule: ScheduleRow, level: int) -> None:
        """Another question in place of this one, at that level from now on."""
        if level not in {each.value for each in Level}:
            visit.note("notice-daily-limit")
            return
        await schedules.change(visit.tx, visit.place.chat, level=level)
        await self._ask(visit, push, replace(schedule, level=level), Way.INSTEAD)

    async def _rarer(self, visit: Visit, schedule: ScheduleRow) -> None:
        every = less_often(schedule.every)
        if every == schedule.every:
            visit.note("notice-daily-rarest")
            return
        changed = replace(schedule, every=every)
        await schedules.change(visit.tx, visit.place.chat, every=every, next_at=next_at(changed, visit.now))
        visit.notice = visit.texts.text(visit.language, "notice-daily-rarer", every=every)

    async def _ask(
        self, visit: Visit, push: PushRow, schedule: ScheduleRow, way: Way = Way.WANTED, notice: Notice | None = None
    ) -> bool:
        """Choose and send; False when there is nothing to ask."""
        pick = await asking.pick_for(visit, self._bank, schedule, push.day)
        if pick is None:
            return False
        await self._clear(visit)
        begun = await asking.begin(visit, await self._learning.interviewer(visit.tx), schedule.level, pick)
        push = await asking.note_choice(visit, push, begun)
        ask = pages.Asking(begun.text, pick.reason.value, _tended(push, schedule), begun.session.id, notice)
        if way is Way.INSTEAD:
            await visit.turn_over(pages.question(visit.texts, visit.language, ask, silent=False))
        else:
            planned = way is Way.PLANNED
            await asking.hand_over(visit, push, ask, silent=schedule.silent and planned, once=planned)
        return True

    async def _show(
        self, visit: Visit, push: PushRow, session: SessionRow, schedule: ScheduleRow, *, once: bool
    ) -> None:
        """What waits for an answer, again; a follow-up with the question that it belongs to."""
        state = load_state(session.state)
        question = self._bank.find(push.question_id or "", state.language)
        led = question is not None and state.focus.aim is not Aim.MAIN
        text = f"{question.prompt}\n\n{state.asked}" if question and led else state.asked
        ask = pages.Asking(text, "again", _tended(push, schedule), session.id)
        await asking.hand_over(visit, push, ask, silent=schedule.silent and once, once=once)

    async def _open(self, visit: Visit, push: PushRow) -> SessionRow | None:
        """Its micro-interview, while that goes on."""
        session = await sessions.lock(visit.tx, push.session_id) if push.session_id else None
        return session if session and session.is_current else None

    async def _clear(self, visit: Visit) -> None:
        """Make room for a new one."""
        open_one = await sessions.lock_current(visit.tx, visit.person.id, visit.place.chat, SessionKind.DAILY)
        if open_one is not None:
            await close_quietly(visit, open_one, await self._learning.interviewer(visit.tx))


def _tended(push: PushRow, schedule: ScheduleRow) -> int | None:
    """What the buttons about the question refer to; there are none where nothing comes by itself."""
    return push.id if schedule.next_at is not None else None


async def count_silence(visit: Visit, push: PushRow, schedule: ScheduleRow) -> tuple[ScheduleRow, Notice | None]:
    """The schedule after the questions of earlier days, which slow or stop it when they were not answered."""
    more = await pushes.count_unanswered(visit.tx, push.chat_id, push.day, visit.now)
    if not more:
        return schedule, None
    counted = replace(schedule, unanswered=schedule.unanswered + more)
    found = [pace(number, schedule.every) for number in range(schedule.unanswered + 1, counted.unanswered + 1)]
    later = next_at(counted, visit.now) if found[-1].every else None
    await schedules.change(visit.tx, push.chat_id, unanswered=counted.unanswered, next_at=later)
    return counted, next((each.notice for each in reversed(found) if each.notice), None)


async def switch_off(visit: Visit) -> None:
    """No question any more until it is switched on again; one that is open can still be answered."""
    await schedules.change(visit.tx, visit.place.chat, next_at=None)
    await pushes.drop_chat(visit.tx, visit.place.chat, visit.now, "off")
    await visit.tell("daily-off")


async def skip(visit: Visit, push: PushRow, reason: str) -> None:
    """There is no question that day."""
    await pushes.change(visit.tx, push.id, visit.now, state=PushState.SKIPPED, reason=reason)


async def _is_interviewed(visit: Visit) -> bool:
    running = await sessions.lock_current(visit.tx, visit.person.id, visit.place.chat, SessionKind.INTERVIEW)
    return running is not None and running.status is SessionStatus.RUNNING


def _upcoming(schedule: ScheduleRow, visit: Visit) -> pages.Return | None:
    day, today = following(schedule, visit.now), today_of(schedule, visit.now)
    return pages.Return((day - today).days, day) if day else None
