"""What is written is an answer only to a question that has come."""

import pytest

from bot.rendering.html import plain_text
from storage import outbox
from storage.models import PushState
from tests.integration.services.daily.life import Life, is_question, lost, queued, sending


async def test_words_are_no_answer_while_the_question_is_on_its_way(life: Life) -> None:
    await queued(life)
    claims = await life.visitor.outbox.claim(life.visitor.now, 10)
    assert await life.visitor.type("I don't know") == []
    await life.visitor.outbox.postpone(claims[0], life.visitor.now, 0)
    life.later(minutes=1)
    assert is_question((await life.work())[0])
    await life.visitor.type("I don't know")
    await life.visitor.type("I don't know")
    assert (await life.pushes())[-1].state is PushState.ANSWERED


@pytest.mark.parametrize("reason", [outbox.LATE, "tried too often", "Bad Request: message is too long"])
async def test_a_question_that_never_came_is_called_off_and_words_are_no_answer_to_it(life: Life, reason: str) -> None:
    claim = await sending(life)
    await life.visitor.outbox.give_up(claim, life.visitor.now, reason)
    await life.work()
    assert life.outcomes[reason] == 1
    (idle,) = await life.visitor.type("I don't know")
    assert "no interview is open" in idle.html
    push = (await life.pushes())[-1]
    assert (push.state, push.reason) == (PushState.SKIPPED, reason)
    (shown,) = await life.visitor.order("today")
    assert is_question(shown)


async def test_words_on_a_question_that_may_not_have_come_count_once_confirmed(life: Life) -> None:
    await lost(life)
    (asked,) = await life.visitor.type("I don't know")
    assert "can’t tell whether today’s question had reached you" in asked.html
    assert "“I don't know”" in plain_text(asked.html)
    await life.visitor.tap("Yes, take it")
    await life.visitor.type("I don't know")
    assert (await life.pushes())[-1].state is PushState.ANSWERED


async def test_words_not_meant_for_the_question_leave_it_open(life: Life) -> None:
    await lost(life)
    (asked,) = await life.visitor.type("<b>good morning")
    assert "“<b>good morning”" in plain_text(asked.html)
    (dropped,) = await life.visitor.tap("No, I’ll type")
    assert "forget it" in dropped.html
    assert (await life.pushes())[-1].state is PushState.SENT, "he has seen it by now"
    await life.visitor.type("I don't know")
    await life.visitor.type("I don't know")
    assert (await life.pushes())[-1].state is PushState.ANSWERED
