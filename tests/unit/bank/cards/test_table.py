"""CSV and TSV with headings."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank.cards.draft import Draft
from bot.bank.cards.table import read_table
from bot.bank.problems import Sink
from tests.unit.bank.cards.reading import Read, reader

Faults = Callable[[str], list[tuple[int, str]]]


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Read:
    return reader(read_table, tmp_path / "t.csv")[0]


@pytest.fixture(name="faults")
def _faults(tmp_path: Path) -> Faults:
    return reader(read_table, tmp_path / "t.csv")[1]


def test_every_column_goes_where_its_heading_says(read: Read) -> None:
    text = (
        "id,Question,Answers,Wrong,Explanation,Topic,Language\n7,What is LRU?,a cache|a policy,a list,why,caching,en\n"
    )
    assert read(text) == [
        Draft(2, "What is LRU?", ("a cache", "a policy"), ("a list",), "why", "caching", "en", "7"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "question\tanswer\nA, B?\tyes; no\n",
        'question;answer\nA, B?;"yes; no"\n',
        'question,answer\n"A, B?",yes; no\n',
        '\ufeffquestion,answer\r\n"A, B?",yes; no\r\n',
        'вопрос;ответ\rA, B?;"yes; no"\r',
        '\n\nпитання;відповідь\n\nA, B?;"yes; no"\n\n',
    ],
)
def test_delimiters_line_ends_and_languages_of_headings_are_told_by_the_first_row(read: Read, text: str) -> None:
    ((question, answers),) = [(draft.question, draft.answers) for draft in read(text)]
    assert (question, answers) == ("A, B?", ("yes; no",))


def test_rows_keep_their_lines_though_values_have_line_ends(read: Read) -> None:
    drafts = read('question,answer\n"first\nsecond?",a\n\nlast?,b\n')
    assert [(draft.line, draft.question) for draft in drafts] == [(2, "first\nsecond?"), (5, "last?")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, "no column 'question'"), (1, "no column 'answers'")]),
        ("front,back,colour\n", [(1, "unknown column 'colour'")]),
        ("question,prompt,answer\n", [(1, "two columns for question")]),
        ("question\nWhat?\n", [(1, "no column 'answers'")]),
        ("question,answer\nWhat?\n\nHow?,so,and so\n", [(2, "1 values"), (4, "3 values")]),
        ('question,answer\nok?,yes\n"open?,yes\n', [(3, "no row of values: unexpected end of data")]),
        ('question,answer\n"a" b?,yes\n', [(2, "no row of values: ',' expected after '\"'")]),
        (f"question,answer\n{'x' * 200_000},y\n", [(2, "no row of values: field larger than field limit (131072)")]),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(faults: Faults, text: str, found: list[tuple[int, str]]) -> None:
    assert faults(text) == found


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    rows=st.lists(st.tuples(texts, st.lists(texts.filter(lambda t: "|" not in t), min_size=1, max_size=3))),
    mark=st.sampled_from(",;\t"),
)
@settings(deadline=None, max_examples=60)
def test_whatever_a_spreadsheet_writes_is_read(
    rows: list[tuple[str, list[str]]], mark: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=mark)
    writer.writerow(["question", "answers"])
    writer.writerows([question, "|".join(answers)] for question, answers in rows)
    path.write_bytes(target.getvalue().encode())
    sink = Sink(path)
    drafts = read_table(path, sink)
    assert sink.problems == []
    assert [(draft.question, list(draft.answers)) for draft in drafts] == rows
