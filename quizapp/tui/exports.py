"""Ways to take progress away that the stats screen offers; whoever starts the app says which there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.clock import Clock
    from quizapp.config import Settings
    from quizapp.stats.progress import Progress

Tell = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is, 0 where nobody knows."""


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
