"""The table of figures, and the pages that are made from it."""

from __future__ import annotations

import pytest

from quizapp import help as manual
from quizapp.model import SchedulingSettings
from quizapp.stats.answer_log import columns_of
from quizapp.stats.definitions import FIGURES, Figure, values
from quizapp.stats.progress import progress


def test_names_are_unique() -> None:
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_figure_has_all_that_the_manual_tells(figure: Figure) -> None:
    assert all((figure.title, figure.unit, figure.values, figure.definition, figure.source))
    assert figure.title[0].isupper()
    assert figure.name.islower()
    assert "|" not in figure.definition + figure.unit + figure.values
    line = f"| {figure.title} | {figure.definition}. Unit: {figure.unit}. From {figure.source}. |"
    assert line in manual.read("stats").partition(f"## {figure.part}\n")[2].partition("\n## ")[0]
    fields = manual.read("export").partition("\n## Fields of stats\n")[2].partition("\n## ")[0]
    assert f"| `{figure.name}` | {figure.values} | {figure.definition} |" in fields


def test_an_empty_collection_has_every_figure() -> None:
    empty = progress(columns_of([], [""]), {}, {}, today=20_000, scheduling=SchedulingSettings(), new_per_day=20)
    made = values(empty)
    assert list(made) == [figure.name for figure in FIGURES]
    assert made["reviews"] == made["seen_cards"] == made["new_cards"] == made["new_days"] == 0
    assert made["knowledge"] == [{"day": "2024-10-04", "known": 0}]
    assert made["leeches"] == made["quizzes"] == made["tags"] == []
    assert made["hour_minutes"] == [0] * 24
    assert made["log_loss"] is made["rmse_bins"] is made["auc"] is made["median_stability_days"] is None
