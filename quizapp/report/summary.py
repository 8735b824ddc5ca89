"""What a report says in a few sentences, and in five figures."""

from __future__ import annotations

from quizapp.humanize import count, duration, percent
from quizapp.report.markup import Markup, element, joined, text
from quizapp.report.report import days_of
from quizapp.report.words import exact, unbroken, whole
from quizapp.stats.chance import band
from quizapp.stats.progress import Progress


def in_short(progress: Progress) -> Markup:
    """Return the figures in sentences, for somebody who has never seen such plots."""
    return joined(sentence(progress) for sentence in (_done, _known, _kept, _to_come))


def key_figures(progress: Progress) -> Markup:
    """Return the five figures that matter most, as a list of terms."""
    done, held, cards = progress.activity, progress.retention, progress.memory
    reviews = done.total.reviews
    return joined(
        element("div", element("dt", name), element("dd", figure), element("dd", unbroken(beside), class_="beside"))
        for name, figure, beside in (
            ("Known today", whole(cards.known), f"of {count(cards.cards, 'card')} seen"),
            (
                "Recalled",
                "–" if held.total.share is None else exact(held.total.share),
                f"of {count(held.total.reviews, 'review')}, target {percent(held.target)}",
            ),
            ("Reviews", f"{reviews:,}", f"on {count(len(done.days), 'day')}"),
            (
                "Time",
                duration(done.total.ms),
                f"{duration(done.total.ms // reviews)} a review" if reviews else "nothing yet",
            ),
            ("Streak", count(done.streak_days, "day"), f"longest {count(done.longest_streak_days, 'day')}"),
        )
    )


def _done(progress: Progress) -> Markup:
    done = progress.activity
    if not done.total.reviews:
        chosen = progress.selection.first_day is not None or progress.selection.last_day is not None
        return text("There are no reviews in these days. " if chosen else "Nothing has been answered yet. ")
    first, last = days_of(progress)
    days = last - first + 1
    return joined(
        [
            element("b", count(done.total.reviews, "review")),
            f" on {len(done.days):,} of {count(days, 'day')} took {duration(done.total.ms)}. ",
        ]
    )


def _known(progress: Progress) -> Markup:
    cards = progress.memory
    if not cards.cards:
        return Markup("")
    return joined(
        [
            f"Of {count(cards.cards, 'card')} seen so far about ",
            element("b", whole(cards.known)),
            " would be recalled today. ",
        ]
    )


def _kept(progress: Progress) -> Markup:
    held = progress.retention
    if held.total.share is None:
        return Markup("")
    allowed = band(held.target, held.total.reviews)
    share = held.total.share
    side = "more than" if share > allowed.high else "less than" if share < allowed.low else "in keeping with"
    return joined(
        [
            "When cards came back, ",
            element("b", exact(share)),
            f" were recalled, {side} the {percent(held.target)} asked for. ",
        ]
    )


def _to_come(progress: Progress) -> Markup:
    days = progress.forecast.days
    expected = sum(day.expected for day in days)
    if not round(expected):
        return Markup("")
    each = max(round(expected / len(days)), 1)
    return joined(
        [f"About {count(each, 'review')} a day {'is' if each == 1 else 'are'} to come in the next {len(days)} days."]
    )
