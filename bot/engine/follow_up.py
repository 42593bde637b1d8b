"""What to ask after an answer: small rules in order, the first that has something to say decides.

Replace `RULES` and another interviewer speaks.
"""

from collections.abc import Callable

from bot.domain.dialogue import Move
from bot.domain.question import Question
from bot.domain.scorecard import Standing
from bot.engine.chance import pick
from bot.engine.claims import asserted, reversed_claim, suspected
from bot.engine.nearness import heads, overlap
from bot.engine.state import Aim, Focus, Trust
from bot.engine.view import Ask, Leave, Pair, View, about, prepared

Rule = Callable[[View], Ask | Leave | None]

_DEEP = (Move.DEEPER, Move.WHY, Move.FOLLOW_UP, Move.PROBE)
"""Moves after one of which a full answer is left alone."""
_ANSWERING = (Aim.MAIN, Aim.POINT, Aim.FOLLOW_UP)
"""Aims whose replies are answers, not words about words."""


def pasted(view: View) -> Ask | None:
    """A text from elsewhere: ask for an example of his own."""
    if view.reply.trust is Trust.PASTED and view.free(Move.PASTE):
        return Ask(Move.PASTE, Focus(Aim.OPEN), "pasted")
    return None


def buzzwords(view: View) -> Ask | None:
    """A list of terms: take one and ask how it works."""
    if view.reply.trust is Trust.TERMS and view.may_probe and view.free(Move.BUZZWORDS):
        return Ask(Move.BUZZWORDS, Focus(Aim.OPEN), "buzzwords", a_term(view.question, view.reply.text))
    return None


def a_term(question: Question, text: str) -> str:
    """A term of the question's own in the text, else the text's longest word."""
    lowered = text.casefold()
    terms = [term for point in question.points for term in point.key_terms if term.casefold() in lowered]
    words = [word.strip(".,;:!?()«»\"'") for word in text.split()]
    return max(terms, key=len, default="") or max(words, key=len, default="")


def full_answer(view: View) -> Ask | Leave | None:
    """Enough was said: one step deeper, unless help was needed or the step was taken."""
    if not view.full:
        return None
    if view.record.hints or view.record.count(*_DEEP):
        return Leave("full")
    if view.deeper:
        return prepared(nearest(view), "full")
    for point in view.beyond:
        if point.probe:
            return about(Move.PROBE, point, "full", point.probe)
    return Ask((Move.DEEPER, Move.WHY)[pick(view.seed, "deeper", 2)], Focus(Aim.OPEN), "full")


def nearest(view: View) -> Pair:
    """The prepared follow-up nearest to what was just said."""
    said = heads(view.reply.text)
    return max(view.deeper, key=lambda pair: overlap(heads(pair[0].question), said))


def too_long(view: View) -> Ask | None:
    """A very long answer that still misses much: ask for the core."""
    if len(view.reply.text) > view.policy.long_answer and view.may_probe and view.free(Move.TOO_LONG):
        return Ask(Move.TOO_LONG, Focus(Aim.OPEN), "too-long")
    return None


def code(view: View) -> Ask | None:
    """A code block: ask for the decisive line in words."""
    if view.code and view.may_probe and view.free(Move.CODE):
        return Ask(Move.CODE, Focus(Aim.OPEN), "code")
    return None


def short(view: View) -> Ask | None:
    """A short first answer: right, ask why; otherwise ask for more, once."""
    if view.words >= view.policy.short_words or view.reply.focus.aim is not Aim.MAIN or not view.may_probe:
        return None
    if view.hit and view.free(Move.WHY):
        return Ask(Move.WHY, Focus(Aim.OPEN), "short-exact")
    if not view.hit and view.free(Move.PUMP):
        return Ask(Move.PUMP, Focus(Aim.OPEN), "too-short")
    return None


def guess(view: View) -> Ask | None:
    """A guess marked as one: ask for the reasoning, once; what hits a narrow question needs none."""
    narrow = view.reply.focus.aim is not Aim.MAIN
    if view.reply.focus.aim not in _ANSWERING or (narrow and view.hit):
        return None
    if view.guess and view.words <= view.policy.guess_words and view.may_probe and view.free(Move.GUESS):
        return Ask(Move.GUESS, Focus(Aim.OPEN), "guess")
    return None


def _scenario(view: View, why: str) -> Ask | None:
    free = view.may_probe and view.free(Move.SCENARIO)
    return Ask(Move.SCENARIO, Focus(Aim.OPEN), why) if free else None


def nothing_yet(view: View) -> Ask | None:
    """On topic and yet nothing said: a scenario instead of a definition."""
    silent = all(line.standing in (Standing.MISSING, Standing.DECLINED) for line in view.found.points.values())
    return _scenario(view, "thin") if silent else None


def probe(view: View) -> Ask | None:
    """Probe the heaviest open point by its own probe, else by the prepared follow-up about it."""
    if not view.may_probe:
        return None
    for point in view.open_points:
        if point.probe:
            return about(Move.PROBE, point, "open-point", point.probe)
        pair = next((pair for pair in view.follow_ups if pair[1] == point.id), None)
        if pair:
            return prepared(pair, "open-point")
    return None


def push(view: View) -> Ask | None:
    """Points are open and nothing is prepared for them: a push without content, once."""
    return _scenario(view, f"open-point:{view.open_points[0].id}") if view.open_points else None


RULES: tuple[Rule, ...] = (
    asserted,
    reversed_claim,
    suspected,
    pasted,
    buzzwords,
    full_answer,
    too_long,
    code,
    short,
    guess,
    nothing_yet,
    probe,
    push,
)


SINGLE: tuple[Rule, ...] = (asserted, reversed_claim, suspected, full_answer, probe, nothing_yet, push)
"""Where only one follow-up is asked: what was claimed, else what is open, and nothing general before that."""


def follow_up(view: View) -> Ask | Leave:
    """What to ask next on this question, or that it is time to leave it."""
    for rule in SINGLE if view.single else RULES:
        decided = rule(view)
        if decided is not None:
            return decided
    return Leave("probes-spent" if view.open_points else "nothing-open")
