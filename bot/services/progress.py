"""Several interviews together: history with its trend, comparison, progress by topic, training rounds on the gaps."""

from bot.domain.language import Level
from bot.domain.question import Bank, Question
from bot.domain.scorecard import Recommendation
from bot.engine.progress import Attempt, compare, has_gaps, mastery, repeated_topics, weak_questions
from bot.rendering import menus
from bot.rendering import progress as pages
from bot.rendering.callbacks import Compare, Drill, DrillTopic, OpenTopic, ReadNext, Study
from bot.rendering.drawing import can_draw
from bot.services.codec import load_state
from bot.services.daily.calendar import calendar
from bot.services.planning import Planning
from bot.services.reports import Reports, ended
from bot.services.visit import Visit
from storage import sessions
from storage.sessions import SessionRow

HISTORY = 10
"""Interviews shown in the history."""
LOOK_BACK = 50
"""Interviews that progress is made of."""
ROUND = 10
"""Questions of a training round at most."""


class Progress:
    """Use cases of looking back; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, reports: Reports, planning: Planning) -> None:
        self._bank = bank
        self._reports = reports
        self._planning = planning

    async def history(self, visit: Visit) -> None:
        """The last interviews, each with a button to its report; their trend, and topics tried more than once."""
        rows = [row for row in await sessions.history(visit.tx, visit.person.id, HISTORY) if not row.is_current]
        past = [self._past(visit, row) for row in rows]
        # A mark without enough answers behind it is no verdict, so it makes no trend either.
        judged = [each for each in reversed(past) if each.recommendation is not Recommendation.NOT_ENOUGH_DATA]
        marks = [each.score for each in judged if each.score is not None]
        listed = menus.history_list(
            visit.texts, visit.language, past, pages.trend_line(visit.texts, visit.language, marks)
        )
        again = repeated_topics(await self._attempts(visit, HISTORY))
        comparing = pages.compare_buttons(visit.texts, visit.language, again, self._bank.topics)
        await visit.say(menus.with_rows(listed, comparing))

    async def compare(self, visit: Visit, wanted: Compare) -> None:
        """The last attempt on a topic against the one before it."""
        found = compare(await self._attempts(visit, LOOK_BACK), wanted.topic)
        if found is None:
            visit.note("notice-unknown")
            return
        for message in pages.comparison_messages(visit.texts, visit.language, wanted.topic, self._bank.topics, found):
            await visit.say(message)

    async def overview(self, visit: Visit) -> None:
        """What is known by topic, with a picture where pictures can be drawn; the days of the daily question."""
        known, days = mastery(await self._attempts(visit, LOOK_BACK)), await calendar(visit)
        by_topic = pages.progress_messages(visit.texts, visit.language, known, self._bank.topics)
        for message in by_topic if known or days is None else ():
            if message.chart is None or can_draw():
                await visit.say(message)
        if days is not None:
            await visit.say(days)

    async def topic(self, visit: Visit, wanted: OpenTopic) -> None:
        """Every point of a topic as it stood last."""
        known = [each for each in mastery(await self._attempts(visit, LOOK_BACK)) if each.topic == wanted.topic]
        if not known:
            visit.note("notice-unknown")
            return
        for message in pages.topic_messages(visit.texts, visit.language, wanted.topic, self._bank.topics, known):
            await visit.say(message)

    async def train_topic(self, visit: Visit, wanted: DrillTopic) -> None:
        """A training round on the questions of a topic that have gaps, at the level of the last attempt."""
        attempts = await self._attempts(visit, LOOK_BACK)
        weak = weak_questions(each for each in mastery(attempts) if each.topic == wanted.topic)
        if weak:
            await self._planning.train(visit, weak[:ROUND], attempts[-1].level)
        else:
            visit.note("notice-unknown")

    async def read_next(self, visit: Visit, wanted: ReadNext) -> None:
        """Questions related to those with gaps in a report."""
        session = await ended(visit, wanted.session)
        if session is None:
            visit.note("notice-unknown")
            return
        attempt = await self._attempt(visit, session)
        gaps = [(each.title, self._related(visit, each.question)) for each in attempt.card.questions if has_gaps(each)]
        await visit.say(pages.next_message(visit.texts, visit.language, session.id, attempt.level, gaps))

    async def train_gaps(self, visit: Visit, wanted: Drill) -> None:
        """A training round on the questions of a report that have gaps."""
        session = await ended(visit, wanted.session)
        attempt = await self._attempt(visit, session) if session else None
        weak = [each.question for each in attempt.card.questions if has_gaps(each)] if attempt else []
        if attempt and weak:
            await self._planning.train(visit, weak[:ROUND], attempt.level)
        else:
            visit.note("notice-unknown")

    async def study(self, visit: Visit, wanted: Study) -> None:
        """A training round on one question."""
        await self._planning.train(visit, [wanted.question], wanted.level)

    def _related(self, visit: Visit, question: str) -> list[Question]:
        page = self._bank.find(question, visit.language)
        found = (self._bank.find(each, visit.language) for each in (page.related if page else ()))
        return [each for each in found if each]

    async def _attempts(self, visit: Visit, limit: int) -> list[Attempt]:
        """The person's last interviews that have ended, oldest first."""
        rows = await sessions.history(visit.tx, visit.person.id, limit)
        return [await self._attempt(visit, row) for row in reversed(rows) if not row.is_current]

    async def _attempt(self, visit: Visit, row: SessionRow) -> Attempt:
        card = await self._reports.score(visit.tx, row.id, load_state(row.state))
        return Attempt(row.id, row.created_at.date(), Level(row.level), card)

    def _past(self, visit: Visit, row: SessionRow) -> menus.PastInterview:
        names = (self._bank.topics[topic].name(visit.language) for topic in row.topics if topic in self._bank.topics)
        return menus.PastInterview(
            session=row.id,
            held=row.created_at.date(),
            level=Level(row.level),
            topics=tuple(names),
            recommendation=Recommendation(row.recommendation or Recommendation.NOT_ENOUGH_DATA),
            score=row.score,
        )
