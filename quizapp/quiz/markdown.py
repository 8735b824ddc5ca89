"""The result of a quiz as a Markdown page: what was missed comes first, with the right answer and its place.

Nothing that a deck or a learner wrote becomes markup: every text stands on one line, and the signs that
mean something in Markdown are escaped (CommonMark 0.31, section 2.4), those of its dialects too: `|`
(tables), `$` (formulas), `#1` (issues). A bare address stays readable, so a program may make it a link to
what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quizapp.answering.marking import Said
from quizapp.humanize import duration, percent
from quizapp.quiz.score import DeckScore, Marked, QuizResult
from quizapp.text import shorten

LONGEST_SHOWN = 1_000
"""Characters of a text that are printed."""

_INLINE = re.compile(r"[\\`*_\[\]<>&~|$#]")
_AT_START = re.compile(r"^(\d{0,9})([+=:.)-])")


def to_markdown(result: QuizResult, *, titles: Mapping[str, str], taken: str) -> str:
    """Return the page, ending in a line feed.

    Args:
        titles: of the decks, by id; a deck without one is called by its id.
        taken: when the quiz was taken, in words.
    """
    return "\n".join(_lines(result, titles, taken)) + "\n"


def marks(score: float) -> str:
    """Return a score with at most two decimals: `7`, `7.5`, `0.33`."""
    return f"{score:.2f}".rstrip("0").rstrip(".")


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that reads as the text."""
    line = _INLINE.sub(r"\\\g<0>", shorten(text, LONGEST_SHOWN))
    return _AT_START.sub(r"\1\\\2", line)


def _lines(result: QuizResult, titles: Mapping[str, str], taken: str) -> Iterator[str]:
    share = "" if result.share is None else f" ({percent(result.share)})"
    yield f"# Quiz: {marks(result.score)} of {result.questions}{share}"
    yield ""
    about = f"{result.answered} answered · {duration(result.spent_ms)} · seed {result.settings.seed}"
    yield f"{escaped(taken)} · {about}"
    if len(result.by_deck) > 1:
        yield from _decks(result.by_deck, titles)
    if result.missed:
        yield from ("", "## Worth another look")
        for marked in result.missed:
            yield from _missed(marked)
    right = [marked for marked in result.marked if marked.credit == 1]
    if right:
        yield from ("", "## Right", "")
        for marked in right:
            yield f"- {escaped(marked.question.card.prompt)} — {_answer(marked.question.right)}"


def _decks(decks: tuple[DeckScore, ...], titles: Mapping[str, str]) -> Iterator[str]:
    yield from ("", "| deck | score | questions |", "| --- | ---: | ---: |")
    for deck in decks:
        title = escaped(titles.get(deck.deck_id, deck.deck_id))
        yield f"| {title} | {marks(deck.score)} | {deck.questions} |"


def _missed(marked: Marked) -> Iterator[str]:
    card = marked.question.card
    yield from ("", f"### {marked.number}. {escaped(card.prompt)}", "")
    yield f"- You answered: {_answer(marked.said) if marked.said else 'nothing'}"
    yield f"- Right: {_answer(marked.question.right)}"
    if marked.credit:
        yield f"- Marks: {marks(marked.credit)} of 1"
    if card.explain:
        yield f"- Why: {escaped(card.explain)}"
    if card.where:
        yield f"- Where: {escaped(card.where)}"


def _answer(texts: Said) -> str:
    return escaped("; ".join(texts))
