"""Pages made into questions that the loader accepts, whatever the page."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank.document import read_document
from bot.bank.pages.build import as_prompt, make_question, make_topics
from bot.bank.pages.naming import Numbered
from bot.bank.pages.page import read_page
from bot.bank.problems import Sink
from bot.bank.schema import QUESTION
from bot.bank.writer import dump
from bot.domain.language import Language

FRAGMENTS = [
    "# T\n",
    "## Junior Level\n",
    "## Cheat Sheet\n",
    "**Must know:**\n",
    "**Follow-ups:**\n",
    "**Red flags:**\n",
    "**Related:** ",
    "- ",
    "  - ",
    "* ",
    "1. ",
    "❌ ",
    "→ ",
    "| a | b |\n",
    "|---|---|\n",
    "```\n",
    "> ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\x07",
    "\x1f",
    "\x85",
    "\u2028",
    "\ufeff",
    "«",
    "»",
    '"',
    "'",
    "`",
    "*",
    "**",
    "? ",
    " — ",
    ": ",
    "(",
    ")",
    "[[",
    "]]",
    "](",
    "Why",
    "кэш",
    "ґ",
    "🟢",
    "<br>",
]


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=60).map("".join)
)
@settings(deadline=None)
def test_whatever_is_read_of_a_text_can_be_written_and_loaded(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    question = make_question(read_page("# Title\n" + text.replace("\0", "")), "s01-q01", Language.EN, "t", "a.md")
    path = tmp_path_factory.getbasetemp() / "page.yaml"
    path.write_bytes(dump(question).encode())
    sink = Sink(path)
    root = read_document(path, sink)
    assert root is not None, sink.problems
    assert QUESTION.read(root, sink) == question, sink.problems


@pytest.mark.parametrize(
    ("title", "prompt"),
    [
        ("What is a cache", "What is a cache?"),
        ("What is a cache?", "What is a cache?"),
        ("В чём разница между List и Set", "В чём разница между List и Set?"),
        ("Як працює HashMap", "Як працює HashMap?"),
        ("HashMap internals", "HashMap internals"),
        ("Howler monkeys", "Howler monkeys"),
    ],
)
def test_a_title_that_asks_gets_its_question_mark(title: str, prompt: str) -> None:
    assert as_prompt(title) == prompt


def test_a_topic_has_the_name_most_pages_in_each_language_are_filed_under() -> None:
    english, russian, spare = Numbered(4, "Collections"), Numbered(4, "Коллекции"), Numbered(4, "Col")
    filed = [
        (spare, Language.EN),
        (english, Language.EN),
        (english, Language.EN),
        (english, Language.RU),
        (russian, Language.RU),
        (russian, Language.RU),
    ]
    (topic,) = make_topics(filed).values()
    assert (topic.id, topic.names) == ("s04-collections", {Language.EN: "Collections", Language.RU: "Коллекции"})


def test_a_topic_without_english_name_has_another_in_its_id() -> None:
    (topic,) = make_topics([(Numbered(4, "Колекції"), Language.UK)]).values()
    assert topic.id == "s04-kolektsii"
    (unnamed,) = make_topics([(Numbered(None, ""), Language.UK)]).values()
    assert (unnamed.id, unnamed.names) == ("other", {Language.UK: "Інші питання"})


def test_the_folder_of_a_topic_exists_for_every_section(tmp_path: Path) -> None:
    sections = [Numbered(4, ""), Numbered(None, "日本"), Numbered(14, "C++ / C#")]
    topics = make_topics((section, Language.EN) for section in sections)
    assert [topic.id for topic in topics.values()] == ["s04", "other", "s14-c-c"]
    for topic in topics.values():
        (tmp_path / topic.id).mkdir()
