"""Reads bank folders: strict, complete in its complaints, fast enough for thousands of pages."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.bank.document import Listing, Node, Scalar, Table, read_document
from bot.bank.links import resolve_related
from bot.bank.problems import BankError, Problem, Sink
from bot.bank.schema import IDENTIFIED, QUESTION, REFERENCES, TOPICS
from bot.domain.language import Language
from bot.domain.question import Bank, Question, Topic

TOPICS_FILE = "topics.yaml"
QUESTIONS_FOLDER = "questions"

_Key = tuple[str, Language]


def load_bank(folders: Sequence[Path]) -> Bank:
    """Bank of all folders, merged in order; raises BankError with every problem of every file.

    A topic of an earlier folder keeps its names; a later one adds languages and aliases to it.
    """
    reading = _Reading()
    for folder in folders:
        reading.folder(folder)
    if not reading.problems and not reading.questions:
        reading.complain(Path(), "no bank folder given", "Name at least one folder")
    if reading.problems:
        raise BankError(reading.problems)
    return Bank(questions=resolve_related(reading.questions), topics=reading.topics)


class _Reading:
    """What has been read so far of all folders."""

    def __init__(self) -> None:
        self.topics: dict[str, Topic] = {}
        self.questions: dict[_Key, Question] = {}
        self.problems: list[Problem] = []
        self._files: dict[_Key, Path] = {}
        self._topic_ids: set[str] = set()
        self._topics_unread = False

    def complain(self, path: Path, reason: str, remedy: str) -> None:
        self.problems.append(Problem(path, 0, reason, remedy))

    def folder(self, folder: Path) -> None:
        """Add what the folder holds."""
        if not folder.is_dir():
            self.complain(folder, "not a folder", "Name a folder that holds topics.yaml and questions/")
            return
        self._add_topics(folder / TOPICS_FILE)
        files = sorted(_question_files(folder / QUESTIONS_FOLDER))
        if not files:
            self.complain(folder / QUESTIONS_FOLDER, "no question files", "Add files named id.language.yaml")
        for path in files:
            self._add_question(path)

    def _add_topics(self, path: Path) -> None:
        sink = Sink(path)
        root = read_document(path, sink)
        if root is None:
            self._topics_unread = True
        else:
            for topic in TOPICS.read(root, sink) or ():
                known = self.topics.get(topic.id)
                self.topics[topic.id] = _merged(known, topic) if known else topic
            _check_unique(_pick(root, "id"), sink)
            self._topic_ids.update(scalar.value for scalar in _pick(root, "id"))
        self.problems += sink.problems

    def _add_question(self, path: Path) -> None:
        sink = Sink(path)
        root = read_document(path, sink)
        question = None if root is None else QUESTION.read(root, sink)
        if root is not None:
            _check_ids(root, sink)
            self._check_topic(root, sink)
        if question is not None:
            self._keep(question, sink)
        self.problems += sink.problems

    def _check_topic(self, root: Node, sink: Sink) -> None:
        for scalar in _pick(root, "topic"):
            if scalar.value not in self._topic_ids and not self._topics_unread:
                sink.add(scalar.line, f"topic {scalar.value!r} is not in {TOPICS_FILE}", "Correct it or add the topic")

    def _keep(self, question: Question, sink: Sink) -> None:
        """File the question under its id and language, which must be new and in the file's name."""
        key = (question.id, question.language)
        name = f"{question.id}.{question.language}.yaml"
        if sink.path.name != name:
            sink.add(0, "the file's name does not match its id and language", f"Name it {name}")
        if key in self.questions:
            sink.add(0, f"question {question.id} ({question.language}) is also in {self._files[key]}", "Keep one")
            return
        self.questions[key] = question
        self._files[key] = sink.path


def _question_files(folder: Path) -> Iterator[Path]:
    """Files that are, or were likely meant to be, questions."""
    return (path for path in folder.rglob("*.y*ml") if not path.name.startswith("."))


def _merged(first: Topic, second: Topic) -> Topic:
    return Topic(
        id=first.id,
        names={**second.names, **first.names},
        aliases=tuple(dict.fromkeys(first.aliases + second.aliases)),
    )


def _pick(node: Node, *keys: str) -> Iterator[Scalar]:
    """Texts found by going down these keys, through all items of lists; what is not there is passed over."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from _pick(item, *keys)
    elif isinstance(node, Table) and keys:
        for key, value in node.entries:
            if key.value == keys[0]:
                yield from _pick(value, *keys[1:])
    elif isinstance(node, Scalar) and not keys:
        yield node


def _check_unique(ids: Iterable[Scalar], sink: Sink) -> None:
    seen: dict[str, int] = {}
    for scalar in ids:
        if scalar.value in seen:
            sink.add(scalar.line, f"id {scalar.value!r} again, first in line {seen[scalar.value]}", "Change one")
        seen.setdefault(scalar.value, scalar.line)


def _check_ids(root: Node, sink: Sink) -> None:
    """Ids are unique where they are given and known where they are referred to."""
    ids = {part: list(_pick(root, part, "id")) for part in IDENTIFIED}
    for scalars in ids.values():
        _check_unique(scalars, sink)
    for path, part in REFERENCES:
        known = {scalar.value for scalar in ids[part]}
        for scalar in _pick(root, *path):
            if scalar.value not in known:
                sink.add(scalar.line, f"{scalar.value!r} is no id in {part}", "Correct the id or add the item")
