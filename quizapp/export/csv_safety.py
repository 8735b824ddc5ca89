"""CSV of texts that strangers wrote, safe also where a spreadsheet parts cells at other signs than commas. Pure.

Where numbers are written with a comma (most of Europe), Excel parts cells at semicolons, and a paste parts them at
tabs; quotes in the middle of what is a cell there count as text. So the middle of a text can become the beginning of
a cell: `x;=HYPERLINK(…)`. Of what stands at the beginning of a text `csv_text` takes care.

A cell that begins with white space before its sign is left alone: Excel and LibreOffice take it for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.text import clean

_INNER_START = re.compile(r"([;\t\n])([=@＝＠]|[+＋\-－](?! ))")
"""A sign that makes a formula, right behind one that may part cells; a dash and a space begin an item of a list."""


def safe_chunks(chunks: Iterable[str]) -> Iterator[str]:
    """Yield the text of a table without controls, and with an apostrophe before each formula inside a text.

    Its rows must not begin with a negative number, as would then look like one.
    """
    for chunk in chunks:
        yield _INNER_START.sub(r"\1'\2", clean(chunk))
