"""The database as a file: its pages, its indexes, its schema, and whether rows lead where they should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import CheckConstraint

from quizapp.doctor.finding import REPAIR, RESTORE, SALVAGE, Finding, noted, problem
from quizapp.doctor.patient import MOST_COMPLAINTS, Patient
from quizapp.errors import StoreDamaged
from quizapp.humanize import count, listed
from quizapp.store.shape import check_bounds
from quizapp.store.tables import Base
from quizapp.text import shorten


def pages(patient: Patient) -> Iterator[Finding]:
    """Look whether every page of the file can be read and belongs somewhere."""
    found = patient.page_complaints
    if found:
        yield problem(f"SQLite finds {count(len(found), 'fault')} in the file: {_first(found)}.", len(found), SALVAGE)


def schema(patient: Patient) -> Iterator[Finding]:
    """Look whether tables, indexes and triggers are just those that quizapp makes."""
    found = patient.strange
    if found:
        named = shorten(listed(found[:3]), 200)
        more = f", and {len(found) - 3} more" if len(found) > 3 else ""
        yield problem(f"The database is not as quizapp makes it: {named}{more}.", len(found), SALVAGE)
    elif patient.is_old:
        yield noted("An earlier quizapp made the database.", 0, "It is upgraded by the next start: quizapp")


def indexes(patient: Patient) -> Iterator[Finding]:
    """Look whether each index holds just what its table does."""
    found = patient.index_complaints
    if found:
        names = sorted({line.split()[-1] for line in found})
        what = f"{_number(len(found), 'entry')} of an index {'is' if len(found) == 1 else 'are'} wrong"
        yield problem(f"{what}, in {shorten(listed(names), 120)}.", len(found), REPAIR)


def values(patient: Patient) -> Iterator[Finding]:
    """Look whether every value keeps to the rules of its table."""
    tables = Counter(line.split()[-1].partition(".")[0] for line in patient.value_complaints)
    for table, rule in _rules():
        (broken,) = next(patient.rows(f"SELECT count(*) FROM {table} WHERE NOT ({rule})"))
        tables[table] += broken
    for table, number in tables.items():
        if number:
            what = f"{number:,} value{'' if number == 1 else 's'} that no quizapp writes"
            yield problem(f"The table {table} holds {what}.", number, RESTORE)
    try:
        check_bounds(patient.raw, patient.path)
    except StoreDamaged as error:
        yield problem(f"{error.why[0].upper()}{error.why[1:]}.", 1, RESTORE)


def links(patient: Patient) -> Iterator[Finding]:
    """Look whether every row leads to a card and a device that are there."""
    broken = Counter((table, parent) for table, _, parent, _ in patient.rows("PRAGMA foreign_key_check"))
    for (table, parent), number in broken.items():
        yield problem(f"{_number(number, 'row')} of {table} belong to a {parent} that is not there.", number, RESTORE)


def _rules() -> Iterator[tuple[str, str]]:
    """Yield each table with what its rows meet: its CHECKs, which SQLite forgets of a file that is opened to read."""
    for name, table in Base.metadata.tables.items():
        checks = [each.sqltext for each in table.constraints if isinstance(each, CheckConstraint)]
        if checks:
            yield name, " AND ".join(f"coalesce(({check}), 1)" for check in checks)


def _number(number: int, thing: str) -> str:
    if thing.endswith("y"):
        counted = f"{number:,} {thing if number == 1 else thing[:-1] + 'ies'}"
    else:
        counted = count(number, thing)
    return f"{counted} or more" if number >= MOST_COMPLAINTS else counted


def _first(complaints: list[str]) -> str:
    return shorten(complaints[0].rstrip("."), 90)
