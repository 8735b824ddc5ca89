"""What stands over everything while the terminal is smaller than any layout."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.lines import BLANK, centred, line
from quizapp.tui.widgets.drawn import Drawn

LEAST_COLUMNS, LEAST_ROWS = 60, 20


class TooSmall(Drawn):
    """Three sentences in the middle of whatever room there is."""

    DEFAULT_CSS = """
    TooSmall { display: none; height: 1fr; }
    """

    def draw(self, width: int, height: int) -> list[Content]:
        size = self.screen.size
        rows = [
            line(("A little more room, please.", "b $ink")),
            BLANK,
            line((f"{LEAST_COLUMNS} × {LEAST_ROWS} is enough", "$soft")),
            line((f"this is {size.width} × {size.height}", "$muted")),
            BLANK,
            line(("Nothing is lost, the clock waits.", "$muted")),
        ]
        if height < len(rows):
            rows = [row for row in rows if row][:height]
        above = [BLANK] * ((height - len(rows)) // 2)
        return above + [centred(row.truncate(width), width) for row in rows]
