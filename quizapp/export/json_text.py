"""Rows as one JSON array, a row a line, in chunks: a long list takes no more memory than a short one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quizapp.export.fields import Row


def json_text(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of a JSON array of objects; RFC 8259, so no NaN and no infinity.

    Raises:
        ValueError: a number is not finite.
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    before = "[\n"
    for row in rows:
        yield before + encode(row)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
