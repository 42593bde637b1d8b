"""Buttons and links of the group quiz."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.quiz.standings import Order, Span
from bot.rendering.callbacks import DATA_LIMIT, encode, parse
from bot.rendering.callbacks.quiz import (
    AnswerLink,
    Arrange,
    Complain,
    FlagLink,
    GroupLink,
    InGame,
    Launch,
    Link,
    Move,
    Option,
    QuizButton,
    Reason,
    Rule,
    ShowTop,
    parse_link,
)

numbers = st.integers(0, 10**9)
groups = st.integers(-(10**14), -1)
values = st.from_regex(r"[a-z*][a-z0-9*-]{0,19}", fullmatch=True)
buttons: st.SearchStrategy[QuizButton] = st.one_of(
    st.builds(InGame, numbers, numbers, st.sampled_from(Move), st.integers(0, 9)),
    st.builds(Arrange, st.sampled_from(Option), st.none() | values, st.none() | groups),
    st.builds(Arrange, st.none(), st.none(), st.none() | groups),
    st.just(Launch()),
    st.builds(ShowTop, st.sampled_from(Span), st.sampled_from(Order)),
    st.builds(Complain, numbers, numbers, st.sampled_from(Reason)),
    st.builds(Rule, numbers, st.none() | st.booleans()),
)
links: st.SearchStrategy[Link] = st.one_of(
    st.builds(AnswerLink, numbers), st.builds(FlagLink, numbers, numbers), st.builds(GroupLink, groups)
)


@given(buttons)
def test_every_button_is_read_as_it_was_written(button: QuizButton) -> None:
    data = encode(button)
    assert parse(data) == button
    assert len(data.encode()) <= DATA_LIMIT


@given(links)
def test_every_link_is_read_as_it_was_written_and_is_a_payload_the_messenger_takes(link: Link) -> None:
    assert parse_link(str(link)) == link
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(link))


@given(st.text(max_size=30))
def test_reading_never_fails(text: str) -> None:
    for prefix in ("quiz:", "qset:", "qgo:", "qtop:", "flag:", "ruling:", ""):
        button = parse(prefix + text)
        assert button is None or str(button) == prefix + text
    link = parse_link(text)
    assert link is None or str(link) == text


@pytest.mark.parametrize(
    "data",
    [
        "quiz:1:1:skip",
        "quiz:1:1:dance:0",
        "quiz:01:1:skip:0",
        "quiz:1:1:skip:-1",
        "qset:1:rounds:3",
        "qset:-01:rounds:3",
        "qset:-:-:3",
        "qset:-:rounds:",
        "qgo:now",
        "qtop:day",
        "qtop:year:points",
        "flag:1:1:ugly",
        "ruling:1:maybe",
    ],
)
def test_data_that_no_button_has_is_none(data: str) -> None:
    assert parse(data) is None


@pytest.mark.parametrize("payload", ["", "quiz-", "quiz-x", "quiz-1-2", "flag-1", "group-0", "group--5", "docker_5"])
def test_payloads_that_no_link_has_are_none(payload: str) -> None:
    assert parse_link(payload) is None
