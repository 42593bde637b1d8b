"""The JSON Schema says what the loader does."""

import json
from pathlib import Path

from bot.bank.schema import QUESTION, TOPIC, json_schema

ROOT = Path(__file__).resolve().parents[3]


def test_the_schema_in_the_repository_is_the_loaders() -> None:
    assert (ROOT / "content" / "schema.json").read_text(encoding="utf-8") == json_schema()


def test_every_key_is_described_and_no_other_is_allowed() -> None:
    schema = json.loads(json_schema())
    assert set(schema["properties"]) == set(QUESTION.fields)
    assert set(schema["$defs"]["topics"]["items"]["properties"]) == set(TOPIC.fields)
    assert schema["additionalProperties"] is False
    assert all(part["description"] for part in schema["properties"].values())


def test_the_schema_knows_required_keys_levels_and_limits() -> None:
    schema = json.loads(json_schema())
    assert schema["required"] == ["id", "language", "topic", "title", "prompt", "points"]
    point = schema["properties"]["points"]["items"]["properties"]
    assert point["level"]["enum"] == ["junior", "middle", "senior"]
    assert point["weight"]["exclusiveMinimum"] == 0
    assert point["hints"]["maxItems"] == 2
