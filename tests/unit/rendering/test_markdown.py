import re
from textwrap import dedent

import pytest
from hypothesis import example, given

from bot.rendering.html import plain_text
from bot.rendering.markdown import block_html, inline_html
from tests.unit.rendering.strategies import shown, wild_text


@given(wild_text)
def test_any_markdown_becomes_valid_html(text: str) -> None:
    shown(inline_html(text))
    shown(block_html(text))


@given(wild_text)
@example("| a | b |\n|---|---|\n| слово |")
@example("```<b>word")
@example("```word``` слово")
@example("word| a | b |\n|---|---|\n")
def test_no_word_is_lost(text: str) -> None:
    # Names of languages, addresses and the heads of tables that have rows are dropped on purpose.
    kept = re.sub(r"(?m)^\s*(?:`{3,}[^`\n]*|~{3,}.*)$|^.*\|.*\n(?=\s*\|?\s*:?-.*\n.*\|)|\]\([^\n]*\)|\\|\|", " ", text)
    for word in re.findall(r"word|слово", kept):
        assert word in plain_text(block_html(text))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("use `List<String>` here", "use <code>List&lt;String&gt;</code> here"),
        ("``a ` b``", "<code>a ` b</code>"),
        ("**bold** and *italic* and ~~gone~~", "<b>bold</b> and <i>italic</i> and <s>gone</s>"),
        ("__bold words__ and _italic_", "<b>bold words</b> and <i>italic</i>"),
        ("**bold with `code` in it**", "<b>bold with </b><code>code</code><b> in it</b>"),
        ("**bold with *italic* in it**", "<b>bold with <i>italic</i> in it</b>"),
        ("snake_case_name and __init__.py", "snake_case_name and __init__.py"),
        ("2 * 3 * 4 and a*b", "2 * 3 * 4 and a*b"),
        ("SELECT * FROM t; SELECT * FROM u", "SELECT * FROM t; SELECT * FROM u"),
        ("List<? super T> & co", "List&lt;? super T&gt; &amp; co"),
        ("`**not bold**`", "<code>**not bold**</code>"),
        ("[site](https://example.com/?a=1&b=2)", '<a href="https://example.com/?a=1&amp;b=2">site</a>'),
        ("[wiki](https://en.wikipedia.org/wiki/A_(b))", '<a href="https://en.wikipedia.org/wiki/A_(b)">wiki</a>'),
        ("[page](other.md) ![alt](pic.png)", "page alt"),
        ("[run](javascript:alert)", "run"),
        ("[[Some page]] and [[Some page|other words]]", "Some page and other words"),
        (r"a \* b \_c\_", "a * b _c_"),
        ("array[i](j)", "array[i](j)"),
    ],
)
def test_inline(markdown: str, html: str) -> None:
    assert inline_html(markdown) == html


def block(markdown: str) -> str:
    return block_html(dedent(markdown).strip("\n"))


def test_wrapped_lines_of_a_paragraph_are_joined_and_paragraphs_kept() -> None:
    assert block("one\ntwo\n\nthree") == "one two\n\nthree"


def test_headings_and_rules() -> None:
    assert block("# Title #\n---\ntext\n***\n### **Sub**\nmore") == "<b>Title</b>\n\ntext\n\n<b>Sub</b>\n\nmore"


def test_lists_nest_and_keep_their_numbers() -> None:
    said = block("""
        - first
          goes on
          - inner
            1. innermost
        * second
        2) counted
    """)
    assert said == "• first goes on\n  • inner\n    1. innermost\n• second\n2) counted"


def test_list_right_after_a_paragraph() -> None:
    assert block("Points:\n- a\n- b\n\nafter") == "Points:\n\n• a\n• b\n\nafter"


def test_code_block_is_kept_to_the_letter() -> None:
    said = block("""
        ```java
        if (a < b) {

            *p = **q;
        }
        ```
        after
    """)
    assert said == ('<pre><code class="language-java">if (a &lt; b) {\n\n    *p = **q;\n}</code></pre>\n\nafter')


def test_code_block_without_language_or_end() -> None:
    assert block("```\na\n\n# b") == "<pre>a\n\n# b</pre>"


def test_quotations_hold_blocks_and_do_not_nest() -> None:
    assert block("> **a**\n> - b\n>> c") == "<blockquote><b>a</b>\n\n• b\n\nc</blockquote>"


@pytest.mark.parametrize("text", ["> " * 3000 + "a", "- " * 3000 + "a", "**a " * 1500, "[" * 5000, "|" * 3000])
def test_depth_and_length_do_no_harm(text: str) -> None:
    shown(block_html(text))


def test_table_of_two_columns_becomes_a_list() -> None:
    said = block("""
        | Term | Meaning |
        |:-----|--------:|
        | `Pod` | smallest *unit* |
        | **Node** | a\\|b |
    """)
    assert said == "• <code>Pod</code> – smallest <i>unit</i>\n• <b>Node</b> – a|b"


def test_wider_table_becomes_a_paragraph_a_row_with_the_titles_repeated() -> None:
    said = block("""
        |        | VM | Container |
        | ------ | -- | --------- |
        | Start  | minutes | seconds |
        | Size   |  | MB | extra |

        after
    """)
    assert said == ("<b>Start</b>\nVM: minutes\nContainer: seconds\n\n<b>Size</b>\nContainer: MB\nextra\n\nafter")


def test_a_line_with_a_bar_is_no_table() -> None:
    assert block("a | b\nc | d") == "a | b c | d"
