"""Figures one by one, in words that can be cited."""

from __future__ import annotations

import pytest

from quizapp.model import SchedulingSettings
from quizapp.stats.columns import Columns
from quizapp.stats.definitions import FIGURES, Figure
from quizapp.stats.progress import progress
from quizapp.stats.summary import SummaryItem, summary

NOTHING = progress(Columns.empty(), {}, {}, today=20_000, scheduling=SchedulingSettings(), new_per_day=10)


def only(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> SummaryItem:
    """Return the row of one figure that has this value."""
    (figure,) = [figure for figure in FIGURES if figure.name == name]
    told = Figure(
        figure.part, name, figure.title, figure.unit, figure.values, figure.definition, figure.source, lambda p: value
    )
    monkeypatch.setattr("quizapp.stats.summary.FIGURES", (told,))
    (item,) = summary(NOTHING)
    return item


SHARE = {"reviews": 1_311, "recalled": 1_234, "share": 0.9413, "low": 0.9272, "high": 0.9528}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("reviews", 12_345, "Reviews: 12,345"),
        ("minutes", 75.0, "Minutes: 75 (1 h 15 min)"),
        ("streak_days", 1, "Streak: 1 day"),
        ("target", 0.9, "Desired retention: 90 %"),
        ("retention", SHARE, "True retention: 94.1 % (92.7 to 95.3 % at 95 % confidence), 1,234 of 1,311 reviews"),
        (
            "retention_young",
            SHARE,
            "Retention of young cards: 94.1 % (92.7 to 95.3 % at 95 % confidence), 1,234 of 1,311 reviews",
        ),
        ("retention", {**SHARE, "share": None}, "True retention: not known yet"),
        ("log_loss", 0.3217, "Log loss: 0.3217"),
        ("known_cards", 1_204.6, "Cards known: 1,205"),
        ("mean_difficulty", 5.25, "Mean difficulty: 5.3"),
        ("new_days", None, "Days for the new cards: not known yet"),
    ],
)
def test_a_figure_in_words(monkeypatch: pytest.MonkeyPatch, name: str, value: object, told: str) -> None:
    assert only(monkeypatch, name, value).text == told


def test_a_share_has_its_range_and_other_figures_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert only(monkeypatch, "retention", SHARE)[2:5] == (0.9413, 0.9272, 0.9528)


def test_lists_are_left_out_and_the_order_is_that_of_the_definitions() -> None:
    names = [item.figure.name for item in summary(NOTHING)]
    assert names == [figure.name for figure in FIGURES if figure.name in names]
    assert {"reviews", "retention", "auc", "new_cards"} <= set(names)
    assert not {"days", "hours", "forecast", "hardest"} & set(names)


def test_without_an_answer_shares_have_no_range() -> None:
    items = {item.figure.name: item for item in summary(NOTHING)}
    assert items["retention"][2:] == (None, None, None, "True retention: not known yet")
