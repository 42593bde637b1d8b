"""Rules on the languages of one question: what is the same in all of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.domain.language import Language
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint

Part = RubricPoint | Misconception | FollowUp

_PARTS: Final[tuple[tuple[str, Callable[[Question], Sequence[Part]]], ...]] = (
    ("points", lambda question: question.points),
    ("red_flags", lambda question: question.red_flags),
    ("follow_ups", lambda question: question.follow_ups),
)
_ALIKE: Final = ("level", "weight", "point")
"""Fields of the parts that do not depend on the language."""


def missing_languages(subject: Subject) -> Iterator[Fault]:
    """Languages without this question; told once, in the first language there is."""
    if subject.question is not _reference(subject):
        return
    for language in Language:
        if language not in subject.versions:
            remedy = f"Add {subject.question.id}.{language}.yaml"
            yield Fault((), f"no translation into {language}", remedy)


def unlike_translations(subject: Subject) -> Iterator[Fault]:
    """Topic, ids, levels, weights and references that differ from those of the first language there is."""
    first, own = _reference(subject), subject.question
    if own.topic != first.topic:
        yield Fault(("topic",), f"{own.topic!r} here, {first.topic!r} in {first.language}", "Make them alike")
    for name, parts in _PARTS:
        yield from _unlike_parts(name, parts(own), parts(first), first.language)
    if missing := set(first.related) - set(own.related) or set(own.related) - set(first.related):
        yield Fault(("related",), f"unlike {first.language}: {', '.join(sorted(missing))}", "Make them alike")


def _reference(subject: Subject) -> Question:
    return next(subject.versions[language] for language in Language if language in subject.versions)


def _unlike_parts(name: str, own: Sequence[Part], first: Sequence[Part], language: Language) -> Iterator[Fault]:
    known = {part.id: part for part in first}
    for number, part in enumerate(own):
        if part.id not in known:
            yield Fault((name, number, "id"), f"{part.id!r} is not in {language}", "Use the same ids in all languages")
        else:
            yield from (
                Fault((name, number, field), f"{field} unlike {language}", "Make them alike")
                for field in _differences(part, known[part.id])
            )
    if missing := known.keys() - {part.id for part in own}:
        yield Fault((name,), f"lacks {', '.join(sorted(missing))} of {language}", "Add what is missing")


def _differences(one: Part, other: Part) -> Iterable[str]:
    return (field for field in _ALIKE if getattr(one, field, None) != getattr(other, field, None))
