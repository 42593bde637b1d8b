from bot.services.about import published
from bot.services.outbox import Outbox
from storage import Database
from tests.integration.services.driver import Visitor, open_desk

GROUP = -100


async def test_anybody_can_ask_what_it_is_and_how_often_it_is_wrong(visitor: Visitor) -> None:
    (said,) = await visitor.order("about")
    assert f"{published().answers} answers" in said.html


async def test_a_group_is_told_too(database: Database) -> None:
    visitor = Visitor(open_desk(database), Outbox(database), chat=GROUP)
    (said,) = await visitor.order("about")
    assert f"{published().answers} answers" in said.html


async def test_privacy_says_that_answers_stay_here(visitor: Visitor) -> None:
    (said,) = await visitor.order("privacy")
    assert "no language model" in said.html
