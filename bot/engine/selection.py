"""Which question comes next, and at which level."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.dialogue import Plan
from bot.domain.language import Level
from bot.domain.question import Bank, Question
from bot.engine.chance import pick
from bot.engine.policy import Policy
from bot.engine.state import InterviewState, Record


def effective_level(question: Question, level: Level) -> Level:
    """Level a question is judged at: the one asked for, or its own lowest if that is higher."""
    return max(level, question.level)


def askable(bank: Bank, plan: Plan) -> tuple[Question, ...]:
    """Questions of the plan's language, topics and choice that have something to judge."""
    questions = bank.select(plan.language, plan.topics)
    return tuple(question for question in questions if question.points and (not plan.only or question.id in plan.only))


def next_question(bank: Bank, state: InterviewState, policy: Policy, seed: int) -> Question | None:
    """The best question not asked yet, None when there is none; the seed decides among equals.

    In this order: not asked in earlier interviews, has points of the level, topic whose turn it is, related to the
    last question.
    """
    asked = {record.question for record in state.records}
    questions = askable(bank, replace(state.plan, language=state.language))
    left = [question for question in questions if question.id not in asked]
    if not left:
        return None
    last = state.records[-1] if state.records else None
    topic = _topic_in_turn(left, state, policy, seed)
    related = _related(bank, last)
    ranked = [(_rank(question, state, topic, related), question) for question in left]
    best = min(rank for rank, _ in ranked)
    equals = [question for rank, question in ranked if rank == best]
    return equals[pick(seed, f"question {len(asked)}", len(equals))]


def _rank(question: Question, state: InterviewState, topic: str, related: frozenset[str]) -> tuple[bool, ...]:
    fits = any(point.level is state.level for point in question.points)
    return (
        question.id in state.plan.avoid,
        not fits,
        question.topic != topic,
        question.id not in related and question.title not in related,
    )


def _related(bank: Bank, last: Record | None) -> frozenset[str]:
    question = bank.find(last.question, last.language) if last else None
    return frozenset(question.related) if question else frozenset()


def _topic_in_turn(left: Iterable[Question], state: InterviewState, policy: Policy, seed: int) -> str:
    """Stay in a topic for a block of questions, then take another, asked least; the seed decides among equals."""
    topics = list(dict.fromkeys(question.topic for question in left))
    run = _run(state.records)
    block = max(1, min(policy.block, state.count // len(topics)))
    if state.records and state.records[-1].topic in topics and run < block:
        return state.records[-1].topic
    last = state.records[-1].topic if state.records else None
    turns = {topic: (topic == last, sum(record.topic == topic for record in state.records)) for topic in topics}
    others = [topic for topic in topics if turns[topic] == min(turns.values())]
    return others[pick(seed, f"topic {len(state.records)}", len(others))]


def _run(records: tuple[Record, ...]) -> int:
    """Questions in a row on the topic of the last one."""
    length = 0
    for record in reversed(records):
        if record.topic != records[-1].topic:
            break
        length += 1
    return length


def next_level(plan: Plan, answered: Iterable[tuple[Level, bool, bool]], policy: Policy) -> Level:
    """Level to ask at after these questions, each given as (level, full, thin), oldest first.

    `policy.streak` full ones in a row go up, as many thin ones down; a level left downwards is not tried again.
    """
    level, roof, full, thin = plan.level, Level.SENIOR, 0, 0
    if plan.fixed:
        return level
    for _, was_full, was_thin in answered:
        full, thin = (full + 1 if was_full else 0), (thin + 1 if was_thin else 0)
        if full >= policy.streak and level < roof:
            level, full = Level(level + 1), 0
        elif thin >= policy.streak and level > Level.JUNIOR:
            roof = level = Level(level - 1)
            thin = 0
    return level
