"""The cards that were forgotten most often."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.humanize import count, decimal
from quizapp.report.block import Block, Table
from quizapp.report.markup import element, joined
from quizapp.stats.progress import Progress
from quizapp.text import shorten

LONGEST = 160
"""Characters of a question; what is longer is cut."""


def hardest(progress: Progress, prompts: Mapping[str, str], titles: Mapping[str, str]) -> Block | None:
    """Return a row for each of the hardest cards, None without one.

    Args:
        prompts: what cards ask, by id.
        titles: of decks by id.
    """
    cards = progress.hardest
    if not cards:
        return None
    leech = {found.card_id: ", suspended" if found.suspended else ", a leech" for found in progress.leeches}
    rows = []
    for card in cards:
        deck_id = card.card_id.partition("/")[0]
        asked = shorten(prompts.get(card.card_id, card.card_id), LONGEST)
        about = [element("bdi", titles.get(deck_id, deck_id)), leech.get(card.card_id)]
        rows.append(
            (
                joined((element("bdi", asked), " ", element("small", *about))),
                f"{card.lapses:,}",
                f"{card.reviews:,}",
                decimal(card.difficulty),
            )
        )
    return Block(
        name="hardest",
        title="Hardest cards",
        figure=count(len(cards), "card"),
        unit=f"lapsed most often{_leeches(len(leech))}",
        described="",
        drawing=None,
        table=Table(("Card", "Lapses", "Reviews", "Difficulty"), rows),
        note="A lapse is an Again on a card that was known. One that lapses on and on is a leech: reword or split it.",
    )


def _leeches(number: int) -> str:
    if not number:
        return ""
    return "; 1 leech in all" if number == 1 else f"; {number:,} leeches in all"
