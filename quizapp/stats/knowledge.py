"""Knowledge over time: how many cards would have been recalled on each day. Source: the log, by FSRS-6."""

from __future__ import annotations

from typing import NamedTuple


class Knowledge(NamedTuple):
    """Study days, ascending, the last of them today, and the cards that would be recalled on each."""

    days: tuple[int, ...]
    known: tuple[float, ...]
