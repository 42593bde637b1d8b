from bot.engine.quiz import GameMode
from bot.engine.quiz.actions import React, Reception
from tests.unit.engine.quiz.table import ADA, BOB, Table, rules


def test_everybody_can_win_every_point_whoever_was_first() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(10)
    table.say(BOB, "term1 term2", private=True)
    table.until(60)
    table.say(ADA, "term1 term2", private=True)
    reveal = table.close()
    assert table.points() == {ADA: 3.0, BOB: 3.0}
    assert [(point.first, point.also) for point in reveal.points[:2]] == [((ADA, BOB), ()), ((ADA, BOB), ())]


def test_nothing_tells_how_good_an_answer_is_before_the_reveal() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(10)
    for text in ("term1", "wrongone", "no idea"):
        table.say(ADA, text, private=True)
    table.until(20)
    assert {each.reception for each in table.of(React)} == {Reception.HEARD}
    assert table.board.points == ()
    assert table.board.answered == (ADA,)


def test_a_hint_does_not_tell_what_has_been_said() -> None:
    hints = []
    for text in ("term1 term3", "nothing"):
        table = Table.open(rules(GameMode.SILENT, hints=True)).until(10)
        table.say(ADA, text)
        table.until(100)
        hints.append(table.board.hints)
    assert hints[0] == hints[1] == ("Think of direction 1.", "It starts with 1.")


def test_a_message_of_a_private_chat_is_not_taken_for_one_of_the_group() -> None:
    table = Table.open(rules(GameMode.SILENT)).until(10)
    table.say(ADA, "term1", message=7, private=True)
    table.say(ADA, "term2", message=7)
    table.say(BOB, "term2", message=7)
    table.close()
    assert table.points() == {ADA: 3.0, BOB: 1.0}
