"""The decks as a table for people, and today as a sentence; `quizapp decks` and `quizapp` alone show them."""

from __future__ import annotations

from quizapp import paths
from quizapp.cli.table import Column, table_lines
from quizapp.cli.when import comes_back
from quizapp.clock import Clock
from quizapp.collection import Collection
from quizapp.humanize import count, listed
from quizapp.study.overview import DeckSummary, Overview

COLUMNS = (
    Column("deck"),
    Column("title", gives_way=True),
    Column("new", right=True),
    Column("learning", right=True),
    Column("due", right=True),
    Column("cards", right=True),
    Column("comes back"),
)


def deck_lines(overview: Overview, clock: Clock) -> list[str]:
    """Return a line of headings and a line a deck; a zero is a dot, as on the screens."""
    return table_lines(COLUMNS, [_row(summary, overview.day, clock) for summary in overview.decks])


def no_decks_sentence(collection: Collection) -> str:
    """Return that there is nothing to study, and how to come by something."""
    folder = collection.settings.deck_paths[:1] or (paths.default_deck_folder(),)
    return f"There are no decks. Write one into {paths.tilde(folder[0])}; how: quizapp help decks"


def today_sentence(overview: Overview, clock: Clock) -> str:
    """Return what today holds, or when the next card comes."""
    if overview.total:
        parts = ((overview.due, "due"), (overview.learning, "learning"), (overview.new, "new"))
        kinds = listed([f"{number} {kind}" for number, kind in parts if number])
        return f"{count(overview.total, 'card')} today, about {overview.minutes} min: {kinds}."
    back = comes_back(overview.next_due_at, overview.next_due_on, clock=clock, today=overview.day)
    return f"Nothing is due. The next card comes back {back}." if back else "Nothing is due."


def _row(summary: DeckSummary, today: int, clock: Clock) -> tuple[str, ...]:
    waiting = not (summary.new or summary.learning or summary.due)
    back = comes_back(summary.next_due_at, summary.next_due_on, clock=clock, today=today)
    numbers = (summary.new, summary.learning, summary.due)
    return (
        summary.deck.deck_id,
        summary.deck.title,
        *(f"{number:,}" if number else "·" for number in numbers),
        f"{summary.cards:,}",
        back if waiting else "",
    )
