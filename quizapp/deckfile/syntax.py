"""What to say where a text is not YAML: libyaml's errors in plain words, with what to write instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml import YAMLError
from yaml.error import Mark, MarkedYAMLError

from quizapp.deckfile.nodes import MAX_DEPTH, NestingError
from quizapp.deckfile.report import Report, quoted

_KEY_AND_VALUE = re.compile(r"(?P<key>\s*(?:-\s+)*[\w-]+):[ \t]+(?P<value>\S.*)")
_SIGNS = "[]{}*&!|>@`%\"',-?"  # what YAML gives a meaning of its own at the start of a value
_LONGEST_QUOTED = 60
_LIBYAML_TOO_DEEP = "maximum nesting depth"
"""Newer libyaml refuses 1,000 levels by itself, and looks that far ahead before the seventeenth is handed out."""


class _Finding(NamedTuple):
    """What is wrong at a line and column of the text, both from 0."""

    line: int
    column: int
    rule: str
    message: str
    mend: str


def report_syntax(error: YAMLError, text: str, report: Report) -> None:
    """Add the problem that a YAML error stands for; its lines count within `text`."""
    finding = _explain(error, text)
    line, column = finding[:2]
    lines = text.split("\n")
    if line >= len(lines):  # libyaml ends the last line of every text, also of one without a line feed there
        line, column = len(lines) - 1, len(lines[-1])
    report.error_at(line + 1, column + 1, *finding[2:])


def _explain(error: YAMLError, text: str) -> _Finding:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _Finding(-1, -1, "yaml-syntax", "The file is not YAML.", "Compare it with the manual's example.")
    at = error.problem_mark
    began = error.context_mark or at
    context = error.context or ""
    if isinstance(error, NestingError) or _LIBYAML_TOO_DEEP in (error.problem or ""):
        message = f"Lists and groups of keys are nested deeper than {MAX_DEPTH} levels here."
        return _Finding(at.line, at.column, "too-deep", message, "Put the value in quotes if it is text.")
    if "quoted scalar" in context:
        return _quotation(error.problem or "", began, at)
    line = text.split("\n")[at.line : at.line + 1]
    return (
        _tab(line, at)
        or _needs_quotes(line, at)
        or _bracket(context, began)
        or _Finding(
            at.line,
            at.column,
            "yaml-syntax",
            "This line does not fit the lines above it.",
            "Line up the keys of a note, and write a colon and a space after each key.",
        )
    )


def _quotation(problem: str, began: Mark, at: Mark) -> _Finding:
    if "unexpected" in problem:
        message = "The quotation mark that stands here has no closing one."
        mend = "Close it; a text that begins with an apostrophe goes in double quotes."
        return _Finding(began.line, began.column, "unclosed-quote", message, mend)
    message = "A backslash in double quotes begins an escape, and YAML has none like this."
    return _Finding(at.line, at.column, "bad-escape", message, r"Write \\ for a backslash, or use single quotes.")


def _tab(line: list[str], at: Mark) -> _Finding | None:
    if line and line[0][at.column : at.column + 1] == "\t":
        message = "A tab stands where YAML wants spaces."
        return _Finding(at.line, at.column, "tab", message, "Put spaces in place of the tab.")
    return None


def _needs_quotes(line: list[str], at: Mark) -> _Finding | None:
    """Return what to say when the value on a line is text that YAML took for something else."""
    found = _KEY_AND_VALUE.match(line[0]) if line else None
    if not found or at.column < found.start("value"):
        return None
    value = found["value"].rstrip()
    if value[0] in _SIGNS:
        why = f"A value that begins with {value[0]} means something else to YAML than its text."
    elif ": " in value or value.endswith(":"):
        why = f"The colon and space in {quoted(value)} make YAML see another key."
    else:
        return None
    mend = "Put the whole value in quotes."
    if len(value) <= _LONGEST_QUOTED:
        in_quotes = value.replace("'", "''")
        mend = f"Write {found['key'].strip(' -')}: '{in_quotes}'"
    return _Finding(at.line, found.start("value"), "needs-quotes", why, mend)


def _bracket(context: str, began: Mark) -> _Finding | None:
    if not context.startswith("while parsing a flow"):
        return None
    opening, closing = ("[", "]") if "sequence" in context else ("{", "}")
    message = f"The {opening} that stands here is not closed, or holds something that needs quotes."
    mend = f"Close it with {closing}, or put the value in quotes if it is text."
    return _Finding(began.line, began.column, "unclosed-bracket", message, mend)
