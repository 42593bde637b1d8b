"""What a message, a command or a button means, and the use case that answers it."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.dialogue import Asked, Command, Edited, Event, Medium, Said, Showed
from bot.domain.messaging import Body, Dictated, Ordered, PlaceKind, Pressed, Retyped, Sent, Typed
from bot.domain.question import Bank
from bot.engine.commands import decode_start
from bot.engine.interview import Interviewer
from bot.rendering import callbacks, menus
from bot.rendering.about import Adviser, about, privacy
from bot.rendering.callbacks.quiz import Rule
from bot.services import accounts
from bot.services.about import published, release
from bot.services.admin import Admin
from bot.services.appeals import Appeals
from bot.services.daily.feature import DailyQuestion
from bot.services.dictation import Dictation
from bot.services.gathering import Gathering
from bot.services.interviews import Foresee, Interviews
from bot.services.planning import Planning
from bot.services.progress import Progress
from bot.services.quiz.feature import GroupQuiz
from bot.services.reports import Reports
from bot.services.visit import Visit

COUNT = 5
"""Questions announced for an interview when nothing else is said."""

IN_INTERVIEW = {name.value: name for name in (Command.HINT, Command.SKIP, Command.REPEAT, Command.STOP)}
"""Commands that go to the open interview."""

ADMIN = "admin"
"""Command that exists for admins alone."""


class Conversation:
    """Routes what comes within a visit; `admins` are the people who may decide appeals.

    `pause` is the factor by which an answer is given time to go on in further messages, 0 for not at all. `adviser` is
    the language model that is shown doubtful answers, which people are told of. `foresee` is told every question asked.
    """

    def __init__(  # noqa: PLR0913 -- everything that differs between installations, named and with defaults
        self,
        bank: Bank,
        interviewer: Interviewer,
        admins: Collection[int] = (),
        *,
        pause: float = 0.0,
        adviser: Adviser | None = None,
        foresee: Foresee = lambda _: None,
    ) -> None:
        self._topics = tuple(bank.topics.values())
        self._adviser = adviser
        self.interviews = Interviews(bank, interviewer, foresee)
        self.gathering = Gathering(self.interviews, pause)
        self._dictation = Dictation(self.interviews)
        self._reports = Reports(bank)
        self._appeals = Appeals(self._reports)
        self.quiz = GroupQuiz(bank, interviewer)
        self._admin = Admin(bank, admins, self.quiz.faults)
        self._planning = Planning(bank, self.interviews)
        self.daily = DailyQuestion(bank, self.interviews.learning)
        self._progress = Progress(bank, self._reports, self._planning)
        self._commands = self._command_table()
        self._buttons = self._button_table()

    def _command_table(self) -> Mapping[str, Callable[[Visit, str], Awaitable[None]]]:
        return {
            "start": self._start,
            "interview": self._planning.from_words,
            "resume": lambda visit, _: self._resume(visit),
            "report": lambda visit, _: self._report_now(visit),
            "history": lambda visit, _: self._progress.history(visit),
            "progress": lambda visit, _: self._progress.overview(visit),
            "topics": lambda visit, _: self._planning.list_topics(visit),
            "language": lambda visit, _: visit.say(menus.language_menu(visit.texts, visit.language)),
            "settings": lambda visit, _: visit.say(accounts.settings(visit)),
            "help": lambda visit, _: self._help(visit),
            "about": lambda visit, _: self._about(visit),
            "privacy": lambda visit, _: visit.say(privacy(visit.texts, visit.language, self._adviser)),
            "mydata": lambda visit, _: accounts.show_data(visit),
            "forget": lambda visit, _: visit.say(menus.forget_menu(visit.texts, visit.language)),
            **self.daily.commands,
            **self.quiz.commands,
        }

    def _button_table(self) -> Mapping[type | callbacks.Plain, Callable[[Visit, Any], Awaitable[None]]]:
        return {
            callbacks.InInterview: self._press_in_interview,
            callbacks.ChooseLanguage: lambda visit, chosen: accounts.set_language(visit, chosen.language),
            callbacks.Change: accounts.set_choice,
            callbacks.OpenSetting: accounts.open_setting,
            callbacks.PickPage: lambda visit, picked: self._planning.show_topics(visit, picked.page),
            callbacks.PickTopic: self._planning.choose_topic,
            callbacks.PickLevel: lambda visit, picked: self._planning.choose(visit, level=picked.level.key),
            callbacks.PickCount: lambda visit, picked: self._planning.choose(visit, count=picked.count),
            callbacks.PickMode: lambda visit, picked: self._planning.choose(visit, mode=picked.mode.value),
            callbacks.Forget: self._forget,
            callbacks.OpenReport: lambda visit, wanted: self._report(visit, wanted.session),
            callbacks.OpenTranscript: self._reports.transcript,
            callbacks.OpenStrong: self._reports.strong,
            callbacks.ReadNext: self._progress.read_next,
            callbacks.Drill: self._progress.train_gaps,
            callbacks.Study: self._progress.study,
            callbacks.OpenTopic: self._progress.topic,
            callbacks.DrillTopic: self._progress.train_topic,
            callbacks.Compare: self._progress.compare,
            callbacks.Contest: self._appeals.step,
            callbacks.Judge: self._admin.judge,
            Rule: self._admin.rule,
            callbacks.TakeDictation: self._dictation.decide,
            callbacks.Plain.RESUME: lambda visit, _: self._resume(visit),
            callbacks.Plain.STOP: lambda visit, _: self._ask(visit, Command.STOP),
            callbacks.Plain.NEW: lambda visit, _: self._begin_anew(visit),
            **self.daily.buttons,
            **self.quiz.buttons,
        }

    async def route(self, visit: Visit, body: Body) -> None:
        """Answer whatever came; in groups only commands are answered."""
        if visit.place.kind is PlaceKind.GROUP:
            await self._in_group(visit, body)
        elif isinstance(body, Typed | Retyped):
            await self._tell(visit, body)
        else:
            await self.gathering.hand_in(visit)
            await self._do(visit, body)

    async def _do(self, visit: Visit, body: Body) -> None:
        if isinstance(body, Ordered):
            await self._order(visit, body)
        elif isinstance(body, Pressed):
            await self._press(visit, body)
        elif isinstance(body, Dictated):
            await self._dictation.offer(visit, body)
        else:
            await self._tell(visit, body)

    async def _in_group(self, visit: Visit, body: Body) -> None:
        """Interviews are held one to one; what is not meant for this bot is left alone."""
        if await self.daily.in_group(visit, body) or await self.quiz.in_group(visit, body):
            return
        if isinstance(body, Ordered) and body.name.lower() == "about":
            await self._about(visit)
        elif isinstance(body, Ordered) and body.name.lower() in {*IN_INTERVIEW, *self._commands}:
            await visit.tell("error-private-only")

    async def _tell(self, visit: Visit, body: Body) -> None:
        if await self.quiz.take_words(visit, body):
            return
        if isinstance(body, Typed) and visit.person.awaited:
            if not await self.daily.take_words(visit, body.text):
                await self._appeals.take_words(visit, body.text)
            return
        event = _event(body)
        session = await self.interviews.current(visit)
        if session is not None and event is not None:
            if not isinstance(event, Said) or await self._dictation.counts(visit, session, event):
                await self.gathering.hear(visit, session, event)
        elif not isinstance(body, Retyped):
            await visit.say(menus.idle(visit.texts, visit.language))

    async def _order(self, visit: Visit, order: Ordered) -> None:
        name = order.name.lower()
        await _await_nothing(visit)
        if name in IN_INTERVIEW:
            await self._ask(visit, IN_INTERVIEW[name])
        elif name in self._commands:
            await self._commands[name](visit, order.arguments)
        elif name != ADMIN or not await self._admin.show_queue(visit):
            await visit.tell("error-unknown-command")

    async def _ask(self, visit: Visit, command: Command) -> None:
        session = await self.interviews.current(visit)
        if session is None or not await self.interviews.take(visit, session, Asked(command)):
            await visit.tell("nothing-open")

    async def _start(self, visit: Visit, payload: str) -> None:
        if await self.quiz.follow(visit, payload):
            return
        request = decode_start(payload, self._topics) if payload else None
        if request is not None:
            await self._planning.from_request(visit, request)
        else:
            await visit.say(menus.greeting(visit.texts, visit.language, COUNT))

    async def _resume(self, visit: Visit) -> None:
        if not await self.interviews.resume(visit):
            await visit.tell("nothing-to-resume")

    async def _report_now(self, visit: Visit) -> None:
        """The last report; in an open interview the interviewer says when it comes."""
        session = await self.interviews.open(visit)
        if session is None or not await self.interviews.take(visit, session, Asked(Command.REPORT)):
            await self._report(visit, None)

    async def _report(self, visit: Visit, session: int | None) -> None:
        if not await self._reports.show(visit, session):
            await visit.tell("nothing-to-report")

    async def _about(self, visit: Visit) -> None:
        await visit.say(about(visit.texts, visit.language, release(), published(), self._adviser))

    async def _help(self, visit: Visit) -> None:
        await visit.tell("help", example=next((topic.id for topic in self._topics), ""))

    async def _forget(self, visit: Visit, answer: callbacks.Forget) -> None:
        if answer.confirmed:
            await self.quiz.hall.leave(visit)
        await accounts.forget(visit, confirmed=answer.confirmed)

    async def _press(self, visit: Visit, pressed: Pressed) -> None:
        button = callbacks.parse(pressed.data)
        await _await_nothing(visit)
        if button is None:
            visit.note("notice-unknown")
        else:
            await self._buttons[button if isinstance(button, callbacks.Plain) else type(button)](visit, button)

    async def _press_in_interview(self, visit: Visit, button: callbacks.InInterview) -> None:
        session = await self.interviews.asking(visit, button.session)
        if session is None or not await self.interviews.take(visit, session, Asked(button.command, button.question)):
            visit.note("notice-old-button")

    async def _begin_anew(self, visit: Visit) -> None:
        """Start from what the person has chosen so far; an open interview ends with its report first."""
        session = await self.interviews.open(visit)
        if session is not None:
            await self.interviews.take(visit, session, Asked(Command.STOP))
        await self._planning.go_on(visit, visit.person.draft)


async def _await_nothing(visit: Visit) -> None:
    """Whoever orders or presses something has not gone on to type what he was asked for."""
    if visit.person.awaited:
        await visit.change(replace(visit.person, awaited=None))


def _event(body: Body) -> Event | None:
    match body:
        case Typed(text, message, code, answers):
            return Said(text, message, code, replying=answers is not None)
        case Retyped(text, message, code):
            return Edited(text, message, code)
        case Sent(Medium() as medium, message, caption):
            return Showed(medium, caption, message)
        case _:
            return None
