"""How long an answer took, without the time in which the card could not be seen."""

from __future__ import annotations

import time
from collections.abc import Callable


class Stopwatch:
    """Counts milliseconds while it runs; begins at 0 and stopped."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._counted = 0.0
        self._since: float | None = None

    def restart(self) -> None:
        """Go back to 0; it goes on running if it ran."""
        self._counted = 0.0
        if self._since is not None:
            self._since = self._seconds()

    def run(self, running: bool) -> None:
        """Run or stand still; what was counted stays."""
        now = self._seconds()
        if self._since is not None:
            self._counted += now - self._since
        self._since = now if running else None

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def ms(self) -> int:
        running = self._seconds() - self._since if self._since is not None else 0.0
        return round(1000 * (self._counted + running))
