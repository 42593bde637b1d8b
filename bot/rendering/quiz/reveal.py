"""What a round brought, who stands where, and how a game ended."""

from collections.abc import Iterable

from bot.domain.messaging import Button, OutMessage
from bot.engine.quiz.actions import Final, Reveal, ShownClaim, ShownPoint, Verdicts
from bot.engine.quiz.game import PollKind, Sheet
from bot.engine.quiz.standings import Score, Standing
from bot.rendering.callbacks.quiz import FlagLink
from bot.rendering.html import escape, plain_text, units
from bot.rendering.quiz.view import View, spoiler, words

TEXT_LENGTHS = (280, 160, 90, 40)
"""Characters of a text of the bank in a reveal: the first at which all of them fit into one message."""
ROOM = 4000
"""Code units of a message: Telegram's 4,096 less some."""
LEADERS = 5
"""Players shown between two rounds."""
PLACES = 15
"""Players shown at the end of a game."""
MEDALS = ("🥇", "🥈", "🥉")


def reveal_message(view: View, reveal: Reveal) -> OutMessage:
    """What was right, covered for whoever comes late; who scored; a button for complaints."""
    told = [_told(view, reveal, length) for length in TEXT_LENGTHS]
    html = next((each for each in told if units(plain_text(each)) <= ROOM), told[-1])
    flag = Button(view.say("button-quiz-flag"), start=str(FlagLink(view.game, reveal.number)))
    return OutMessage(html, ((flag,),), silent=True, stays=True)


def _told(view: View, reveal: Reveal, length: int) -> str:
    title = reveal.title or (reveal.sheet.text if reveal.sheet else "")
    parts = [
        view.say("quiz-reveal", number=reveal.number, title=words(title, length)),
        _answers(view, reveal, length),
        _verdicts(view, reveal.verdicts) if reveal.verdicts else "",
        _scores(view, reveal.scores),
        view.say("quiz-uncounted", names=view.row(reveal.uncounted)) if reveal.uncounted else "",
        _leaders(view, reveal.standings) if 1 < reveal.number < reveal.count else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _answers(view: View, reveal: Reveal, length: int) -> str:
    if reveal.sheet is not None:
        return spoiler(_sheet(view, reveal.sheet, reveal.claims, length))
    points = (_point(view, point, length) for point in reveal.points)
    lines = "\n".join((*points, *(_claim(view, claim, length) for claim in reveal.claims)))
    return spoiler(lines) if lines else ""


def _sheet(view: View, sheet: Sheet, claims: Iterable[ShownClaim], length: int) -> str:
    """What was to be found, and what is right instead of the wrong statements."""
    found = (
        view.say("quiz-right", kind=sheet.kind.value, text=escape(sheet.options[place])) for place in sheet.correct
    )
    wrong = [
        view.say("quiz-wrong", claim=_quoted(claim.claim, length), correction=words(claim.correction, length))
        for claim in claims
    ]
    if sheet.kind is PollKind.WRONG and wrong:
        return "\n".join(wrong)
    why = [escape(sheet.explanation)] if sheet.kind is PollKind.CARD else wrong
    return "\n".join((*found, *why)).strip()


def _quoted(claim: str, length: int) -> str:
    """A claim within a sentence of ours: without a full stop of its own."""
    return words(claim, length).removesuffix(".")


def _point(view: View, point: ShownPoint, length: int) -> str:
    text = words(point.text, length)
    if not point.first:
        return view.say("quiz-shown-open", text=text)
    also = view.say("quiz-also", names=view.row(point.also)) if point.also else ""
    return view.say("quiz-shown-won", text=text, names=view.row(point.first), also=also)


def _claim(view: View, claim: ShownClaim, length: int) -> str:
    return view.say("quiz-claim", claim=_quoted(claim.claim, length), correction=words(claim.correction, length))


def _verdicts(view: View, verdicts: Verdicts) -> str:
    name, bot = view.name(verdicts.seat), verdicts.bot
    if verdicts.group is None:
        return view.say("quiz-verdict-bot", name=name, bot=bot)
    return view.say("quiz-verdicts", name=name, bot=bot, group=verdicts.group, votes=verdicts.votes)


def _scores(view: View, scores: Iterable[Score]) -> str:
    won = [score for score in scores if score.points > 0]
    if not won:
        return view.say("quiz-nobody-scored")
    told = (view.say("quiz-score", name=view.name(each.player), points=each.points) for each in won[:LEADERS])
    more = len(won) - LEADERS
    names = ", ".join(told)
    return view.say("quiz-scores", names=names if more <= 0 else view.say("quiz-and-more", names=names, more=more))


def _leaders(view: View, standings: Iterable[Standing]) -> str:
    lines = (
        view.say("quiz-leader", place=each.place, name=view.name(each.player), points=each.points)
        for each in tuple(standings)[:LEADERS]
        if each.points > 0
    )
    listed = " · ".join(lines)
    return view.say("quiz-leaders", names=listed) if listed else ""


def final_message(view: View, final: Final) -> OutMessage:
    """The board of a game that is over."""
    head = view.say("quiz-corrected" if final.corrected else "quiz-final", rounds=final.rounds)
    lines = board_lines(view, final.standings)
    return OutMessage(f"{head}\n\n{lines or view.say('quiz-nobody-scored')}", stays=True)


def board_lines(view: View, standings: Iterable[Standing]) -> str:
    """A line a place, with a medal for the first three; the last ones as a number."""
    placed = tuple(each for each in standings if each.points > 0)
    lines = [_line(view, each) for each in placed[:PLACES]]
    more = len(placed) - PLACES
    return "\n".join(lines if more <= 0 else [*lines, view.say("quiz-more-players", more=more)])


def _line(view: View, each: Standing) -> str:
    place = MEDALS[each.place - 1] if each.place <= len(MEDALS) else f"{each.place}."
    named: dict[str, str | float] = {"place": place, "name": view.name(each.player), "points": each.points}
    if each.accuracy is None:
        return view.say("quiz-line", **named)
    return view.say("quiz-line-accuracy", **named, accuracy=round(100 * each.accuracy))
