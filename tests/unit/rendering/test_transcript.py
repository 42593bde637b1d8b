import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from bot.domain.dialogue import Command, Medium, Plan, Said, Showed
from bot.domain.language import Language, Level
from bot.engine.notebook import with_replies
from bot.i18n import Texts
from bot.rendering.html import plain_text
from bot.rendering.transcript import EXPLAINED, Chapter, Interview, Transcript, Voice, compose
from bot.rendering.transcript_html import as_html
from bot.rendering.transcript_markdown import as_markdown, escape_markdown, markdown_of
from tests.unit.engine.helpers import ALL, Room, bank_of, prepared
from tests.unit.rendering.strategies import wild_text

TEXTS = Texts.load(strict=True)
MAIN = "term1 and nothing else but a long sentence about it"
VOID = frozenset({"meta"})


def room(count: int = 2, *, language: Language = Language.EN, confidence: bool = False) -> Room:
    questions = [prepared(f"q{rank}", language=language) for rank in range(1, count + 1)]
    return Room(bank_of(*questions), Plan(language, Level.MIDDLE, count=count, confidence=confidence))


def transcript(played: Room) -> Transcript:
    turns = [step.turn for step in played.steps if step.turn]
    pages = [played.bank.find(record.question, record.language) for record in played.state.records]
    card = with_replies(played.card, turns)
    closed = len(played.state.closed)
    return compose(
        TEXTS, Interview(played.state.language, date(2026, 5, 4), card, turns, pages, closed, played.bank.topics)
    )


def chapter(told: Transcript, title: str) -> Chapter:
    return next(each for each in told.chapters if title in plain_text(each.title))


def said(told: Chapter, voice: Voice) -> list[str]:
    return [plain_text(entry.html) for entry in told.entries if entry.voice is voice]


def test_questions_are_chapters_with_their_talk_result_and_strong_answer() -> None:
    played = room()
    played.say(MAIN)
    played.ask(Command.NEXT)
    played.say(ALL)
    played.ask(Command.NEXT)
    played.say("no")
    told = transcript(played)
    titles = [plain_text(each.title) for each in told.chapters]
    assert [title[:2] for title in titles] == ["", "1.", "2.", "Cl"]
    first, second = told.chapters[1:3]
    assert said(first, Voice.CANDIDATE)[0] == MAIN
    assert said(second, Voice.CANDIDATE)[0] == ALL
    assert f"How does {played.state.closed[0].question} work?" in said(first, Voice.INTERVIEWER)[0]
    assert f"How does {played.state.closed[1].question} work?" in said(second, Voice.INTERVIEWER)[0]
    assert said(told.chapters[-1], Voice.CANDIDATE) == ["no"]
    assert all("✓" in each.result and "• The statement" in each.strong for each in (first, second))


def test_every_message_of_the_candidate_and_every_line_of_the_interviewer_is_there_once() -> None:
    played = room()
    for text in (
        MAIN,
        "ten horses of a different colour are running",
        "I don't know",
        "no idea",
        ALL,
        "because of it",
        "no",
    ):
        played.say(text)
    told = transcript(played)
    mine = [text for each in told.chapters for text in said(each, Voice.CANDIDATE)]
    written = [step.turn.answer for step in played.steps if step.turn and step.turn.answer]
    assert mine == written
    lines = sum(len(step.turn.lines) for step in played.steps if step.turn)
    assert lines >= sum(len(said(each, Voice.INTERVIEWER)) for each in told.chapters) > len(written)


def test_the_notebook_tells_what_was_found_why_it_was_followed_up_and_what_that_tests() -> None:
    played = room(1)
    played.say(MAIN)
    notes = said(chapter(transcript(played), "Title of q1"), Voice.NOTE)
    assert [note.splitlines() for note in notes] == [
        [
            "✓ The statement numbered 1 of q1 – “term1”",
            "Why: an expected point was still open.",
            "It tests: The statement numbered 3 of q1",
        ]
    ]


def test_the_notebook_names_a_wrong_claim_with_the_words() -> None:
    played = room(1)
    played.say("I firmly believe in wrongone and in little else beside it")
    (note,) = said(chapter(transcript(played), "Title of q1"), Voice.NOTE)
    assert "⚠ Claim one. – “wrongone”" in note
    assert "Why: a wrong claim was made" in note


def test_a_claim_that_was_rejected_is_not_held_up_as_one() -> None:
    played = room(1)
    played.say("it is not wrongone at all, people only say that it is")
    notes = said(chapter(transcript(played), "Title of q1"), Voice.NOTE)
    assert not any("Claim one" in note for note in notes)


def test_what_was_done_without_words_stands_in_brackets() -> None:
    played = room(1)
    played.ask(Command.HINT)
    played.do(Showed(Medium.STICKER, message=3))
    played.wait()
    assert said(chapter(transcript(played), "Title"), Voice.CANDIDATE) == ["[Hint]", "[no text]", "[silence]"]


def test_how_sure_the_candidate_is_belongs_to_the_question_it_is_about() -> None:
    played = room(2, confidence=True)
    played.say(ALL)
    played.ask(Command.NEXT)
    played.say("4")
    told = transcript(played)
    assert said(told.chapters[1], Voice.CANDIDATE)[-1] == "4"
    assert len(said(told.chapters[2], Voice.INTERVIEWER)) == 1


def test_a_question_that_can_be_gone_on_with_is_not_spoiled() -> None:
    played = room(2)
    played.say(MAIN)
    played.ask(Command.NEXT)
    played.ask(Command.STOP)
    first, second = transcript(played).chapters[1:3]
    assert first.strong
    assert not second.strong


def test_a_question_that_has_left_the_bank_keeps_its_talk() -> None:
    played = room(1)
    played.say(MAIN)
    turns = [step.turn for step in played.steps if step.turn]
    told = compose(TEXTS, Interview(Language.EN, date(2026, 5, 4), played.card, turns, [None], 0, {}))
    assert said(told.chapters[1], Voice.CANDIDATE) == [MAIN]


@pytest.mark.parametrize("language", Language)
def test_every_reason_of_the_notebook_has_words_of_its_own(language: Language) -> None:
    words = {TEXTS.text(language, "note-why", code=code) for code in EXPLAINED}
    assert len(words) == len(EXPLAINED)


class Reader(HTMLParser):
    """Checks nesting and collects the text and all tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


@settings(max_examples=20, deadline=None)
@given(wild_text)
def test_the_html_file_is_whole_and_loads_and_runs_nothing(text: str) -> None:
    played = room(1)
    played.do(Said(f"{MAIN} <script>alert(1)</script> <img src=x onerror=y> {text}", 5))
    played.ask(Command.STOP)
    page = as_html(transcript(played))
    reader = read(page)
    assert page.startswith("<!doctype html>")
    assert not reader.tags & {"script", "img", "link", "iframe", "object", "form"}
    assert not reader.attributes & {"src", "onerror", "onclick"}
    assert "url(" not in page
    assert "<script>alert(1)</script>" in "".join(reader.words)


@pytest.mark.parametrize("language", Language)
def test_files_are_in_the_language_of_the_interview(language: Language) -> None:
    played = room(1, language=language)
    played.say(MAIN)
    played.ask(Command.STOP)
    told = transcript(played)
    assert f'<html lang="{language}">' in as_html(told)
    assert TEXTS.text(language, "transcript-note") in as_markdown(told)


def test_topics_have_their_names() -> None:
    played = room(2)
    for text in (ALL, "next", ALL, "next", "no"):
        played.say(text)
    assert any("Alpha: " in part for part in transcript(played).summary)


def test_markdown_has_the_chapters_as_headings_and_quotes_what_was_said() -> None:
    played = room(1)
    played.say(MAIN)
    played.ask(Command.STOP)
    text = as_markdown(transcript(played))
    assert text.startswith("# Interview of 4 May 2026\n")
    assert "\n## 1\\. Title of q1\n" in text
    assert f"**You:**\n\n> {MAIN}\n" in text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<b>bold</b> and <i>slanted</i>", "**bold** and *slanted*"),
        ("<b> bold </b>x", " **bold** x"),
        ("one\ntwo\n\nthree", "one  \ntwo\n\nthree"),
        ("a &lt;tag&gt; * _ [x] `y`", r"a \<tag> \* \_ \[x\] \`y\`"),
        ("<code>a*b`c</code>", "``a*b`c``"),
        ("<pre>a\n  b</pre>", "\n```\na\n  b\n```\n"),
        ("- one\n1. two\n# three", "\\- one  \n1\\. two  \n\\# three"),
    ],
)
def test_the_messengers_html_becomes_markdown(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@given(wild_text)
def test_escaped_text_holds_no_markup_and_loses_nothing(text: str) -> None:
    escaped = escape_markdown(text)
    assert re.sub(r"\\(.)", r"\1", escaped, flags=re.DOTALL) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<]", escaped)
