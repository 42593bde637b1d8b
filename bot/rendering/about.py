"""What people are told about the bot itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.i18n import NATIVE_NAMES, Texts
from bot.rendering.html import escape


@dataclass(frozen=True, slots=True)
class Adviser:
    """A language model that is shown doubtful answers: its name, and the host it is at."""

    model: str
    host: str


@dataclass(frozen=True, slots=True)
class Release:
    """What is installed: its version, and where its source and licence are, empty where the package does not tell."""

    version: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Verdicts on points against a person's, over so many answers: precision, recall and Cohen's kappa, 0..1."""

    answers: int
    precision: float
    recall: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Claims:
    """Wrong claims called made against those that a person found made, 0..1."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the grader is wrong, as measured on a day on answers that it was not fitted on."""

    measured: date
    points: Mapping[Language, Agreement]
    claims: Claims

    @property
    def answers(self) -> int:
        """How many answers it was measured on."""
        return sum(each.answers for each in self.points.values())


def about(texts: Texts, language: Language, release: Release, figures: Figures, adviser: Adviser | None) -> OutMessage:
    """What the bot is, how often it is wrong, and what it does not see."""
    html = texts.text(
        language,
        "about",
        version=escape(release.version),
        grading=_grading(texts, language, adviser),
        date=format_date(figures.measured, "d MMMM y", locale=language.value),
        answers=figures.answers,
        lines="\n".join(_line(texts, language, each, figures.points[each]) for each in figures.points),
        precision=_percent(figures.claims.precision),
        recall=_percent(figures.claims.recall),
    )
    return OutMessage("\n\n".join([html, *map(escape, release.links)]))


def privacy(texts: Texts, language: Language, adviser: Adviser | None) -> OutMessage:
    """What is stored, where answers go, and how to have it erased."""
    return OutMessage(texts.text(language, "privacy", where=_where(texts, language, adviser)))


def _line(texts: Texts, language: Language, measured: Language, agreement: Agreement) -> str:
    return texts.text(
        language,
        "about-agreement",
        name=NATIVE_NAMES[measured],
        precision=_percent(agreement.precision),
        recall=_percent(agreement.recall),
        share=format_decimal(agreement.kappa, "0.00", locale=language.value),
    )


def _grading(texts: Texts, language: Language, adviser: Adviser | None) -> str:
    if adviser is None:
        return texts.text(language, "about-offline")
    return texts.text(language, "about-judge", model=escape(adviser.model))


def _where(texts: Texts, language: Language, adviser: Adviser | None) -> str:
    if adviser is None:
        return texts.text(language, "privacy-offline")
    return texts.text(language, "privacy-judge", model=escape(adviser.model), host=escape(adviser.host))


def _percent(share: float) -> int:
    return round(100 * share)
