"""Texts such as people and banks hold, with everything in them that could break markup."""

from html.parser import HTMLParser

from hypothesis import strategies as st

from tests.fakes.telegram.markup import Parsed, parse

MARKUP = (
    "<b>",
    "</b>",
    "<a href='x'>",
    "</",
    "<",
    ">",
    "&",
    "&amp;",
    "&lt;",
    "&#1;",
    "<!-- ",
    "-->",
    "<script>",
    "<i/>",
)
INLINE = ("**", "__", "*", "_", "`", "~~", "[[", "]]", '[a](http://x/?a=1&b="2")', "[x](y)", "\\", "|")
BLOCKS = ("```", "```java\n", "| a | b |\n|---|---|\n", "\n\n", "\n", "- ", "1. ", "  - ", "# ", "> ", "---\n")
WORDS = ("word", "слово", "є'ї", "😀", "👩🏽", "a.b. ", " ", "?")
wild_text = st.lists(
    st.one_of(st.sampled_from(MARKUP + INLINE + BLOCKS + WORDS), st.text(max_size=12)), max_size=25
).map("".join)


def shown(html: str) -> Parsed:
    """What Telegram shows of it; raises for what it refuses, code within or around other styles included."""
    _CodeStandsAlone().feed(html)
    return parse(html, "HTML")


class _CodeStandsAlone(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.open.count("blockquote") and tag == "blockquote":
            raise AssertionError("quotation within a quotation")
        inside = [name for name in self.open if name != "blockquote"]
        if "code" in inside or (inside and tag in {"code", "pre"} and (inside, tag) != (["pre"], "code")):
            raise AssertionError(f"{tag} within {inside}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()
