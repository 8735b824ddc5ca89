"""Tags named on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.collection import Collection


def check_tags(tags: Iterable[str], collection: Collection) -> None:
    """Raise UsageError for a tag that no card has: a session without a card would not say why."""
    for tag in tags:
        if not any(tag in card.tags for card in collection.cards.values()):
            raise UsageError(f"No card has the tag {tag!r}. See which there are: quizapp cards --json")
