"""What plain mode says: cards, waits and summaries as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizapp.cli.deck_table import no_decks_sentence
from quizapp.cli.when import comes_back, local_time
from quizapp.collection import Collection, StudySession
from quizapp.humanize import count, delay, duration, interval, percent
from quizapp.model import Card, Deck, Rating
from quizapp.scheduling.schedule import Preview
from quizapp.study.scope import Failed, SessionSummary
from quizapp.text import shorten

QUESTION_CHARACTERS = 60
"""How much of a question names its card in the summary."""


def asking(session: StudySession, collection: Collection, number: int) -> Iterator[str]:
    """Yield the current card's number and its question.

    A card keeps the number it was first asked with: one that comes back is known by it.
    """
    card = session.current
    assert card is not None
    about = [collection.deck(card.deck_id).title, session.phase.label.lower()]
    if session.is_leech:
        about.append("leech")
    yield ""
    yield f"{number} of {max(number, session.progress.total)}. {', '.join(about)}."
    yield card.prompt


def source_line(card: Card, deck: Deck) -> str:
    """Return where a card comes from: its place, and what the place does not say of the deck's source."""
    source = deck.source
    more = (source.title, source.publisher, source.date, source.url)
    parts = [card.where, *(part for part in more if part not in card.where)]
    return ", ".join(filter(None, parts)) or "Neither the card nor its deck names a source."


def rating_line(previews: Mapping[Rating, Preview]) -> str:
    """Return the four ratings, each with when it brings the card back: `1 Again 1 min, 2 Hard 6 min, …`."""
    return ", ".join(f"{rating:d} {rating.label}{_returns(previews.get(rating))}" for rating in Rating)


def pausing(until: int, collection: Collection) -> Iterator[str]:
    at = local_time(until, collection.clock)
    left = max(until - collection.clock.now().at_ms, 0)
    yield ""
    yield f"Only cards in learning are left. The next one comes at {at}, in {delay(left)}."


def finding_nothing(collection: Collection) -> Iterator[str]:
    """Yield that nothing is due, when something is, and what can be done until then."""
    overview = collection.overview()
    if not overview.decks:
        yield no_decks_sentence(collection)
        return
    back = comes_back(overview.next_due_at, overview.next_due_on, clock=collection.clock, today=overview.day)
    yield f"Nothing is due here. The next card comes back {back}." if back else "Nothing is due here."
    if overview.ahead_count:
        yield f"Study ahead: quizapp study --ahead {overview.ahead_days}"
    if overview.new_left:
        yield "Begin more new cards: quizapp study --new 10"
    if overview.decks:
        yield "Go through any cards, their schedule left alone: quizapp study --cram"


def summing_up(summary: SessionSummary, collection: Collection) -> Iterator[str]:
    if summary.answers:
        ratings = [
            f"{rating.label} {summary.by_rating[rating]}" for rating in Rating if summary.by_rating[rating]
        ]
        yield ""
        yield (
            f"{count(summary.cards, 'card')}, {count(summary.answers, 'answer')}, "
            f"{duration(summary.duration_ms)}: {', '.join(ratings)}."
        )
        if summary.reviewed:
            yield _recalled(summary)
        for failed in summary.failed:
            yield _worth_a_look(failed, collection)
        tomorrow = count(summary.tomorrow, "review") if summary.tomorrow else "No review"
        yield f"{tomorrow} for tomorrow so far."


def _returns(preview: Preview | None) -> str:
    if preview is None:
        return ""
    return f" {interval(preview.interval_days) if preview.delay_ms is None else delay(preview.delay_ms)}"


def _recalled(summary: SessionSummary) -> str:
    share = percent(summary.recalled / summary.reviewed)
    predicted = f"{percent(summary.predicted)} was predicted, " if summary.predicted is not None else ""
    return (
        f"Recalled {summary.recalled} of {count(summary.reviewed, 'review')}, {share}; "
        f"{predicted}the target is {percent(summary.target)}."
    )


def _worth_a_look(failed: Failed, collection: Collection) -> str:
    back = comes_back(failed.due_at, failed.due_on, clock=collection.clock, today=collection.today())
    when = f", comes back {back}" if back else ""
    times = "once" if failed.times == 1 else f"{failed.times} times"
    return f"Again {times}{when}: {shorten(failed.card.prompt, QUESTION_CHARACTERS)}"
