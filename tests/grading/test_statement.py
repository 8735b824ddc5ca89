"""True or false."""

from __future__ import annotations

import pytest

from quizapp.grading.statement import grade_statement, read_truth
from quizapp.grading.verdict import Outcome


@pytest.mark.parametrize(
    ("said", "holds", "outcome", "sentence"),
    [
        (True, True, Outcome.RIGHT, "Right"),
        (False, False, Outcome.RIGHT, "Right"),
        (True, False, Outcome.WRONG, "Not right: the statement is false"),
        (False, True, Outcome.WRONG, "Not right: the statement is true"),
    ],
)
def test_verdict_on_a_statement(said: bool, holds: bool, outcome: Outcome, sentence: str) -> None:
    verdict = grade_statement(said, holds)
    assert (verdict.outcome, verdict.sentence) == (outcome, sentence)


@pytest.mark.parametrize(
    ("text", "said"),
    [("True", True), ("t", True), (" yes. ", True), ("F", False), ("No", False), ("", None), ("maybe", None)],
)
def test_what_was_typed(text: str, said: bool | None) -> None:
    assert read_truth(text) is said
