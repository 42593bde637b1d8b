"""Small questions for tests."""

from bot.domain.language import Language, Level
from bot.domain.question import Misconception, Question, RubricPoint


def question(
    *points: str,
    flags: tuple[tuple[str, str], ...] = (),
    language: Language = Language.EN,
    title: str = "",
    phrasings: tuple[str, ...] = (),
) -> Question:
    """A question with these points (the first with phrasings) and flags (claim and correction)."""
    name = f"{title}|{points}|{flags}|{phrasings}"
    return Question(
        id=name,
        language=language,
        topic="t",
        title=title,
        prompt=title,
        points=tuple(
            RubricPoint(f"p{number}", text, Level.JUNIOR, phrasings=phrasings if number == 0 else ())
            for number, text in enumerate(points)
        ),
        red_flags=tuple(
            Misconception(f"f{number}", claim, correction) for number, (claim, correction) in enumerate(flags)
        ),
    )
