"""Examples are tests of the grader: how often it agrees, and every verdict that is another than expected."""

from bot.bank.lint.examples import Agreement, Graded, by_language, by_question, grade_examples, overall
from bot.domain.language import Language, Level
from bot.domain.question import Example, Misconception, Question, RubricPoint
from tests.unit.bank.lint.build import subject
from tests.unit.bank.lint.test_recital import Literal

POINTS = tuple(RubricPoint(name, name, Level.JUNIOR) for name in ("sea", "sky", "sun"))
FLAGS = (Misconception("flat", "flat"), Misconception("fire", "fire"))


def graded(*examples: Example, name: str = "q", language: Language = Language.EN) -> Graded:
    question = Question(name, language, "t", "T", "T?", POINTS, FLAGS, examples=examples)
    return grade_examples(subject(question), Literal())


def test_an_example_judged_as_expected_has_no_miss() -> None:
    done = graded(Example("e", Level.JUNIOR, "sea and sky", stated=("sea", "sky"), denied=("flat",)))
    assert (done.agreement, done.misses) == (Agreement(3, 3), ())


def test_every_other_verdict_is_listed_with_its_example() -> None:
    done = graded(
        Example("first", Level.JUNIOR, "sea", stated=("sky",)),
        Example("second", Level.JUNIOR, "fire", asserted=("flat",), denied=("fire",)),
    )
    assert [(miss.place, miss.reason) for miss in done.misses] == [
        (("examples", 0), "example 'first': point 'sea' is stated, not said by its author"),
        (("examples", 0), "example 'first': point 'sky' is missing, stated by its author"),
        (("examples", 1), "example 'second': red flag 'flat' is absent, asserted by its author"),
        (("examples", 1), "example 'second': red flag 'fire' is asserted, denied by its author"),
    ]
    assert done.agreement == Agreement(4, 6)


def test_points_half_said_are_not_counted_either_way() -> None:
    for answer in ("sea", "sky"):
        done = graded(Example("e", Level.JUNIOR, answer, stated=("sky",) * (answer == "sky"), partial=("sea",)))
        assert (done.agreement, done.misses) == (Agreement(2, 2), ())


def test_agreement_is_summed_by_language_and_by_question() -> None:
    right = Example("e", Level.JUNIOR, "sea", stated=("sea",))
    wrong = Example("e", Level.JUNIOR, "sea", stated=("sun",))
    everything = [graded(right), graded(wrong, language=Language.UK), graded(right, right, name="r")]
    assert overall(everything) == Agreement(10, 12)
    assert by_language(everything) == {Language.EN: Agreement(9, 9), Language.UK: Agreement(1, 3)}
    assert by_question(everything) == {"q": Agreement(4, 6), "r": Agreement(6, 6)}


def test_nothing_to_agree_on_is_agreement() -> None:
    assert overall([]).share == 1
    assert graded().agreement.share == 1
