"""Looking back over several interviews, on the real bank and grader."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.messaging import OutMessage
from bot.rendering.html import plain_text
from bot.services import progress
from bot.services.outbox import Outbox
from storage import Database
from tests.integration.services.driver import Visitor, open_desk

QUESTION = "container-vs-vm"
WEAK = "A container shares the kernel of the host."
BETTER = f"{WEAK} It starts in about a second, since only a process is started and no system boots."


@pytest.fixture
async def learner(sqlite_url: str) -> AsyncIterator[Visitor]:
    database = Database(sqlite_url)
    yield Visitor(open_desk(database, only=QUESTION), Outbox(database))
    await database.dispose()


async def interview(learner: Visitor, answer: str) -> None:
    await learner.order("interview containers junior 1")
    await learner.type(answer)
    await learner.order("stop")


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def whole(messages: list[OutMessage]) -> str:
    return "\n".join(plain_text(message.html) for message in messages)


async def test_interviews_with_a_verdict_have_a_trend(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    learner = Visitor(open_desk(database), Outbox(database))
    for _ in range(2):
        await learner.order("interview containers junior 2")
        for _ in range(2):
            await learner.type(BETTER)
            await learner.type("next question")
        await learner.order("stop")
    await learner.order("interview containers junior 2")
    await learner.order("stop")
    (listed,) = await learner.order("history")
    assert listed.html.count("of 5") == 2
    assert plain_text(listed.html).count("→") == 1, "an interview without a verdict makes no trend"
    await database.dispose()


async def test_two_attempts_on_a_topic_can_be_compared(learner: Visitor) -> None:
    await interview(learner, WEAK)
    (once,) = await learner.order("history")
    assert not any(label.startswith("Compare") for label in labels(once))
    await interview(learner, BETTER)
    await learner.order("history")
    compared = await learner.tap("Compare: Containers and Kubernetes")
    assert "New since then\n✓ A container starts in about a second" in whole(compared)
    assert "Open both times\n✗ Every virtual machine" in whole(compared)


@pytest.mark.parametrize("drawn", [True, False])
async def test_progress_is_a_list_a_picture_and_a_button_for_every_topic(
    learner: Visitor, monkeypatch: pytest.MonkeyPatch, drawn: bool
) -> None:
    monkeypatch.setattr(progress, "can_draw", lambda: drawn)
    (empty,) = await learner.order("progress")
    assert labels(empty) == ["Start an interview"]
    await interview(learner, WEAK)
    messages = await learner.order("progress")
    assert any(message.chart for message in messages) is drawn
    assert "• Containers and Kubernetes: 1 of 4 points, 25 %" in whole(messages)
    points = whole(await learner.tap("Containers and Kubernetes"))
    assert "✓ All containers on a machine share the kernel of the host." in points
    assert "✗ A container starts in about a second" in points


async def test_gaps_of_a_topic_begin_a_training_round(learner: Visitor) -> None:
    await interview(learner, WEAK)
    await learner.order("progress")
    await learner.tap("Containers and Kubernetes")
    said = await learner.tap("Train the gaps")
    assert "Strong answer" in labels(said[-1]), "answers are shown on request in training"
    assert "?" in said[-1].html


async def test_what_to_read_next_trains_gaps_and_asks_about_an_open_interview(learner: Visitor) -> None:
    await interview(learner, WEAK)
    (suggested,) = await learner.tap("What to read next")
    assert "“Containers and virtual machines” itself" in plain_text(suggested.html)
    await learner.order("interview containers junior 1")
    await learner.press("drill:1")
    assert labels(learner.heard[-1]) == ["Go on", "New interview"]
    said = await learner.tap("New interview")
    assert "Strong answer" in labels(said[-1])


async def test_a_related_question_is_trained_by_its_own_button(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    learner = Visitor(open_desk(database), Outbox(database))
    said = await learner.press("study:junior:image-layers")
    assert "Question 1" in whole(said) or "1 of 1" in whole(said)
    assert "Strong answer" in labels(said[-1])
    await database.dispose()


@pytest.mark.parametrize("data", ["next:999", "drill:999", "topic:nothing", "train:nothing", "compare:nothing"])
async def test_buttons_that_lead_nowhere_only_say_so(learner: Visitor, data: str) -> None:
    assert not await learner.press(data)
    assert learner.receipt.notice


async def test_a_question_that_has_left_the_bank_cannot_be_trained(learner: Visitor) -> None:
    (said,) = await learner.press("study:junior:gone")
    assert not labels(said)
