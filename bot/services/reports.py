"""Reports of interviews, read from the state, the log and the appeals."""

from bot.domain.messaging import Document, OutMessage
from bot.domain.question import Bank, Question
from bot.domain.scorecard import Appeal, Contested, Ruling, Scorecard
from bot.engine.notebook import with_replies
from bot.engine.requests import strong_answer
from bot.engine.scoring import scorecard
from bot.engine.state import InterviewState, Record, Turn
from bot.rendering.callbacks import OpenStrong, OpenTranscript
from bot.rendering.charts import coverage_message
from bot.rendering.drawing import can_draw
from bot.rendering.report import render_report, strong_menu, strong_messages
from bot.rendering.transcript import Interview, compose
from bot.rendering.transcript_html import as_html
from bot.rendering.transcript_markdown import as_markdown
from bot.services.codec import load_state, load_turn
from bot.services.visit import Visit
from storage import Transaction, appeals, sessions, turns
from storage.appeals import AppealRow
from storage.sessions import SessionRow

RECENT = 10
"""Interviews among which the last one ended is looked for."""


class Reports:
    """Use cases of reading a report; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    async def score(self, tx: Transaction, session_id: int, state: InterviewState) -> Scorecard:
        """The scorecard as it stands now, decided appeals included."""
        contested = [as_appeal(row) for row in await appeals.of_session(tx, session_id)]
        return scorecard(state, self._bank, contested)

    async def read(self, tx: Transaction, session_id: int, state: InterviewState) -> Scorecard:
        """The same with what was said instead of the points not earned."""
        return with_replies(await self.score(tx, session_id, state), await self.log(tx, session_id))

    @staticmethod
    async def log(tx: Transaction, session_id: int) -> tuple[Turn, ...]:
        """The turns of an interview in order."""
        return tuple(load_turn(row) for row in await turns.of_session(tx, session_id))

    async def send(self, visit: Visit, session_id: int, state: InterviewState) -> None:
        """Say the report, in the language the interview was held in."""
        card = await self.read(visit.tx, session_id, state)
        summary, *details = render_report(visit.texts, state.language, card, self._bank.topics, session_id)
        picture = coverage_message(visit.texts, state.language, card, self._bank.topics) if can_draw() else None
        for message in (summary, *((picture,) if picture else ()), *details):
            await visit.say(message, session_id)

    async def show(self, visit: Visit, session_id: int | None = None) -> bool:
        """Say the report of that interview, or of the last one ended; False when there is none of this person's."""
        session = await ended(visit, session_id)
        if session is None:
            return False
        await self.send(visit, session.id, load_state(session.state))
        return True

    async def transcript(self, visit: Visit, wanted: OpenTranscript) -> None:
        """The whole conversation with the interviewer's notebook, as two files."""
        session = await ended(visit, wanted.session)
        if session is None:
            visit.note("notice-unknown")
            return
        state = load_state(session.state)
        card = await self.read(visit.tx, session.id, state)
        log = await self.log(visit.tx, session.id)
        pages = [self._bank.find(record.question, record.language) for record in state.records]
        held = session.created_at.date()
        interview = Interview(state.language, held, card, log, pages, len(state.closed), self._bank.topics)
        composed = compose(visit.texts, interview)
        name = f"interview-{session.created_at:%Y-%m-%d}"
        for suffix, content in (("html", as_html(composed)), ("md", as_markdown(composed))):
            caption = visit.texts.text(visit.language, f"transcript-caption-{suffix}")
            await visit.say(OutMessage(caption, document=Document(f"{name}.{suffix}", content)), session.id)

    async def strong(self, visit: Visit, wanted: OpenStrong) -> None:
        """A strong answer to a question that is closed for good, or the choice of one."""
        session = await ended(visit, wanted.session)
        closed = self._closed(load_state(session.state)) if session else {}
        titles = {number: question.title for number, (_, question) in closed.items()}
        if session is None or (wanted.question is not None and wanted.question not in closed):
            visit.note("notice-unknown")
        elif wanted.question is None:
            await visit.say(strong_menu(visit.texts, visit.language, session.id, titles))
        else:
            record, question = closed[wanted.question]
            answer = strong_answer(question, record.level)
            for message in strong_messages(visit.texts, visit.language, question.title, answer):
                await visit.say(message, session.id)

    def _closed(self, state: InterviewState) -> dict[int, tuple[Record, Question]]:
        """Questions by number; the one open when the candidate stopped is not shown, since he can go on with it."""
        found = ((record, self._bank.find(record.question, record.language)) for record in state.closed)
        return {record.number: (record, question) for record, question in found if question}


async def ended(visit: Visit, session_id: int | None) -> SessionRow | None:
    """That interview, or the last one, if it is the person's and has ended."""
    rows = await sessions.history(visit.tx, visit.person.id, RECENT)
    if session_id is not None:
        row = await sessions.find(visit.tx, session_id)
        rows = () if row is None or row.user_id != visit.person.id else (row,)
    return next((row for row in rows if not row.is_current), None)


def as_appeal(row: AppealRow) -> Appeal:
    """A stored appeal in the words of the product."""
    return Appeal(row.question_id, Contested(row.target), row.target_id, row.quote, Ruling(row.state))
