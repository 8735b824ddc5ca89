"""The whole examination: every check in turn, each found something or nothing."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import ExitStack
from dataclasses import replace

from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.doctor import deck_checks, derived_checks, file_checks, log_checks, place_checks
from quizapp.doctor.finding import SALVAGE, Check, Finding, Level
from quizapp.doctor.patient import WAIT_S, Patient, admitted
from quizapp.errors import DeckFolderMissing, StoreDamaged, StoreError
from quizapp.store.faults import sqlite_faults

CHECKS = (
    Check("pages", "every page of the file", "The file is whole.", file_checks.pages, "file"),
    Check("schema", "tables, indexes, triggers", "Tables are as quizapp makes them.", file_checks.schema, "file"),
    Check("indexes", "indexes against their tables", "Indexes hold what their tables do.", file_checks.indexes),
    Check("values", "the rules of every column", "Every value is one that can be.", file_checks.values),
    Check("links", "rows that refer to others", "Every row leads to its card and device.", file_checks.links),
    Check(
        "instants", "instants and study days", "Every event is on the study day of its instant.", log_checks.instants
    ),
    Check("future", "events after now", "No event is from the future.", log_checks.future),
    Check("ids", "ids against instants", "Every id sorts where its instant stands.", log_checks.ids),
    Check("twice", "answers on record twice", "No event is there twice.", log_checks.twice),
    Check("details", "details of acts and quizzes", "Acts and quizzes say what they should.", log_checks.details),
    Check("undos", "what undos take back", "What was taken back is on record.", log_checks.undos),
    Check(
        "position", "how far schedules follow the log", "Schedules follow the log to its end.", derived_checks.position
    ),
    Check(
        "schedules",
        "schedules against the log",
        "Every schedule is what its answers lead to.",
        derived_checks.schedules,
    ),
    Check("quiz", "the quiz that was left", "No quiz is left that could not go on.", derived_checks.under_way),
    Check("figures", "columns kept for figures", "What is kept for figures is right.", derived_checks.figures),
    Check("decks", "deck files", "Every deck can be read.", deck_checks.readable, "else"),
    Check("deck-ids", "ids of decks", "Every deck has an id of its own.", deck_checks.one_id_each, "else"),
    Check(
        "deck-cache",
        "what is kept of decks",
        "What is kept of decks is what they say.",
        derived_checks.decks_kept,
        "else",
    ),
    Check("orphans", "progress without a card", "All progress has its card.", deck_checks.orphans),
    Check("due", "the counts of quizapp due", "The counts of quizapp due are right.", derived_checks.due),
    Check("modes", "who may read your files", "Only you can read your progress.", place_checks.modes, "else"),
    Check("leftovers", "what was left behind", "Nothing was left behind.", place_checks.leftovers, "else"),
    Check("backups", "the backups", "Every backup can be read.", place_checks.backups, "else"),
)
"""All checks, in the order in which they are made: what later ones rely on comes first."""

_SOUND = {"pages", "values", "details", "instants"}
"""A log with a problem that one of these found is not followed: it could lead anywhere."""

_FOLLOW_THE_LOG = {"schedules", "figures", "due", "orphans"}


def examine(
    settings: Settings,
    clock: Clock,
    begin: Callable[[Check], None] = lambda check: None,
    *,
    only: Container[str] | None = None,
) -> Iterator[Finding]:
    """Yield what every check that can be made finds, at least one finding each, in order. Nothing is changed.

    Args:
        begin: called with a check before it is made: on a large database one may take seconds.
        only: the names of the checks to make, None for all.
    Raises:
        NotADatabase: the file is another program's, or its first page is destroyed.
        NewerDatabase: a later quizapp made it.
        StoreError: it cannot be read at all, for a reason that is no damage.
    """
    with ExitStack() as opened:
        try:
            patient = opened.enter_context(admitted(settings, clock))
        except StoreDamaged:
            yield Finding("pages", Level.PROBLEM, "SQLite cannot begin to read the file.", 1, SALVAGE)
            patient = Patient(settings, clock, None, 0, opened)
        else:
            if patient.sql is None:
                yield Finding("pages", Level.NOTE, "No answer is on record yet, so there is no database to look at.")
        for check in CHECKS:
            if (only is not None and check.name not in only) or not _can_be_made(check, patient):
                continue
            begin(check)
            found = list(_made(check, patient))
            if any(each.level is Level.PROBLEM for each in found):
                patient.unsound.add(check.name)
            yield from found or [Finding(check.name, Level.FINE, check.fine)]


def _can_be_made(check: Check, patient: Patient) -> bool:
    return {"rows": patient.has_rows, "file": patient.sql is not None}.get(check.reads, True)


def _made(check: Check, patient: Patient) -> Iterator[Finding]:
    if check.name in _FOLLOW_THE_LOG and patient.unsound & _SOUND:
        yield Finding(check.name, Level.NOTE, f"Not looked at: {check.looks_at}. The log cannot be followed as it is.")
        return
    try:
        with sqlite_faults(patient.path, WAIT_S):
            for found in check.run(patient):
                yield replace(found, check=check.name)
    except DeckFolderMissing:  # another check has told
        yield Finding(check.name, Level.NOTE, f"Not looked at: {check.looks_at}. A decks folder is missing.")
    except StoreError:
        yield Finding(check.name, Level.PROBLEM, f"Could not be read through: {check.looks_at}.", 0, SALVAGE)
