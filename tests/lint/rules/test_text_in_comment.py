"""Comments that look like the rest of a text."""

from __future__ import annotations

import pytest

from tests.support.checked import found, note, pointed_at

RULE = "text-in-comment"


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("C # major", "# major"),
        ("It rose (by # 3 or so) again", "# 3 or so) again"),
        ("Apollo # 11", "# 11"),
        ("What is C #", "#"),
        ("the “sign # of” it", "# of” it"),
    ],
)
def test_what_reads_on_behind_the_sign_is_found(text: str, comment: str) -> None:
    assert pointed_at(RULE, note(answer=text)) == [comment]


def test_a_question_that_ends_in_its_comment_is_found() -> None:
    assert pointed_at(RULE, note("What does the key of F # have?")) == ["# have?"]


@pytest.mark.parametrize(
    "text",
    [
        "A scheme  # see the first paragraph",
        "A scheme # from the glossary",
        "in C  # the key, not the note",
        '"C" # major',
        "C# # a language",
        "the #1 reason",  # the reader's to say
        "|  # kept as it is\n    C # major",
    ],
)
def test_comments_that_are_meant_are_left_alone(text: str) -> None:
    assert found(RULE, note(answer=text)) == []


def test_comments_on_lines_of_their_own_are_none_of_a_text() -> None:
    assert found(RULE, "# 1\n" + note(answer="C\n  # 2 of them")) == []
