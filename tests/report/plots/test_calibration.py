"""Measured recall stands over predicted recall."""

from __future__ import annotations

import pytest
from drawings import marks, nobody

from quizapp.report.plots.calibration import calibration
from quizapp.stats.calibration import Bin, Calibration


def test_a_dot_stands_across_as_predicted_and_up_as_measured() -> None:
    bins = (Bin(0.5, 25, 0.5, 0.6), Bin(0.75, 100, 0.75, 0.75), Bin(0.95, 4, 1.0, 1.0))
    block = calibration(nobody()._replace(calibration=Calibration(129, bins, 0.052, 0.3, None)))
    low, middle, high = marks(block)
    assert low.said == "Predicted 50.0 %: 60.0 % of 25 reviews recalled"
    assert [m.shapes["dot"]["cx"] for m in (low, middle, high)] == [0, 50, 100]
    heights = [float(m.shapes["dot"]["cy"]) for m in (low, middle, high)]
    assert heights[1] - heights[2] == pytest.approx(5 / 3 * (heights[0] - heights[1]), abs=0.03)
    sizes = [float(m.shapes["dot"]["r"]) for m in (low, middle, high)]
    assert sizes[1] > sizes[0] > sizes[2]
    assert float(low.shapes["whisker"]["y1"]) < heights[0] < float(low.shapes["whisker"]["y2"])
    assert block is not None
    assert block.figure == "5.2 points"
    assert block.table.rows[-1] == ("50.0 %", "60.0 %", "40.7–76.6 %", "25")


def test_without_a_prediction_there_is_no_plot() -> None:
    assert calibration(nobody()) is None
