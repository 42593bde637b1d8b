"""Packed texts behave as the mapping they were made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.prose import PackedTexts
from bot.domain.language import Level

texts = st.dictionaries(st.sampled_from(Level), st.text(st.characters(codec="utf-8")))


@given(texts)
def test_packed_texts_equal_their_source(source: dict[Level, str]) -> None:
    packed = PackedTexts(source)
    assert packed == source
    assert list(packed) == list(source)
    assert len(packed) == len(source)
    assert repr(source) in repr(packed)


def test_a_level_without_text_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        PackedTexts({})[Level.JUNIOR]
