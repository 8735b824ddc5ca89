"""The decks: what was done in each, and how much of it was recalled."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.humanize import count, duration, percent
from quizapp.report.axis import floor_to
from quizapp.report.block import Block, Table
from quizapp.report.drawing import mark
from quizapp.report.markup import Markup, across, element, joined
from quizapp.report.words import between, exact, recalled
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Retained

SHOWN = 12
"""Decks that are seen at once, on paper too; more of them stand folded below."""

MOST = 500
"""More would make a page that nobody reads; `quizapp stats` has them."""

TALL = 16.0
STEP = 0.1


def decks(progress: Progress, titles: Mapping[str, str]) -> Block | None:
    """Return a row for each deck that was answered, the most answered first, None without one.

    Args:
        titles: of decks by id; a deck that is gone is called by its id.
    """
    answered = progress.activity.decks
    if not answered:
        return None
    listed = list(answered.items())[:MOST]
    target, of_decks = progress.retention.target, progress.retention.decks
    held = {deck_id: of_decks.get(deck_id, Retained()) for deck_id, _ in listed}
    low = floor_to(min([target - 0.05, *(each.interval.low for each in held.values() if each.reviews)]), STEP)
    rows = [
        (
            joined((element("bdi", titles.get(deck_id, deck_id)), " ", element("small", duration(amount.ms)))),
            f"{amount.reviews:,}",
            _recalled(held[deck_id]),
            _drawn(titles.get(deck_id, deck_id), held[deck_id], target, low),
        )
        for deck_id, amount in listed
    ]
    headings = ("Deck", "Reviews", "Recalled", f"{percent(low)} to 100 %, target dashed")
    left_out = len(answered) - len(listed)
    return Block(
        name="decks",
        title="Decks",
        figure=count(len(answered), "deck"),
        unit="answered",
        described="",
        drawing=None,
        table=Table(headings, rows[:SHOWN]),
        folded=Table(headings, rows[SHOWN:]),
        note=f"{count(left_out, 'deck')} with fewer reviews are left out; quizapp stats has them." if left_out else "",
        share=2,
    )


def _recalled(held: Retained) -> Markup | str:
    """Return the share recalled, and the range that holds the true one at 95 %."""
    if held.share is None:
        return "–"
    return joined((exact(held.share), " ", element("small", between(*held.interval))))


def _drawn(title: str, held: Retained, target: float, lowest: float) -> Markup | None:
    if held.share is None:
        return None
    low, high, share, goal = ((at - lowest) / (1 - lowest) for at in (*held.interval, held.share, target))
    return element(
        "svg",
        mark(
            f"{title}: {recalled(held)}",
            element("rect", x=0, y=0, width="100%", height=TALL, class_="reach"),
            element("line", x1=across(low), x2=across(high), y1=TALL / 2, y2=TALL / 2, class_="whisker"),
            element("circle", cx=across(share), cy=TALL / 2, r=3, class_="dot"),
        ),
        element("line", x1=across(goal), x2=across(goal), y1=0, y2=TALL, class_="target"),
        class_="inline",
        width="100%",
        height=TALL,
    )
