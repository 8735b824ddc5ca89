"""Code and emphasis in a line of Markdown, found in one walk: however the signs stand, time grows with the length.

A regular expression that looks for the sign which closes a span goes over the rest of the text once for every sign
that opens one, so that a file of nothing but signs would be read for hours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

_TICKS = re.compile(r"`+")


class Sign(NamedTuple):
    """What opens a span, the longest first, and what closes one of each length."""

    opens: re.Pattern[str]
    closes: dict[int, re.Pattern[str]]


STARS = Sign(re.compile(r"\*{1,3}"), {n: re.compile(rf"(?<=\S)(?=\*{{{n}}})") for n in (1, 2, 3)})
WAVES = Sign(re.compile(r"~~"), {2: re.compile(r"(?<=\S)(?=~~)")})
LOW_LINES = Sign(re.compile(r"(?<!\w)_{1,3}"), {n: re.compile(rf"(?<=\S)(?=_{{{n}}}(?!\w))") for n in (1, 2, 3)})


def replace_code(text: str, keep: Callable[[str], str]) -> str:
    """Return the text with what `keep` makes of each code span in its place: between two runs of as many backticks."""
    runs = [(run.start(), run.end()) for run in _TICKS.finditer(text)]
    of_length: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        of_length.setdefault(runs[number][1] - runs[number][0], []).append(number)
    pieces: list[str] = []
    copied = number = 0
    while number < len(runs):
        start, end = runs[number]
        alike = of_length[end - start]
        while alike and alike[-1] <= number:
            alike.pop()
        if alike:
            closing = runs[alike[-1]]
            pieces += text[copied:start], keep(text[end : closing[0]].strip())
            copied, number = closing[1], alike[-1]
        number += 1
    return "".join(pieces) + text[copied:]


def unmarked(text: str, sign: Sign) -> str:
    """Return the text without the signs of emphasis around a span; each span lies in one line."""
    return "\n".join([_unmarked(line, sign) for line in text.split("\n")])


def _unmarked(line: str, sign: Sign) -> str:
    if not sign.opens.search(line):
        return line
    ends = {length: [found.start() for found in closes.finditer(line)] for length, closes in sign.closes.items()}
    pieces: list[str] = []
    copied = at = 0
    while opening := sign.opens.search(line, at):
        at = opening.start() + 1
        for length in range(len(opening[0]), 0, -1):
            inside = opening.start() + length
            places = ends.get(length, [])
            index = bisect_left(places, inside + 1)
            if index < len(places) and not line[inside].isspace():
                pieces += line[copied : opening.start()], line[inside : places[index]]
                copied = at = places[index] + length
                break
    return "".join(pieces) + line[copied:]
