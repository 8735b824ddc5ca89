"""The two palettes, for the screens and for the report.

Each colour has one use, named in the comment beside it. `muted`, `soft`, `ink`, `accent` and `alert` carry words, and
reach a contrast of 4.5 on every surface a word may stand on; the rest never carry words.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of one theme, as `#rrggbb`."""

    ground: str  # the page
    card: str  # a raised surface: the card, an unfocused rating
    lift: str  # a field to type in, what the mouse is over
    tint: str  # the focused action
    band: str  # shading inside a chart
    rule: str  # hairlines
    faint: str  # chart guides, the dot for zero
    muted: str  # labels, units, what can be skipped
    soft: str  # running text, key names
    ink: str  # what should be read first
    accent: str  # focus, progress, the one action, what is right
    alert: str  # what is wrong, only that
    heat1: str
    heat2: str
    heat3: str  # bars, too
    heat4: str


WORDS = ("muted", "soft", "ink", "accent", "alert")
SURFACES = ("ground", "card", "lift", "tint")

PALETTES = {
    "dark": Palette(
        ground="#14161a",
        card="#1b1e24",
        lift="#262a32",
        tint="#20302d",
        band="#1e2530",
        rule="#343944",
        faint="#656b78",
        muted="#979ca7",
        soft="#b9bdc6",
        ink="#e4e6ea",
        accent="#8fcbb9",
        alert="#e8a39a",
        heat1="#2c4a44",
        heat2="#47766b",
        heat3="#68a292",
        heat4="#9fdccb",
    ),
    "light": Palette(
        ground="#f2f0ea",
        card="#fcfbf8",
        lift="#e5e2d9",
        tint="#d8e8e1",
        band="#e6e8df",
        rule="#d2cec3",
        faint="#88847a",
        muted="#5f5d57",
        soft="#42413d",
        ink="#1b1c1e",
        accent="#17604f",
        alert="#9a332a",
        heat1="#b4d5c9",
        heat2="#79b1a0",
        heat3="#3c8674",
        heat4="#0f4a3e",
    ),
}
