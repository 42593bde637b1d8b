"""A question still being written is asked as far as it is written."""

from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from bot.bank.drafts import PLACEHOLDER, as_written, is_written, without_drafts
from bot.bank.lint.texts import recognised, told
from bot.domain.language import Level
from bot.domain.question import Bank, FollowUp, Question
from tests.unit.bank.lint.build import flag, point, question

TEXT = st.sampled_from(["What holds?", "It holds.", PLACEHOLDER, f"{PLACEHOLDER} the first words"])
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
POINT = st.builds(
    lambda number, text, more, probe: point(
        number, text=text, phrasings=more, key_terms=more, hints=more[:2], probe=probe
    ),
    st.integers(0, 9),
    TEXT,
    TEXTS,
    st.none() | TEXT,
)
FLAG = st.builds(
    lambda claim, more: flag(1, claim=claim, correction=claim, phrasings=more, near_misses=more, probe=claim),
    TEXT,
    TEXTS,
)
FOLLOW_UP = st.builds(FollowUp, st.just("u"), TEXT, TEXT, st.none() | st.sampled_from(["p1", "p2"]))
DRAFT = st.builds(
    lambda **parts: question(examples=(), **parts),
    prompt=TEXT,
    title=TEXT,
    rewording=st.none() | TEXT,
    scope=st.none() | TEXT,
    points=st.lists(POINT, max_size=3, unique_by=lambda made: made.id).map(tuple),
    red_flags=st.lists(FLAG, max_size=2).map(tuple),
    follow_ups=st.lists(FOLLOW_UP, max_size=2).map(tuple),
    explanations=st.dictionaries(st.sampled_from(Level), TEXT),
)


@given(DRAFT)
def test_nothing_unwritten_is_ever_said_or_listened_for(draft: Question) -> None:
    written = as_written(draft)
    if written is None:
        assert not is_written(draft.prompt) or not any(is_written(each.text) for each in draft.points)
        return
    assert all(is_written(text) for _, text in chain(told(written), recognised(written)))
    known = {None, *(each.id for each in written.points)}
    assert {follow_up.point for follow_up in written.follow_ups} <= known


def test_what_is_written_stays_as_it_is() -> None:
    assert as_written(question()) == question()


def test_an_imported_page_may_begin_a_text_as_it_likes() -> None:
    page = replace(question(prompt="… and then?"), source="a/page.md")
    bank = Bank({(page.id, page.language): page, ("draft", page.language): question(prompt=PLACEHOLDER)}, {})
    assert without_drafts(bank).questions == {(page.id, page.language): page}
