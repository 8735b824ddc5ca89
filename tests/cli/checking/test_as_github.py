"""Workflow commands of GitHub: one line a problem, with everything escaped that would end it or a property."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.checking.as_github import github_lines
from quizapp.problem import Level, Problem
from quizapp.text import clean_line


def line(problem: Problem) -> str:
    (found,) = github_lines([problem])
    return found


def test_a_problem_on_one_line_has_columns() -> None:
    problem = Problem("d/a.yaml", 3, 5, "some-rule", "It is so.", "Do this.", Level.WARNING, 3, 9)
    assert line(problem) == (
        "::warning file=d/a.yaml,line=3,endLine=3,col=5,endColumn=9,title=some-rule::It is so. Do this.\n"
    )


def test_a_problem_over_several_lines_has_none() -> None:
    problem = Problem("a.yaml", 3, 5, "some-rule", "It is so.", level=Level.HINT, end_line=4, end_column=9)
    assert line(problem) == "::notice file=a.yaml,line=3,endLine=4,title=some-rule::It is so.\n"


def test_a_problem_of_the_file_has_no_line() -> None:
    assert line(Problem("a.yaml", 0, 0, "r", "It is so.")) == "::error file=a.yaml,title=r::It is so.\n"


def test_what_ends_a_property_or_a_line_is_escaped() -> None:
    problem = Problem("a,b:c%0A.yaml", 1, 1, "r", "100 % of\r\n::error::that, really")
    assert line(problem) == (
        "::error file=a%2Cb%3Ac%250A.yaml,line=1,endLine=1,col=1,title=r::100 %25 of ::error::that, really\n"
    )


@given(st.text(), st.text())
def test_any_text_stays_in_its_place(path: str, message: str) -> None:
    found = line(Problem(path, 0, 0, "r", message))
    head, said = re.fullmatch(r"::error file=([^:,\r\n]*),title=r::([^\r\n]*)\n", found).groups()
    assert undone(head.replace("%2C", ",").replace("%3A", ":")) == path
    assert undone(said) == clean_line(f"{message} ")


def undone(text: str) -> str:
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
