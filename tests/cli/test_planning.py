"""`quizapp exam` and `quizapp spread`: shown first, done with --yes, taken back as one."""

from __future__ import annotations

import pytest
from command_line import Run
from worlds import World

DECK = "deck: rivers\ntitle: Rivers\ntags: [water]\nnotes:\n" + "".join(
    f"  - id: n{n}\n    question: River {n}?\n    answer: It is {n}.\n" for n in range(12)
)


@pytest.fixture
def studied(run: Run, world: World) -> Run:
    world.write("rivers.yaml", DECK)
    run("study", "rivers", "--plain", stdin="\n4\n" * 12)
    world.clock.pass_days(40)
    return run


def test_an_exam_is_shown_and_set_only_when_agreed(studied: Run) -> None:
    shown = studied("exam", "rivers", "+20")
    assert "you are likely to recall" in shown.out
    assert "Nothing was changed" in shown.err
    assert "No exam is ahead" in studied("exam").out
    assert "Exam set on Rivers" in studied("exam", "rivers", "+20", "--yes").out
    assert studied("exam").out.startswith("Rivers: ")
    assert "Took back: exam" in studied("undo").out
    assert "No exam is ahead" in studied("exam").out


def test_an_exam_on_a_tag_is_called_off_and_brought_back(studied: Run) -> None:
    studied("exam", "--tag", "water", "+20", "--yes")
    assert "called off: tag water" in studied("exam", "--tag", "water", "--off").out
    studied("undo")
    assert studied("exam").out.startswith("tag water: ")


@pytest.mark.parametrize(
    "args",
    [
        ("exam", "rivers"),
        ("exam", "rivers", "2020-01-01"),
        ("exam", "rivers", "some time"),
        ("exam", "--tag", "nope", "+3"),
        ("exam", "rivers", "--off"),
        ("spread",),
        ("spread", "--days", "0"),
        ("spread", "--days", "3", "--per-day", "3"),
        ("spread", "--per-day", "-1"),
        ("spread", "--days", "3", "--from", "2020-01-01"),
        ("spread", "--days", "9999999999"),
    ],
)
def test_what_cannot_be_planned_is_said_in_one_line(studied: Run, args: tuple[str, ...]) -> None:
    refused = studied(*args)
    assert refused.code == 2
    assert len(refused.err.strip().splitlines()) == 1
    assert refused.out == ""


def test_a_backlog_is_spread_and_taken_back_as_one(studied: Run) -> None:
    before = studied("cards", "--json").out
    assert "12 cards over 4 days" in studied("spread", "--days", "4").out
    assert studied("cards", "--json").out == before
    assert "cards moved" in studied("spread", "--per-day", "3", "--yes").out
    assert studied("cards", "--json").out != before
    studied("undo")
    assert studied("cards", "--json").out == before


def test_nothing_piled_up_is_no_error(run: Run) -> None:
    assert "Nothing has piled up" in run("spread", "--days", "4").out
