"""Numbers three rows high, in the strokes of box drawing."""

from __future__ import annotations

_STROKES = {
    "0": "┏━┓┃ ┃┗━┛",
    "1": " ╻  ┃  ╹ ",
    "2": "╺━┓┏━┛┗━╸",
    "3": "╺━┓ ━┫╺━┛",
    "4": "╻ ╻┗━┫  ╹",
    "5": "┏━╸┗━┓╺━┛",
    "6": "┏━╸┣━┓┗━┛",
    "7": "╺━┓  ┃  ╹",
    "8": "┏━┓┣━┫┗━┛",
    "9": "┏━┓┗━┫╺━┛",
    ":": " : ",
}
"""Three rows of three cells each; the colon is a column of three."""


def digits(value: str) -> tuple[str, str, str]:
    """Return a text of digits and colons as three rows of equal width."""
    rows = ["", "", ""]
    for letter in value:
        strokes = _STROKES[letter]
        size = len(strokes) // 3
        for row in range(3):
            rows[row] += strokes[row * size : (row + 1) * size]
    return rows[0], rows[1], rows[2]
