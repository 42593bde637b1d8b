"""The figures of the grader against labels, per language and overall."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rapidfuzz import fuzz

from bot.cli.figures import kappa, macro_f1, pearson, precision, recall
from bot.cli.shelf import LineError, Shelf, language_of, level_of
from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.domain.verdict import Assessment, FlagStatus, FlagVerdict, PointStatus, PointVerdict, ReplyStatus, ReplyVerdict

CREDIT = 36.0
"""token_set_ratio from which the baseline credits a point; the best value on the development answers."""
PARTLY = 28.0
"""The same for half a reply."""


class Judge(Protocol):
    """What is measured."""

    def assess(self, question: Question, answer: str, level: Level, asked: str = "") -> Assessment:
        """Verdicts on an answer."""
        ...

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        """Verdict on a reply."""
        ...


class TokenSetRatio:
    """The plain yardstick: one fuzzy ratio and one threshold, no idea of what is denied."""

    def assess(self, question: Question, answer: str, level: Level, asked: str = "") -> Assessment:  # noqa: ARG002 -- the signature is the grader's
        """Verdicts by the ratio alone; the score is the share of points credited, out of five."""
        shares = [(point.id, fuzz.token_set_ratio(point.text.lower(), answer.lower())) for point in question.points]
        points = tuple(
            PointVerdict(name, PointStatus.STATED if share >= CREDIT else PointStatus.MISSING, share / 100)
            for name, share in shares
        )
        flags = tuple(
            FlagVerdict(
                flag.id,
                FlagStatus.ASSERTED if (share := _ratio(flag.claim, answer)) >= CREDIT else FlagStatus.ABSENT,
                share / 100,
            )
            for flag in question.red_flags
        )
        credited = sum(point.status is PointStatus.STATED for point in points)
        return Assessment(points, flags, 5 * credited / max(len(points), 1))

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:  # noqa: ARG002 -- as above
        """Verdict by the ratio alone."""
        share = _ratio(follow_up.answer, answer)
        status = (
            ReplyStatus.CORRECT if share >= CREDIT else ReplyStatus.PARTIAL if share >= PARTLY else ReplyStatus.WRONG
        )
        return ReplyVerdict(status, share / 100)


def _ratio(text: str, answer: str) -> float:
    return fuzz.token_set_ratio(text.lower(), answer.lower())


@dataclass
class Tally:
    """Everything counted in one language."""

    stated: list[bool] = field(default_factory=list)
    credited: list[bool] = field(default_factory=list)
    asserted: list[bool] = field(default_factory=list)
    fired: list[bool] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    second: list[bool] = field(default_factory=list)
    recited: list[bool] = field(default_factory=list)
    outright: list[bool] = field(default_factory=list)
    claims: list[bool] = field(default_factory=list)
    marks: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    replies: list[bool] = field(default_factory=list)
    elsewhere: list[bool] = field(default_factory=list)
    title_words: list[bool] = field(default_factory=list)
    point_words: list[bool] = field(default_factory=list)

    def merged(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__})


FIGURES: tuple[tuple[str, Callable[[Tally], float]], ...] = (
    ("points: macro-F1", lambda tally: macro_f1(tally.stated, tally.credited)),
    ("points: kappa", lambda tally: kappa(tally.stated, tally.credited)),
    ("points: precision", lambda tally: precision(tally.stated, tally.credited)),
    ("points: recall", lambda tally: recall(tally.stated, tally.credited)),
    ("credited to an answer to another question", lambda tally: _share(tally.elsewhere)),
    ("credited to shuffled words of the question", lambda tally: _share(tally.title_words)),
    ("credited to shuffled words of the points", lambda tally: _share(tally.point_words)),
    ("flags asserted: precision", lambda tally: precision(tally.asserted, tally.fired)),
    ("flags asserted: recall", lambda tally: recall(tally.asserted, tally.fired)),
    ("suspects: true one first", lambda tally: _share(tally.first)),
    ("suspects: true one in first two", lambda tally: _share(tally.second)),
    ("flags fired when the points are recited", lambda tally: _share(tally.recited)),
    ("flags said outright that are caught", lambda tally: _share(tally.outright)),
    ("claim cases: accuracy", lambda tally: _share(tally.claims)),
    ("score: Pearson", lambda tally: pearson(tally.marks, tally.scores)),
    ("score: quadratic kappa", lambda tally: kappa(_rounded(tally.marks), _rounded(tally.scores), quadratic=True)),
    ("replies: accuracy", lambda tally: _share(tally.replies)),
)


def evaluate_lines(
    shelf: Shelf, rows: Sequence[Mapping[str, Any]], grader: Judge, *, baseline: bool = False
) -> Iterator[str]:
    """Lines of the table; rows that fit no question are named below it."""
    judges: list[tuple[str, Judge]] = [("grader", grader)]
    if baseline:
        judges.append(("token_set_ratio", TokenSetRatio()))
    for name, judge in judges:
        measured = Evaluation(shelf, judge)
        for row in rows:
            measured.take(row)
        measured.probe()
        yield from measured.table(name)
        yield from (f"not used: {problem}" for problem in measured.problems)


class Evaluation:
    """Takes labelled rows one by one and counts."""

    def __init__(self, shelf: Shelf, judge: Judge) -> None:
        self._shelf = shelf
        self._judge = judge
        self._tallies = {language: Tally() for language in Language}
        self._answers: list[tuple[Question, str, Level]] = []
        self.problems: list[str] = []

    def take(self, row: Mapping[str, Any]) -> None:
        """Grade a row and count agreement."""
        try:
            if "label" in row:
                self._claim(row)
            elif row.get("kind") == "follow_up":
                self._reply(row)
            else:
                self._answer(row)
        except LineError as error:
            self.problems.append(f"{row.get('id')}: {error}")

    def probe(self) -> None:
        """Grade what should earn nothing, and flags said outright, on the questions seen."""
        for number, (question, _, level) in enumerate(self._answers):
            if stranger := self._stranger(number):
                self._credit(question, stranger, level, self._tallies[question.language].elsewhere)
        for question in {question.id: question for question, _, _ in self._answers}.values():
            self._probe_question(question)

    def table(self, name: str) -> Iterator[str]:
        """The figures by language and overall."""
        overall = Tally()
        for tally in self._tallies.values():
            overall = overall.merged(tally)
        columns = [*self._tallies.values(), overall]
        yield f"{name:46}" + "".join(f"{title:>8}" for title in (*(language.value for language in Language), "all"))
        for title, figure in FIGURES:
            yield f"  {title:44}" + "".join(f"{figure(tally):8.3f}" for tally in columns)

    def _answer(self, row: Mapping[str, Any]) -> None:
        question, level, tally = self._shelf.question(row), level_of(row), self._tallies[language_of(row)]
        points = _aligned([item["point"] for item in row["must_know"]], [point.text for point in question.points])
        flags = _aligned([item["claim"] for item in row["red_flags"]], [flag.text for flag in question.red_flags])
        assessment = self._judge.assess(question, row["answer"], level)
        for item, place in zip(row["must_know"], points, strict=True):
            if item["stated"] != "partial":
                tally.stated.append(bool(item["stated"]))
                tally.credited.append(assessment.points[place].status is PointStatus.STATED)
        labels = [bool(item["asserted"]) for item in row["red_flags"]]
        verdicts = [assessment.flags[place] for place in flags]
        tally.asserted += labels
        tally.fired += [verdict.status is FlagStatus.ASSERTED for verdict in verdicts]
        _rank(tally, labels, verdicts)
        tally.marks.append(float(row["overall"]))
        tally.scores.append(assessment.score)
        self._answers.append((question, row["answer"], level))

    def _reply(self, row: Mapping[str, Any]) -> None:
        question = self._shelf.question(row)
        verdict = self._judge.judge_reply(question, self._shelf.follow_up(question, row), row["answer"])
        self._tallies[question.language].replies.append(verdict.status.value == row["verdict"])

    def _claim(self, row: Mapping[str, Any]) -> None:
        language = language_of(row)
        made = self._made(language, row)
        self._tallies[language].claims.append(made == bool(row["label"]))

    def _made(self, language: Language, row: Mapping[str, Any]) -> bool:
        """Whether the answer makes the claim, given as the only flag or point of a question."""
        flag = row.get("kind") == "flag"
        question = Question(
            f"claim {row.get('id')}",
            language,
            "",
            row.get("question", ""),
            row.get("question", ""),
            () if flag else (RubricPoint("claim", row["claim"], Level.JUNIOR),),
            (Misconception("claim", row["claim"]),) if flag else (),
        )
        assessment = self._judge.assess(question, row["answer"], Level.JUNIOR)
        if flag:
            return assessment.flags[0].status is FlagStatus.ASSERTED
        return assessment.points[0].status is PointStatus.STATED

    def _stranger(self, number: int) -> str | None:
        """An answer to another question in the same language."""
        question = self._answers[number][0]
        rest = self._answers[number:] + self._answers[:number]
        return next(
            (text for other, text, _ in rest if other.language is question.language and other.id != question.id), None
        )

    def _probe_question(self, question: Question) -> None:
        tally = self._tallies[question.language]
        points = " ".join(point.text for point in question.points)
        self._credit(question, _shuffled(question.prompt), Level.MIDDLE, tally.title_words)
        self._credit(question, _shuffled(points), Level.MIDDLE, tally.point_words)
        recited = self._judge.assess(question, ". ".join(point.text for point in question.points), Level.MIDDLE)
        tally.recited += [flag.status is FlagStatus.ASSERTED for flag in recited.flags]
        for number, flag in enumerate(question.red_flags):
            said = self._judge.assess(question, flag.claim, Level.MIDDLE).flags[number]
            tally.outright.append(said.status is FlagStatus.ASSERTED)

    def _credit(self, question: Question, answer: str, level: Level, into: list[bool]) -> None:
        verdicts = self._judge.assess(question, answer, level).points
        into += [verdict.status is PointStatus.STATED for verdict in verdicts]


def _rank(tally: Tally, labels: Sequence[bool], verdicts: Sequence[FlagVerdict]) -> None:
    if any(labels):
        order = sorted(range(len(labels)), key=lambda place: -verdicts[place].suspect)
        tally.first.append(labels[order[0]])
        tally.second.append(any(labels[place] for place in order[:2]))


def _aligned(labelled: Sequence[str], known: Sequence[str]) -> list[int]:
    """Places of labelled bullets among the question's own, by text, else by order; LineError when neither fits."""
    squeezed = [" ".join(text.split()) for text in known]
    wanted = [" ".join(text.split()) for text in labelled]
    if all(text in squeezed for text in wanted):
        return [squeezed.index(text) for text in wanted]
    if len(wanted) == len(squeezed):
        return list(range(len(wanted)))
    raise LineError(f"{len(wanted)} labelled bullets, {len(squeezed)} in the question")


def _shuffled(text: str) -> str:
    words = text.split()
    random.Random(len(words)).shuffle(words)  # noqa: S311 -- repeatable disorder, no secret
    return " ".join(words)


def _share(seen: Iterable[bool]) -> float:
    values = list(seen)
    return sum(values) / len(values) if values else 0.0


def _rounded(values: Sequence[float]) -> list[int]:
    return [int(value + 0.5) for value in values]
