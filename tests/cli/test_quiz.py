"""`quizapp quiz --plain`, and the quizzes of the past."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run
from worlds import World

DECK = """deck: kinds
title: Kinds
tags: [all]
notes:
  - {id: q, question: What is the capital of France?, answer: Paris, where: "Section, ¶ 2", explain: Since 987.}
  - {id: s, statement: It holds., holds: true}
"""
SCRIPT = {"What is the capital of France?": "Paris", "It holds.": "true"}


@pytest.fixture
def quiz(run: Run, world: World) -> Run:
    world.write("kinds.yaml", DECK)
    return lambda *args, stdin="": run("quiz", *args, stdin=stdin)


def test_answers_are_scored_and_what_was_wrong_is_shown_with_its_place(quiz: Run) -> None:
    done = quiz("kinds", "--plain", "--seed", "1", stdin="t\n:dunno\nx\n:dunno\n")
    assert done.code == 0
    assert "of 2 questions" in done.out
    assert "Right: Paris" in done.out
    assert "Section, ¶ 2" in done.out
    assert "Since 987." in done.out


def test_the_same_seed_gives_the_same_paper(quiz: Run) -> None:
    papers = [quiz("kinds", "--plain", "--seed", "7", stdin=":end\n").out for _ in range(2)]
    assert papers[0] == papers[1]
    again = quiz("--again", "--plain", stdin=":end\n").out
    assert again == papers[0]


def test_a_question_is_skipped_and_comes_back(quiz: Run) -> None:
    out = quiz("kinds", "--plain", "--seed", "1", stdin="\n\n:end\n").out
    assert out.count("Question 1 of 2") == 2
    assert "2 questions unanswered" in out


def test_the_end_of_input_keeps_the_quiz_and_it_goes_on_later(quiz: Run) -> None:
    first = quiz("kinds", "--plain", "--seed", "1", stdin=":dunno\n")
    assert "The quiz is kept" in first.out
    second = quiz("--plain", stdin=":dunno\n")
    assert "2 questions, 1 answered" in second.out
    assert "0 of 2 questions" in second.out
    assert len(quiz("--history").lines) == 2


def test_feedback_at_once_comes_after_each_answer(quiz: Run) -> None:
    out = quiz("kinds", "--plain", "--seed", "1", "--at-once", stdin=":dunno\n:back\n:dunno\n").out
    assert out.count("✗ Not answered") == 2
    assert "answered for good" in out


def test_answers_count_toward_the_schedule_only_when_asked(quiz: Run, run: Run) -> None:
    quiz("kinds", "--plain", "--seed", "1", stdin=":dunno\n:dunno\n")
    assert run("export", "reviews").out.count("kinds/") == 0
    counted = quiz("kinds", "--plain", "--seed", "1", "--count", stdin=":dunno\n:dunno\n")
    assert "2 answers counted toward the schedule" in counted.out
    assert run("export", "reviews").out.count("kinds/") == 2


def test_a_past_quiz_is_shown_and_printed_as_markdown(quiz: Run, tmp_path: Path) -> None:
    quiz("kinds", "--plain", "--seed", "1", stdin=":dunno\n:dunno\n")
    assert "0 of 2" in quiz("--history").out
    assert "Right: Paris" in quiz("--show", "1").out
    page = quiz("--markdown").out
    assert page.startswith("# Quiz: 0 of 2")
    file = tmp_path / "quiz.md"
    assert quiz("--markdown", "-o", str(file)).out == ""
    assert file.read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("nope",), 10),
        (("--tag", "nope"), 2),
        (("--markdown",), 2),
        (("--again",), 2),
        (("--show", "3"), 2),
        (("--questions", "0"), 2),
        (("--minutes", "many"), 2),
        (("--seed", "-1"), 2),
    ],
)
def test_what_cannot_be_is_said(quiz: Run, args: tuple[str, ...], code: int) -> None:
    refused = quiz(*args, "--plain")
    assert refused.code == code
    assert refused.err


def test_answers_that_cannot_be_are_told_how_to_answer(quiz: Run) -> None:
    out = quiz("kinds", "--plain", "--seed", "1", stdin="perhaps\n" + "x" * 100_000 + "\n\x1b[31m\x00\n:end\n").out
    assert "That is no answer to this question. Type true or false." in out or "of 2 questions" in out
    assert "\x1b" not in out
