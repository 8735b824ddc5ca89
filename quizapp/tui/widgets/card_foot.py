"""The foot of a card once its answer shows: where it comes from, and what is predicted of it."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui import words
from quizapp.tui.cells import crop_before
from quizapp.tui.lines import BLANK, acting, apart, line
from quizapp.tui.sitting import Asked


def foot(asked: Asked, cells: int, rows: int, source_key: str, details_key: str) -> list[Content]:
    """Return one row or two, each part with the key that shows more of it."""
    if asked.aside is not None:
        source = words.source(asked)
        row = line((source_key, "b $soft"), ("  source   ", "$muted"), (_cropped(source, cells - 12), "$soft"))
        return [*[BLANK] * (rows - 1), acting(row, "source") if source else BLANK]
    source, (recall, *rest) = words.source(asked), words.recall(asked)
    if rows == 1:
        right = acting(line((details_key, "b $soft"), (f"  {recall}", "$soft")), "details")
        left = line((source_key, "b $soft"), "  ", (_cropped(source, cells - right.cell_length - 7), "$soft"))
        return [apart(acting(left, "source") if source else BLANK, right, cells)]
    left = line((source_key, "b $soft"), ("  source   ", "$muted"), (_cropped(source, cells - 12), "$soft"))
    more = ((f" · {part}", "$muted") for part in rest)
    right = line((details_key, "b $soft"), ("  recall   ", "$muted"), (recall, "$soft"), *more)
    return [acting(left, "source") if source else BLANK, acting(right, "details")]


def _cropped(source: str, cells: int) -> str:
    """Return a source in so many cells; a title yields before the paragraph that follows it."""
    before = next((mark for mark in ("”, ", ", ¶") if mark in source), ", ")  # several paragraphs have commas between
    return crop_before(source, before, cells)
