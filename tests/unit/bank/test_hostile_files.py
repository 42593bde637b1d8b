"""Files broken in every way that files break: named as such or read, never a crash, a hang, or half of them.

Truncated, in a wrong encoding, huge, with NUL bytes, Windows line ends, cyclic aliases, YAML bombs, deep nesting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank import BankError, load_bank
from bot.bank.cards.importer import import_cards
from bot.bank.loader import load_content
from bot.bank.pages.importer import import_pages
from bot.bank.skeleton import NewQuestion, write_skeleton
from bot.cli.content import content
from bot.domain.language import Language

TABLE = 'id,question,answers,wrong,topic,language\n1,"What is ""LRU""?",a|b,c,Кеші,en\n2,Що це?,так,,Кеші,uk\n'
ANKI = "#separator:tab\n#html:true\n#guid column:1\n#deck column:4\ng1\tWhat?<br>\t&lt;b&gt;\tA::Б\n"
TRIVIA = 'AUTHOR: x\nWhat is "it"?:\n- yes\n- "no"\nІнше?:\n- так\n'
GIFT = "$CATEGORY: Java\n\n::n::What \\{is\\} it? {=yes#so ~no####all}\n\nПравда? {T}\n\n{#1:2} here\n"
PAGE = "# Що таке кеш?\n\n## Junior рівень\n\nВін тримає записи.\n\n## Шпаргалка\n\n**Треба знати:**\n- Тримає записи\n"
DECK = "language: uk\ntopic: t\ncards:\n  - id: a\n    question: Що?\n    answers: [так, 'ні']\n"
TOPICS = "- id: t\n  names: {en: T}\n"

BOMB = "a?: &a [x, x]\n" + "".join(f"{b}?: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
CYCLE = "a?: &a\n- *a\n"
DEEP = "[" * 200_000
MERGE = "<<: {a: b}\n? [complex]\n: x\n"


def cards(path: Path) -> object:
    return import_cards([path])


def pages(path: Path) -> object:
    made = import_pages([path])
    refused = [f"{remark.text}" for report in made.reports for remark in report.remarks if not report.id]
    return refused or made


def deck(path: Path) -> object:
    (path.parent / "topics.yaml").write_text(TOPICS)
    return load_bank([moved(path, "cards/deck.yaml")])


def question(path: Path) -> object:
    (path.parent / "topics.yaml").write_text(TOPICS)
    return load_content([moved(path, "questions/q.en.yaml")]).bank


def topics(path: Path) -> object:
    (path.parent / "cards").mkdir(exist_ok=True)
    (path.parent / "cards" / "deck.yaml").write_text(DECK)
    return load_bank([moved(path, "topics.yaml")])


def moved(path: Path, place: str) -> Path:
    """The folder of the file, in which it now has its place."""
    target = path.parent / place
    target.parent.mkdir(exist_ok=True)
    path.replace(target)
    return path.parent


@dataclass(frozen=True)
class Format:
    """A file that is sound, and what reads it."""

    name: str
    sound: str
    read: Callable[[Path], object]

    def outcome(self, folder: Path, data: bytes) -> str:
        """Why a file with this content is refused, empty when it is not; any other exception fails the test."""
        folder.mkdir(exist_ok=True)
        (folder / self.name).write_bytes(data)
        return self.refusal(folder)

    def refusal(self, folder: Path) -> str:
        try:
            made = self.read(folder / self.name)
        except BankError as error:
            return str(error) or "nothing said"
        return "\n".join(made) if isinstance(made, list) else ""


def skeleton() -> str:
    with TemporaryDirectory() as folder:
        return write_skeleton(NewQuestion("q", "t", [Language.EN], {}), Path(folder))[1].read_text()


FORMATS = [
    Format("t.csv", TABLE, cards),
    Format("t.txt", ANKI, cards),
    Format("t.yaml", TRIVIA, cards),
    Format("t.gift", GIFT, cards),
    Format("1. p.md", PAGE, pages),
    Format("d.yaml", DECK, deck),
    Format("q.yaml", skeleton(), question),
    Format("t.yml", TOPICS, topics),
]
formats = pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])


@formats
def test_the_sound_file_is_read(form: Format, tmp_path: Path) -> None:
    assert form.outcome(tmp_path, form.sound.encode()) == ""


def mutated(data: bytes, cut: int, insert: bytes, at: int) -> bytes:
    at %= len(data) + 1
    return (data[:at] + insert + data[at:])[: max(0, len(data) + len(insert) - cut)]


inserts = st.binary(max_size=6) | st.sampled_from(
    [
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\r",
        b'"',
        b"{",
        b"}",
        b"=",
        b"~",
        b"#",
        b"\\",
        b"::",
        b"&a ",
        b"*a",
        b"- ",
        b"\t",
        b": ",
    ]
)


@formats
@given(cut=st.integers(0, 60), insert=inserts, at=st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_a_file_cut_and_changed_anywhere_is_read_or_refused(
    form: Format, cut: int, insert: bytes, at: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / form.read.__name__
    form.outcome(folder, mutated(form.sound.encode(), cut, insert, at))


@formats
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(deadline=None, max_examples=40)
def test_any_bytes_are_read_or_refused(form: Format, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    form.outcome(tmp_path_factory.getbasetemp() / form.read.__name__, data)


@formats
@pytest.mark.parametrize("data", [BOMB, CYCLE, DEEP, MERGE, "\t" * 100_000, "{" * 50_000, '"' * 99_999, "- " * 60_000])
def test_bombs_do_not_go_off(form: Format, data: str, tmp_path: Path) -> None:
    assert form.outcome(tmp_path, data.encode())


@formats
def test_what_is_too_large_is_refused_unread(form: Format, tmp_path: Path) -> None:
    with (tmp_path / form.name).open("wb") as file:
        file.truncate(1 << 33)
    assert "larger than" in form.refusal(tmp_path)


@formats
@pytest.mark.parametrize(
    ("encode", "reasons"),
    [
        (lambda text: text.encode("utf-16"), ("NUL byte", "not UTF-8")),
        (lambda text: text.encode("cp1251", "replace"), ("not UTF-8",)),
        (lambda text: text.encode() + b"\0", ("NUL byte",)),
    ],
)
def test_wrong_encodings_are_told(
    form: Format, encode: Callable[[str], bytes], reasons: tuple[str, ...], tmp_path: Path
) -> None:
    refusal = form.outcome(tmp_path, encode(f"{form.sound} Ї"))
    assert any(reason in refusal for reason in reasons)


@formats
def test_windows_line_ends_change_nothing(form: Format, tmp_path: Path) -> None:
    (tmp_path / "unix").mkdir()
    (tmp_path / "windows").mkdir()
    (tmp_path / "unix" / form.name).write_bytes(form.sound.encode())
    (tmp_path / "windows" / form.name).write_bytes(form.sound.replace("\n", "\r\n").encode())
    assert form.read(tmp_path / "unix" / form.name) == form.read(tmp_path / "windows" / form.name)


@formats
def test_a_byte_order_mark_changes_nothing(form: Format, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "marked").mkdir()
    (tmp_path / "plain" / form.name).write_text(form.sound, "utf-8")
    (tmp_path / "marked" / form.name).write_text(form.sound, "utf-8-sig")
    assert form.read(tmp_path / "plain" / form.name) == form.read(tmp_path / "marked" / form.name)


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


importers = pytest.mark.parametrize(
    ("form", "command"),
    [(form, "import" if form.read is pages else "import-cards") for form in FORMATS if form.read in {cards, pages}],
    ids=[form.name for form in FORMATS if form.read in {cards, pages}],
)


@importers
@given(cut=st.integers(0, 60), insert=inserts, at=st.integers(0, 10_000))
@settings(deadline=None, max_examples=25)
def test_a_damaged_file_is_imported_whole_or_the_earlier_import_stays(
    form: Format, command: str, cut: int, insert: bytes, at: int
) -> None:
    with TemporaryDirectory() as folder:
        file, out = Path(folder, form.name), Path(folder, "bank")
        file.write_text(form.sound, "utf-8")
        order = [command, str(file), "--out", str(out)]
        assert CliRunner().invoke(content, order).exit_code == 0
        before = snapshot(out)
        file.write_bytes(mutated(form.sound.encode(), cut, insert, at))
        done = CliRunner().invoke(content, order)
        if done.exit_code == 0:
            assert load_bank([out]).topics
        else:
            assert (done.exit_code, snapshot(out)) == (1, before), done.output
        assert sorted(path.name for path in Path(folder).iterdir()) == sorted([form.name, "bank"])


@pytest.mark.parametrize("form", [form for form in FORMATS if form.read is cards], ids=lambda form: str(form.name))
def test_a_broken_file_among_sound_ones_leaves_the_earlier_import(form: Format, tmp_path: Path) -> None:
    (tmp_path / form.name).write_text(form.sound)
    (tmp_path / "broken.csv").write_text("question,answer\nonly one\n")
    out = str(tmp_path / "bank")
    done = CliRunner().invoke(content, ["import-cards", str(tmp_path / form.name), "--out", out])
    assert done.exit_code == 0, done.output
    assert "no graded interview asks cards" in done.output
    before = snapshot(tmp_path / "bank")
    done = CliRunner().invoke(
        content, ["import-cards", str(tmp_path / form.name), str(tmp_path / "broken.csv"), "--out", out]
    )
    assert done.exit_code == 1
    assert "broken.csv:2: 1 values. Expected are 2, one for each heading." in done.output
    assert snapshot(tmp_path / "bank") == before
