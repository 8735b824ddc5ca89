"""Reviews by tag."""

from __future__ import annotations

from quizapp.humanize import count, duration
from quizapp.report.block import Block, Table
from quizapp.report.plots.bars import lying
from quizapp.stats.progress import Progress
from quizapp.text import shorten

SHOWN, LISTED = 9, 200
LONGEST = 16
"""Characters of a tag beside its bar; the table has it whole."""


def tags(progress: Progress) -> Block | None:
    """Return the most answered tags that cards have now, None where none has one."""
    answered = progress.activity.by_tag
    if not answered:
        return None
    shown = list(answered.items())[:SHOWN]
    return Block(
        name="tags",
        title="Tags",
        figure=count(len(answered), "tag"),
        unit="answered",
        described="Reviews by the tags of the cards",
        drawing=lying(
            [shorten(tag, LONGEST) for tag, _ in shown],
            [amount.reviews for _, amount in shown],
            lambda tag, reviews: f"{tag}: {count(reviews, 'review')}",
        ),
        table=Table(
            ("Tag", "Reviews", "Time"),
            [(tag, f"{amount.reviews:,}", duration(amount.ms)) for tag, amount in list(answered.items())[:LISTED]],
        ),
        note="A review of a card with several tags counts for each.",
    )
