"""What must hold of all texts in all languages."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from fluent.syntax import ast

from bot.domain.dialogue import WORDINGS, Command, Mode, Move, Temper
from bot.domain.language import Language, Level
from bot.domain.scorecard import FlagStanding, Recommendation, Standing
from bot.i18n import Texts
from bot.i18n.texts import resources
from tests.fakes.telegram.markup import parse
from tests.unit.i18n.conftest import OWN, Catalogue, literal, names

ARGUMENTS: dict[str, str | float] = {
    "count": 5,
    "minutes": 15,
    "level": "middle",
    "topics": "SQL",
    "topic": "SQL",
    "text": "TEXT",
    "form": "question",
    "number": 2,
    "language": "ru",
    "stated": 3,
    "assisted": 1,
    "total": 3,
    "done": 3,
    "page": 1,
    "pages": 2,
    "questions": 4,
    "name": "NAME",
    "mode": "interview",
    "course": "adaptive",
    "pace": 3,
    "rating": "on",
    "temper": "friendly",
    "date": "3 May",
    "verdict": "VERDICT",
    "score": 3.5,
    "limit": 4000,
    "typed": "TYPED",
    "label": "LABEL",
    "title": "TITLE",
    "example": "sql",
    "recommendation": "strong-hire",
    "asked": 2,
    "planned": 5,
    "answered": 2,
    "hints": 1,
    "confidence": 4,
    "claim": "CLAIM",
    "correction": "RIGHT",
    "quote": "QUOTE",
    "commands": "/hint",
    "command": "/x",
    "kind": "point",
    "ruling": "accepted",
    "before": 2.5,
    "after": 3.5,
    "waiting": 3,
    "marks": "2.0 → 3.0",
    "direction": "up",
    "change": 1,
    "earlier": "EARLIER",
    "later": "4 May",
    "share": 50,
    "related": "RELATED",
    "code": "thin",
    "status": "partial",
    "good": 4,
    "helped": 3,
    "unclear": 2,
    "open": 1,
    "appeal": "7",
    "reason": "missed",
    "time": "9:00",
    "missing": "MISSING",
    "more": 1,
    "when": "WHEN",
    "soon": "SOON",
    "late": "LATE",
    "days": 5,
    "zone": "ZONE",
    "every": 2,
    "sound": "on",
    "nudge": "on",
    "where": "WHERE",
    "grading": "GRADING",
    "lines": "LINES",
    "version": "1.0",
    "answers": 162,
    "precision": 90,
    "recall": 20,
    "model": "MODEL",
    "host": "HOST",
    "next": "NEXT",
    "state": "on",
    "point": "POINT",
    "names": "NAMES",
    "boards": "on",
    "seconds": 60,
    "votes": 2,
    "needed": 3,
    "hears": "yes",
    "phase": "answer",
    "points": 1.5,
    "also": " (ALSO)",
    "place": 1,
    "accuracy": 80,
    "rounds": 3,
    "round": 2,
    "bot": 4,
    "group": 3.5,
    "speed": 1,
    "tidy": "yes",
    "starters": "all",
    "option": "mode",
    "span": "week",
    "order": "points",
    "question": "QUESTION",
    "right": 2,
    "fit": "over",
}
LABELS = ("button-", "command-", "notice-", "history-button", "level-name")
ASKING = frozenset(
    {
        Move.PUMP,
        Move.SCENARIO,
        Move.WHY,
        Move.DEEPER,
        Move.CONSEQUENCE,
        Move.CONTRADICTION,
        Move.GUESS,
        Move.BUZZWORDS,
        Move.PASTE,
        Move.TOO_LONG,
        Move.CODE,
        Move.GIBBERISH,
        Move.INSULT,
        Move.PANIC,
        Move.OTHER_LANGUAGE,
        Move.EDIT_LATE,
        Move.NO_VOICE,
        Move.NO_PICTURE,
        Move.NO_FILE,
        Move.NO_STICKER,
        Move.NO_FORWARD,
        Move.START_ANYWHERE,
        Move.CONFIDENCE,
        Move.ANYTHING_ELSE,
        Move.SKIP_LIMIT,
    }
)
"""Moves that ask something by themselves; any other is silent or lets its text ask."""
PRAISE = re.compile(
    r"\b(great|excellent|perfect|awesome|brilliant|well done|good job|good question|exactly)\b"
    r"|^(correct|right|true|good|верно|правильно|точно|вірно|слушно)\b"
    r"|отлично|прекрасно|молодец|здорово|хороший вопрос|блестяще|супер|чудово|молодець|гарне запитання|блискуче",
    re.IGNORECASE,
)
MASCULINE = re.compile(
    r"\b(рад|готов|понял|спросил|сказал|услышал|записал|увидел|радий|готовий|зрозумів|спитав|сказав|почув)\b"
)


def wordings(texts: Texts, language: Language, move: Move, form: str = "question") -> list[str]:
    """All wordings of a move, those of the temperaments too."""
    arguments = {**ARGUMENTS, "form": form}
    manners = [f"move-{move}", *(f"move-{move}-{temper}" for own, temper in OWN if own is move)]
    return [
        texts.text(language, f"{ids}-{number}", **arguments) for ids in manners for number in range(1, WORDINGS + 1)
    ]


def own_words(said: str) -> list[str]:
    return re.sub(r"<[^>]+>|TEXT|EARLIER", "", said).split()


def all_said(texts: Texts, catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str]]:
    for message_id in catalogue[language]:
        yield message_id, texts.text(language, message_id, **ARGUMENTS)


def test_all_languages_have_the_same_texts(catalogue: Catalogue) -> None:
    english, *others = (set(catalogue[language]) for language in Language)
    assert english
    for other in others:
        assert other == english


def test_the_same_text_takes_the_same_arguments_in_all_languages(catalogue: Catalogue) -> None:
    for message_id, message in catalogue[Language.EN].items():
        if message_id.startswith("move-ask-"):
            continue  # not every wording says how many there are
        for language in Language:
            assert names(catalogue[language][message_id]) == names(message), (language, message_id)


def test_no_text_is_defined_twice() -> None:
    for language in Language:
        found = Counter(
            entry.id.name
            for _, resource in resources(language)
            for entry in resource.body
            if isinstance(entry, ast.Message)
        )
        assert [name for name, times in found.items() if times > 1] == []


def test_every_move_has_its_wordings_and_no_wording_is_left_over(catalogue: Catalogue) -> None:
    manners = [*(f"move-{move}" for move in Move), *(f"move-{move}-{temper}" for move, temper in OWN)]
    expected = {f"{ids}-{number}" for ids in manners for number in range(1, WORDINGS + 1)}
    assert {name for name in catalogue[Language.EN] if name.startswith("move-")} == expected


@pytest.mark.parametrize("language", Language)
def test_wordings_of_a_move_really_differ(texts: Texts, language: Language) -> None:
    for move in Move:
        said = [" ".join(own_words(wording)).casefold() for wording in wordings(texts, language, move)]
        assert len(set(said)) == len(said), move


@pytest.mark.parametrize("language", Language)
def test_wordings_keep_the_text_they_carry(texts: Texts, catalogue: Catalogue, language: Language) -> None:
    for move in Move:
        carried = {"$text" in names(catalogue[language][f"move-{move}-{number}"]) for number in range(1, WORDINGS + 1)}
        assert len(carried) == 1, move
        if carried == {True}:
            assert all(wording.count("TEXT") == 1 for wording in wordings(texts, language, move)), move


@pytest.mark.parametrize("language", Language)
def test_an_interviewer_is_brief(texts: Texts, language: Language) -> None:
    for move in Move:
        limit = 75 if move is Move.OPENING else 30
        forms = ("question", "words", "plain")
        for said in (said for form in forms for said in wordings(texts, language, move, form)):
            assert len(own_words(said)) <= limit, said


@pytest.mark.parametrize("language", Language)
def test_an_interviewer_asks_one_thing_at_a_time(texts: Texts, language: Language) -> None:
    for move in Move:
        most = 1 if move in ASKING else 0
        for said in wordings(texts, language, move):
            assert said.count("?") <= most, said
        if move is Move.CONFIRM:
            assert all(said.count("?") == 1 for said in wordings(texts, language, move, form="words"))


@pytest.mark.parametrize("language", Language)
def test_an_interviewer_does_not_praise(texts: Texts, language: Language) -> None:
    for move in Move:
        for said in wordings(texts, language, move):
            assert not PRAISE.search(said), said


@pytest.mark.parametrize("language", Language)
def test_the_bot_has_no_gender(texts: Texts, catalogue: Catalogue, language: Language) -> None:
    for message_id, said in all_said(texts, catalogue, language):
        assert not MASCULINE.search(said), message_id


@pytest.mark.parametrize(
    ("language", "foreign"), [(Language.EN, "[а-яёіїєґ]"), (Language.RU, "[іїєґ]"), (Language.UK, "[ыэёъ]")]
)
def test_languages_are_not_mixed(texts: Texts, catalogue: Catalogue, language: Language, foreign: str) -> None:
    for message_id, said in all_said(texts, catalogue, language):
        assert not re.search(foreign, said, re.IGNORECASE), message_id


@pytest.mark.parametrize("language", [Language.RU, Language.UK])
def test_nothing_is_left_untranslated(catalogue: Catalogue, language: Language) -> None:
    for message_id, message in catalogue[Language.EN].items():
        if re.search("[a-z]{2}", literal(message)) and message_id != "level-name":
            assert re.search("[а-яіїєґ]", literal(catalogue[language][message_id])), message_id


@pytest.mark.parametrize("language", Language)
def test_messages_are_valid_html_of_the_messenger(texts: Texts, catalogue: Catalogue, language: Language) -> None:
    for message_id, said in all_said(texts, catalogue, language):
        if not message_id.startswith(LABELS):
            assert parse(said, "HTML").text, message_id


@pytest.mark.parametrize("language", Language)
def test_labels_are_plain_and_short(texts: Texts, catalogue: Catalogue, language: Language) -> None:
    limits = {"button-": 24, "command-": 256, "notice-": 200}
    for message_id, said in all_said(texts, catalogue, language):
        for prefix, limit in limits.items():
            if message_id.startswith(prefix):
                assert 0 < len(said) <= limit, message_id
                assert not re.search("[<>&\n]", said), message_id


@pytest.mark.parametrize("language", Language)
def test_what_may_be_shown_over_a_button_is_short_and_plain(texts: Texts, language: Language) -> None:
    for message_id in ("error-delayed", "error-internal"):
        said = texts.text(language, message_id)
        assert len(said) <= 200
        assert not re.search("[<>&]", said)


@pytest.mark.parametrize("language", Language)
def test_every_value_of_the_domain_has_a_text(catalogue: Catalogue, language: Language) -> None:
    needed = [
        *(f"button-{command}" for command in Command),
        *(f"button-mode-{mode}" for mode in Mode),
        *(f"button-temper-{temper}" for temper in Temper),
        *(f"report-{standing}" for standing in Standing),
        *(f"report-flag-{standing}" for standing in FlagStanding),
    ]
    assert [message_id for message_id in needed if message_id not in catalogue[language]] == []


@pytest.mark.parametrize("language", Language)
def test_every_variant_is_written_out(texts: Texts, language: Language) -> None:
    assert len({texts.text(language, "level-name", level=level.key) for level in Level}) == len(Level)
    verdicts = {texts.text(language, "verdict", recommendation=item.value) for item in Recommendation}
    assert len(verdicts) == len(Recommendation)
    assert len({texts.text(language, "language-named", language=item.value) for item in Language}) == len(Language)


@pytest.mark.parametrize("language", Language)
def test_the_opening_says_what_to_expect(texts: Texts, language: Language) -> None:
    hint = {Language.EN: "hint", Language.RU: "подсказ", Language.UK: "підказ"}[language]
    skip = {Language.EN: "skip|pass", Language.RU: "пропус", Language.UK: "пропус"}[language]
    for said in wordings(texts, language, Move.OPENING):
        assert "Middle" in said
        assert re.search(r"\b5\b.*\b15\b", said)
        assert re.search(hint, said, re.IGNORECASE)
        assert re.search(skip, said, re.IGNORECASE)
