"""Appeals decided: the report follows, the candidate is told, and words may count for everyone from then on."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.language import Language
from bot.domain.messaging import Place
from bot.domain.question import Bank
from bot.domain.scorecard import Contested, Decision, Ruling
from bot.i18n import Texts
from bot.rendering.appeals import Case, Outcome, outcome_message
from bot.services.codec import load_state
from bot.services.outbox import envelope
from bot.services.reports import Reports, as_appeal
from storage import Transaction, appeals, outbox, phrasings, sessions, turns, users
from storage.appeals import AppealRow
from storage.models import AppealState
from storage.sessions import SessionRow

TEACHABLE = 40
"""Words of the longest phrasing: more than that is an answer, and no other answer will ever match it."""

_STATES = {Decision.ACCEPT: AppealState.ACCEPTED, Decision.REJECT: AppealState.REJECTED}


@dataclass(frozen=True, slots=True)
class Order:
    """A decision on an appeal by the admin of that id, None outside the messenger.

    `words` are what becomes a phrasing instead of the quotation.
    """

    appeal: int
    decision: Decision
    by: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """An appeal decided; `message` is the outbox row that tells the candidate, None when he cannot be reached."""

    ruling: Ruling
    message: int | None


class Review:
    """Use cases of whoever decides appeals; each is called within a transaction."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._reports = Reports(bank)

    async def next_case(self, tx: Transaction, after: int = 0) -> Case | None:
        """The open appeal that follows that one, else the oldest; None when none waits."""
        row = await appeals.next_open(tx, after) or await appeals.next_open(tx)
        return await self._case(tx, row, await appeals.count_open(tx)) if row else None

    async def open_cases(self, tx: Transaction) -> tuple[Case, ...]:
        """All that wait, the oldest first."""
        rows = await appeals.in_state(tx, AppealState.OPEN)
        return tuple([await self._case(tx, row, len(rows)) for row in rows])

    async def decide(self, tx: Transaction, texts: Texts, order: Order, now: datetime) -> Ruled | None:
        """Decide an open appeal; None when there is none of that id."""
        row = await appeals.find(tx, order.appeal)
        session = await sessions.lock(tx, row.session_id) if row else None
        state = _STATES.get(order.decision, AppealState.ACCEPTED)
        decided = await appeals.decide(tx, order.appeal, state, order.by, now)
        if decided is None or session is None:
            return None
        if order.decision is Decision.PHRASING:
            await phrasings.accept(tx, _phrasing(decided, session, order.words), order.by, now)
        after = await self._mark(tx, session, now)
        outcome = Outcome(as_appeal(decided), session.id, self._text(decided), session.score, after)
        return Ruled(outcome.appeal.ruling, await _tell(tx, texts, session, outcome, now))

    async def _case(self, tx: Transaction, row: AppealRow, waiting: int) -> Case:
        language = Language(row.language)
        question = self._bank.find(row.question_id, language)
        log = {turn.number: turn for turn in await turns.of_session(tx, row.session_id)}
        said = log.get(row.turn_number) if row.turn_number is not None else None
        return Case(
            appeal=row.id,
            waiting=waiting,
            title=question.title if question else row.question_id,
            language=language,
            kind=Contested(row.target),
            text=self._text(row),
            asked=said.asked if said else "",
            quote=row.quote,
            said=said is not None,
            teachable=len(row.quote.split()) <= TEACHABLE,
        )

    def _text(self, row: AppealRow) -> str:
        """The point or wrong claim in the bank's words, its id when the bank has it no more."""
        question = self._bank.find(row.question_id, Language(row.language))
        points = {(Contested.POINT, point.id): point.text for point in (question.points if question else ())}
        flags = {(Contested.FLAG, flag.id): flag.claim for flag in (question.red_flags if question else ())}
        return (points | flags).get((Contested(row.target), row.target_id), row.target_id)

    async def _mark(self, tx: Transaction, session: SessionRow, now: datetime) -> float | None:
        """The mark of the interview as it is now, stored unless the interview goes on."""
        card = await self._reports.score(tx, session.id, load_state(session.state))
        if not session.is_current:
            await sessions.save(tx, session, now, score=card.score, recommendation=card.recommendation.value)
        return card.score


def _phrasing(row: AppealRow, session: SessionRow, words: str | None) -> phrasings.NewPhrasing:
    return phrasings.NewPhrasing(
        question_id=row.question_id,
        target=row.target,
        target_id=row.target_id,
        language=row.language,
        phrasing=" ".join((words or row.quote).split()),
        user_id=session.user_id,
    )


async def _tell(tx: Transaction, texts: Texts, session: SessionRow, outcome: Outcome, now: datetime) -> int | None:
    person = await users.find(tx, session.user_id)
    if person is None or person.blocked_at is not None:
        return None
    message = outcome_message(texts, Language(person.language), outcome)
    place = Place(session.chat_id, thread=session.thread_id)
    return await outbox.enqueue(tx, envelope(place, message, user=session.user_id, session=session.id), now)
