"""Notes that Anki exported as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.cards.anki import read_anki
from bot.bank.cards.draft import Draft
from tests.unit.bank.cards.reading import Read, reader

Faults = Callable[[str], list[tuple[int, str]]]

FULL = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
g7<k\tBasic\tWork::Java\tWhat is <b>LRU</b>?<br>Say it.\t&lt;K, V&gt;&nbsp;list\tcache easy
"""


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Read:
    return reader(read_anki, tmp_path / "t.txt")[0]


@pytest.fixture(name="faults")
def _faults(tmp_path: Path) -> Faults:
    return reader(read_anki, tmp_path / "t.txt")[1]


def test_a_full_export_is_read(read: Read) -> None:
    assert read(FULL) == [
        Draft(7, "What is LRU?\nSay it.", ("<K, V>\xa0list",), topic="Java", key="g7<k"),
    ]


def test_without_a_deck_the_first_tag_is_the_topic(read: Read) -> None:
    text = "#separator:;\n#tags column:3\nWhat?;That;cache easy\nHow?;So;\n"
    assert [draft.topic for draft in read(text)] == ["cache", ""]


def test_decks_and_tags_may_be_named_once_for_all(read: Read) -> None:
    assert read("#separator:Pipe\n#deck:A::B\nWhat?|That\n")[0].topic == "B"
    assert read("#separator:Pipe\n#tags:x y\nWhat?|That\n")[0].topic == "x"


@pytest.mark.parametrize(
    ("name", "mark"),
    [("tab", "\t"), ("Comma", ","), ("SEMICOLON", ";"), ("space", " "), ("colon", ":"), ("!", "!"), ("\t", "\t")],
)
def test_every_separator_is_known(read: Read, name: str, mark: str) -> None:
    assert read(f'#separator:{name}\n"a b?"{mark}yes\n')[0].answers == ("yes",)


def test_more_fields_are_the_explanation_and_plain_fields_stay_as_they_are(read: Read) -> None:
    assert read("#html:false\na <b>?\tyes\tfirst\t\tsecond\n") == [
        Draft(2, "a <b>?", ("yes",), explanation="first\nsecond")
    ]


def test_comments_between_notes_are_passed_over_and_quoted_marks_are_not(read: Read) -> None:
    text = '#separator:tab\n# hello\nfirst?\t1\n# a comment\n"#second?\n# part of it"\t2\n'
    assert [(draft.line, draft.question) for draft in read(text)] == [(3, "first?"), (5, "#second?\n# part of it")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#separator:dash\n", [(1, "#separator:dash")]),
        ("#html:maybe\n", [(1, "#html:maybe")]),
        ("#guid column:one\n", [(1, "#guid column:one")]),
        ("#guid column:0\n", [(1, "#guid column:0")]),
        ("#guid column:99999999999999999999999\n", [(1, "#guid column:99999999999999999999")]),
        ("#tags column:2\nWhat?\ttag\n", [(2, "1 fields")]),
        ("#html:true\nWhat?\t<img src=x>\n", [(2, "a picture")]),
        ("What?\t[sound:x.mp3]\n", [(1, "a sound")]),
        ("It is {{c1::LRU}}\tx\n", [(1, "a cloze deletion")]),
        ('a\tb\n"c\td\n', [(2, "no row of values: unexpected end of data")]),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(faults: Faults, text: str, found: list[tuple[int, str]]) -> None:
    assert faults(text) == found
