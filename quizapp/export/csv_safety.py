"""CSV of texts that strangers wrote, safe also where a spreadsheet parts cells at other signs than commas. Pure.

Where numbers are written with a comma (most of Europe), Excel parts cells at semicolons, and a paste parts them at
tabs; quotes in the middle of what is a cell there count as text. So the middle of a text can become the beginning of
a cell: `x;=HYPERLINK(…)`.

A cell that begins with white space before its sign is left alone: Excel and LibreOffice take it for text.
"""

from __future__ import annotations

import re

from quizapp.text import clean

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet run a text; the wide forms count in East Asian settings."""

PARTING = ";\t\n"
FORMULA_SIGNS = "=@＝＠+＋－-"
"""What `_INNER_START` looks for, as sets of characters: of a dash more than that, so who finds these looks again."""

_INNER_START = re.compile(r"([;\t\n])([=@＝＠]|[+＋\-－](?! ))")
"""A sign that makes a formula, right behind one that may part cells; a dash and a space begin an item of a list."""


def disarmed(text: str) -> str:
    """Return a text of a cell without controls, and with an apostrophe before each formula at its beginning or inside.

    It is cleaned first: what is cleaned away could have stood before a sign.
    """
    text = _INNER_START.sub(r"\1'\2", clean(text))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
