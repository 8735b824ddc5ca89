"""What `suspend`, `unsuspend` and `bury` share: one act on each of the cards that are named."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.cli.context import Cli
from quizapp.cli.output import say
from quizapp.model import ActionKind


def act_on(cli: Cli, kind: ActionKind, card_ids: Sequence[str], done: str) -> None:
    """Do it to all the cards, or to none when one of them does not exist."""
    with cli.collection() as collection:
        collection.act_on(kind, card_ids)
    for card_id in dict.fromkeys(card_ids):
        say(f"{done}: {card_id}")
