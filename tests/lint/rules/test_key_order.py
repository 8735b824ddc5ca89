"""The order of a note's keys."""

from __future__ import annotations

import pytest

from tests.support.checked import found, mended, note, pointed_at

RULE = "key-order"


def test_the_first_key_behind_its_place_is_pointed_at() -> None:
    assert pointed_at(RULE, "- answer: A\n  question: Q?\n  id: a\n") == ["question"]


def test_the_usual_order_may_leave_keys_out() -> None:
    assert found(RULE, note(id="a", accept="[b]", tags="[c]")) == []
    assert found(RULE, "- cloze: A {{gap}}.\n  hint: b\n  where: c\n") == []


def test_keys_move_with_their_comments_and_with_lines_of_any_kind() -> None:
    before = """\
- hint: short   # of the hint
  # of the question
  question: >
    Two

    lines?
  id: a

  # of the answer
  answer:
    - one
    - two
  choices: [three,
    four]
- id: b
  question: Q?
  answer: A
"""
    after = """\
- id: a
  # of the question
  question: >
    Two

    lines?

  # of the answer
  answer:
    - one
    - two
  choices: [three,
    four]
  hint: short   # of the hint
- id: b
  question: Q?
  answer: A
"""
    assert mended(RULE, before) == after


def test_a_comment_above_the_key_that_is_to_be_first_stays_a_line_of_its_own() -> None:
    snippet = "- answer: A\n  # quizapp: ignore vague-question: as in the source\n  question: Q?\n"
    (problem,) = found(RULE, snippet)
    assert problem.fix == ()


@pytest.mark.parametrize("snippet", ["- {answer: A, question: Q?}\n", "- answer: A\n  question: Q?"])
def test_notes_in_braces_and_at_the_very_end_are_found(snippet: str) -> None:
    assert len(found(RULE, snippet)) == 1
    assert mended(RULE, snippet) in (snippet, "- question: Q?\n  answer: A")


def test_a_dash_on_a_line_of_its_own_stays_there() -> None:
    assert mended(RULE, "-\n  answer: A\n  question: Q?\n") == "-\n  question: Q?\n  answer: A\n"
