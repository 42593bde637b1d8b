"""When and how the question of the day comes: by words, by buttons, by the clock or the city that somebody names."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache

from bot.domain.language import Level
from bot.domain.messaging import OutMessage, PlaceKind
from bot.domain.question import Bank
from bot.engine.daily.request import Request, parse_daily, parse_pause, parse_time
from bot.engine.daily.schedule import local_day
from bot.i18n.zones import Spot, Zones
from bot.rendering import callbacks, menus
from bot.rendering import daily as pages
from bot.rendering import daily_settings as sheets
from bot.rendering.callbacks import Dial, OpenDial, PauseDaily, TurnDial
from bot.rendering.html import clip
from bot.rendering.menus import TYPED_LENGTH
from bot.services.daily.dials import present, turned
from bot.services.daily.memories import NOWHERE
from bot.services.daily.questions import Questions, switch_off
from bot.services.daily.when import following, next_at, timetable, today_of
from bot.services.visit import Visit
from storage import pushes, schedules, sessions, users
from storage.schedules import ScheduleRow

MORNING = time(9)
"""When the question comes if nothing is said."""

PLACES = 8
"""Places to choose from at most."""


class Subscription:
    """Use cases of the schedule; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, questions: Questions) -> None:
        self._bank = bank
        self._questions = questions

    async def order(self, visit: Visit, words: str) -> None:
        """The command /daily: switch on, change, switch off, or show how it is set."""
        request = parse_daily(words, self._bank.topics.values())
        before = await schedules.find(visit.tx, visit.place.chat)
        place = _place(visit, request)
        left = clip(" ".join(request.unknown), TYPED_LENGTH) if place is None else ""
        if request.off:
            await switch_off(visit)
        elif left and request.is_void:
            await visit.tell("daily-words-unknown", typed=left)
        elif before and before.next_at and not words.strip():
            await visit.say(self.sheet(visit, before))
        else:
            if left:
                await visit.tell("daily-words-left", typed=left)
            known = before or await self.usual(visit)
            placed = replace(known, zone=place.zone if place else known.zone)
            wanted = await self._here(visit, _asked_for(placed, request, visit.now), request)
            if request.tomorrow:
                await pushes.drop_chat(visit.tx, visit.place.chat, visit.now, "paused")
            await self._switch_on(visit, wanted)

    async def _here(self, visit: Visit, wanted: ScheduleRow, request: Request) -> ScheduleRow:
        """In a group the topic and the language it was ordered in; in private a language is the person's."""
        if visit.place.kind is PlaceKind.GROUP:
            language = request.language.value if request.language else wanted.language
            return replace(wanted, thread_id=visit.place.thread, language=language)
        if request.language:
            await visit.change(replace(visit.person, language=request.language))
        return wanted

    async def usual(self, visit: Visit) -> ScheduleRow:
        """What a new one begins with: the clock of the person's other one, the level of his last interview."""
        others = [each for each in await schedules.of_user(visit.tx, visit.person.id) if each.zone]
        last = await sessions.history(visit.tx, visit.person.id, 1)
        group = visit.place.kind is PlaceKind.GROUP
        return ScheduleRow(
            user_id=visit.place.chat if group else visit.person.id,
            chat_id=visit.place.chat,
            thread_id=visit.place.thread,
            zone=others[0].zone if others else "",
            at=MORNING,
            level=last[0].level if last else Level.MIDDLE,
            language=visit.language.value if group else None,
        )

    async def _switch_on(self, visit: Visit, wanted: ScheduleRow) -> None:
        """From now on; without a zone it is asked for first. A new subscriber is asked at once."""
        group = visit.place.kind is PlaceKind.GROUP
        await self._own(visit)
        if not wanted.zone:
            await schedules.put(visit.tx, replace(wanted, next_at=None), visit.now)
            await self.ask_zone(visit)
            return
        asked = await pushes.of_day(visit.tx, visit.place.chat, today_of(wanted, visit.now))
        new = wanted.next_at is None
        # Whoever sets it is there: what he left unanswered before is forgotten.
        await pushes.count_unanswered(visit.tx, visit.place.chat, today_of(wanted, visit.now), visit.now)
        wanted = replace(wanted, unanswered=0)
        wanted = replace(wanted, next_at=next_at(wanted, visit.now))
        await schedules.put(visit.tx, wanted, visit.now)
        if not new:
            await visit.turn_over(self.sheet(visit, wanted))
            return
        now = not group and asked is None and not timetable(wanted).is_paused(visit.now)
        await visit.say(self._set_up(visit, wanted, now=now))
        if now:
            await self._questions.today(visit, wanted)

    def _set_up(self, visit: Visit, schedule: ScheduleRow, *, now: bool) -> OutMessage:
        """What was switched on; `now`: the first question follows."""
        group = visit.place.kind is PlaceKind.GROUP
        said = visit.texts.text(
            visit.language,
            "daily-group-on" if group else "daily-on",
            **sheets.facts(visit.texts, visit.language, self._sheet(visit, schedule)),
        )
        return pages.followed(visit.texts, visit.language, said, None if now else _upcoming(visit, schedule))

    async def _own(self, visit: Visit) -> None:
        """Let the question of a group belong to the group, not to who set it: he may have himself forgotten."""
        if visit.place.kind is PlaceKind.GROUP and await users.find(visit.tx, visit.place.chat) is None:
            title = visit.update.place.title if visit.update else ""
            await users.meet(visit.tx, visit.place.chat, title, visit.language.value, visit.now)

    async def leave(self, visit: Visit) -> None:
        """The topic was closed: nothing is asked there until somebody switches it on again."""
        if await schedules.leave(visit.tx, visit.place.chat, visit.place.thread):
            await pushes.drop_chat(visit.tx, visit.place.chat, visit.now, "topic closed")

    async def ask_zone(self, visit: Visit, *, again: bool = False) -> None:
        """Ask what time it is for the person, `again` without telling what for; what he types next is the answer."""
        kind = visit.place.kind
        await self._await(visit, Dial.ZONE)
        if again:
            await visit.tell("daily-zone-again", kind=kind)
        else:
            await visit.tell("daily-group-zone" if kind is PlaceKind.GROUP else "daily-ask-zone")

    async def take_words(self, visit: Visit, awaited: OpenDial, words: str) -> None:
        """What was typed when a time or a place was asked for."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        at = parse_time(words)
        if schedule is None:
            await visit.change(replace(visit.person, awaited=None))
            await visit.tell("daily-none")
        elif awaited.dial is Dial.ZONE:
            await self._take_place(visit, schedule, words, at)
        elif at is None:
            await visit.tell("daily-time-unknown", typed=clip(words, TYPED_LENGTH))
        else:
            await self._set(visit, replace(schedule, at=at))

    async def _take_place(self, visit: Visit, schedule: ScheduleRow, words: str, at: time | None) -> None:
        language = visit.language
        found = zones().at(at, visit.now, language) if at else zones().find(words, visit.now, language)
        if not found:
            await visit.tell("daily-zone-unknown", typed=clip(words, TYPED_LENGTH))
        elif len(found) > 1:
            places = ((spot.zone, spot.label) for spot in found[:PLACES])
            await visit.say(sheets.zones(visit.texts, language, places))
        else:
            await self._set(visit, replace(schedule, zone=found[0].zone))

    async def open_dial(self, visit: Visit, pressed: OpenDial) -> None:
        """Show the values of a setting, or all settings."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if schedule is None or not schedule.zone:
            visit.note("notice-unknown")
        elif pressed.dial is None:
            await visit.turn_over(self.sheet(visit, schedule))
        elif pressed.dial is Dial.ZONE:
            await self.ask_zone(visit, again=True)
        else:
            if pressed.dial is Dial.TIME:
                await self._await(visit, Dial.TIME)
            await visit.turn_over(self._dial(visit, schedule, pressed.dial))

    async def turn_dial(self, visit: Visit, pressed: TurnDial) -> None:
        """Store a value; topics and days are put in or out one by one, everything else leads back to all settings."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        try:
            changed = turned(schedule, pressed.dial, pressed.value) if schedule else None
        except ValueError:
            changed = None
        if changed is None or schedule is None or not set(changed.topics) <= set(self._bank.topics):
            visit.note("notice-unknown")
        elif not changed.days:
            visit.note("notice-daily-days")
        elif pressed.dial in (Dial.TOPICS, Dial.DAYS):
            await self._put(visit, changed)
            await visit.turn_over(self._dial(visit, changed, pressed.dial))
        else:
            await self._set(visit, changed)

    async def _set(self, visit: Visit, changed: ScheduleRow) -> None:
        """Store a change and show it; the first zone switches the question on."""
        await visit.change(replace(visit.person, awaited=None))
        before = await schedules.find(visit.tx, visit.place.chat)
        if before is None or not before.zone:
            await self._switch_on(visit, changed)
            return
        await visit.turn_over(self.sheet(visit, await self._put(visit, changed)))

    async def _put(self, visit: Visit, changed: ScheduleRow) -> ScheduleRow:
        """Store; one that is switched on gets its next time anew."""
        on = replace(changed, next_at=next_at(changed, visit.now)) if changed.next_at else changed
        await schedules.put(visit.tx, on, visit.now)
        return on

    async def pause(self, visit: Visit, words: str) -> None:
        """The command /pause: for so long, or until it is asked for how long."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if schedule is None or schedule.next_at is None:
            await visit.tell("daily-none")
            return
        wish = parse_pause(words, today_of(schedule, visit.now))
        if wish.until is not None or wish.over:
            await self._pause(visit, replace(schedule, paused_until=wish.until))
        elif wish.unknown:
            await visit.tell("daily-pause-unknown", typed=clip(" ".join(wish.unknown), TYPED_LENGTH))
        else:
            await self.ask_pause(visit)

    async def ask_pause(self, visit: Visit) -> None:
        """Ask for how long."""
        await visit.say(sheets.pause_menu(visit.texts, visit.language))

    async def press_pause(self, visit: Visit, pressed: PauseDaily) -> None:
        """Pause for the days chosen; 0 ends the pause."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if schedule is None or schedule.next_at is None:
            visit.note("notice-unknown")
            return
        today = today_of(schedule, visit.now)
        until = today + timedelta(days=min(pressed.days, 366)) if pressed.days else None
        await self._pause(visit, replace(schedule, paused_until=until))

    async def _pause(self, visit: Visit, changed: ScheduleRow) -> None:
        on = replace(changed, next_at=next_at(changed, visit.now))
        await schedules.put(visit.tx, on, visit.now)
        if changed.paused_until:
            await pushes.drop_chat(visit.tx, visit.place.chat, visit.now, "paused")
        said, back = "daily-paused" if changed.paused_until else "daily-unpaused", _upcoming(visit, on)
        when = pages.when(visit.texts, visit.language, back) if back else ""
        await visit.turn_over(menus.message(visit.texts, visit.language, said, when=when, kind=visit.place.kind))

    def sheet(self, visit: Visit, schedule: ScheduleRow) -> OutMessage:
        """How it is set, with a button to change each of it."""
        return sheets.settings(visit.texts, visit.language, self._sheet(visit, schedule), visit.now)

    def _sheet(self, visit: Visit, schedule: ScheduleRow) -> sheets.Sheet:
        topics = [self._bank.topics[topic] for topic in schedule.topics if topic in self._bank.topics]
        return sheets.Sheet(
            timetable=timetable(schedule),
            zone=zones().name(schedule.zone, visit.language),
            topics=tuple(topic.name(visit.language) for topic in topics),
            level=Level(schedule.level),
            silent=schedule.silent,
            nudge=schedule.nudge,
            next_at=schedule.next_at,
            group=visit.place.kind is PlaceKind.GROUP,
        )

    def _dial(self, visit: Visit, schedule: ScheduleRow, dial: Dial) -> OutMessage:
        topics = ((topic.id, topic.name(visit.language)) for topic in self._bank.topics_in(visit.language))
        return sheets.dial(visit.texts, visit.language, dial, present(schedule, dial), tuple(topics))

    async def _await(self, visit: Visit, dial: Dial) -> None:
        await visit.change(replace(visit.person, awaited=callbacks.encode(OpenDial(dial))))


def _upcoming(visit: Visit, schedule: ScheduleRow) -> pages.Return | None:
    """When the next question comes, counted from the person's day."""
    day, today = following(schedule, visit.now), today_of(schedule, visit.now)
    return pages.Return((day - today).days, day) if day else None


@cache
def zones() -> Zones:
    """All places, read when the first is needed."""
    return Zones.load()


def _place(visit: Visit, request: Request) -> Spot | None:
    """The place that words after /daily name, if they name one."""
    found = zones().find(" ".join(request.unknown), visit.now, visit.language) if request.unknown else ()
    return found[0] if found else None


def _asked_for(schedule: ScheduleRow, request: Request, now: datetime) -> ScheduleRow:
    topics = () if request.everything else request.topics or schedule.topics
    # Whoever switches it on again has forgotten about an old pause.
    paused = schedule.paused_until if schedule.next_at else None
    tomorrow = local_day(now, schedule.zone or NOWHERE, schedule.starts) + timedelta(days=1)
    return replace(
        schedule,
        at=request.at or schedule.at,
        days=request.days or schedule.days,
        every=request.every or schedule.every,
        topics=topics,
        level=request.level or schedule.level,
        paused_until=tomorrow if request.tomorrow else paused,
    )
