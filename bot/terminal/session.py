"""An interview in a terminal, from the first word to the report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.dialogue import Asked, Command, Event, Plan, Say
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.engine.notebook import with_replies
from bot.engine.state import InterviewState, Stage, Step, Turn
from bot.i18n import Texts
from bot.rendering.report import render_report
from bot.rendering.say import render_say
from bot.terminal.console import Console
from bot.terminal.orders import Help, Unknown, understand

_ALWAYS = frozenset((Command.HINT, Command.SIMPLER, Command.SKIP))
"""Commands that the help names; others are shown when they are offered."""

_NO_SESSION = 0
"""Session in callback data, which a terminal has no use for."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Session:
    """One interview: the same engine as in a messenger, with lines for messages.

    Waits are not kept: a terminal cannot speak while it listens.
    """

    console: Console
    texts: Texts
    bank: Bank
    interviewer: Interviewer
    clock: Clock

    def hold(self, plan: Plan, seed: int) -> None:
        """Interview until the end or until the candidate leaves, and show the report either way."""
        step = self.interviewer.begin(plan, self.clock(), seed)
        turns = [step.turn]
        self._carry_out(step)
        while not step.state.finished:
            event = self._next_event(step.state)
            step = self.interviewer.step(step.state, event, self.clock(), seed + step.state.turn + 1)
            turns.append(step.turn)
            self._carry_out(step)
        self._report(step.state, [turn for turn in turns if turn])

    def _next_event(self, state: InterviewState) -> Event:
        """The next thing that concerns the interviewer; leaving is asking for the end."""
        while True:
            line = self._hear(state)
            if line is None:
                return Asked(Command.REPORT if state.stage is Stage.CLOSING else Command.STOP)
            meant = understand(line)
            if isinstance(meant, Help):
                self.console.say(self._text(state, "terminal-help"))
            elif isinstance(meant, Unknown):
                self.console.remark(self._text(state, "terminal-unknown-command", command=meant.typed))
            elif isinstance(meant, Asked) and meant.command is Command.REPORT and state.stage is not Stage.CLOSING:
                self.console.remark(self._text(state, "terminal-no-report"))
            else:
                return meant

    def _hear(self, state: InterviewState) -> str | None:
        try:
            return self.console.hear()
        except KeyboardInterrupt:
            self.console.say("\n" + self._text(state, "terminal-interrupted"))
            return None

    def _carry_out(self, step: Step) -> None:
        for action in step.actions:
            if isinstance(action, Say):
                self.console.say(render_say(self.texts, step.state.language, action, _NO_SESSION).html)
                self._offer(step.state, action)

    def _report(self, state: InterviewState, turns: list[Turn]) -> None:
        card = with_replies(self.interviewer.scorecard(state), turns)
        for message in render_report(self.texts, state.language, card, self.bank.topics):
            self.console.say(message.html)

    def _offer(self, state: InterviewState, say: Say) -> None:
        other = state.number if say.question is None else say.question
        about = "" if other == state.number else f" {say.question}"
        for choice in say.choices:
            if choice not in _ALWAYS:
                self.console.remark(f"/{choice}{about} – {self._text(state, f'button-{choice}')}")

    def _text(self, state: InterviewState, message_id: str, **arguments: str) -> str:
        return self.texts.text(state.language, message_id, **arguments)
