"""Pages made into questions and their sections into topics."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from bot.bank.pages.levels import levels_of
from bot.bank.pages.naming import Numbered, slug
from bot.bank.pages.page import Page
from bot.domain.language import Language
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint, Topic

_SECTION: Final = {Language.EN: "Section", Language.RU: "Раздел", Language.UK: "Розділ"}
_OTHER: Final = {Language.EN: "Other questions", Language.RU: "Другие вопросы", Language.UK: "Інші питання"}
_ASKS = re.compile(
    r"(what|how|why|when|where|which|who|is|are|can|could|do|does|did|should|will|would|has|have|in what|to what"
    r"|что|чем|чего|как|каков[аоы]?|как(?:ой|ая|ое|ие|их)|почему|зачем|когда|где|кто|сколько|в ч[её]м|для чего"
    r"|(?:нужно|можно|является|стоит) ли"
    r"|що|чим|чого|як|який|яка|яке|які|яких|чому|навіщо|коли|де|хто|чи|скільки|[ву] чому)\b",
    re.IGNORECASE,
)


def make_question(page: Page, page_id: str, language: Language, topic: str, source: str) -> Question:
    """Question of a page; ids of its parts number them in the order of the page."""
    points = zip(page.points, levels_of(page.points, page.levels), strict=True)
    return Question(
        id=page_id,
        language=language,
        topic=topic,
        title=page.title,
        prompt=as_prompt(page.title),
        points=tuple(RubricPoint(f"p{n}", text, level) for n, (text, level) in enumerate(points, 1)),
        red_flags=tuple(
            Misconception(f"f{n}", flag.claim, flag.correction, verbatim=flag.verbatim)
            for n, flag in enumerate(page.red_flags, 1)
        ),
        follow_ups=tuple(FollowUp(f"q{n}", asked, answer) for n, (asked, answer) in enumerate(page.follow_ups, 1)),
        explanations=page.levels,
        related=page.related,
        source=source,
    )


def as_prompt(title: str) -> str:
    """The title as a question: with a question mark if it begins as one."""
    return f"{title}?" if title[-1:].isalnum() and _ASKS.match(title) else title


def make_topics(filed: Iterable[tuple[Numbered, Language]]) -> Mapping[str, Topic]:
    """Topic of each section, by the section's id, from the section and language of every page.

    In each language the name is the one that most pages in that language are filed under.
    """
    votes: dict[str, dict[Language, Counter[Numbered]]] = {}
    for section, language in filed:
        votes.setdefault(section.id, {}).setdefault(language, Counter())[section] += 1
    return {
        section: _topic({language: _elected(counted[language]) for language in Language if language in counted})
        for section, counted in votes.items()
    }


def _elected(votes: Counter[Numbered]) -> Numbered:
    return min(votes, key=lambda section: (-votes[section], section.name))


def _topic(sections: Mapping[Language, Numbered]) -> Topic:
    """Topic of a section by its names, of which the first language's (English if there is one) goes into the id."""
    first = next(iter(sections.values()))
    name = next(filter(None, (slug(section.name) for section in sections.values())), "")
    number = "" if first.number is None else first.id
    return Topic(
        id="-".join(filter(None, [number, name])) or "other",
        names={language: section.name or _unnamed(section, language) for language, section in sections.items()},
    )


def _unnamed(section: Numbered, language: Language) -> str:
    return _OTHER[language] if section.number is None else f"{_SECTION[language]} {section.number}"
