"""What a card draws around the place where it is answered."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.answering.answerable import Answerable
from quizapp.tui.cells import crop
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import BLANK, flush

_BESIDE_GAP = 2


def beside(place: Answerable, cells: int) -> str:
    """Return what stands at the right end of its band, with the gap that follows it."""
    return crop(place.beside, cells // 3) + " " * _BESIDE_GAP if place.beside else ""


def room_of(place: Answerable, cells: int) -> int:
    """Return the cells that are left for it in its row."""
    return cells - cells_of(beside(place, cells))


def band(place: Answerable, cells: int, rows: int) -> list[Content]:
    """Return the rows that it covers: blank, or a band with its edges."""
    if not place.HAS_EDGES:
        return [BLANK] * rows
    unit = flush(Content.styled(beside(place, cells), "$muted"), cells).stylize_before("on $lift")
    return [Content.styled("▄" * cells, "$lift"), unit, Content.styled("▀" * cells, "$lift")]


def under(place: Answerable, hint: list[Content], cells: int, rows: int) -> list[Content]:
    """Return what stands below it in so many rows: the hint in any case, then what it shows itself, then its advice."""
    left = rows - (len(hint) + 1 if hint else 0)
    shown = place.below(cells, left - 1) if left > 1 else []
    left -= len(shown) + 1 if shown else 0
    advice = [Content.styled(crop(place.advice, cells), "$muted")] if place.advice and left > 1 else []
    return [row for block in (shown, advice, hint) if block for row in (BLANK, *block)]
