"""What is written is read back equal, and takes its place all at once or not at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank import BankError, load_bank, writer
from bot.bank.document import read_document
from bot.bank.problems import Sink
from bot.bank.schema import QUESTION
from bot.bank.writer import MARKER, dump, write_bank
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Example, FollowUp, Misconception, Question, RubricPoint, Topic

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
awkward = st.text(alphabet=" \t\n\r-:#'\"\\|>&*!%@`{}[],?\x07\x85\u2028\ufeff🟢я", min_size=1, max_size=30)
texts = (anything | awkward).map(lambda text: text.strip()).filter(lambda text: text and "\0" not in text)
proses = (anything | awkward).map(lambda text: text.strip("\n")).filter(lambda text: text.strip() and "\0" not in text)
tuples = st.lists(texts, max_size=2).map(tuple)
levels = st.sampled_from(Level)
points = st.builds(
    RubricPoint,
    ids,
    texts,
    levels,
    st.floats(min_value=0.001, max_value=1000),
    tuples,
    tuples,
    st.none() | texts,
    tuples,
)
flags = st.builds(
    Misconception, ids, texts, st.just("") | texts, tuples, tuples, st.none() | texts, st.just("") | texts
)
questions = st.builds(
    Question,
    id=ids,
    language=st.sampled_from(Language),
    topic=ids,
    title=texts,
    prompt=texts,
    points=st.lists(points, max_size=2).map(tuple),
    red_flags=st.lists(flags, max_size=2).map(tuple),
    follow_ups=st.lists(st.builds(FollowUp, ids, texts, texts, st.none() | ids), max_size=2).map(tuple),
    explanations=st.dictionaries(levels, proses),
    related=tuples,
    rewording=st.none() | texts,
    scope=st.none() | texts,
    examples=st.lists(st.builds(Example, ids, levels, texts, score=st.none() | st.integers(0, 5)), max_size=1).map(
        tuple
    ),
    source=st.just("") | texts,
)


@given(question=questions)
@settings(deadline=None)
def test_any_question_is_read_back_as_it_was(question: Question, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(dump(question).encode())
    sink = Sink(path)
    root = read_document(path, sink)
    assert root is not None, sink.problems
    assert QUESTION.read(root, sink) == question, sink.problems


def bank(title: str = "What is a cache?") -> Bank:
    question = Question("q1", Language.EN, "caching", title, title, (RubricPoint("p1", "It keeps", Level.JUNIOR),))
    topic = Topic("caching", {Language.EN: "Caching"}, ("cache", "no"))
    return Bank({("q1", Language.EN): question}, {"caching": topic})


def test_a_bank_written_is_the_bank_loaded(tmp_path: Path) -> None:
    write_bank(bank(), tmp_path / "new" / "bank")
    assert load_bank([tmp_path / "new" / "bank"]) == bank()


def test_files_are_pleasant_to_read() -> None:
    (question,) = bank("It's: a cache").questions.values()
    assert dump(question).splitlines()[:5] == [
        "id: q1",
        "language: en",
        "topic: caching",
        "title: 'It''s: a cache'",
        "prompt: 'It''s: a cache'",
    ]


def test_an_earlier_import_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "bank"
    write_bank(bank(), folder)
    (folder / "questions" / "caching" / "stale.en.yaml").write_text("x")
    write_bank(bank("What is a queue?"), folder)
    assert load_bank([folder]) == bank("What is a queue?")
    assert [path.name for path in tmp_path.iterdir()] == ["bank"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    write_bank(bank(), tmp_path)
    assert load_bank([tmp_path]) == bank()


@pytest.mark.parametrize("name", ["notes.txt", "topics.yaml", ".git"])
def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(BankError, match="holds something else than an import"):
        write_bank(bank(), tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(name, "mine")]


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bank").write_text("mine")
    with pytest.raises(BankError, match="holds something else"):
        write_bank(bank(), tmp_path / "bank")
    assert (tmp_path / "bank").read_text() == "mine"


def test_a_failure_half_way_leaves_the_earlier_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bank"
    write_bank(bank(), folder)

    def fails(content: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer, "dump", fails)
    with pytest.raises(BankError, match="No space left on device"):
        write_bank(bank("What is a queue?"), folder)
    assert load_bank([folder]) == bank()
    assert [path.name for path in tmp_path.iterdir()] == ["bank"]


def test_a_failure_at_the_last_step_brings_the_earlier_import_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bank"
    write_bank(bank(), folder)
    rename = Path.rename

    def fails_for_new(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_for_new)
    with pytest.raises(BankError, match="Permission denied"):
        write_bank(bank("What is a queue?"), folder)
    assert load_bank([folder]) == bank()
    assert (folder / MARKER).exists()


def test_a_place_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BankError, match="cannot be written"):
        write_bank(bank(), tmp_path / "file" / "bank")
