"""Quiz polls made from the bank: which statement is wrong, which is right, which answers a card."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.language import Level
from bot.domain.question import Card, Question
from bot.engine.chance import pick
from bot.engine.quiz.game import PollKind, Sheet
from bot.engine.selection import effective_level

QUESTION, OPTION, EXPLANATION, LINE_FEEDS = 300, 100, 200, 2
"""Most characters of a poll's parts and line feeds of its explanation: Bot API, sendPoll."""
ASKING = 70
"""Characters of the question that the renderer needs to ask which one it is, and for the number of the round."""
_OTHERS = 3
"""Options beside the one looked for: four are read at a glance on a phone."""
_LEAST = 2

_Choice = tuple[str, bool]
_Thing = TypeVar("_Thing", str, _Choice)


def sheet(question: Question, level: Level, seed: int, *, several: bool = False) -> Sheet | None:
    """A poll on a question, None when too few of its statements are short enough; the seed decides which.

    With `several` one or two of the options are to be found, else one.
    """
    points = [point.text for point in question.points_at(effective_level(question, level)) if _fits(point.text)]
    flags = [flag for flag in question.red_flags if _fits(flag.claim) and flag.correction]
    corrections = {flag.claim: flag.correction for flag in flags}
    sides = {PollKind.WRONG: (list(corrections), points), PollKind.RIGHT: (points, list(corrections))}
    kinds = [kind for kind, (wanted, others) in sides.items() if wanted and len(others) >= _LEAST]
    if not kinds:
        return None
    kind = kinds[pick(seed, f"poll {question.id}", len(kinds))]
    wanted, others = (_shuffled(side, seed) for side in sides[kind])
    chosen = wanted[: 1 + (pick(seed, f"several {question.id}", 2) if several else 0)]
    options = _shuffled([(each, True) for each in chosen] + [(each, False) for each in others[:_OTHERS]], seed)
    wrong = [text for text, _ in options if text in corrections]
    told = [corrections[text] if kind is PollKind.WRONG else _contrast(text, corrections[text]) for text in wrong]
    return _sheet(kind, question.prompt, options, sorted(told, key=len))


def _contrast(claim: str, correction: str) -> str:
    """A correction with the claim it is about, where several could be meant."""
    return f"✗ {claim.removesuffix('.')} → {correction}"


def card_sheet(card: Card, seed: int) -> Sheet | None:
    """A poll on a card, None when it has no wrong options or they are too long."""
    right = [answer for answer in card.answers if _fits(answer)]
    wrong = [answer for answer in card.wrong if _fits(answer) and answer not in card.answers]
    if not right or not wrong or len(card.question) > QUESTION - ASKING:
        return None
    chosen = _shuffled(right, seed)[0]
    options = _shuffled([(chosen, True), *((each, False) for each in _shuffled(wrong, seed)[:_OTHERS])], seed)
    return _sheet(PollKind.CARD, card.question, options, [card.explanation] if card.explanation else [])


def _fits(text: str) -> bool:
    return 0 < len(text) <= OPTION


def _shuffled(things: Sequence[_Thing], seed: int) -> list[_Thing]:
    """In an order of the seed's."""
    return sorted(dict.fromkeys(things), key=lambda thing: pick(seed, f"order {thing}", 2**32))


def _sheet(kind: PollKind, text: str, options: Sequence[_Choice], told: Sequence[str]) -> Sheet:
    correct = tuple(place for place, (_, right) in enumerate(options) if right)
    return Sheet(kind, cut(text, QUESTION - ASKING), tuple(text for text, _ in options), correct, explanation(told))


def explanation(texts: Sequence[str]) -> str:
    """As many of these texts as an explanation holds, a line each; the first is cut when it is too long by itself."""
    lines = [cut(" ".join(text.split()), EXPLANATION) for text in texts]
    told = lines[:1]
    for line in lines[1 : LINE_FEEDS + 1]:
        if len("\n".join((*told, line))) <= EXPLANATION:
            told.append(line)
    return "\n".join(told)


def cut(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
