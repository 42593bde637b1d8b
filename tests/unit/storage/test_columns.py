import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from storage.columns import UtcDateTime, storable

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=10,
)


@given(ANY_TEXT)
def test_storable_text_keeps_every_offset(text: str) -> None:
    clean = storable(text)
    assert len(clean) == len(text)
    assert all(kept in (typed, "\ufffd") for kept, typed in zip(clean, text, strict=True))


@given(DOCUMENTS)
def test_storable_documents_can_be_encoded_and_hold_no_nul(document: object) -> None:
    written = json.dumps(storable(document), ensure_ascii=False).encode()
    assert b"\x00" not in written
    assert storable(json.loads(written)) == json.loads(written)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_ordinary_text_is_stored_as_typed(text: str) -> None:
    assert storable({"typed": [text]}) == {"typed": [text]}


def test_a_typed_escape_sequence_is_no_nul() -> None:
    assert storable("\\u0000") == "\\u0000"


def test_instants_are_bound_in_utc() -> None:
    kyiv = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=3)))
    bound = UtcDateTime().process_bind_param(kyiv, SQLiteDialect())
    assert bound is not None
    assert (bound.hour, bound.tzinfo) == (9, UTC)


def test_instants_without_offset_are_read_as_utc() -> None:
    stored = datetime(2026, 7, 1, 9, 0)  # noqa: DTZ001 - as SQLite gives it
    assert UtcDateTime().process_result_value(stored, SQLiteDialect()) == datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        UtcDateTime().process_bind_param(datetime(2026, 7, 1, 12, 0), SQLiteDialect())  # noqa: DTZ001 - the point
