"""What follows from the log and can be made again: schedules, and what is kept to save time."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose
from typing import Any

from quizapp.doctor.finding import REPAIR, Finding, noted, problem
from quizapp.doctor.patient import Patient
from quizapp.humanize import count
from quizapp.store import duefile
from quizapp.store.collector import collector_paused
from quizapp.store.column_cache import ColumnCache
from quizapp.store.log import head
from quizapp.store.rebuild import replayed
from quizapp.store.rows import state_row

SAME = 1e-6
"""How far stability and difficulty may be apart, relatively: processors round single precision in their own way."""

_MEMORY = slice(2, 4)


def position(patient: Patient) -> Iterator[Finding]:
    """Look whether the stored schedules follow the log to its end."""
    end = head(patient.connection)
    if end.folded != end.position:
        behind = [there - folded for there, folded in zip(end.position, end.folded, strict=True)]
        number = sum(map(abs, behind))
        yield problem(f"The schedules do not follow the log to its end: {number:,} events are left.", number, REPAIR)


def schedules(patient: Patient) -> Iterator[Finding]:
    """Look whether every stored schedule is the one that the log leads to."""
    with collector_paused():
        stored: dict[int, tuple[Any, ...]] = {row[0]: row for row in patient.rows("SELECT * FROM schedule")}
        total = wrong = 0
        for card_key, state in replayed(patient.connection):
            total += 1
            row = stored.pop(card_key, None)
            wrong += row is None or not _is_same(row, state_row(card_key, state))
    wrong += len(stored)
    if wrong:
        are = "is" if wrong == 1 else "are"
        yield problem(f"{wrong:,} of {total:,} schedules {are} not what the log leads to.", wrong, REPAIR)


def figures(patient: Patient) -> Iterator[Finding]:
    """Look whether the columns kept for figures are those of the log."""
    with collector_paused():
        if not ColumnCache(patient.settings.cache_folder, patient.path).is_right(patient.connection):
            yield problem("What is kept for figures is not what the log says.", 1, REPAIR)


def due(patient: Patient) -> Iterator[Finding]:
    """Look whether the counts kept for `quizapp due` are those of today."""
    kept = duefile.read(patient.settings, patient.clock)
    if kept is None:
        return
    day, now = patient.collection.due_today()
    if kept != (day, now):
        said = f"{kept[1].due} due and {kept[1].new} new"
        yield problem(f"quizapp due says {said}, and it is {now.due} and {now.new}.", 1, REPAIR)


def decks_kept(patient: Patient) -> Iterator[Finding]:
    """Look whether what is kept of each deck is what its file says."""
    from quizapp.doctor.deck_caches import wrong_entries

    wrong = wrong_entries(patient.settings)
    if wrong:
        yield problem(f"{count(len(wrong), 'deck')} kept otherwise than the file says.", len(wrong), REPAIR)


def under_way(patient: Patient) -> Iterator[Finding]:
    """Look whether a quiz that was left can be gone on with."""
    from quizapp.quiz.save import restore
    from quizapp.store.quizzes import under_way as kept

    try:
        found = kept(patient.connection)
        if found is not None:
            restore(found.state)
    except (ValueError, RecursionError):
        yield noted("A quiz that was left cannot be gone on with.", 1, "The next quiz takes its place: quizapp quiz")


def _is_same(stored: tuple[Any, ...], wanted: tuple[Any, ...]) -> bool:
    if stored == wanted:
        return True
    rest = (*stored[:2], *stored[4:]) == (*wanted[:2], *wanted[4:])
    return rest and all(
        a == b or (isinstance(a, float) and isinstance(b, float) and isclose(a, b, rel_tol=SAME))
        for a, b in zip(stored[_MEMORY], wanted[_MEMORY], strict=True)
    )
