"""What the sheets say: the keys of a screen, the source and the state of a card, problems in decks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.paths import tilde
from quizapp.tui.actions import key_name
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import BLANK, line, pad, paragraph
from quizapp.tui.sitting import Asked
from quizapp.tui.widgets.footer import Usable
from quizapp.tui.widgets.lines_view import Writer

if TYPE_CHECKING:
    from quizapp.problem import Problem

_KEYS = 16
_LABEL = 12


def keys(usable: Sequence[Usable]) -> Writer:
    """Return what each key of a screen does, in its order; keys that work everywhere come last."""
    here = [item for item in usable if "." in item[0].id]
    everywhere = [item for item in usable if "." not in item[0].id]

    def write(width: int) -> list[Content]:
        return [*_key_rows(here, width), BLANK, *_key_rows(everywhere, width)]

    return write


def _key_rows(usable: Sequence[Usable], width: int) -> list[Content]:
    rows = []
    for action, bound in usable:
        names = Content.styled("  ".join(key_name(key) for key in bound), "b $soft")
        rows += _labelled(names, action.tells, _KEYS, width)
    return rows


def source(asked: Asked) -> Writer:
    """Return all that a deck says of where a card comes from."""
    card, origin = asked.card, asked.deck.source
    facts = (
        ("place", card.where),
        ("article", origin.title),
        ("publisher", origin.publisher),
        ("author", origin.author),
        ("date", origin.date),
        ("address", origin.url),
    )
    return lambda width: [
        row
        for label, value in facts
        if value
        for row in _labelled(Content.styled(label, "$muted"), value, _LABEL, width)
    ]


def problems(found: Sequence[Problem]) -> Writer:
    """Return each problem in the deck files: where it is, what it is, what to write instead."""

    def write(width: int) -> list[Content]:
        rows: list[Content] = []
        for problem in found:
            where = f", line {problem.line}, column {problem.column}" if problem.line else ""
            rows += paragraph(tilde(Path(problem.path)) + where, "b $ink", width)
            rows += paragraph(f"✗ {problem.message}", "$alert", width)
            rows += paragraph(problem.mend, "$soft", width) if problem.mend else []
            rows.append(BLANK)
        return rows

    return write


def _labelled(label: Content, value: str, indent: int, width: int) -> list[Content]:
    """Return a label with its value beside it, the value's further lines below its first."""
    room = max(indent, cells_of(label.plain) + 2)
    lines = paragraph(value, "$soft", max(width - room, 20))
    return [line(pad(label if number == 0 else BLANK, room), row) for number, row in enumerate(lines)]
