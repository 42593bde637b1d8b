"""What a question of the bank is made of, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.language import Language, Level


@dataclass(frozen=True, slots=True)
class RubricPoint:
    """One must-know statement of a question.

    `id` is the same in every language. `weight` is relative to the other points of the question. `phrasings` are
    other ways to say it that the grader accepts. `probe` asks for it without naming it; `hints` go from direction to
    first words.
    """

    id: str
    text: str
    level: Level
    weight: float = 1.0
    phrasings: tuple[str, ...] = ()
    key_terms: tuple[str, ...] = ()
    probe: str | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misconception:
    """A red flag: a wrong claim that people make, and what is right.

    `near_misses` resemble the claim and are not it. `probe` asks the candidate whether he means the claim. `verbatim`
    is the line of an imported page in which claim and correction stand together.
    """

    id: str
    claim: str
    correction: str = ""
    phrasings: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    probe: str | None = None
    verbatim: str = ""

    @property
    def text(self) -> str:
        """The flag as its source words it."""
        return self.verbatim or self.claim


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A prepared question to dig with, and the reply expected; `point` is the id of the point it opens, if any."""

    id: str
    question: str
    answer: str
    point: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """An answer with the verdicts expected of the grader: ids of points stated or half stated, of flags made or denied.

    `score` is a fair interviewer's 0-5 at `level`.
    """

    id: str
    level: Level
    answer: str
    stated: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    asserted: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language with everything needed to ask it, judge the answer and explain.

    `prompt` is how it is spoken, `rewording` the same in plainer words, `scope` what is answered to a request for
    clarification. `related` are question ids, or page titles where no question of that name is in the bank.
    `source` is the path of the imported page relative to the folder it was imported from, empty for our own.
    """

    id: str
    language: Language
    topic: str
    title: str
    prompt: str
    points: tuple[RubricPoint, ...]
    red_flags: tuple[Misconception, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    explanations: Mapping[Level, str] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    rewording: str | None = None
    scope: str | None = None
    examples: tuple[Example, ...] = ()
    source: str = ""

    @property
    def level(self) -> Level:
        """Lowest level at which there is something to ask."""
        return min((point.level for point in self.points), default=Level.JUNIOR)

    def points_at(self, level: Level) -> tuple[RubricPoint, ...]:
        """Points expected of a candidate of that level: its own and all lower ones."""
        return tuple(point for point in self.points if point.level <= level)


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of questions; `aliases` are other names people type for it, in any language."""

    id: str
    names: Mapping[Language, str]
    aliases: tuple[str, ...] = ()

    def name(self, language: Language) -> str:
        """Name in that language, else in any there is, else the id."""
        return self.names.get(language) or next(iter(self.names.values()), self.id)


@dataclass(frozen=True, slots=True)
class Card:
    """A question with short answers and no rubric: for a quiz or for reading, never for a graded interview.

    Each of `answers` is right by itself; `wrong` are options to choose from that are not.
    """

    id: str
    language: Language
    topic: str
    question: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True)
class Bank:
    """All questions, immutable; order is the order of the content. No interview is made of the cards."""

    questions: Mapping[tuple[str, Language], Question]
    topics: Mapping[str, Topic]
    cards: tuple[Card, ...] = ()

    def find(self, question_id: str, language: Language) -> Question | None:
        """The question in that language, or None."""
        return self.questions.get((question_id, language))

    def select(self, language: Language, topics: tuple[str, ...] = ()) -> tuple[Question, ...]:
        """Questions in that language, of these topics (all when empty)."""
        return tuple(
            question
            for (_, spoken), question in self.questions.items()
            if spoken is language and (not topics or question.topic in topics)
        )

    def topics_in(self, language: Language) -> tuple[Topic, ...]:
        """Topics with at least one question in that language."""
        present = {question.topic for question in self.select(language)}
        return tuple(topic for topic in self.topics.values() if topic.id in present)
