"""All rules there are."""

from functools import partial

from bot.bank.lint.completeness import thin_flags, thin_lists, thin_points, thin_question
from bot.bank.lint.coverage import unexplained
from bot.bank.lint.messages import Length, cut_off, many_messages
from bot.bank.lint.model import Rule, Severity
from bot.bank.lint.names import misspelt_names
from bot.bank.lint.recital import flags_in_truths, points_in_claims
from bot.bank.lint.references import dead_links
from bot.bank.lint.translations import missing_languages, unlike_translations
from bot.bank.lint.wording import idle_phrasings, joined_questions, odd_apostrophes, too_long, two_questions, unwritten
from bot.domain.ports import Grader


def text_rules(length: Length) -> tuple[Rule, ...]:
    """Rules on texts; `length` tells how long the messenger finds a text of Markdown."""
    error, warning = Severity.ERROR, Severity.WARNING
    return (
        Rule("unwritten", error, unwritten),
        Rule("translation-differs", error, unlike_translations),
        Rule("translation-missing", warning, missing_languages),
        Rule("dead-link", error, dead_links),
        Rule("two-questions", error, two_questions),
        Rule("joined-questions", warning, joined_questions),
        Rule("too-long", error, too_long),
        Rule("cut-off", error, partial(cut_off, length=length), pages=True),
        Rule("many-messages", warning, partial(many_messages, length=length)),
        Rule("idle-phrasing", warning, idle_phrasings),
        Rule("unexplained", warning, unexplained),
        Rule("misspelt-name", warning, misspelt_names),
        Rule("odd-apostrophe", warning, odd_apostrophes),
        Rule("thin-question", warning, thin_question),
        Rule("thin-list", warning, thin_lists),
        Rule("thin-point", warning, thin_points),
        Rule("thin-flag", warning, thin_flags),
    )


def graded_rules(grader: Grader) -> tuple[Rule, ...]:
    """Rules that ask the grader: a tenth of a second each, so imported pages, which nobody words anew, are spared."""
    return (
        Rule("flag-in-truth", Severity.WARNING, partial(flags_in_truths, grader=grader)),
        Rule("point-in-claim", Severity.WARNING, partial(points_in_claims, grader=grader)),
    )


EXAMPLES = "example"
"""Rule under which examples are told whose verdict is another than expected."""
