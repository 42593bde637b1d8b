"""Leaving alone for a while what fails again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FAILURES = 3
"""Failures in a row after which it is left alone."""
REST = timedelta(minutes=1)
"""How long, before one more try."""


@dataclass(slots=True)
class Breaker:
    """A circuit breaker: open after FAILURES in a row, then one try every REST until one succeeds."""

    failures: int = 0
    until: datetime | None = None

    def allows(self, now: datetime) -> bool:
        """Whether to try now; while failing, a yes is for one try."""
        if self.failures < FAILURES:
            return True
        if self.until is not None and now < self.until:
            return False
        self.until = now + REST
        return True

    def succeeded(self) -> None:
        """A try has gone well."""
        self.failures, self.until = 0, None

    def failed(self, now: datetime) -> None:
        """A try has not."""
        self.failures += 1
        self.until = now + REST
