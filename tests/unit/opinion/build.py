"""A case with one point and one wrong claim in doubt, and replies of a judge to it."""

import json

from bot.domain.language import Language, Level
from bot.domain.question import Misconception, Question, RubricPoint
from bot.domain.verdict import Assessment, FlagStatus, FlagVerdict, PointStatus, PointVerdict, Remark, Span
from bot.engine.opinions import Case
from bot.opinion import Brief, brief

QUESTION = Question(
    id="hashmap",
    language=Language.EN,
    topic="java",
    title="HashMap",
    prompt="How does a HashMap find a key?",
    points=(
        RubricPoint("bucket", "The hash of the key chooses the bucket", Level.JUNIOR),
        RubricPoint("equals", "Within a bucket equals finds the entry", Level.JUNIOR),
    ),
    red_flags=(
        Misconception("order", "A HashMap keeps the order of insertion", "LinkedHashMap does"),
        Misconception("safe", "A HashMap is safe between threads", "ConcurrentHashMap is"),
    ),
)

PASSAGES = {"bucket": "The code of the key picks a drawer.", "order": "Entries come back as I put them, I think."}
ANSWER = f"{PASSAGES['bucket']} Then equals decides. {PASSAGES['order']}"


def case(answer: str = ANSWER, *remarks: Remark) -> Case:
    """`bucket` is unsure and `order` suspected, each in its passage; `equals` is stated, `safe` absent."""
    first, last = (_place(answer, passage) for passage in PASSAGES.values())
    points = (
        PointVerdict("bucket", PointStatus.UNSURE, 0.5, (first,)),
        PointVerdict("equals", PointStatus.STATED, 0.9, (first,)),
    )
    flags = (
        FlagVerdict("order", FlagStatus.SUSPECTED, 0.6, (last,)),
        FlagVerdict("safe", FlagStatus.ABSENT, 0.0),
    )
    assessment = Assessment(points, flags, 3.0, frozenset(remarks))
    return Case(QUESTION, Level.JUNIOR, answer, "How does a HashMap find a key?", assessment)


def asked(answer: str = ANSWER) -> Brief:
    """What the judge is asked about that case: S1 is the point, S2 the claim."""
    found = brief(case(answer))
    assert found is not None
    return found


def reply(*verdicts: tuple[str, str, str]) -> str:
    """A reply with these ids, verdicts and quotations."""
    named = [{"id": name, "verdict": verdict, "quote": quote} for name, verdict, quote in verdicts]
    return json.dumps({"verdicts": named})


def _place(answer: str, passage: str) -> Span:
    start = answer.find(passage)
    return Span(start, start + len(passage)) if start >= 0 else Span(0, len(answer))
