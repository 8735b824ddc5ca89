"""The decks, as far as progress depends on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizapp.doctor.finding import Finding, noted, problem
from quizapp.doctor.patient import Patient
from quizapp.errors import DeckFolderMissing
from quizapp.humanize import count
from quizapp.problem import Level as Badness
from quizapp.text import shorten

NAMED = 3


def readable(patient: Patient) -> Iterator[Finding]:
    """Look whether every deck can be read whole."""
    try:
        found = [p for p in patient.decks.problems if p.level is Badness.ERROR and p.rule != _TWO]
    except DeckFolderMissing as error:
        sentence, _, mend = str(error).partition(". ")
        yield problem(f"{sentence}.", 1, mend)
        return
    if found:
        decks = len({p.path for p in found})
        where = f"in {count(decks, 'deck file')}"
        yield problem(f"{count(len(found), 'mistake')} {where}: notes are left out.", len(found), "See quizapp check")


def one_id_each(patient: Patient) -> Iterator[Finding]:
    """Look whether two decks have one id, so that only one of them is studied."""
    try:
        found = [p for p in patient.decks.problems if p.rule == _TWO]
    except DeckFolderMissing:  # `readable` has told
        return
    for each in found[:NAMED]:
        yield problem(f"{shorten(each.path, 60)}: {shorten(each.message, 160)}", 1, each.mend)
    if len(found) > NAMED:
        yield problem(
            f"{len(found) - NAMED} more decks have the id of another.", len(found) - NAMED, "See quizapp check"
        )


def orphans(patient: Patient) -> Iterator[Finding]:
    """Look for progress whose card is in no deck, and was not carried to another."""
    collection = patient.collection
    settled = collection.store.carry_sources()
    # A reworded card that the next start will carry has the same newest event as the one that is gone.
    carried = {state.last_event_id for card_id, state in collection.states.items() if card_id in collection.cards}
    gone = [
        card_id
        for card_id, state in collection.states.items()
        if card_id not in collection.cards
        and card_id not in settled
        and state.last_event_id not in carried
        and collection.has_progress(card_id)
    ]
    if gone:
        there = {deck.deck_id for deck in collection.decks}
        decks = Counter(card_id.partition("/")[0] for card_id in gone)
        named = [
            f"{number:,} of {shorten(deck, 40)}{'' if deck in there else ', a deck that is gone'}"
            for deck, number in decks.most_common(NAMED)
        ]
        rest = [f"{count(len(decks) - NAMED, 'more deck')}"] if len(decks) > NAMED else []
        are = "card with progress is" if len(gone) == 1 else "cards with progress are"
        yield noted(
            f"{len(gone):,} {are} in no deck: {'; '.join([*named, *rest])}. The progress is kept.",
            len(gone),
            "List them: quizapp cards --search is:orphan. Give one's progress to another: quizapp carry OLD CARD",
        )


_TWO = "duplicate-deck-id"
