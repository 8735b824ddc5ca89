"""Telling what was found, in the form and to the place that the options say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.cli.checking.as_text import summary_lines, text_lines
from quizapp.cli.checking.checker import Outcome
from quizapp.cli.output import coloured, has_colour, is_terminal, note, say_styled, write_data
from quizapp.text import clean

FORMATS = ("text", "json", "github", "sarif")

COLUMNS = 100
"""How wide lines of decks are shown where there is no terminal."""


class How(NamedTuple):
    """In which form to tell, and into which file; None is stdout."""

    form: str = FORMATS[0]
    output: Path | None = None


def tell(outcome: Outcome, how: How) -> None:
    """Tell what was found: to stdout, or into a file and the summary to stderr."""
    if how.form == "text" and how.output is None:
        say_styled(text_lines(outcome, colour=has_colour(), columns=_columns()))
        return
    write_data(_data(outcome, how.form), how.output)
    if how.output is not None:
        note(next(summary_lines(outcome)))


def _columns() -> int:
    if not is_terminal():
        return COLUMNS
    from shutil import get_terminal_size  # late: it brings every way to compress

    return get_terminal_size((COLUMNS, 24)).columns


def _data(outcome: Outcome, form: str) -> Iterator[str]:
    if form == "text":
        return (f"{line}\n" for line in text_lines(outcome, colour=False, columns=COLUMNS))
    if form == "json":
        from quizapp.export.fields import PROBLEM_FIELDS, rows
        from quizapp.export.json_text import json_text

        return json_text(rows(PROBLEM_FIELDS, outcome.problems))
    if form == "github":
        from quizapp.cli.checking.as_github import github_lines

        return github_lines(outcome.problems)
    from quizapp.cli.checking.as_sarif import sarif_text

    return sarif_text(outcome)


def show_diff(outcome: Outcome, how: How) -> None:
    """Show what would be mended, as a diff."""
    from quizapp.cli.checking.mending import diff, mend

    mended = (done for file in outcome.files if (done := mend(file)) is not None)
    lines = diff(mended)
    if how.output is None and is_terminal():
        say_styled(_coloured(line.rstrip("\r\n") for line in lines))
    else:
        write_data(lines, how.output)


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    colours = {"+": 32, "-": 31, "@": 36} if has_colour() else {}
    for line in lines:
        colour = colours.get(line[:1])
        yield coloured(line, colour) if colour else clean(line)
