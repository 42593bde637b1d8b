"""Putting an interview together from words and buttons; what is missing is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.domain.dialogue import Mode, Plan
from bot.domain.language import Level
from bot.domain.question import Bank
from bot.engine.commands import Request, parse_interview
from bot.rendering import menus
from bot.rendering.callbacks import PickTopic
from bot.services.interviews import Interviews
from bot.services.visit import Visit

ALL_TOPICS: tuple[str, ...] = ()


class Planning:
    """The draft of an interview lives in the person's settings until it is complete."""

    def __init__(self, bank: Bank, interviews: Interviews) -> None:
        self._bank = bank
        self._interviews = interviews

    async def from_words(self, visit: Visit, words: str) -> None:
        """Begin from the words after /interview, asking for what they leave open."""
        request = parse_interview(words, tuple(self._bank.topics.values()))
        if request.unknown:
            near = [self._bank.topics[topic] for topic in request.suggestions]
            typed = " ".join(request.unknown)
            await self._keep(visit, _draft(request))
            await visit.say(menus.unknown_topic(visit.texts, visit.language, typed, near))
            return
        await self.from_request(visit, request)

    async def from_request(self, visit: Visit, request: Request) -> None:
        """Begin what was asked for, asking for what it leaves open."""
        language = request.language or visit.language
        if language is not visit.language:
            await visit.change(replace(visit.person, language=language))
        await self._offer(visit, _draft(request))

    async def choose(self, visit: Visit, **choice: Any) -> None:
        """Take one choice made by button; a button of a menu that is settled does nothing."""
        if await self._interviews.open(visit) is not None:
            visit.note("notice-old-button")
            return
        await self.go_on(visit, {**visit.person.draft, **choice})

    async def choose_topic(self, visit: Visit, picked: PickTopic) -> None:
        """Take a topic chosen by button, None being all of them."""
        await self.choose(visit, topics=[] if picked.topic is None else [picked.topic])

    async def train(self, visit: Visit, questions: Sequence[str], level: Level) -> None:
        """Begin a training round on these questions, as far as the bank has them in the person's language."""
        known = [each for each in questions if self._bank.find(each, visit.language)]
        draft = {"topics": [], "level": level.key, "count": len(known), "mode": Mode.TRAINING.value, "only": known}
        if not known:
            await visit.tell("error-topic-empty")
        else:
            await self._offer(visit, draft)

    async def _offer(self, visit: Visit, draft: dict[str, Any]) -> None:
        """Go on with the draft, unless an interview is open: then ask first."""
        session = await self._interviews.open(visit)
        if session is None:
            await self.go_on(visit, draft)
            return
        number, count = self._interviews.position(session)
        await visit.change(replace(visit.person, draft=draft))
        await visit.say(menus.open_interview(visit.texts, visit.language, number, count))

    async def go_on(self, visit: Visit, draft: Mapping[str, Any]) -> None:
        """Ask for the next thing that is missing, or begin."""
        available = len(self._bank.select(visit.language, tuple(draft.get("topics", ALL_TOPICS))))
        if not self._bank.select(visit.language):
            await visit.tell("error-bank-empty")
        elif not available:
            await visit.tell("error-topic-empty")
        elif "topics" not in draft:
            await self._keep(visit, draft)
            await self.show_topics(visit)
        elif "level" not in draft:
            await self._keep(visit, draft)
            await visit.turn_over(menus.levels_menu(visit.texts, visit.language))
        elif "count" not in draft:
            await self._keep(visit, draft)
            mode = Mode(draft.get("mode", visit.person.preferences.mode))
            await visit.turn_over(menus.counts_menu(visit.texts, visit.language, available, mode))
        else:
            await self._begin(visit, draft, available)

    async def show_topics(self, visit: Visit, page: int = 0) -> None:
        """A page of topics to choose from; a single topic needs no choice."""
        topics = self._bank.topics_in(visit.language)
        await visit.turn_over(menus.topics_menu(visit.texts, visit.language, topics, page))

    async def list_topics(self, visit: Visit) -> None:
        """All topics with their numbers of questions."""
        topics = self._bank.topics_in(visit.language)
        counted = [(topic, len(self._bank.select(visit.language, (topic.id,)))) for topic in topics]
        await self._keep(visit, {})
        await visit.say(menus.topics_list(visit.texts, visit.language, counted))

    async def _begin(self, visit: Visit, draft: Mapping[str, Any], available: int) -> None:
        wished = asdict(visit.person.preferences) | ({"mode": Mode(draft["mode"])} if "mode" in draft else {})
        del wished["boards"]
        plan = Plan(
            language=visit.language,
            level=Level.parse(draft["level"]),
            topics=tuple(draft["topics"]),
            count=min(int(draft["count"]), available),
            avoid=await self._interviews.asked_before(visit),
            only=tuple(draft.get("only", ())),
            **wished,
        )
        await self._keep(visit, {})
        await self._interviews.begin(visit, plan)

    @staticmethod
    async def _keep(visit: Visit, draft: Mapping[str, Any]) -> None:
        if visit.person.draft != draft:
            await visit.change(replace(visit.person, draft=dict(draft)))


def _draft(request: Request) -> dict[str, Any]:
    draft: dict[str, Any] = {}
    if request.topics or request.everything:
        draft["topics"] = list(request.topics)
    if request.level is not None:
        draft["level"] = request.level.key
    if request.count is not None:
        draft["count"] = request.count
    if request.mode is not None:
        draft["mode"] = request.mode.value
    return draft
