"""Lines of styled text of an exact width, from which widgets are drawn.

Deck text enters as a `Content` or as a (text, style) pair and so is never read as markup. Styles name theme colours:
`"b $ink"`. A span can carry the action that a click on it takes (see `quizapp.tui.widgets.drawn`).
"""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from quizapp.text import clean, clean_line
from quizapp.tui.cells import crop, wrap

ACT = "act"
"""The key under which a span's style carries its action."""

Part = Content | tuple[str, str] | str
BLANK = Content("")


def line(*parts: Part) -> Content:
    """Return the parts, texts with their styles, as one line."""
    return Content.assemble(*parts)


def text(value: str, style: str, cells: int) -> Content:
    """Return untrusted text as one line of at most `cells` cells."""
    return Content.styled(crop(clean_line(value), cells), style)


def paragraph(value: str | Content, style: str, cells: int) -> list[Content]:
    """Return untrusted text as lines of at most `cells` cells; its own line feeds hold."""
    content = value if isinstance(value, Content) else Content(clean(value))
    content = content.expand_tabs(4).stylize_before(style)
    return [content[a:b] for a, b in wrap(content.plain, cells)]


def pad(left: Content, cells: int) -> Content:
    """Return the line filled up with blanks to `cells` cells."""
    return left.pad_right(max(cells - left.cell_length, 0))


def flush(right: Content, cells: int) -> Content:
    """Return the line pushed to the right end of `cells` cells."""
    return right.pad_left(max(cells - right.cell_length, 0))


def apart(left: Content, right: Content, cells: int) -> Content:
    """Return one line with `left` at its left end and `right` at its right end; `left` yields when both do not fit."""
    room = cells - right.cell_length
    if left.cell_length > room:
        left = left.truncate(max(room - 1, 0), ellipsis=True)
    return pad(left, room) + right


def centred(middle: Content, cells: int) -> Content:
    return pad(middle.pad_left(max(cells - middle.cell_length, 0) // 2), cells)


def acting(content: Content, action: str) -> Content:
    """Return the content as something that takes `action` when it is clicked."""
    return content.stylize(Style.from_meta({ACT: action}))
