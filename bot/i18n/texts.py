"""Fluent behind one class."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.domain.language import Language

NATIVE_NAMES: Mapping[Language, str] = {
    Language.EN: "English",
    Language.RU: "Русский",
    Language.UK: "Українська",
}
"""Languages as their speakers write them: never translated."""

UNSAYABLE = "…"
"""What is said when a text exists in no language: a person never sees an id or a placeholder."""

# fluent.runtime refuses arguments over 2,500 characters: longer ones are put in after it, where a stand-in was.
_LONG = 1000
_STAND_IN = re.compile("\ue000(\\w+)\ue001")

_log = structlog.get_logger()


class TextError(Exception):
    """A text is absent, needs an argument it was not given, or its file cannot be read."""


class Texts:
    """All texts in all languages, read once a process.

    With `strict` (for tests) any fault raises TextError; without, it is logged and the English text is said instead.
    """

    def __init__(self, bundles: Mapping[Language, FluentBundle], *, strict: bool = False) -> None:
        self._bundles = bundles
        self._strict = strict

    @classmethod
    def load(cls, *, strict: bool = False) -> "Texts":
        """Texts of the shipped files; TextError when one of them is no valid Fluent."""
        return cls({language: _bundle(language) for language in Language}, strict=strict)

    def text(self, language: Language, message_id: str, /, **arguments: str | float) -> str:
        """The text with its arguments filled in, as HTML where the text is a message and as plain words in a label.

        Arguments are put in as they are: escape before what people typed.
        """
        for spoken in dict.fromkeys((language, Language.EN)):
            try:
                return self._format(spoken, message_id, arguments)
            except TextError as error:
                if self._strict:
                    raise
                _log.error("text_fault", message=message_id, language=spoken.value, fault=str(error))
        return UNSAYABLE

    def has(self, language: Language, message_id: str) -> bool:
        """Whether there is such a text in that language."""
        return bool(self._bundles[language].has_message(message_id))

    def _format(self, language: Language, message_id: str, arguments: Mapping[str, str | float]) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(message_id):
            raise TextError(f"no text {message_id!r} in {language.value}")
        pattern = bundle.get_message(message_id).value
        if pattern is None:
            raise TextError(f"text {message_id!r} has no value in {language.value}")
        long = {name: value for name, value in arguments.items() if isinstance(value, str) and len(value) > _LONG}
        said, errors = bundle.format_pattern(pattern, {**arguments, **{name: _stand_in(name) for name in long}})
        if errors:
            raise TextError(f"text {message_id!r} in {language.value}: {', '.join(map(repr, errors))}")
        return _STAND_IN.sub(lambda found: long.get(found[1], found[0]), str(said))


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def guess_language(tag: str | None, default: Language = Language.EN) -> Language:
    """Language of an IETF tag or POSIX locale such as `uk-UA` or `ru_RU.UTF-8`, the default for any other."""
    primary = (tag or "").replace("_", "-").partition("-")[0].partition(".")[0].lower()
    return next((language for language in Language if language.value == primary), default)


def resources(language: Language) -> Iterator[tuple[str, ast.Resource]]:
    """File names and parsed contents of a language's folder; TextError names the file and line of a fault."""
    for file in sorted(_folder(language).iterdir(), key=lambda item: item.name):
        if file.name.endswith(".ftl"):
            yield file.name, _parse(file)


def _folder(language: Language) -> Traversable:
    return files("bot.i18n").joinpath("locales", language.value)


def _parse(file: Traversable) -> ast.Resource:
    source = file.read_text(encoding="utf-8")
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            raise TextError(f"{file.name}: line {source.count(chr(10), 0, start) + 1} is no valid Fluent")
    return resource


@cache
def _bundle(language: Language) -> FluentBundle:
    # Isolating marks would break code words and lengths; all three languages run left to right.
    bundle = FluentBundle([language.value], use_isolating=False)
    for _, resource in resources(language):
        bundle.add_resource(resource)
    return bundle
