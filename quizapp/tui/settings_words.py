"""What is said of a setting: what it is by itself, and what another desired retention means. Free of Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.config.table import DESIRED_RETENTION
from quizapp.humanize import count, decimal

if TYPE_CHECKING:
    from quizapp.collection.retention import RetentionPreview

STAYS = "Due days that stand now stay; answers from now on are scheduled by it."


def retention_change(preview: RetentionPreview, before: float, after: float) -> tuple[str, ...]:
    """Return in sentences what it means to go from one desired retention to another."""
    show = DESIRED_RETENTION.form.show
    workload = preview.workload
    if not workload.before:
        return (f"{show(after)} instead of {show(before)}: there are no cards yet that this would change.",)
    cards = count(_cards(workload.after), "card")
    times = f"{decimal(workload.ratio)} times as many"
    sentences = [
        f"{show(after)} instead of {show(before)} means about {cards} a day over the next three months, "
        f"not {_cards(workload.before):,}: {times}.",
        STAYS,
    ]
    if preview.lately:
        would = _cards(preview.lately * workload.ratio)
        sentences.insert(1, f"Lately you answered {_cards(preview.lately):,} a day; that would be about {would:,}.")
    return tuple(sentences)


def _cards(number: float) -> int:
    return max(round(number), 1)
