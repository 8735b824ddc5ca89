"""Answers to a statement: true or false."""

from __future__ import annotations

from quizapp.grading.folding import fold
from quizapp.grading.verdict import Verdict, right, wrong

_WORDS = dict.fromkeys(("true", "t", "yes", "y"), True) | dict.fromkeys(("false", "f", "no", "n"), False)


def read_truth(text: str) -> bool | None:
    """Return what was typed: `true`, `t`, `yes`, `y`; `false`, `f`, `no`, `n`; None for anything else."""
    return _WORDS.get(fold(text).strip(" .!"))


def grade_statement(said: bool, holds: bool) -> Verdict:
    """Return RIGHT when what was said is so, else WRONG: of two choices there is nothing to forgive."""
    truth = "True" if holds else "False"
    return right(truth) if said == holds else wrong(f"Not right: the statement is {truth.lower()}", truth)
