"""Ways to take progress away that the stats screen offers, and how far one is.

Whoever starts the app says which there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.clock import steady_s
from quizapp.humanize import duration, percent
from quizapp.tui.backstage import Left

if TYPE_CHECKING:
    from quizapp.clock import Clock
    from quizapp.config import Settings
    from quizapp.stats.progress import Progress

Tell = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is, 0 where nobody knows."""

_TELLING_S = 1.0
"""Before so much has passed, what is left is a guess."""


class Export(NamedTuple):
    """A way to take progress away: what it is called, what is in it, where it goes on a study day, what writes it.

    `write` is given the figures that are shown, and writes what they are of. It opens what the settings name for
    itself, all of one moment, so it can run beside all else. It returns where it was written, and raises QuizappError,
    or what is raised where it tells how far it is.
    """

    name: str
    tells: str
    path: Callable[[int], Path]
    write: Callable[[Settings, Clock, Progress, Path, Tell], Path]


@dataclass
class Writing:
    """How far an export is, told by another thread than the one that shows it."""

    name: str
    stopped: bool = False
    _doing: str = ""
    _done: int = 0
    _total: int = 0
    _since: float = 0.0

    def tell(self, doing: str, done: int, total: int) -> None:
        """Take down how far it is.

        Raises:
            Left: it was stopped.
        """
        if self.stopped:
            raise Left
        if doing != self._doing:
            self._doing, self._since = doing, steady_s()
        self._done, self._total = done, total

    def words(self) -> str:
        """Return what is being done, the share that is done, and the time left where that can be known."""
        if not self._done:
            return f"{self._doing or f'Writing {self.name}'}…"
        if not self._total:
            return f"{self._doing}: {self._done:,} so far."
        share = min(self._done / self._total, 1.0)
        passed = steady_s() - self._since
        left = f", {duration(round(passed * (1 / share - 1)) * 1000)} left" if passed >= _TELLING_S else ""
        return f"{self._doing}: {percent(share)}{left}."
