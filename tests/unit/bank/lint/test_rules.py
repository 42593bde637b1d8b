"""Rules on links, messages, explanations, names and completeness, and the list of all rules."""

from dataclasses import replace
from functools import partial

import pytest

from bot.bank.lint.completeness import thin_flags, thin_lists, thin_points, thin_question
from bot.bank.lint.coverage import unexplained
from bot.bank.lint.messages import MESSAGE, cut_off, many_messages
from bot.bank.lint.names import misspelt_names, spellings
from bot.bank.lint.references import dead_links
from bot.bank.lint.registry import graded_rules, text_rules
from bot.bank.lint.texts import words
from bot.domain.language import Language, Level
from bot.grading import RubricGrader
from tests.unit.bank.lint.build import places, question, subject, with_flag, with_point


def test_related_questions_are_in_the_bank_in_the_same_language() -> None:
    spoilt = question(related=("there", "nowhere", "q"))
    assert places(dead_links, subject(spoilt, known=["there"])) == [("related", 1), ("related", 2)]


def test_a_text_that_does_not_fit_one_message_is_found() -> None:
    long = "x" * (MESSAGE + 1)
    assert places(partial(cut_off, length=len), with_point(probe=long)) == [("points", 1, "probe")]
    assert places(partial(cut_off, length=lambda _: MESSAGE), with_point(probe=long)) == []
    explained = question(explanations={Level.SENIOR: long})
    assert places(partial(cut_off, length=len), explained) == []
    assert places(partial(many_messages, length=len), explained) == [("explanations", "senior")]


def test_a_point_that_no_explanation_mentions_is_found() -> None:
    spoilt = with_point(text="Quorums outvote stragglers")
    assert places(unexplained, spoilt) == [("points", 1)]
    assert places(unexplained, replace(spoilt, explanations={})) == []


def test_a_point_mentioned_in_other_forms_of_its_words_is_not() -> None:
    mentioned = with_point(text="Кворум голосует против отставших")
    text = "Кворумы нужны, чтобы проголосовать.\n\nПротив отставшего голосуют все."
    explanations = {**mentioned.explanations, Level.SENIOR: text}
    assert places(unexplained, replace(mentioned, explanations=explanations)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It runs on kubernetes.", ["kubernetes"]),
        ("Javascript, Java Script and JavaScript", ["Javascript", "Java Script"]),
        ("Postgresql и Github", ["Postgresql", "Github"]),
        ("Kubernetes, PostgreSQL, GitHub, Java", []),
        ("`kubernetes` and ```\nkafka\n``` and https://github.com/x", []),
        ("docker.io, ./docker/x, app=kafka, my-kafka, kafka_x, @mockito, docker-compose.yaml", []),
        ("(kafka)", ["kafka"]),
        ("kafka.", ["kafka"]),
    ],
)
def test_names_are_written_as_their_makers_do(text: str, wrong: list[str]) -> None:
    reasons = [fault.reason for fault in misspelt_names(subject(question(scope=text)))]
    assert reasons == [f"{name!r} is written {spellings()[name]!r}" for name in wrong]


def test_candidates_may_write_names_as_they_like() -> None:
    assert places(misspelt_names, with_point(phrasings=("kubernetes does it",))) == []


def test_no_right_spelling_is_a_wrong_one() -> None:
    assert not set(spellings()) & set(spellings().values())
    assert all(words(wrong) for wrong in spellings())


def test_what_makes_a_question_thin_is_named() -> None:
    sound = question()
    assert places(thin_lists, replace(sound, points=sound.points[:5], red_flags=sound.red_flags * 2)) == [
        ("points",),
        ("red_flags",),
    ]
    (point,) = thin_points(subject(with_point(phrasings=("one",), probe=None, hints=("one",))))
    assert point.reason == "'p1' lacks 3 phrasings or more, a probe, 2 hints"
    (flag,) = thin_flags(subject(with_flag(correction="", phrasings=(), near_misses=(), probe=None)))
    assert flag.reason == "'f1' lacks a correction, 3 phrasings or more, a near miss, a probe"
    (whole,) = thin_question(subject(replace(sound, rewording=None, examples=sound.examples[1:])))
    assert whole.reason == "'q' lacks a rewording, an example with every point stated that is expected"


def test_an_example_is_strong_when_what_its_level_expects_is_there() -> None:
    spoilt = with_point(level=Level.SENIOR)
    strong = replace(spoilt.examples[0], level=Level.MIDDLE, stated=tuple(p.id for p in spoilt.points if p.id != "p1"))
    assert places(thin_question, replace(spoilt, examples=(strong, *spoilt.examples[1:]))) == []
    assert places(thin_question, replace(spoilt, examples=(replace(strong, level=Level.SENIOR),))) == [()]


def test_a_sound_question_passes_every_rule() -> None:
    everything = subject(*(replace(question(), language=language) for language in Language))
    faults = [fault for rule in text_rules(len) for fault in rule.check(everything)]
    assert faults == []


def test_rules_have_names_of_their_own_and_pages_are_spared_most() -> None:
    rules = (*text_rules(len), *graded_rules(RubricGrader()))
    assert len({rule.name for rule in rules}) == len(rules)
    page = subject(question(source="4. Caching/1. Page.md"))
    assert [rule.name for rule in rules if rule.applies(page)] == ["cut-off"]
