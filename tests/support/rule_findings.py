"""What single rules find in a snippet of a deck."""

from __future__ import annotations

from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import DEFAULT, Configuration
from quizapp.lint.engine import check_text
from quizapp.lint.page import as_deck
from quizapp.problem import Problem


def only(name: str) -> Configuration:
    """Return a configuration in which all other rules are off."""
    return DEFAULT.overruled_by(Configuration({other: None for other in all_rules() if other != name}))


def found(name: str, snippet: str) -> list[Problem]:
    """Return what a rule finds in notes, or in a deck that begins with `deck:`."""
    return [problem for problem in check_text(as_deck(snippet), "example.yaml", only(name)) if problem.rule == name]


def pointed_at(name: str, snippet: str) -> list[str]:
    """Return the text that each finding of a rule points at, where that stands on one line."""
    lines = as_deck(snippet).split("\n")
    return [lines[problem.line - 1][problem.column - 1 : problem.end_column - 1] for problem in found(name, snippet)]


def question(text: str, answer: str = "Something", **more: str) -> str:
    """Return a note with a question; texts are written in single quotes."""
    lines = [f"- question: {quoted(text)}", f"  answer: {quoted(answer)}"]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in more.items())]) + "\n"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
