"""How the cards stand today: stability, difficulty, and the recall that is predicted."""

from __future__ import annotations

from quizapp.humanize import count, decimal, in_days, percent
from quizapp.report.block import Block, Table
from quizapp.report.markup import Child
from quizapp.report.plots.bars import lying, standing
from quizapp.stats.memory import STABILITY_LABELS, TENTHS
from quizapp.stats.progress import Progress


def stability(progress: Progress) -> Block | None:
    """Return cards by the days until predicted recall falls to 90 %, None without a card that was answered."""
    made = progress.memory
    if made.median_stability_days is None:
        return None
    return Block(
        name="stability",
        title="Stability",
        figure=in_days(made.median_stability_days),
        unit=f"median of {count(made.cards, 'card')}",
        described="Cards by how long they last",
        drawing=lying(STABILITY_LABELS, made.stability, _said),
        table=Table(("Stability", "Cards"), _rows(STABILITY_LABELS, made.stability)),
        note="How long a card lasts until the chance to recall it has fallen to 90 %.",
    )


def difficulty(progress: Progress) -> Block | None:
    """Return cards by FSRS difficulty, None without a card that was answered."""
    made = progress.memory
    if made.mean_difficulty is None:
        return None
    names = [str(number) for number in range(1, TENTHS + 1)]
    return Block(
        name="difficulty",
        title="Difficulty",
        figure=decimal(made.mean_difficulty),
        unit="of 10 in the mean",
        described="Cards by difficulty",
        drawing=standing(
            names,
            made.difficulty,
            lambda name, cards: f"Difficulty {name}: {count(cards, 'card')}",
            below=[((place + 0.5) / TENTHS, name) for place, name in enumerate(names)],
        ),
        table=Table(("Difficulty", "Cards"), _rows(names, made.difficulty)),
        note="1 is easy to keep, 10 hard. It rises when a card is forgotten.",
    )


def retrievability(progress: Progress) -> Block | None:
    """Return cards by the recall predicted today, None without a card that was answered."""
    made = progress.memory
    if made.mean_retrievability is None:
        return None
    names = [f"{low}–{low + 10} %" for low in range(0, 100, 10)]
    return Block(
        name="retrievability",
        title="Recall predicted today",
        figure=percent(made.mean_retrievability),
        unit=f"in the mean of {count(made.cards, 'card')}",
        described="Cards by the recall predicted today",
        drawing=standing(
            names,
            made.retrievability,
            lambda name, cards: f"Recall predicted {name}: {count(cards, 'card')}",
            below=[(0, "0 %"), (0.5, "50 %"), (1, "100 %")],
        ),
        table=Table(("Recall", "Cards"), _rows(names, made.retrievability)),
        note="The chance that each card would be recalled if it were asked now (retrievability).",
    )


def _said(name: str, cards: int) -> str:
    return f"{name}: {count(cards, 'card')}"


def _rows(names: tuple[str, ...] | list[str], numbers: tuple[int, ...]) -> list[tuple[Child, ...]]:
    return [(name, f"{number:,}") for name, number in zip(names, numbers, strict=True)]
