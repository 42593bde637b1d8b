"""Faults to order: what goes wrong with the next calls."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.fakes.telegram.refusal import Refusal


class Drop(Enum):
    """The connection is cut: before the call was executed, or after it (the caller cannot tell)."""

    BEFORE = auto()
    AFTER = auto()


@dataclass(slots=True)
class Fault:
    """`outcome` for the next `times` calls of `method` (None: of any method)."""

    method: str | None
    outcome: Refusal | Drop
    times: int


@dataclass(slots=True)
class Faults:
    """Faults waiting; `outage` happens to every call while it is set; `latency` is added to each, in seconds."""

    waiting: list[Fault] = field(default_factory=list)
    outage: Refusal | Drop | None = None
    latency: Callable[[str], float] = lambda _method: 0.0

    def take(self, method: str) -> Refusal | Drop | None:
        """Fault for a call that is about to be executed; each is used up by its call."""
        if self.outage is not None:
            return self.outage
        for fault in self.waiting:
            if fault.method in (None, method) and fault.times > 0:
                fault.times -= 1
                return fault.outcome
        return None
