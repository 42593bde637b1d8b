"""Numbers and names of pages and sections, and the ids made of them."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MAX_SLUG: Final = 60
"""Characters of an id made of a title."""

_NUMBERED_FILE = re.compile(r"(\d{1,3})(?:\s*[.)_–—-]+\s*|(?<=^0\d)\s+|$)(.*)", re.DOTALL)
_NUMBERED_FOLDER = re.compile(r"(\d{1,3})(?:[\s.)_–—-]+|$)(.*)", re.DOTALL)
_NAVIGATOR = re.compile(
    r"\b(navigat\w*|index|readme|contents|overview|навигатор\w*|навігатор\w*|оглавление|содержание|зміст)\b",
    re.IGNORECASE,
)
_LATIN: Final = dict(zip("абвгдезийклмнопрстуфыэіїґ", "abvgdeziiklmnoprstufyeiig", strict=True)) | {
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ie",
    "ъ": "", "ь": "", "'": "", "’": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbered:
    """A file or folder name, with the number in front taken off; pages of equal section are of one topic."""

    number: int | None
    name: str

    @property
    def id(self) -> str:
        """The number if there is one, for it is the same in all languages; else the name."""
        return slug(self.name) if self.number is None else f"s{self.number:02}"


def file_name(path: Path) -> Numbered:
    """Number and name of a page."""
    return _numbered(_NUMBERED_FILE, path.stem)


def section_of(path: Path, root: Path) -> Numbered | None:
    """Nearest numbered folder of a page from `root` down, else the folder it is in; None for a page right in the root.

    Folders whose name begins with `_` or `.` are nobody's sections.
    """
    folders = [folder for folder in path.parents if folder.is_relative_to(root) and folder.name[:1] not in {"_", "."}]
    names = [_numbered(_NUMBERED_FOLDER, folder.name) for folder in folders]
    numbered = (name for name in names if name.number is not None and name.name)
    inside = (name for name, folder in zip(names, folders, strict=True) if folder != root)
    return next(numbered, None) or next(inside, None)


def _numbered(pattern: re.Pattern[str], name: str) -> Numbered:
    name = unicodedata.normalize("NFC", name).strip()
    found = pattern.fullmatch(name)
    return Numbered(int(found[1]), found[2].strip()) if found else Numbered(None, name)


def is_navigator(path: Path) -> bool:
    """Whether a file's name says that it is about other pages."""
    return file_name(path).number == 0 or bool(_NAVIGATOR.search(path.stem))


def slug(text: str) -> str:
    """Id made of a text in any of the three languages; empty when it has no letters or digits."""
    latin = "".join(_LATIN.get(sign, sign) for sign in text.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= MAX_SLUG else words[:MAX_SLUG].rpartition("-")[0] or words[:MAX_SLUG]


def page_id(section: Numbered | None, number: int | None, title: str) -> str:
    """Id of a question: of its numbers, which are the same in all languages; of its title where a number lacks."""
    back = slug(title) or "untitled" if number is None else f"q{number:02}"
    return "-".join(filter(None, [section.id if section else "", back]))
