"""What was found, as the workflow commands with which GitHub annotates the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.problem import Level, Problem
from quizapp.text import clean_line

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "notice"}


def github_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each problem, `::error file=…,line=…::message`, with its line feed.

    Columns are left out where a problem goes over several lines, as GitHub takes them within one line only.
    """
    for problem in problems:
        properties = {"file": problem.path}
        if problem.line:
            end_line = problem.end_line or problem.line
            properties |= {"line": str(problem.line), "endLine": str(end_line)}
            if end_line == problem.line:
                properties["col"] = str(problem.column)
                if problem.end_column:
                    properties["endColumn"] = str(problem.end_column)
        properties["title"] = problem.rule
        written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        yield f"::{_COMMANDS[problem.level]} {written}::{_data(_said(problem))}\n"


def _said(problem: Problem) -> str:
    return clean_line(f"{problem.message} {problem.mend}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
