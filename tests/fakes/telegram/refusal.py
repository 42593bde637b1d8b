"""What the server answers when it does not do what it was asked."""

from dataclasses import dataclass
from typing import Any


class Refusal(Exception):  # noqa: N818  # it is the protocol's outcome, not a fault of the fake
    """An answer with `ok: false`: HTTP status, Telegram's description, and its response parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """JSON body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(what: str) -> Refusal:
    """400, the commonest refusal."""
    return Refusal(400, f"Bad Request: {what}")


@dataclass(frozen=True, slots=True)
class Call:
    """A call as it came, and what came of it (`code` 200 or the refusal's)."""

    method: str
    params: dict[str, Any]
    code: int = 200
    description: str = ""
