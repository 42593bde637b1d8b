"""Pages as people write them: the same content under any labels, marks, quotes and headings."""

from dataclasses import dataclass

from hypothesis import strategies as st

from bot.domain.language import Language

WORDS = {
    Language.EN: "the cache keeps entries until memory runs out and then evicts oldest while readers wait",
    Language.RU: "кэш быстрый объект вытесняет самые старые записи чтобы освободить объём памяти",
    Language.UK: "кеш зберігає записи поки вистачає пам'яті й потім витісняє найстаріші щоб звільнити місце",
}
TELLING = {Language.EN: "", Language.RU: " объявлены", Language.UK: " її місця"}
"""Words with letters that tell Russian from Ukrainian, for the few words drawn may have none."""

LABELS = {
    Language.EN: (
        ["Must know", "MUST KNOW", "Must-know points", "Key points", "Key takeaways", "What you must know"],
        [
            "Frequent follow-up questions",
            "Common follow-up questions",
            "Follow-up questions",
            "Follow-ups",
            "Common Questions",
        ],
        ["Red flags (DO NOT say)", "Red Flags", "Red flags (NOT to say)", "Do not say", "Red flags — avoid"],
        ["Related topics", "Related Topics", "See also", "Related questions"],
    ),
    Language.RU: (
        ["Обязательно знать", "Нужно знать", "Ключевые тезисы", "Что нужно знать", "Обязательно нужно запомнить"],
        ["Частые уточняющие вопросы", "Уточняющие вопросы", "Частые вопросы", "Дополнительные вопросы (follow-up)"],
        ["Красные флаги (НЕ говорить)", "Красные флаги", "Не говорить", "Красные флаги — так не говорите"],
        ["Связанные темы", "Связанные вопросы", "Смотри также", "Связанные тeмы"],
    ),
    Language.UK: (
        [
            "Обов'язково знати",
            "Обов’язково знати",
            "Обовʼязково знати",
            "Обов`язково знати",
            "Ключові тези",
            "Потрібно знати",
        ],
        ["Часті уточнюючі запитання", "Часті уточнюючі питання", "Уточнювальні запитання", "Додаткові питання"],
        ["Червоні прапорці (НЕ говорити)", "Червоні прапорці", "Не говорити", "Червоні прапори"],
        ["Пов'язані теми", "Пов’язані теми", "Повʼязані питання", "Дивись також"],
    ),
}
SHEETS = {
    Language.EN: ["Interview Cheat Sheet", "Cheat Sheet", "Cheat sheet for the interview", "Interview cheatsheet"],
    Language.RU: ["Шпаргалка для интервью", "Шпаргалка", "Шпаргалка для собеседования", "Шпаргалка к собеседованию"],
    Language.UK: ["Шпаргалка для інтерв'ю", "Шпаргалка для співбесіди", "Шпаргалка для інтерв’ю", "Шпаргалка"],
}
LEVELS = {
    Language.EN: ["{} Level", "{}", "{} level", "{} (basics)"],
    Language.RU: ["{} Level", "{} уровень", "Уровень {}", "{}"],
    Language.UK: ["{} Level", "{} рівень", "Рівень {}", "{}"],
}
EMOJI = ["", "🟢 ", "🎯 ", "📌 ", "⚠️ ", "✅ ", "1️⃣ "]
MARKS = ["- ", "* ", "+ ", "• ", "  • ", "  - ", "– "]
QUOTES = [("«", "»"), ('"', '"'), ("“", "”"), ("„", "“"), ("'", "'"), ("`", "`")]
EMPHASIS = [("", ""), ("*", "*"), ("**", "**"), ("_", "_"), ("***", "***")]
DASHES = [" — ", " – ", " - ", " -- ", " → ", " -> ", ": "]


@dataclass(frozen=True)
class Sheet:
    """What a sheet says, apart from how it is written."""

    points: list[str]
    follow_ups: list[tuple[str, str]]
    flags: list[tuple[str, str]]
    related: list[str]


@dataclass(frozen=True)
class Written:
    """A page, what it says, and its bullets as they stand."""

    text: str
    language: Language
    title: str
    sheet: Sheet
    flag_bullets: list[str]
    levels: list[str]


def sentences(language: Language, *, least: int = 3) -> st.SearchStrategy[str]:
    """A few words, the first capital, now and then with code in them."""
    words = st.lists(st.sampled_from(WORDS[language].split()), min_size=least, max_size=9)
    code = st.sampled_from(["", "", " `a - b`", " `List<?>`", " (since 1.8)", " **loudly**", " O(n)"])
    return st.builds(lambda found, tail: " ".join(found).capitalize() + tail, words, code)


def sheets(language: Language) -> st.SearchStrategy[Sheet]:
    """Content of a cheat sheet."""
    text = sentences(language)
    question = text.map(lambda words: words + "?")
    return st.builds(
        Sheet,
        points=st.lists(text, min_size=1, max_size=6, unique=True),
        follow_ups=st.lists(st.tuples(question, text), min_size=1, max_size=4, unique=True),
        flags=st.lists(st.tuples(text, text), min_size=1, max_size=4, unique=True),
        related=st.lists(
            sentences(language).map(lambda words: words.replace("`", "").replace("*", "")), max_size=3, unique=True
        ),
    )


@st.composite
def written(draw: st.DrawFn, language: Language | None = None) -> Written:
    """A page in any dress."""
    language = language or draw(st.sampled_from(Language))
    sheet = draw(sheets(language))
    title = draw(sentences(language)).replace("`", "").replace("*", "") + "?"
    levels = [draw(sentences(language, least=5)) + TELLING[language] for _ in range(3)]
    mark = draw(st.sampled_from(MARKS))
    flags = [draw(_flag(*flag)) for flag in sheet.flags]
    bodies = [
        [mark + point for point in sheet.points],
        [mark + draw(_follow_up(*follow_up, inner=" " * len(mark))) for follow_up in sheet.follow_ups],
        [mark + flag for flag in flags],
        [f"{mark}[[{title}]]" + draw(st.sampled_from(["", " — note"])) for title in sheet.related],
    ]
    lines = ["# " + draw(st.sampled_from(["", "5. ", "🎯 "])) + title, ""]
    level = draw(st.sampled_from(LEVELS[language]))
    for name, text in zip(("Junior", "Middle", "Senior"), levels, strict=True):
        lines += ["## " + draw(st.sampled_from(EMOJI)) + level.format(name), "", text, "", "---", ""]
    lines += ["## " + draw(st.sampled_from(EMOJI)) + draw(st.sampled_from(SHEETS[language])), ""]
    for labels, body in zip(LABELS[language], bodies, strict=True):
        lines += [draw(_label(draw(st.sampled_from(labels)))), *draw(st.sampled_from([[], [""]])), *body, ""]
    return Written("\n".join(lines), language, title, sheet, flags, levels)


@st.composite
def _label(draw: st.DrawFn, text: str) -> str:
    emoji = draw(st.sampled_from(["", "", "🚩 ", "❓ ", "✅ "]))
    dress = draw(
        st.sampled_from(
            ["**{}{}:**", "**{}{}**:", "**{}{}**", "### {}{}", "### {}{}:", "{}**{}:**", "{}{}:", "__{}{}:__"]
        )
    )
    return dress.format(emoji, text)


@st.composite
def _follow_up(draw: st.DrawFn, question: str, answer: str, inner: str) -> str:
    opening, closing = draw(st.sampled_from([("", ""), *QUOTES[:4]]))
    start, end = draw(st.sampled_from(EMPHASIS)) if "*" not in question else ("", "")
    asked = f"{start}{opening}{question}{closing}{end}"
    reply = draw(st.sampled_from(["same line", "next line", "nested", "labelled"]))
    if reply == "same line":
        return asked + draw(st.sampled_from(DASHES)) + answer
    if reply == "next line":
        return f"{asked}\n{inner}{answer}"
    return f"{asked}\n{inner}- " + ("A: " if reply == "labelled" else "") + answer


@st.composite
def _flag(draw: st.DrawFn, claim: str, correction: str) -> str:
    opening, closing = draw(st.sampled_from([("", ""), *QUOTES]))
    opening, closing = ("", "") if opening and opening in claim else (opening, closing)
    start, end = draw(st.sampled_from(EMPHASIS)) if "*" not in claim and opening else ("", "")
    wrong = draw(st.sampled_from(["", "❌ ", "🚫 "]))
    dash = draw(st.sampled_from([" — ", " – ", " -- ", " → "]))
    said = f"{wrong}{start}{opening}{claim}{closing}{end}"
    return said + draw(st.sampled_from([dash + correction, f" ({correction.replace('(since 1.8)', 'since 1.8')})"]))
