"""Ways to take progress away that the stats screen offers; whoever starts the app says which there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.stats.selection import Selection


class Export(NamedTuple):
    """A way to take progress away: what it is called, what is in it, where it goes on a study day, what writes it.

    `write` returns where it was written, and raises QuizappError.
    """

    name: str
    tells: str
    path: Callable[[int], Path]
    write: Callable[[Collection, Selection, Path], Path]
