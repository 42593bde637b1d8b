"""Strict loading: what is right comes in whole, what is wrong is named with file, line and remedy."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from bot.bank import BankError, Problem, document, load_bank
from bot.domain.language import Language, Level
from bot.domain.question import Example, FollowUp, Misconception, RubricPoint

TOPICS = """\
- id: containers
  names: {en: Containers, uk: Контейнери}
  aliases: [docker, no]
"""

OTHER_TOPICS = """\
- id: containers
  names: {en: Boxes, ru: Контейнеры}
  aliases: [k8s, docker]
"""

QUESTION = """\
id: container-vs-vm
language: en
topic: containers
title: Containers and virtual machines
prompt: >-
  How does a container
  differ from a virtual machine?
related: [pod]
points:
  - id: kernel
    level: junior
    weight: 2
    text: Containers share the kernel of the host
    phrasings: ["no kernel of its own", no, 010]
    hints: [Think of the kernel, One for all]
  - id: isolation
    level: senior
    text: A machine isolates better
red_flags:
  - id: safer
    claim: containers are safer
    correction: they share a kernel
follow_ups:
  - id: hypervisor
    question: What is a hypervisor?
    answer: The layer under the machines
    point: kernel
explanations:
  junior: |
    Like rooms in a house.

        indented = code
  senior: Much more 🟢
examples:
  - id: strong
    level: middle
    answer: They share one kernel.
    stated: [kernel]
    partial: [isolation]
    denied: [safer]
    score: 4
"""

Make = Callable[..., Path]


@pytest.fixture(name="make")
def _make(tmp_path: Path) -> Make:
    """Writes a bank folder of which one text may be replaced."""

    def make(old: str = "", new: str = "", name: str = "bank", topics: str = TOPICS) -> Path:
        assert old in QUESTION
        folder = tmp_path / name
        (folder / "questions" / "containers").mkdir(parents=True)
        (folder / "topics.yaml").write_text(topics)
        file(folder).write_text(QUESTION.replace(old, new) if old else QUESTION)
        return folder

    return make


def file(folder: Path) -> Path:
    return folder / "questions" / "containers" / "container-vs-vm.en.yaml"


def problems(*folders: Path) -> tuple[Problem, ...]:
    with pytest.raises(BankError) as caught:
        load_bank(folders)
    return caught.value.problems


def line_of(text: str) -> int:
    return next(number for number, line in enumerate(QUESTION.splitlines(), 1) if text in line)


def test_everything_written_comes_in(make: Make) -> None:
    bank = load_bank([make()])
    question = bank.find("container-vs-vm", Language.EN)
    assert question is not None
    assert question.prompt == "How does a container differ from a virtual machine?"
    assert question.points == (
        RubricPoint(
            "kernel",
            "Containers share the kernel of the host",
            Level.JUNIOR,
            weight=2.0,
            phrasings=("no kernel of its own", "no", "010"),
            hints=("Think of the kernel", "One for all"),
        ),
        RubricPoint("isolation", "A machine isolates better", Level.SENIOR),
    )
    assert question.red_flags == (Misconception("safer", "containers are safer", "they share a kernel"),)
    assert question.follow_ups == (
        FollowUp("hypervisor", "What is a hypervisor?", "The layer under the machines", "kernel"),
    )
    assert question.examples == (
        Example("strong", Level.MIDDLE, "They share one kernel.", ("kernel",), ("isolation",), (), ("safer",), 4),
    )
    assert question.explanations == {
        Level.JUNIOR: "Like rooms in a house.\n\n    indented = code",
        Level.SENIOR: "Much more 🟢",
    }
    assert (question.related, question.rewording, question.source) == (("pod",), None, "")
    assert bank.topics["containers"].names == {Language.EN: "Containers", Language.UK: "Контейнери"}
    assert bank.topics["containers"].aliases == ("docker", "no")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("weight: 2", "wieght: 2", line_of("weight"), "unknown key 'wieght'"),
        ("weight: 2", "level: senior", line_of("weight"), "key 'level' again"),
        ("weight: 2", "weight: heavy", line_of("weight"), "'heavy' is not a number"),
        ("weight: 2", "weight: 0", line_of("weight"), "'0' is not a number above 0"),
        ("weight: 2", "weight: nan", line_of("weight"), "'nan' is not a number above 0"),
        ("weight: 2", "weight: inf", line_of("weight"), "'inf' is not a number above 0"),
        ("weight: 2", "weight: [2]", line_of("weight"), "a list where a number above 0 belongs"),
        ("score: 4", "score: 6", line_of("score"), "'6' is not a whole number from 0 to 5"),
        ("score: 4", "score: 4.5", line_of("score"), "'4.5' is not a whole number from 0 to 5"),
        ("level: middle", "level: expert", line_of("level: middle"), "'expert' is unknown here"),
        ("language: en", "language: ua", 2, "'ua' is unknown here"),
        ("language: en\n", "", 1, "key 'language' is missing"),
        ("id: kernel", "id: Kernel", line_of("id: kernel"), "'Kernel' is not an id"),
        ("id: isolation", "id: kernel", line_of("id: isolation"), "id 'kernel' again, first in line"),
        ("point: kernel", "point: cernel", line_of("point: kernel"), "'cernel' is no id in points"),
        ("stated: [kernel]", "stated: [safer]", line_of("stated"), "'safer' is no id in points"),
        ("denied: [safer]", "asserted: [kernel]", line_of("denied"), "'kernel' is no id in red_flags"),
        ("topic: containers", "topic: boxes", 3, "topic 'boxes' is not in topics.yaml"),
        ("text: A machine isolates better", "text: ''", line_of("A machine"), "empty"),
        ("text: A machine isolates better", "text:", line_of("A machine"), "empty"),
        ("text: A machine isolates better", "text: {a: b}", line_of("A machine"), "a mapping where a text"),
        ("senior: Much more 🟢", "expert: Much more", line_of("Much more"), "unknown key 'expert'"),
        ("hints: [Think", "hints: [one, two, Think", line_of("hints"), "4 items"),
        ("related: [pod]", "related: pod", line_of("related"), "not a list"),
        ("related: [pod]", "related: [pod", line_of("related") + 1, "did not find expected"),
        ("related: [pod]", "related: &x [pod]", line_of("related"), "anchors"),
        ("related: [pod]", "related: [*x]", line_of("related"), "anchors"),
        ("related: [pod]", "related: !!python/tuple [pod]", line_of("related"), "tags"),
        ("related: [pod]", "<<: {related: [pod]}", line_of("related"), "unknown key '<<'"),
        ("related: [pod]", "[related]: [pod]", line_of("related"), "a key is not a text"),
        ("related: [pod]", "---\nrelated: [pod]", line_of("related"), "a second document"),
        ("related: [pod]", "\trelated: [pod]", line_of("related"), "a tab in the indentation"),
        ("related: [pod]", "related: [p\x07d]", line_of("related"), "control characters"),
        ("related: [pod]", "related: [p\x00d]", line_of("related"), "a NUL byte"),
        ("related: [pod]", "related: " + "[" * 20, line_of("related"), "nested too deep"),
        ("score: 4", 'score: "4', len(QUESTION.splitlines()) + 1, "found unexpected end of stream"),
    ],
)
def test_a_fault_is_named_with_its_line(make: Make, old: str, new: str, line: int, reason: str) -> None:
    folder = make(old, new)
    found = problems(folder)
    assert {problem.path for problem in found} == {file(folder)}
    assert any(problem.line == line and problem.reason.startswith(reason) for problem in found), list(map(str, found))
    assert all(problem.remedy for problem in found)


def test_all_faults_of_all_files_are_told_at_once(make: Make) -> None:
    first = make("level: senior", "level: expert")
    second = make("score: 4", "score: many", name="other", topics="- id: containers\n  name: {}\n")
    found = problems(first, second, first / "nowhere")
    assert [(problem.path, problem.line) for problem in found] == [
        (file(first), line_of("level: senior")),
        (second / "topics.yaml", 2),
        (second / "topics.yaml", 1),
        (file(second), line_of("score")),
        (first / "nowhere", 0),
    ]


def test_a_problem_reads_as_file_line_reason_remedy(make: Make) -> None:
    folder = make("language: en", "language: ua")
    assert str(problems(folder)[0]) == f"{file(folder)}:2: 'ua' is unknown here. Write one of: en, ru, uk."


def test_the_root_may_be_anything_and_is_refused_politely(make: Make) -> None:
    folder = make()
    for text, reason in (("- a\n", "not a mapping"), ("42\n", "not a mapping"), ("# none\n", "the file is empty")):
        file(folder).write_text(text)
        assert [problem.reason for problem in problems(folder)] == [reason]


def test_a_file_named_otherwise_is_refused(make: Make) -> None:
    folder = make()
    file(folder).rename(file(folder).with_name("container-vs-vm.uk.yaml"))
    assert "Name it container-vs-vm.en.yaml" in str(problems(folder)[0])


def test_a_file_with_the_other_yaml_suffix_is_not_overlooked(make: Make) -> None:
    folder = make()
    file(folder).with_name("x.en.yml").write_text(QUESTION)
    assert any(problem.path.name == "x.en.yml" for problem in problems(folder))


def test_the_same_question_in_two_folders_names_both_files(make: Make) -> None:
    first, second = make(), make(name="other")
    (problem,) = problems(first, second)
    assert problem.path == file(second)
    assert str(file(first)) in problem.reason


def test_folders_are_merged_and_a_topic_gains_languages_and_aliases(make: Make) -> None:
    first = make()
    second = make(name="other", topics=OTHER_TOPICS)
    moved = file(second).with_name("pod.uk.yaml")
    file(second).rename(moved)
    moved.write_text(QUESTION.replace("id: container-vs-vm", "id: pod").replace("language: en", "language: uk"))
    bank = load_bank([first, second])
    assert list(bank.questions) == [("container-vs-vm", Language.EN), ("pod", Language.UK)]
    topic = bank.topics["containers"]
    assert topic.names[Language.EN] == "Containers"
    assert topic.names[Language.RU] == "Контейнеры"
    assert topic.aliases == ("docker", "no", "k8s")


def test_an_unreadable_topics_file_is_one_problem_not_one_a_question(make: Make) -> None:
    folder = make(topics="- id: [")
    assert [problem.path.name for problem in problems(folder)] == ["topics.yaml"]


@pytest.mark.parametrize("content", [b"\xff\xfei\x00d\x00", QUESTION.encode("cp1251", "replace"), b"\x80"])
def test_other_encodings_are_refused(make: Make, content: bytes) -> None:
    folder = make()
    file(folder).write_bytes(content + "Ы".encode("cp1251"))
    (problem,) = problems(folder)
    assert problem.reason in {"not UTF-8", "a NUL byte"}


def test_windows_line_ends_and_byte_order_mark_change_nothing(make: Make) -> None:
    plain, windows = load_bank([make()]), make(name="windows")
    file(windows).write_bytes(b"\xef\xbb\xbf" + QUESTION.replace("\n", "\r\n").encode())
    assert load_bank([windows]) == plain


def test_a_huge_file_is_refused_unread(make: Make) -> None:
    folder = make()
    file(folder).write_text(QUESTION + "#" * document.MAX_BYTES)
    assert [problem.reason for problem in problems(folder)] == ["larger than 1024 KiB"]


def test_a_file_of_nothing_but_faults_tells_the_first_hundred(make: Make) -> None:
    folder = make()
    file(folder).write_text(QUESTION + "x: y\n" * 1000)
    assert len(problems(folder)) == 100


def test_a_pipe_does_not_hang_the_loader(make: Make) -> None:
    folder = make()
    os.mkfifo(folder / "questions" / "pipe.en.yaml")
    (problem,) = problems(folder)
    assert problem.reason == "not a regular file"


def test_a_dangling_link_and_a_folder_in_place_of_a_file_are_named(make: Make) -> None:
    folder = make()
    (folder / "questions" / "gone.en.yaml").symlink_to(folder / "nowhere")
    (folder / "questions" / "sub.en.yaml").mkdir()
    assert [problem.path.name for problem in problems(folder)] == ["gone.en.yaml", "sub.en.yaml"]


@pytest.mark.parametrize("folders", [[], [Path("nowhere")]])
def test_nothing_to_load_is_an_error(folders: list[Path]) -> None:
    assert len(problems(*folders)) == 1


def test_a_folder_without_questions_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text(TOPICS)
    assert problems(tmp_path)[0].reason == "no question files"


def test_a_cut_short_file_never_passes_for_a_whole_one(make: Make) -> None:
    folder = make()
    whole = load_bank([folder])
    for end in range(0, len(QUESTION) - 1, 7):
        file(folder).write_text(QUESTION[:end])
        with suppress(BankError):
            assert load_bank([folder]) != whole


def test_the_slow_parser_reads_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make()
    fast = load_bank([folder])
    monkeypatch.setattr(document, "_Loader", yaml.BaseLoader)
    assert load_bank([folder]) == fast
    file(folder).write_text(
        dedent("""\
        id: a
        title: "b
    """)
    )
    assert problems(folder)[0].line == 3
    file(folder).write_text("id: a\ntitle: b\x07\n")
    assert problems(folder)[0].line == 2
