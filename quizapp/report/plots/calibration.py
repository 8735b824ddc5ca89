"""Calibration: recall as it was measured over recall as it was predicted; on the diagonal they are the same."""

from __future__ import annotations

from math import sqrt

from quizapp.humanize import count, decimal, percent
from quizapp.report.axis import floor_to, some
from quizapp.report.block import Block, Table
from quizapp.report.drawing import Up, curves, dot, key, line, mark, path, plot, reach, upright
from quizapp.report.markup import Markup
from quizapp.report.words import between, exact
from quizapp.stats.calibration import BINS, Bin
from quizapp.stats.chance import Range, wilson
from quizapp.stats.progress import Progress

STEP = 0.1
LEAST_RADIUS, MORE_RADIUS = 2.5, 5.5


def calibration(progress: Progress) -> Block | None:
    """Return how well recall was predicted, None where nothing was."""
    made = progress.calibration
    if made.rmse_bins is None or made.log_loss is None:
        return None
    low = floor_to(min(min(part.low, part.measured) for part in made.bins), STEP)
    up = upright(low, 1)
    steps = [low + STEP * number for number in range(round((1 - low) / STEP) + 1)]
    most = max(part.reviews for part in made.bins)
    auc = "" if made.auc is None else f", AUC {made.auc:.3f}"
    return Block(
        name="calibration",
        title="Predicted and measured recall",
        figure=f"{decimal(made.rmse_bins * 100)} points",
        unit="off in the mean",
        described=f"Measured recall against predicted recall over {count(made.reviews, 'review')}",
        drawing=plot(
            up,
            [(step, percent(step)) for step in some(steps, 6)],
            curves((path([(0, up(low)), (1, up(1))]), "diagonal")),
            *(_mark(part, low, up, most) for part in made.bins),
            below=[((step - low) / (1 - low), percent(step)) for step in some(steps, 4)],
        ),
        table=Table(
            ("Predicted", "Measured", "95 % range", "Reviews"),
            [
                (exact(part.predicted), exact(part.measured), between(*_range(part)), f"{part.reviews:,}")
                for part in reversed(made.bins)
            ],
            numbers_from=0,
        ),
        legend=key(("accent", "measured, across as predicted; larger for more reviews")),
        note="On the dashed line both are the same. "
        f"RMSE(bins) {made.rmse_bins:.4f}, log loss {made.log_loss:.4f}{auc}.",
    )


def _mark(part: Bin, low: float, up: Up, most: int) -> Markup:
    x = (part.predicted - low) / (1 - low)
    reached = _range(part)
    said = f"Predicted {exact(part.predicted)}: {exact(part.measured)} of {count(part.reviews, 'review')} recalled"
    return mark(
        said,
        reach((part.low - low) / (1 - low), 1 / BINS / (1 - low)),
        line(x, up(reached.high), x, up(max(reached.low, low)), "whisker"),
        dot(x, up(part.measured), LEAST_RADIUS + MORE_RADIUS * sqrt(part.reviews / most), "dot"),
    )


def _range(part: Bin) -> Range:
    """Return the range that holds the true share at 95 %."""
    return wilson(round(part.measured * part.reviews), part.reviews)
