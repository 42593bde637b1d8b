"""Names and types of methods and parameters (`api.json`), and the check of a call against them.

In `api.json` a name that ends in `!` is required and `A|B` is a choice of types. Telegram ignores parameters it does
not know; here they are refused, since a misspelt one is a bug of the bot.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tests.fakes.telegram.http import Upload
from tests.fakes.telegram.refusal import Refusal, bad

Json = dict[str, Any]
Fields = dict[str, str]
_T = TypeVar("_T")

_ABSENT = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "url": "bad webhook: URL is empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}
_ARRAY = "Array of "


@cache
def facts() -> dict[str, dict[str, Fields]]:
    """Sections `methods` and `objects` of the data file."""
    found: dict[str, dict[str, Fields]] = json.loads(Path(__file__).with_name("api.json").read_text("utf-8"))
    return found


def typed(method: str, raw: Json) -> Json:
    """Parameters of a call converted to their types; Refusal for an unknown method, a wrong or an absent parameter."""
    fields = facts()["methods"].get(method)
    if fields is None:
        raise Refusal(404, "Not Found: method not found")
    return _object(method, fields, raw, _ABSENT)


def _object(owner: str, fields: Fields, raw: Json, absent: dict[str, str]) -> Json:
    known = {name.rstrip("!"): kind for name, kind in fields.items()}
    for name in raw:
        if name not in known:
            raise bad(f"{owner} has no parameter {name}")
    for name in fields:
        bare = name.rstrip("!")
        if name.endswith("!") and raw.get(bare) in (None, ""):
            raise bad(absent.get(bare, f"can't parse {owner}: Can't find field \"{bare}\""))
    return {name: _value(name, known[name], value) for name, value in raw.items()}


def _value(name: str, kinds: str, value: Any) -> Any:
    for kind in kinds.split("|"):
        try:
            return _as(kind, value)
        except (ValueError, TypeError):
            continue
    raise bad(f"can't parse {name}: expected {kinds}")


def _as(kind: str, value: Any) -> Any:
    if kind.startswith(_ARRAY):
        return [_as(kind.removeprefix(_ARRAY), item) for item in _decoded(value, list)]
    if kind in _SIMPLE:
        return _SIMPLE[kind](value)
    fields = facts()["objects"].get(kind)
    if fields is None:
        raise ValueError(kind)
    return _object(kind, fields, _decoded(value, dict), {})


def _decoded(value: Any, kind: type[_T]) -> _T:
    decoded = json.loads(value) if isinstance(value, str) else value
    if not isinstance(decoded, kind):
        raise TypeError
    return decoded


def _boolean(value: Any) -> bool:
    if str(value).lower() not in {"true", "false", "1", "0"}:
        raise ValueError(value)
    return str(value).lower() in {"true", "1"}


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _file(value: Any) -> Upload:
    if not isinstance(value, Upload):
        raise TypeError
    return value


_SIMPLE: dict[str, Any] = {
    "Integer": int,
    "Float": float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _file,
}
