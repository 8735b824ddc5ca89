"""Charts of block characters: they say the same without colour, and a number always stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

_LEVELS = " ▁▂▃▄▅▆▇█"
_PARTS = " ▏▎▍▌▋▊▉█"


def bar(value: float, largest: float, cells: int) -> str:
    """Return a bar from the left, so many cells long where the value is the largest; never empty for more than 0."""
    if value <= 0 or largest <= 0:
        return ""
    eighths = max(round(min(value / largest, 1) * cells * 8), 1)
    return "█" * (eighths // 8) + _PARTS[eighths % 8].strip()


def upright(values: Sequence[float], height: int, wide: int = 1) -> list[str]:
    """Return columns that stand side by side, from the top line down, each so many cells wide.

    The highest takes the whole height; whatever is more than 0 is seen.
    """
    largest = max(values, default=0)
    eighths = [max(round(value / largest * height * 8), 1) if value > 0 else 0 for value in values]
    return [
        "".join(_LEVELS[min(max(eighth - row * 8, 0), 8)] * wide for eighth in eighths).rstrip()
        for row in reversed(range(height))
    ]
