"""A candidate contests verdicts of a report: question, verdict and words chosen by buttons, or the words typed."""

from dataclasses import dataclass, replace

from bot.domain.scorecard import QuestionResult, Scorecard
from bot.engine.notebook import spoken_on
from bot.engine.rulings import Verdict, contestable
from bot.engine.state import Record, Turn
from bot.rendering import appeals as pages
from bot.rendering import callbacks, menus
from bot.rendering.callbacks import Contest, tag
from bot.services.codec import load_state
from bot.services.reports import Reports, ended
from bot.services.visit import Visit
from storage import appeals
from storage.models import PhrasingTarget
from storage.sessions import SessionRow


@dataclass(frozen=True, slots=True)
class _Page:
    """A question of a report and what was chosen on it; `verdict` is None until one was chosen."""

    chosen: Contest
    number: int
    record: Record
    result: QuestionResult
    verdict: Verdict | None


class Appeals:
    """Use cases of appealing; each is called within the transaction of a visit."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    async def step(self, visit: Visit, chosen: Contest) -> None:
        """The next choice, or the appeal filed; a button that leads nowhere any more says so."""
        session = await ended(visit, chosen.session)
        if session is None:
            visit.note("notice-unknown")
            return
        card = await self._reports.score(visit.tx, session.id, load_state(session.state))
        menu = pages.questions_menu(visit.texts, visit.language, session.id, card)
        page = _open(session, card, chosen, chosen.question or pages.AGAIN)
        if chosen.question is None:
            # A message of its own, so that the report stays.
            await visit.say(menu)
        elif chosen.question == pages.AGAIN:
            await visit.turn_over(menu)
        elif page is None:
            visit.note("notice-contested")
        else:
            await self._choose(visit, page)

    async def take_words(self, visit: Visit, words: str) -> None:
        """What was typed after the candidate chose to type the words."""
        chosen = callbacks.parse(visit.person.awaited or "")
        await visit.change(replace(visit.person, awaited=None))
        page = await self._awaited(visit, chosen) if isinstance(chosen, Contest) else None
        if page is None or page.verdict is None:
            await visit.tell("contest-nothing")
            return
        spoken = await self._spoken(visit, page)
        said = next((turn.number for turn in spoken if _plain(words) in _plain(turn.answer)), None)
        await self._file(visit, page, page.verdict, words, said)

    async def _awaited(self, visit: Visit, chosen: Contest) -> _Page | None:
        session = await ended(visit, chosen.session)
        if session is None:
            return None
        card = await self._reports.score(visit.tx, session.id, load_state(session.state))
        return _open(session, card, chosen, chosen.question or pages.AGAIN)

    async def _choose(self, visit: Visit, page: _Page) -> None:
        texts, language, chosen = visit.texts, visit.language, page.chosen
        if page.verdict is None:
            await visit.turn_over(pages.verdicts_menu(texts, language, chosen.session, page.number, page.result))
        elif chosen.turn is None:
            spoken = await self._spoken(visit, page)
            await visit.turn_over(pages.words_menu(texts, language, chosen, page.verdict, spoken))
        elif chosen.turn == pages.TYPE:
            await visit.change(replace(visit.person, awaited=callbacks.encode(chosen)))
            await visit.turn_over(menus.message(texts, language, "contest-type"))
        else:
            await self._quote(visit, page, page.verdict)

    async def _quote(self, visit: Visit, page: _Page, verdict: Verdict) -> None:
        """File the message chosen; one that is not among his says so."""
        spoken = await self._spoken(visit, page)
        said = next((turn for turn in spoken if turn.number == page.chosen.turn), None)
        if said is None:
            visit.note("notice-unknown")
        else:
            await self._file(visit, page, verdict, said.answer.strip(), said.number)

    async def _file(self, visit: Visit, page: _Page, verdict: Verdict, words: str, turn: int | None) -> None:
        new = appeals.NewAppeal(
            session_id=page.chosen.session,
            question_id=page.record.question,
            target=PhrasingTarget(verdict.kind),
            target_id=verdict.target,
            language=page.record.language.value,
            quote=words,
            turn_number=turn,
        )
        await appeals.file(visit.tx, new, visit.now)
        await visit.turn_over(pages.filed_message(visit.texts, visit.language, page.chosen.session, verdict, words))

    async def _spoken(self, visit: Visit, page: _Page) -> tuple[Turn, ...]:
        return spoken_on(page.number, await self._reports.log(visit.tx, page.chosen.session))


def _open(session: SessionRow, card: Scorecard, chosen: Contest, number: int) -> _Page | None:
    """The question chosen; None when there is no such one, or the verdict chosen on it cannot be contested any more."""
    if not 1 <= number <= len(card.questions):
        return None
    result, record = card.questions[number - 1], load_state(session.state).records[number - 1]
    found = (each for each in contestable(result) if tag(each.kind, each.target) == chosen.verdict)
    verdict = next(found, None)
    if chosen.verdict is not None and verdict is None:
        return None
    return _Page(chosen, number, record, result, verdict)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
