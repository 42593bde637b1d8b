"""Appeals: what a candidate is asked step by step, what an admin is shown, and what the candidate is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.messaging import Button, OutMessage
from bot.domain.scorecard import Appeal, Contested, Decision, QuestionResult, Scorecard
from bot.engine.rulings import Verdict, contestable
from bot.engine.state import Turn
from bot.i18n import Texts
from bot.rendering.callbacks import Contest, Judge, OpenReport, tag
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import Keyboard, button, grid
from bot.rendering.markdown import inline_html
from bot.rendering.splitting import split_html

AGAIN = 0
"""Question of a `Contest` that stands for the choice of one, in place of what is shown."""

TYPE = 0
"""Turn of a `Contest` whose words are to be typed: the opening, in which the candidate says nothing."""

LABEL_LENGTH = 40
"""Characters of a title or quotation on a button of its own row, as many as a narrow phone shows."""

QUOTE_LENGTH = 700
"""Characters of the candidate's words put before an admin."""

VERDICT_LENGTH = 240
"""Characters of a verdict in a list of them."""

MESSAGES = 12
"""Messages of the candidate's offered to choose from; older ones can be typed."""


@dataclass(frozen=True, slots=True)
class Case:
    """An appeal as it is put before an admin.

    `waiting` counts the open ones. `asked` is what had been asked, empty when not known; `said` tells that the words
    were found among what the candidate wrote; `teachable` that they are short enough for a phrasing.
    """

    appeal: int
    waiting: int
    title: str
    language: Language
    kind: Contested
    text: str
    asked: str
    quote: str
    said: bool
    teachable: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an appeal, for the candidate; `before` and `after` are the interview's marks."""

    appeal: Appeal
    session: int
    text: str
    before: float | None
    after: float | None


def questions_menu(texts: Texts, language: Language, session: int, card: Scorecard) -> OutMessage:
    """The questions with a verdict that can be contested, a button each."""
    numbered = enumerate(card.questions, 1)
    buttons = (
        button(clip(f"{number}. {result.title}", LABEL_LENGTH), Contest(session, number))
        for number, result in numbered
        if contestable(result)
    )
    rows = grid(buttons, most=1)
    return OutMessage(texts.text(language, "contest-questions" if rows else "contest-nothing"), rows)


def verdicts_menu(texts: Texts, language: Language, session: int, number: int, result: QuestionResult) -> OutMessage:
    """The verdicts of a question that can be contested: listed in full, with a numbered button each."""
    verdicts = contestable(result)
    lines = (
        texts.text(
            language,
            "contest-verdict",
            number=at,
            kind=verdict.kind.value,
            text=inline_html(clip(verdict.text, VERDICT_LENGTH)),
        )
        for at, verdict in enumerate(verdicts, 1)
    )
    title = texts.text(language, "contest-verdicts", title=escape(result.title))
    picks = grid(
        button(str(at), Contest(session, number, tag(verdict.kind, verdict.target)))
        for at, verdict in enumerate(verdicts, 1)
    )
    listed = split_html("\n\n".join((title, *lines)))[0]
    return OutMessage(listed, (*picks, _back(texts, language, Contest(session, AGAIN))))


def words_menu(
    texts: Texts, language: Language, chosen: Contest, verdict: Verdict, spoken: Iterable[Turn]
) -> OutMessage:
    """The candidate's own messages on the question to choose from, and typing as another way."""
    said = texts.text(language, "contest-words", kind=verdict.kind.value, text=inline_html(verdict.text))
    latest = tuple(spoken)[-MESSAGES:]
    quotes = (
        button(clip(turn.answer, LABEL_LENGTH), Contest(chosen.session, chosen.question, chosen.verdict, turn.number))
        for turn in latest
    )
    typing = Contest(chosen.session, chosen.question, chosen.verdict, TYPE)
    rows = (*grid(quotes, most=1), (button(texts.text(language, "button-type-words"), typing),))
    return OutMessage(said, (*rows, _back(texts, language, Contest(chosen.session, chosen.question))))


def filed_message(texts: Texts, language: Language, session: int, verdict: Verdict, quote: str) -> OutMessage:
    """That the appeal is filed, and what follows; with buttons to the report and to another appeal."""
    said = texts.text(
        language,
        "contest-filed",
        kind=verdict.kind.value,
        text=inline_html(verdict.text),
        quote=escape(clip(quote, QUOTE_LENGTH)),
    )
    opening = button(texts.text(language, "button-report"), OpenReport(session))
    another = button(texts.text(language, "button-contest"), Contest(session))
    return OutMessage(said, grid((opening, another), most=2))


def case_message(texts: Texts, language: Language, case: Case) -> OutMessage:
    """An appeal before an admin, with what can be decided."""
    parts = [
        texts.text(language, "review-title", waiting=case.waiting, title=escape(case.title), language=case.language),
        texts.text(language, "review-verdict", kind=case.kind.value, text=inline_html(case.text)),
        texts.text(language, "review-asked", text=inline_html(case.asked)) if case.asked else "",
        texts.text(language, "review-words", text=escape(clip(case.quote, QUOTE_LENGTH))),
        "" if case.said else texts.text(language, "review-new-words"),
        "" if case.teachable else texts.text(language, "review-too-long", appeal=str(case.appeal)),
    ]
    return OutMessage("\n\n".join(part for part in parts if part), _decisions(texts, language, case))


def outcome_message(texts: Texts, language: Language, outcome: Outcome) -> OutMessage:
    """What the candidate is told, with a button to the report."""
    parts = [
        texts.text(language, "appeal-outcome", ruling=outcome.appeal.ruling.value),
        texts.text(
            language,
            "appeal-verdict",
            kind=outcome.appeal.kind.value,
            text=inline_html(outcome.text),
            quote=escape(clip(outcome.appeal.quote, QUOTE_LENGTH)),
        ),
    ]
    if outcome.before is not None and outcome.after is not None and outcome.before != outcome.after:
        parts.append(texts.text(language, "appeal-mark", before=outcome.before, after=outcome.after))
    opening = button(texts.text(language, "button-report"), OpenReport(outcome.session))
    return OutMessage("\n\n".join(parts), ((opening,),))


def _back(texts: Texts, language: Language, to: Contest) -> tuple[Button, ...]:
    return (button(texts.text(language, "button-page-back"), to),)


def _decisions(texts: Texts, language: Language, case: Case) -> Keyboard:
    offered = (Decision.ACCEPT, Decision.REJECT, *((Decision.PHRASING,) if case.teachable else ()))
    buttons = [button(texts.text(language, f"button-{each}"), Judge(case.appeal, each)) for each in offered]
    return grid((*buttons, button(texts.text(language, "button-next"), Judge(case.appeal, None))), most=2)
