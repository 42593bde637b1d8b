"""Reads bank folders: strict, complete in its complaints, fast enough for thousands of pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.bank.document import Listing, Node, Scalar, Table, read_document
from bot.bank.drafts import without_drafts
from bot.bank.links import resolve_related
from bot.bank.problems import BankError, Problem, Sink
from bot.bank.schema import DECK, IDENTIFIED, QUESTION, REFERENCES, TOPICS
from bot.domain.language import Language
from bot.domain.question import Bank, Card, Question, Topic

TOPICS_FILE = "topics.yaml"
QUESTIONS_FOLDER = "questions"
CARDS_FOLDER = "cards"

EVERYTHING = "*"
"""Pattern of the names of all files."""

Key = tuple[str, Language]
"""What a question is known by."""


@dataclass(frozen=True, slots=True)
class Content:
    """A bank, the file of each question, and file and line where a topic is first named."""

    bank: Bank
    questions: Mapping[Key, Path]
    topics: Mapping[str, tuple[Path, int]]


def load_bank(folders: Sequence[Path]) -> Bank:
    """Bank of all folders, merged in order, to interview from: what is not written yet is left out.

    Raises BankError with every problem of every file.
    """
    return without_drafts(load_content(folders).bank)


def load_content(folders: Sequence[Path], names: str = EVERYTHING) -> Content:
    """All that the folders hold, with the files; BankError as above.

    A topic of an earlier folder keeps its names, a later one adds languages and aliases. `names` is a pattern of the
    names of question files, without suffix, for who wants only some of the questions.
    """
    reading = _Reading(names)
    for folder in folders:
        reading.folder(folder)
    if not folders:
        reading.complain(Path(), "no bank folder given", "Name at least one folder")
    if reading.problems:
        raise BankError(reading.problems)
    return reading.content()


class _Reading:
    """What has been read so far of all folders."""

    def __init__(self, names: str) -> None:
        self._names = names
        self.problems: list[Problem] = []
        self._topics: dict[str, Topic] = {}
        self._questions: dict[Key, Question] = {}
        self._cards: dict[Key, Card] = {}
        self._files: dict[Key, Path] = {}
        self._topic_places: dict[str, tuple[Path, int]] = {}
        self._topics_unread = False

    def content(self) -> Content:
        """All of it; to be called when there are no problems."""
        bank = Bank(resolve_related(self._questions), self._topics, tuple(self._cards.values()))
        return Content(bank, self._files, self._topic_places)

    def complain(self, path: Path, reason: str, remedy: str) -> None:
        self.problems.append(Problem(path, 0, reason, remedy))

    def folder(self, folder: Path) -> None:
        """Add what the folder holds."""
        if not folder.is_dir():
            self.complain(folder, "not a folder", "Name a folder that holds topics.yaml and questions/")
            return
        self._add_topics(folder / TOPICS_FILE)
        files = sorted(_yaml_files(folder / QUESTIONS_FOLDER, self._names))
        decks = sorted(_yaml_files(folder / CARDS_FOLDER, EVERYTHING)) if self._names == EVERYTHING else []
        if not files and not decks and self._names == EVERYTHING:
            self.complain(folder / QUESTIONS_FOLDER, "no question files", "Add files named id.language.yaml")
        for path in files:
            self._add_question(path)
        for path in decks:
            self._add_cards(path)

    def _add_topics(self, path: Path) -> None:
        sink = Sink(path)
        root = read_document(path, sink)
        if root is None:
            self._topics_unread = True
        else:
            for topic in TOPICS.read(root, sink) or ():
                known = self._topics.get(topic.id)
                self._topics[topic.id] = _merged(known, topic) if known else topic
            _check_unique(_pick(root, "id"), sink)
            for scalar in _pick(root, "id"):
                self._topic_places.setdefault(scalar.value, (path, scalar.line))
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

    def _add_cards(self, path: Path) -> None:
        sink = Sink(path)
        root = read_document(path, sink)
        cards = None if root is None else DECK.read(root, sink)
        if root is not None:
            self._check_topic(root, sink)
        for card in cards or ():
            if (card.id, card.language) in self._cards:
                sink.add(0, f"card {card.id} ({card.language}) comes twice", "Keep one")
            self._cards[card.id, card.language] = card
        self.problems += sink.problems

    def _check_topic(self, root: Node, sink: Sink) -> None:
        for scalar in _pick(root, "topic"):
            if scalar.value not in self._topic_places and not self._topics_unread:
                sink.add(scalar.line, f"topic {scalar.value!r} is not in {TOPICS_FILE}", "Correct it or add the topic")

    def _keep(self, question: Question, sink: Sink) -> None:
        """File the question under its id and language, which must be new and in the name of the file."""
        key = (question.id, question.language)
        name = f"{question.id}.{question.language}.yaml"
        if sink.path.name != name:
            sink.add(0, "the file's name does not match its id and language", f"Name it {name}")
        if key in self._questions:
            sink.add(0, f"question {question.id} ({question.language}) is also in {self._files[key]}", "Keep one")
            return
        self._questions[key] = question
        self._files[key] = sink.path


def _yaml_files(folder: Path, names: str) -> Iterator[Path]:
    """Files that are, or were likely meant to be, of the bank."""
    return (path for path in folder.rglob(f"{names}.y*ml") if not path.name.startswith("."))


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
