"""What to be interviewed about: asked line by line of a person, taken from defaults otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.domain.dialogue import Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Topic
from bot.engine.commands import MOST, Request, parse_interview
from bot.i18n import NATIVE_NAMES, Texts
from bot.rendering.html import escape
from bot.terminal.console import Console

COUNT = 5
LEVEL = Level.MIDDLE

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the interview is to be; `topics` None means not said yet, empty means all."""

    language: Language | None = None
    topics: tuple[str, ...] | None = None
    level: Level | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Chooser:
    """Completes a wish; `guess` is the language that the environment suggests."""

    console: Console
    texts: Texts
    bank: Bank
    guess: Language

    def complete(self, wish: Wish) -> Plan:
        """The wish with everything in it; EOFError or KeyboardInterrupt when the person leaves."""
        language = wish.language or self._language()
        wish = self._on_topics(wish, language)
        topics = wish.topics or ()
        level = wish.level or self._level(language)
        return Plan(language, level, topics, wish.count or self._count(language, topics))

    def _language(self) -> Language:
        names = [NATIVE_NAMES[language] for language in Language]
        return self._choose(
            self._text(self.guess, "terminal-language"),
            names,
            tuple(Language),
            self.guess,
            lambda words: parse_interview(words, ()).language,
        )

    def _level(self, language: Language) -> Level:
        names = [self._text(language, "level-name", level=level.key) for level in Level]
        return self._choose(
            self._text(language, "terminal-level"),
            names,
            tuple(Level),
            LEVEL,
            lambda words: parse_interview(words, ()).level,
        )

    def _count(self, language: Language, topics: tuple[str, ...]) -> int:
        most = min(MOST, len(self.bank.select(language, topics)))
        usual = min(COUNT, most)
        if not self.console.interactive or most <= 1:
            return usual
        self.console.remark(f"{self._text(language, 'terminal-count')} (1–{most}) [{usual}]")
        while True:
            words = self.console.line()
            count = parse_interview(words, ()).count if words else usual
            if count:
                return min(count, most)
            self.console.remark(self._text(language, "terminal-choice"))

    def _on_topics(self, wish: Wish, language: Language) -> Wish:
        """The wish with topics, and with whatever else was typed beside them."""
        topics = self.bank.topics_in(language)
        if wish.topics is not None or not self.console.interactive or len(topics) <= 1:
            return wish
        lines = [f"{number}. {escape(topic.name(language))}" for number, topic in enumerate(topics, 1)]
        self.console.say("\n".join((f"<b>{self._text(language, 'terminal-topic')}</b>", *lines)))
        while True:
            chosen = self._topics_in(self.console.line(), topics)
            if not chosen.unknown:
                return Wish(language, chosen.topics, wish.level or chosen.level, wish.count or chosen.count)
            self._complain(language, chosen, topics)

    def _topics_in(self, words: str, topics: Sequence[Topic]) -> Request:
        numbers = [int(word) if word.isascii() and word.isdigit() else 0 for word in words.replace(",", " ").split()]
        if numbers and all(1 <= number <= len(topics) for number in numbers):
            return Request(topics=tuple(topics[number - 1].id for number in numbers))
        return parse_interview(words, topics)

    def _complain(self, language: Language, request: Request, topics: Sequence[Topic]) -> None:
        near = [topic.name(language) for topic in topics if topic.id in request.suggestions]
        self.console.remark(", ".join(near) + "?" if near else self._text(language, "terminal-choice"))

    def _choose(
        self,
        question: str,
        names: Sequence[str],
        values: Sequence[Choice],
        usual: Choice,
        read: Callable[[str], Choice | None],
    ) -> Choice:
        """One of a few values by number or words, the usual one by Enter."""
        if not self.console.interactive:
            return usual
        listed = ", ".join(f"{number} {name}" for number, name in enumerate(names, 1))
        self.console.remark(f"{question}: {listed} [{values.index(usual) + 1}]")
        while True:
            words = self.console.line()
            if not words:
                return usual
            numbered = dict(zip(map(str, range(1, len(values) + 1)), values, strict=True))
            chosen = numbered.get(words) or read(words)
            if chosen is not None:
                return chosen
            self.console.remark(self._text(self.guess, "terminal-choice"))

    def _text(self, language: Language, message_id: str, **arguments: str) -> str:
        return self.texts.text(language, message_id, **arguments)
