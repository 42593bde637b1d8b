"""A small bank, a plain grader and a driver for tests of the interviewer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.dialogue import Asked, Command, Event, Line, Move, Plan, Said, Say, ShowReport, Waited, Wake
from bot.domain.language import Language, Level
from bot.domain.ports import Grader
from bot.domain.question import Bank, FollowUp, Misconception, Question, RubricPoint, Topic
from bot.domain.scorecard import Scorecard
from bot.domain.verdict import (
    Assessment,
    FlagStatus,
    FlagVerdict,
    PointStatus,
    PointVerdict,
    Remark,
    ReplyStatus,
    ReplyVerdict,
    Span,
)
from bot.engine import Interviewer, InterviewState, Policy, Step, Turn

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


def _spans(word: str, answer: str) -> tuple[Span, ...]:
    return tuple(Span(found.start(), found.end()) for found in re.finditer(re.escape(word), answer, re.IGNORECASE))


class KeywordGrader:
    """A point is stated when its key term is in the answer, unsure when `~term` is; a flag is asserted by its id,
    suspected by `id?`, denied by `not id`. Its text states a point to whose probe it is the reply. `#remark` makes the
    grader notice something."""

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        flags = tuple(self._flag(flag, answer) for flag in question.red_flags)
        claims = any(flag.status is FlagStatus.ASSERTED for flag in flags)
        points = tuple(self._point(point, answer, probed=point.id == about and not claims) for point in question.points)
        expected = question.points_at(level)
        stated = {verdict.point for verdict in points if verdict.status is PointStatus.STATED}
        said = sum(point.weight for point in expected if point.id in stated)
        score = 5 * said / sum(point.weight for point in expected) if expected else 0.0
        remarks = frozenset(remark for remark in Remark if f"#{remark}" in answer)
        return Assessment(points, flags, score, remarks)

    def _point(self, point: RubricPoint, answer: str, *, probed: bool) -> PointVerdict:
        term = point.key_terms[0]
        unsure = _spans(f"~{term}", answer)
        stated = _spans(term, answer) or (_spans(point.text, answer) if probed else ())
        if unsure:
            return PointVerdict(point.id, PointStatus.UNSURE, 0.5, unsure)
        if stated:
            return PointVerdict(point.id, PointStatus.STATED, 0.9, stated)
        return PointVerdict(point.id, PointStatus.MISSING, 0.0)

    def _flag(self, flag: Misconception, answer: str) -> FlagVerdict:
        for pattern, status, suspect in (
            (f"not {flag.id}", FlagStatus.DENIED, 0.1),
            (f"{flag.id}?", FlagStatus.SUSPECTED, 0.6),
            (flag.id, FlagStatus.ASSERTED, 0.9),
        ):
            if spans := _spans(pattern, answer):
                return FlagVerdict(flag.id, status, suspect, spans)
        return FlagVerdict(flag.id, FlagStatus.ABSENT, 0.0)

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        if spans := _spans(follow_up.answer, answer):
            return ReplyVerdict(ReplyStatus.CORRECT, 0.9, spans)
        return ReplyVerdict(ReplyStatus.WRONG, 0.1)


def prepared(name: str = "q1", topic: str = "alpha", language: Language = Language.EN, **changes: Any) -> Question:
    """A question with everything prepared: five points over three levels, two flags, two follow-ups."""
    points = tuple(
        RubricPoint(
            id=f"p{rank}",
            text=f"The statement numbered {rank} of {name}",
            level=level,
            weight=weight,
            key_terms=(f"term{rank}",),
            probe=f"What about side {rank} of {name}?",
            hints=(f"Think of direction {rank}.", f"It starts with {rank}."),
        )
        for rank, (level, weight) in enumerate(
            [(Level.JUNIOR, 2.0), (Level.JUNIOR, 1.0), (Level.MIDDLE, 1.5), (Level.MIDDLE, 1.0), (Level.SENIOR, 1.0)], 1
        )
    )
    question = Question(
        id=name,
        language=language,
        topic=topic,
        title=f"Title of {name}",
        prompt=f"How does {name} work?",
        points=points,
        red_flags=(
            Misconception("wrongone", "Claim one.", "Right one.", probe="So you would say that claim one holds?"),
            Misconception("wrongtwo", "Claim two.", "Right two."),
        ),
        follow_ups=(
            FollowUp("f1", "And where is the price of it?", "memory", "p2"),
            FollowUp("f2", "When would you leave it out?", "simplicity"),
        ),
        rewording=f"Put plainly: how does {name} do its work?",
        scope="Take a single machine.",
    )
    return replace(question, **changes)


def imported(name: str = "page", topic: str = "alpha", language: Language = Language.EN) -> Question:
    """A question as imported pages give it: no probes, no hints, follow-ups without points."""
    points = tuple(
        RubricPoint(f"p{rank}", text, Level.JUNIOR, key_terms=(f"term{rank}",))
        for rank, text in enumerate(
            (
                "Liveness probe restarts the container",
                "Readiness removes the pod from traffic",
                "Startup guards slow boot",
            ),
            1,
        )
    )
    follow_ups = (
        FollowUp("f1", "What happens to traffic when readiness fails?", "pod removed from traffic by readiness"),
        FollowUp("f2", "Who restarts the container when liveness fails?", "liveness probe restarts container"),
    )
    flags = (Misconception("wrongone", "Claim one."),)
    return Question(name, language, topic, f"Title of {name}", f"Explain {name}", points, flags, follow_ups)


COMPILERS = "a lexer gives tokens to the parser, whose grammar makes a syntax tree for the optimiser"
"""An answer to the question on compilers, and to no other."""


def compilers(language: Language = Language.EN) -> Question:
    """A question of a topic and with words of its own."""
    texts = ("A lexer makes tokens", "The parser follows a grammar to a syntax tree", "The optimiser rewrites the tree")
    points = tuple(RubricPoint(f"p{n}", text, Level.JUNIOR, key_terms=(f"part{n}",)) for n, text in enumerate(texts, 1))
    return Question("compilers", language, "compilers", "Compilers", "What are the parts of a compiler?", points)


def bank_of(*questions: Question) -> Bank:
    topics = dict.fromkeys(question.topic for question in questions)
    return Bank(
        {(question.id, question.language): question for question in questions},
        {topic: Topic(topic, {Language.EN: topic.title(), Language.RU: f"тема {topic}"}) for topic in topics},
    )


def bank(count: int = 6, topics: Iterable[str] = ("alpha", "beta")) -> Bank:
    """`count` prepared questions in each of three languages, spread over the topics."""
    names = list(topics)
    return bank_of(
        *(
            prepared(f"q{rank}", names[rank % len(names)], language)
            for language in Language
            for rank in range(1, count + 1)
        )
    )


@dataclass
class Room:
    """Drives one interview and remembers everything said."""

    bank: Bank = field(default_factory=bank)
    plan: Plan = field(default_factory=lambda: Plan(Language.EN, Level.MIDDLE, count=3))
    policy: Policy = field(default_factory=Policy)
    grader: Grader = field(default_factory=KeywordGrader)
    seed: int = 7
    now: datetime = NOW
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.interviewer = Interviewer(self.bank, self.grader, self.policy)
        self.steps.append(self.interviewer.begin(self.plan, self.now, self.seed))

    @property
    def state(self) -> InterviewState:
        return self.steps[-1].state

    def do(self, event: Event, after: timedelta = timedelta(seconds=30)) -> Step:
        self.now += after
        self.steps.append(self.interviewer.step(self.state, event, self.now, self.seed + len(self.steps)))
        return self.steps[-1]

    def say(self, text: str, message: int | None = None) -> Step:
        return self.do(Said(text, message if message is not None else 100 + len(self.steps)))

    def ask(self, command: Command, question: int | None = None) -> Step:
        return self.do(Asked(command, question))

    def wait(self) -> Step:
        return self.do(Waited(self.state.turn))

    @property
    def card(self) -> Scorecard:
        return self.interviewer.scorecard(self.state)


def says(step: Step) -> list[Say]:
    return [action for action in step.actions if isinstance(action, Say)]


def lines(step: Step) -> list[Line]:
    return [line for say in says(step) for line in say.lines]


def moves(step: Step) -> list[Move]:
    return [line.move for line in lines(step)]


def text_of(step: Step, move: Move) -> str:
    return next(line.text for line in lines(step) if line.move is move)


def reported(step: Step) -> bool:
    return any(isinstance(action, ShowReport) for action in step.actions)


def wake(step: Step) -> Wake | None:
    return next((action for action in step.actions if isinstance(action, Wake)), None)


def turn(step: Step) -> Turn:
    assert step.turn is not None
    return step.turn


ALL = "term1 term2 term3 term4 term5 said at length in a whole sentence"
"""An answer that states every point of a question."""
