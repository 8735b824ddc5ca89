"""Answers that are several items, in any order or in the right one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.grading.normal_form import normal_form
from quizapp.grading.typed import grade_typed
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.model import Rating
from quizapp.text import clean_line, shorten

MOST_ENTRIES = 100
"""Entries that are looked at; who types more has not recalled a list."""

_SEPARATORS = tuple(map(re.compile, ("\n", ";", ",(?![0-9]{3})", r"(?i:\band\b)|&")))
"""What may stand between entries, the surest first."""


@dataclass(frozen=True, slots=True)
class ListVerdict(Verdict):
    """A verdict on a list: the item that each entry names, or None, and the items missing, all by index."""

    entries: tuple[int | None, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def tally(self) -> str:
        """Return the sentence without the items it calls missing, for where they are shown one by one."""
        return self.sentence.partition(_MISSING)[0]


_MISSING = ", missing: "


def split_entries(text: str, items: Sequence[str]) -> list[str]:
    """Return the entries of a typed text: what stands between line ends, semicolons, commas and *and*.

    What also stands inside an item separates nothing (`Research and Development`, `Washington, D.C.`).
    """
    entries = [text]
    for separator in _SEPARATORS:
        if not any(separator.search(item) for item in items):
            entries = [part for entry in entries for part in separator.split(entry)]
    return [line for entry in entries if (line := clean_line(entry))]


def grade_list(
    typed: Sequence[str], items: Sequence[str], *, ordered: bool = False, accept: Sequence[Sequence[str]] = ()
) -> ListVerdict:
    """Return the verdict on a list: credit for each item named, or for those named in the right order.

    Every entry is graded as a typed answer whose slips must not turn one item into another, and names one
    item at most; every item counts once, with the entries assigned so that as many as possible are named.
    Ordered, the credit is that of the longest run of entries that stand in the right order among themselves
    (longest common subsequence). Wrong entries cost nothing until there are more entries than items, so
    guessing on does not pay; repeats are let be.

    Args:
        typed: the entries, as from `split_entries` or from arranging; only the first `MOST_ENTRIES` count.
        accept: other wordings of each item, as many as there are items, or none at all.
    Raises:
        ValueError: there are no items, or `accept` does not fit them.
    """
    if not items or (accept and len(accept) != len(items)):
        raise ValueError("a list needs items, and wordings for each of them or for none")
    entries = [line for entry in typed[:MOST_ENTRIES] if (line := clean_line(entry))]
    if not entries:
        return ListVerdict(Outcome.EMPTY, 0.0, "Nothing typed", missing=tuple(range(len(items))))
    fits = [_items_named(entry, items, accept or [()] * len(items)) for entry in entries]
    named = _assign(fits)
    found = [item for item in named if item is not None]
    extra = sum(not fit for fit in fits)
    in_order = _longest_rising(found) if ordered else len(found)
    missing = tuple(item for item in range(len(items)) if item not in found)
    credit = in_order / max(len(items), len(found) + extra)
    slipped = sum(item is not None and not fit[item] for item, fit in zip(named, fits, strict=True))
    outcome = _outcome(credit, slipped)
    sentence = _sentence(outcome, items, missing, extra=extra, in_order=in_order, slipped=slipped)
    return ListVerdict(outcome, credit, sentence, ", ".join(items), None, tuple(named), missing)


def _items_named(entry: str, items: Sequence[str], accept: Sequence[Sequence[str]]) -> dict[int, bool]:
    """Return the items an entry may stand for, and whether it does so without a slip."""
    key = normal_form(entry).key
    same = {at: True for at, item in enumerate(items) if normal_form(item).key == key}
    if same:
        return same
    fits: dict[int, bool] = {}
    for at, (item, wordings) in enumerate(zip(items, accept, strict=True)):
        verdict = grade_typed(entry, item, wordings, [other for other in items if other != item])
        if verdict.outcome is Outcome.RIGHT:
            fits[at] = True
        elif verdict.outcome is Outcome.CLOSE or (
            verdict.outcome is Outcome.UNSURE and verdict.suggested is Rating.GOOD
        ):
            fits[at] = False
    return fits


def _assign(fits: Sequence[dict[int, bool]]) -> list[int | None]:
    """Return an item for each entry, each item once, for as many entries as can be (augmenting paths).

    Entries without a slip choose first.
    """
    holder: dict[int, int] = {}

    def serve(entry: int, tried: set[int]) -> bool:
        for item in sorted(fits[entry], key=lambda item: (item in holder, not fits[entry][item])):
            if item in tried:
                continue
            tried.add(item)
            if item not in holder or serve(holder[item], tried):
                holder[item] = entry
                return True
        return False

    for entry in sorted(range(len(fits)), key=lambda entry: not any(fits[entry].values())):
        serve(entry, set())
    items = {entry: item for item, entry in holder.items()}
    return [items.get(entry) for entry in range(len(fits))]


def _longest_rising(order: Sequence[int]) -> int:
    """Return the length of the longest rising subsequence (patience sorting)."""
    tops: list[int] = []
    for item in order:
        at = bisect_left(tops, item)
        tops[at : at + 1] = [item]
    return len(tops)


def _outcome(credit: float, slipped: int) -> Outcome:
    if credit == 1:
        return Outcome.CLOSE if slipped else Outcome.RIGHT
    return Outcome.PARTLY if credit else Outcome.WRONG


def _sentence(
    outcome: Outcome, items: Sequence[str], missing: Sequence[int], *, extra: int, in_order: int, slipped: int
) -> str:
    if outcome is Outcome.RIGHT:
        return "Right"
    named = len(items) - len(missing)
    if outcome is Outcome.CLOSE:
        return f"Nearly right: all {named} named, {slipped} with a slip"
    parts = [f"{named} of {len(items)} named"]
    if in_order < named:
        parts.append(f"{in_order} in the right order")
    if extra:
        parts.append(f"{extra} wrong")
    if missing:
        shown = ", ".join(shorten(items[item], 40) for item in missing[:3])
        rest = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        return f"{', '.join(parts)}{_MISSING}{shown}{rest}"
    return ", ".join(parts)
