"""Languages and levels."""

from enum import IntEnum, StrEnum


class Language(StrEnum):
    """A language the interview is held in; values are ISO 639-1 codes."""

    EN = "en"
    RU = "ru"
    UK = "uk"


class Level(IntEnum):
    """Seniority an interview is held at; comparable, lowest first."""

    JUNIOR = 1
    MIDDLE = 2
    SENIOR = 3

    @property
    def key(self) -> str:
        """Lower-case name, as written in content files and callback data."""
        return self.name.lower()

    @classmethod
    def parse(cls, key: str) -> "Level":
        """Level of a lower-case name; ValueError for any other text."""
        try:
            return cls[key.upper()]
        except KeyError:
            raise ValueError(f"unknown level {key!r}: expected junior, middle or senior") from None
