"""Every question that is asked is announced to what grades its answer, so that it can get ready."""

from bot.domain.question import Question
from bot.engine.interview import Interviewer
from bot.services.conversation import Conversation
from bot.services.desk import Desk
from bot.services.editions import Editions
from bot.services.outbox import Outbox
from storage import Database
from tests.integration.services.driver import Visitor
from tests.integration.services.test_editions import GRADER, OLD, TEXTS


async def test_every_question_is_announced_once_when_it_is_asked(database: Database) -> None:
    foreseen: list[Question] = []
    shelf = Editions(OLD, lambda each: Conversation(each, Interviewer(each, GRADER), foresee=foreseen.append))
    visitor = Visitor(Desk(database, shelf, TEXTS), Outbox(database))
    await visitor.order("interview all 2 junior")
    assert len(foreseen) == 1
    await visitor.order("repeat")
    assert len(foreseen) == 1
    await visitor.order("skip")
    assert sorted(question.id for question in foreseen) == ["cache", "queue"]
    await visitor.order("stop")
    assert len(foreseen) == 2
