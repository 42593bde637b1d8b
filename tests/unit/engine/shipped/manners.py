"""What must hold of every interview on the shipped bank, whoever is interviewed."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.domain.dialogue import Line, Move
from bot.domain.language import Language
from bot.engine import Status
from bot.engine.nearness import heads
from bot.engine.state import TurnKind
from bot.i18n import Texts
from bot.rendering.html import plain_text
from bot.rendering.say import line_html, lines_html
from tests.unit.engine.checks import check_room
from tests.unit.engine.helpers import Room, lines, moves, reported, says

TEXTS = Texts.load(strict=True)
GIVEN_AWAY = 0.7
"""Share of the words of a point from which a message gives it away."""
HELPING = (Move.HINT, Move.SHOWN)
HIS_OWN = (Move.CONTRADICTION, Move.CONSEQUENCE, Move.BUZZWORDS)
"""Moves whose text is the candidate's own."""
BRIEF = 30
"""Words of the interviewer's own in a message."""
ENDS = (Move.FINISHED, Move.STOPPED, Move.INSULT_AGAIN)
HELPED = (TurnKind.REQUEST, TurnKind.SILENCE, TurnKind.ASIDE)


def check_manners(room: Room, language: Language) -> None:
    """Everything, over all steps made."""
    check_room(room)
    check_secrets(room)
    check_brevity(room, language)
    check_freshness(room, language)
    check_hints(room)
    check_quotations(room)
    check_end(room)


def check_secrets(room: Room) -> None:
    """Nothing of a point that was not said stands in what the interviewer says beside questions and hints."""
    for before, step in pairwise(room.steps):
        record = before.state.open
        question = room.bank.find(record.question, record.language) if record else None
        told = [line.text for line in lines(step) if line.move not in (Move.ASK, *HELPING, *HIS_OWN)]
        for point in question.points if question else ():
            words = heads(point.text)
            for text in told:
                assert len(heads(text) & words) < GIVEN_AWAY * len(words), (point.text, text)


def check_brevity(room: Room, language: Language) -> None:
    """One question a message, in few words of one's own."""
    for say in (say for step in room.steps for say in says(step)):
        if say.lines[0].move is Move.OPENING:
            continue
        spoken = plain_text(" ".join(own(line, language) for line in say.lines))
        assert spoken.count("?") <= 1, spoken
        assert len(re.findall(r"\w+", spoken)) <= BRIEF, spoken


def own(line: Line, language: Language) -> str:
    """A line with no more of the text it carries than whether that asks, and without what it quotes."""
    asks = line.move not in HIS_OWN and "?" in line.text
    quoted = tuple((name, "…" if name == "earlier" else value) for name, value in line.arguments)
    bare = replace(line, text="…?" if asks else "…" if line.text else "", arguments=quoted)
    return line_html(TEXTS, language, bare)


def check_freshness(room: Room, language: Language) -> None:
    """No message is said twice running."""
    heard = [lines_html(TEXTS, language, say.lines) for step in room.steps for say in says(step)]
    assert all(first != second for first, second in pairwise(heard))


def check_hints(room: Room) -> None:
    """Hints come when they are asked for, or after a "don't know"."""
    for step in room.steps:
        if Move.HINT in moves(step):
            assert step.turn
            assert step.turn.kind in HELPED, step.turn
            assert step.turn.why.startswith(("hint", "declined")), step.turn.why


def check_quotations(room: Room) -> None:
    """All that is quoted was said, and every wrong claim is quoted."""
    said = "\n".join(step.turn.answer for step in room.steps if step.turn)
    for question in room.card.questions:
        quoted = [quote for point in question.points for quote in point.quotes]
        assert all(flag.quotes for flag in question.flags)
        quoted += [quote for flag in question.flags for quote in (*flag.quotes, *flag.denied)]
        assert all(quote.rstrip("…") in said for quote in quoted), quoted


def check_end(room: Room) -> None:
    """It ends with a word of its own and the report, or waits for him who has fallen silent."""
    last = room.steps[-1]
    if room.state.status is Status.PAUSED:
        assert Move.PAUSED in moves(last)
        return
    assert room.state.finished
    assert set(moves(last)) & set(ENDS)
    assert reported(last)
