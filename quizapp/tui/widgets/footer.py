"""The last row: the keys of the screen that do not already stand beside what they act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual.content import Content

from quizapp.tui.actions import Action, Place, key_name
from quizapp.tui.lines import BLANK, acting, apart, line
from quizapp.tui.widgets.drawn import Drawn

Usable = tuple[Action, tuple[str, ...]]
"""An action that can be taken now, with its keys as they are bound."""

_GAP = 3


class Footer(Drawn):
    """Shows the actions it is given, each where its `Place` says."""

    DEFAULT_CSS = """
    Footer { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[Content, ...] = ()
        self._right = BLANK

    def show(self, usable: Iterable[Usable]) -> None:
        shown = list(usable)
        self._left = tuple(_hints(shown, Place.LEFT))
        self._right = Content(" " * _GAP).join(list(_hints(shown, Place.RIGHT)))
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        left = list(self._left)
        gap = Content(" " * _GAP)
        while left and gap.join(left).cell_length + _GAP + self._right.cell_length > width:
            left.pop()
        return [apart(gap.join(left), self._right, width)]


def _hints(usable: Iterable[Usable], place: Place) -> Iterator[Content]:
    """Yield `key word` for each action; neighbours with one word, such as ↑ and ↓, share it."""
    placed = (item for item in usable if item[0].place is place)
    for word, group in groupby(placed, key=lambda item: item[0].word):
        pairs = list(group)
        keys = Content("").join(
            acting(Content.styled(key_name(keys[0]), "b $soft"), action.call) for action, keys in pairs
        )
        yield keys + acting(line((f" {word}", "$muted")), pairs[-1][0].call)
