"""Long texts kept small."""

from collections.abc import Iterator, Mapping

from bot.domain.language import Level


class PackedTexts(Mapping[Level, str]):
    """Texts by level, kept as UTF-8 and decoded when asked for.

    One emoji makes Python hold a whole text at four bytes a character; packed, 1,500 pages take a third of the memory.
    """

    __slots__ = ("_packed",)

    def __init__(self, texts: Mapping[Level, str]) -> None:
        self._packed = {level: text.encode() for level, text in texts.items()}

    def __getitem__(self, level: Level) -> str:
        """The text of that level; KeyError when there is none."""
        return self._packed[level].decode()

    def __iter__(self) -> Iterator[Level]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __repr__(self) -> str:
        return f"PackedTexts({dict(self)!r})"
