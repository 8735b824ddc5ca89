"""The table of the format's rules lists what the reader reports, all of it and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import quizapp
from quizapp.deckfile.parse import parse_deck
from quizapp.deckfile.refusals import REFUSALS
from quizapp.lint.manual import WARNINGS

ROOT = Path(quizapp.__file__).parent
FILES = [*(ROOT / "deckfile").rglob("*.py"), *(ROOT / "store").glob("deck*.py")]
REPORTING = {
    *("error", "error_at", "warning_at", "Lack", "Problem", "ClozeError", "_Finding"),
    *("_refuse_sign", "_problem", "_refused"),
}
"""Calls whose first argument that looks like a rule's name is one."""

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NO_RULES = {"utf-8"}


def calls() -> Iterator[tuple[str, list[str]]]:
    """Yield the name of every function that is called, and of its arguments those that look like a rule's name."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                named = [text for text in texts if isinstance(text, str) and NAME.fullmatch(text)]
                yield ast.unparse(node.func).rpartition(".")[2], named


def test_every_rule_is_listed_and_none_that_is_gone() -> None:
    reported = {names[0] for function, names in calls() if function in REPORTING and names}
    assert reported == REFUSALS.keys()


def test_no_rule_is_reported_in_another_way() -> None:
    others = {name for function, names in calls() if function not in REPORTING for name in names if "-" in name}
    assert others <= NO_RULES


@pytest.mark.parametrize("rule", REFUSALS)
def test_each_says_in_one_sentence_what_it_means_and_how_to_mend_it(rule: str) -> None:
    assert re.fullmatch(r"[A-Z`][^;]+; [^;]+\.", REFUSALS[rule])


def test_what_is_taken_all_the_same_is_listed_as_a_warning() -> None:
    text = "notes:\n  - question: What is the #1 reason?\n    answer: A\n    accept: [1,200]\n"
    deck = parse_deck(text, "d.yaml")
    assert len(deck.notes) == 1
    assert {problem.rule for problem in deck.problems} == WARNINGS
    assert {names[0] for function, names in calls() if function == "warning_at" and names} <= WARNINGS
