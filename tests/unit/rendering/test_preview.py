"""A question as the messages it makes: valid, whole, and within the messenger's limits."""

from dataclasses import replace

from hypothesis import given, settings

from bot.domain.language import Language, Level
from bot.domain.question import Question
from bot.i18n import Texts
from bot.rendering.html import parse, plain_text, serialise, units
from bot.rendering.preview import preview
from bot.rendering.splitting import MESSAGE_LIMIT
from tests.unit.bank.lint.build import question, with_flag, with_point
from tests.unit.bank.test_writer import questions

TEXTS = Texts.load(strict=True)


def shown(asked: Question, level: Level | None = None) -> str:
    return "\n\n".join(preview(TEXTS, asked, level))


def test_what_is_asked_comes_first_in_the_words_of_the_bot() -> None:
    first, simpler, scope, *_ = preview(TEXTS, question(prompt="What is `x`?"))
    assert first == "<b>Question 1 of 1.</b> What is <code>x</code>?"
    assert simpler.endswith("What is where?")
    assert scope.endswith("Here and now.")


def test_everything_an_author_writes_is_there() -> None:
    asked = with_point(text="The **point**", phrasings=("said so",), hints=("look",))
    asked = replace(asked, red_flags=(replace(asked.red_flags[0], near_misses=("nearly",)),))
    text = plain_text(shown(asked))
    for part in ("The point", "said so", "look", "nearly", asked.red_flags[0].claim, asked.follow_ups[0].answer):
        assert part in text


def test_a_level_shows_what_is_expected_and_explained_at_it() -> None:
    asked = with_point(text="Only for seniors", level=Level.SENIOR)
    asked = replace(asked, explanations={Level.JUNIOR: "Easy.", Level.SENIOR: "Hard."})
    assert "Only for seniors" not in shown(asked, Level.MIDDLE)
    assert "Hard." not in shown(asked, Level.JUNIOR)
    assert "Easy." in shown(asked, Level.JUNIOR)
    assert {"Easy.", "Hard."} <= set(preview(TEXTS, asked))


def test_a_question_may_lack_all_that_may_be_left_out() -> None:
    bare = Question("q", Language.UK, "t", "T", "Що?", ())
    assert preview(TEXTS, bare) == ("<b>Запитання 1 з 1.</b> Що?",)


def test_markup_typed_in_the_bank_is_shown_as_typed() -> None:
    assert "&lt;script&gt;" in shown(with_flag(claim="<script> is harmless"))


def test_emphasis_in_a_probe_is_not_put_into_emphasis() -> None:
    assert "? <i>Really</i> so?" in shown(with_point(probe="*Really* so?"))


@given(questions)
@settings(deadline=None, max_examples=40)
def test_any_question_makes_valid_messages_within_the_limits(asked: Question) -> None:
    for html in preview(TEXTS, asked):
        assert serialise(parse(html)) == html
        assert 0 < units(plain_text(html)) <= MESSAGE_LIMIT
