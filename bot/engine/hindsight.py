"""What is said later against a wrong claim made on an earlier question: noticed, put beside it once, and settled."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.domain.dialogue import Move
from bot.domain.language import Language
from bot.domain.question import Bank, Misconception, Question
from bot.domain.scorecard import FlagStanding
from bot.domain.verdict import FlagStatus
from bot.engine import classify
from bot.engine.evidence import FlagLine, ledger
from bot.engine.judge import Judge, stance
from bot.engine.state import Aim, Cue, FlagFinding, Focus, InterviewState, Record, Reply, Stance, Thing, key
from bot.engine.view import Ask

MOST = 3
"""Claims looked back at for one reply, the latest: each costs a look of the grader."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A claim on an earlier question and what is said against it now; `plain` when that is owned to be a mistake."""

    question: str
    flag: str
    earlier: str
    now: str
    plain: bool

    @property
    def ask(self) -> Ask:
        """The question which of the two holds."""
        focus = Focus(Aim.SECOND, self.flag, self.question)
        why = f"contradiction:{self.question}/{self.flag}"
        return Ask(Move.CONTRADICTION, focus, why, self.now, (("earlier", self.earlier),))


class Hindsight:
    """Looks for claims that stand on closed questions, and settles them."""

    def __init__(self, bank: Bank, judge: Judge) -> None:
        self._bank = bank
        self._judge = judge

    def notice(self, state: InterviewState, text: str) -> Reversal | None:
        """The latest claim that a text speaks against and that was not put against anything yet."""
        plain = classify.takes_back(text)
        for record, question, flag, line in [*self._standing(state)][:MOST]:
            now = self._judge.against(question, record.level, flag, text)
            if now and now != line.quotes[0]:
                return Reversal(record.question, flag.id, line.quotes[0], now, plain)
        return None

    def _standing(self, state: InterviewState) -> Iterator[tuple[Record, Question, Misconception, FlagLine]]:
        for record in reversed(state.closed):
            question = self._page(record, state.language)
            lines = ledger(record, question).flags if question else {}
            for flag in question.red_flags if question else ():
                wrong = flag.id in lines and lines[flag.id].standing is FlagStanding.WRONG
                if question and wrong and key(Thing.REVERSAL, flag.id) not in record.used:
                    yield record, question, flag, lines[flag.id]

    def _page(self, record: Record, language: Language) -> Question | None:
        """The question in the language spoken now, else in that in which it was asked."""
        return self._bank.find(record.question, language) or self._bank.find(record.question, record.language)

    def put(self, state: InterviewState, found: Reversal) -> InterviewState:
        """The state in which the claim was put against what is said now, which is not done again."""
        used = key(Thing.REVERSAL, found.flag)
        return _changed(state, found.question, lambda record: replace(record, used=(*record.used, used)))

    def withdraw(self, state: InterviewState, found: Reversal) -> InterviewState:
        """The state with the claim taken back."""
        return self._settled(self.put(state, found), found.question, found.flag, found.now, Stance.TAKEN_BACK)

    def choose(self, state: InterviewState, text: str) -> tuple[InterviewState, Cue]:
        """The claim put last settled by the reply, and what is said to that; without a choice the claim stands."""
        focus = state.focus
        named = stance(Reply(text, None, Focus(focus.aim, focus.target), ""))
        chosen = Stance.TAKEN_BACK if self._repeats_right(state, text) else named
        now = state.pending.text if state.pending else text
        settled = self._settled(state, focus.question, focus.target, now, chosen)
        return settled, Cue(Move.CORRECTED if chosen is Stance.TAKEN_BACK else Move.NOTED)

    def _repeats_right(self, state: InterviewState, text: str) -> bool:
        record = next((each for each in state.closed if each.question == state.focus.question), None)
        question = self._page(record, state.language) if record else None
        flags = {flag.id: flag for flag in question.red_flags} if question else {}
        flag = flags.get(state.focus.target)
        return bool(record and question and flag and self._judge.against(question, record.level, flag, text))

    def _settled(self, state: InterviewState, question: str, flag: str, now: str, chosen: Stance) -> InterviewState:
        denied = (FlagFinding(flag, FlagStatus.DENIED, 0.0, (now,)),) if chosen is Stance.TAKEN_BACK else ()
        reply = Reply("", None, Focus(Aim.SECOND, flag), "", flags=denied, stance=chosen)
        return _changed(state, question, lambda record: replace(record, replies=(*record.replies, reply)))


def _changed(state: InterviewState, question: str, change: Callable[[Record], Record]) -> InterviewState:
    """The state with a closed question changed."""
    closed = tuple(change(record) if record.question == question else record for record in state.closed)
    return replace(state, closed=closed)
