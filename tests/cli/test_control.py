"""Acting on cards from a shell: `browse` in a pipe, `reset`, `set-due`."""

from __future__ import annotations

import pytest
from command_line import Run
from worlds import World

IN_REVIEW = ("study", "--plain")


@pytest.fixture
def studied(run: Run) -> Run:
    """The Nile and the Po are in review, rated Easy; the Oder is new."""
    run(*IN_REVIEW, stdin="\n4\n\n4\nq\n")
    return run


def comes_back(run: Run, card_id: str) -> str:
    rows = [row for row in run("cards").lines if row.startswith(f"{card_id} ")]
    return rows[0].partition("review")[2].strip()


def test_browse_lists_in_a_pipe_what_cards_would_list(studied: Run) -> None:
    assert studied("browse").out == studied("cards").out
    found = studied("cards", "--search", "-is:new cairo")
    assert "rivers/nile" in found.out
    assert studied("browse", "cairo -is:new").out == studied("browse", "--", "-is:new", "cairo").out == found.out
    told = studied("browse", "is:foo")
    assert (told.code, told.out) == (2, "")
    assert "is:foo is not known" in told.err


def test_reset_makes_several_cards_new_and_one_undo_brings_them_back(studied: Run) -> None:
    before = studied("cards").out
    assert studied("reset", "rivers/nile", "rivers/po").out == "Reset: rivers/nile\nReset: rivers/po\n"
    assert "review" not in studied("cards").out
    studied("undo")
    assert studied("cards").out == before


@pytest.mark.parametrize(
    ("date", "due"),
    [
        ("today", "today"),
        ("tomorrow", "tomorrow"),
        ("+3", "on Wednesday"),
        ("2 weeks", "on 6 Dec"),
        ("friday", "on Friday"),
        ("24 Dec", "on 24 Dec"),
        ("2027-01-05", "on 5 Jan 2027"),
    ],
)
def test_set_due_takes_days_as_they_are_said(studied: Run, date: str, due: str) -> None:
    told = studied("set-due", "rivers/nile", "rivers/po", "rivers/nile", date)
    assert told.out == f"Due {due}: rivers/nile\nDue {due}: rivers/po\n"
    assert comes_back(studied, "rivers/nile").startswith(due)


def test_set_due_is_one_act(studied: Run) -> None:
    before = studied("cards").out
    studied("set-due", "rivers/nile", "rivers/po", "tomorrow")
    studied("undo")
    assert studied("cards").out == before


def test_set_due_leaves_alone_what_is_not_in_review(studied: Run, world: World) -> None:
    told = studied("set-due", "rivers/nile", "rivers/po#reverse", "tomorrow")
    assert told.out == "Due tomorrow: rivers/nile\nLeft as it was, not in review: rivers/po#reverse\n"
    assert told.code == 0


@pytest.mark.parametrize(
    ("args", "code", "why"),
    [
        (("rivers/nile", "2020-01-01"), 2, "Wed 1 Jan 2020 has passed. Choose today or a later day."),
        (("rivers/nile", "soon"), 2, '"soon" is not a day. Write tomorrow, +5, 24 Dec or 2026-12-24.'),
        (("rivers/nile", "30 feb"), 2, "There is no 30 February."),
        (("rivers/nil", "tomorrow"), 11, "There is no card 'rivers/nil'. Did you mean rivers/nile?"),
        (("rivers/nile",), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_set_changes_nothing(studied: Run, args: tuple[str, ...], code: int, why: str) -> None:
    before = studied("cards").out
    told = studied("set-due", *args)
    assert told.code == code
    assert why in told.err
    assert studied("cards").out == before


def test_a_card_that_is_not_there_keeps_all_from_being_reset(studied: Run) -> None:
    before = studied("cards").out
    assert studied("reset", "rivers/nile", "rivers/oops").code == 11
    assert studied("cards").out == before
