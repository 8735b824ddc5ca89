"""All that is known of a card, as lines: what it asks, where it comes from, how well it is remembered, the answers.

A preview gets as much of it as fits; a sheet gets everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.content import Content

from quizapp.humanize import count, day_and_month, decimal, duration, in_days, percent
from quizapp.model import Card, Choice, Kind, Listing, Number, Review
from quizapp.scheduling.leech import leech_advice
from quizapp.search.table import BrowseRow
from quizapp.study.curve import history_lines
from quizapp.text import clean, clean_line
from quizapp.tui.browse_words import stability
from quizapp.tui.browser import NO_DECK, Facts
from quizapp.tui.curve_lines import LEAST_COLUMNS, LEAST_ROWS, curve_lines
from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.widgets.lines_view import Writer

_CURVE_ROWS, _SHEET_CURVE_ROWS = 9, 11
_PROMPT_ROWS, _ANSWER_ROWS, _SOURCE_ROWS = 5, 7, 3
_ANSWERS_ROWS = 4
_RATING, _AFTER, _BACK = 7, 17, 24
NO_BREAK = "\u00a0"

Block = list[Content]
"""Lines that belong together; a blank line goes between two blocks."""

_OUT: tuple[tuple[Callable[[BrowseRow], bool], str], ...] = (
    (lambda row: row.orphan, "An orphan: its progress is kept, and no deck asks it any more."),
    (lambda row: row.state.suspended, "Suspended: it does not come until you bring it back."),
    (lambda row: row.buried, "Buried: it does not come today."),
)


def preview(row: BrowseRow, facts: Facts, width: int, height: int) -> list[Content]:
    """Return at most `height` lines: long texts end in …, and the curve takes what is left."""
    blocks = [
        _deck(facts, width),
        _cut(_prompt(facts.card, width), _PROMPT_ROWS),
        _cut(_answer(facts.card, width), _ANSWER_ROWS),
        _cut(_source(facts, width), _SOURCE_ROWS),
        _stands(row, width),
        _recall(row, facts, width),
    ]
    answers = _newest(_answers_in_short(facts, width), _ANSWERS_ROWS)
    room = height - len(_joined([*blocks, answers])) - 1
    curve = _curve(facts, width, min(room, _CURVE_ROWS))
    return _joined([*blocks, curve, answers])[:height]


def sheet(row: BrowseRow, facts: Facts) -> Writer:
    """Return everything, with every answer on a line of its own and the sentences on the due day."""

    def write(width: int) -> list[Content]:
        explained = [paragraph(sentence, "$soft", width) for sentence in facts.sentences]
        return _joined(
            [
                _deck(facts, width),
                _prompt(facts.card, width),
                _answer(facts.card, width),
                _explanation(facts.card, width),
                _source(facts, width),
                _stands(row, width),
                _recall(row, facts, width, full=True),
                _curve(facts, min(width, 72), _SHEET_CURVE_ROWS),
                _answers(facts, width),
                [
                    Content.styled("Why it comes back when it does", "$muted"),
                    *(row for rows in explained for row in rows),
                ]
                if explained
                else [],
                paragraph(f"card  {facts.card.card_id}", "$muted", width),
            ]
        )

    return write


def _joined(blocks: Iterable[Block]) -> list[Content]:
    lines: list[Content] = []
    for block in blocks:
        if block:
            lines += [BLANK, *block] if lines else block
    return lines


def _deck(facts: Facts, width: int) -> Block:
    return paragraph(facts.deck.title if facts.deck else NO_DECK, "$muted", width)[:2]


def _prompt(card: Card, width: int) -> Block:
    """Return the prompt with its gaps, in which no line is broken."""
    words = clean(card.prompt)
    for start, end in card.gaps:
        words = words[:start] + words[start:end].replace(" ", NO_BREAK) + words[end:]
    prompt = Content(words)
    for start, end in card.gaps:
        prompt = prompt.stylize("u $accent", start, end)
    return paragraph(prompt, "b $ink", width)


def _answer(card: Card, width: int) -> Block:
    """Return the answer, with the other options of a choice and what a number's answer may be off."""
    match card.body:
        case Choice(right, wrong):
            return [
                row
                for sign, style, options in (("✓", "$ink", right), ("·", "$muted", wrong))
                for option in options
                for row in _hanging(sign, style, option, width)
            ]
        case Number(value, unit, within) if within:
            return paragraph(f"{value} {unit}".strip() + f", give or take {within}", "$soft", width)
        case Listing(items, ordered):
            signs = (f"{number}." for number in range(1, len(items) + 1)) if ordered else ("·" for _ in items)
            return [
                row for sign, item in zip(signs, items, strict=False) for row in _hanging(sign, "$soft", item, width)
            ]
        case _:
            return paragraph(card.answer, "$soft", width)


def _hanging(sign: str, style: str, text: str, width: int) -> Block:
    indent = len(sign) + 1
    rows = paragraph(text, style, max(width - indent, 2))
    return [line((f"{sign} " if number == 0 else " " * indent, style), row) for number, row in enumerate(rows)]


def _explanation(card: Card, width: int) -> Block:
    return paragraph(card.explain, "$soft", width) if card.explain else []


def _source(facts: Facts, width: int) -> Block:
    source = facts.card.where or (facts.deck.source.title if facts.deck else "")
    return paragraph(clean_line(source), "$muted", width) if source else []


def _stands(row: BrowseRow, width: int) -> Block:
    """Return what is out of the ordinary: that it does not come, or that it is a leech and what helps."""
    told = [words for holds, words in _OUT if holds(row)]
    if row.leech and row.state.schedule:
        told.append(leech_advice(row.state.schedule.lapses))
    return [line for sentence in told for line in paragraph(sentence, "$soft", width)]


def _recall(row: BrowseRow, facts: Facts, width: int, *, full: bool = False) -> Block:
    """Return how well a card is remembered now, when `full` with its difficulty and what it took to learn it."""
    schedule = row.state.schedule
    if schedule is None or row.retrievability is None:
        return [] if row.orphan else [Content.styled("New: not answered yet", "$muted")]
    parts = [
        (percent(row.retrievability), "b $ink"),
        (f" today · stability {stability(schedule.memory.stability_days)}", "$muted"),
    ]
    if full:
        difficulty = f"difficulty {decimal(schedule.memory.difficulty)}"
        counts = f"{count(schedule.reps, 'review')}, {count(schedule.lapses, 'lapse')}"
        parts.append((f" · {difficulty} · {counts}", "$muted"))
    return [Content.styled("Recall", "$muted"), *paragraph(line(*parts), "$muted", width)]


def _curve(facts: Facts, width: int, rows: int) -> Block:
    if facts.curve is None or rows < LEAST_ROWS or width < LEAST_COLUMNS:
        return []
    return curve_lines(facts.curve, facts.desired_retention, width, rows)


def _answers_in_short(facts: Facts, width: int) -> Block:
    """Return the answers by day, oldest first, one after another: `9 Nov Good, Good · 11 Nov Good`."""
    days = [
        f"{day_and_month(day, facts.today)} {', '.join(rating.label for rating in ratings)}".replace(" ", NO_BREAK)
        for day, ratings, _ in history_lines(facts.events)
    ]
    return [Content.styled("Answers", "$muted"), *paragraph(" · ".join(days), "$soft", width)] if days else []


def _answers(facts: Facts, width: int) -> Block:
    """Return the answers, newest first: when, the rating, the interval before and after, the time, what was typed.

    Where a line is short the time is left out, then the interval before.
    """
    reviews = [event for event in facts.events if isinstance(event, Review)]
    if not reviews:
        return []
    days = [day_and_month(review.study_day, facts.today) for review in reviews]
    room = max(map(len, days))
    taken = duration(sum(review.duration_ms for review in reviews))
    rows = [line((f"Answers, {len(reviews):,}", "$muted"), (f" in {taken}", "$muted"))]
    for day, review in zip(reversed(days), reversed(reviews), strict=True):
        head = line((day.rjust(room), "$muted"), "  ", (review.rating.label.ljust(_RATING), "$ink"))
        parts = [_after(review).ljust(_AFTER), _back(review).ljust(_BACK), duration(review.duration_ms)]
        while len(parts) > 1 and head.cell_length + len("".join(parts)) > width:
            parts = parts[:-1] if len(parts) == len(("after", "back", "time")) else parts[1:]
        rows.append(line(head, ("".join(parts).rstrip(), "$muted")))
        if review.answer:
            typed = _hanging("typed", "$muted", review.answer, width - room - 2)
            rows += [line(" " * (room + 2), row) for row in typed]
    return rows


def _after(review: Review) -> str:
    if review.elapsed_days is None:
        return "new"
    return f"after {in_days(review.elapsed_days)}" if review.elapsed_days else "the same day"


def _back(review: Review) -> str:
    return f"back after {in_days(review.interval_days)}" if review.interval_days else "back the same day"


def _cut(rows: Block, most: int) -> Block:
    """Return at most so many rows; the last one ends in … where there were more."""
    return rows if len(rows) <= most else [*rows[: most - 1], line(rows[most - 1].rstrip(), ("…", "$muted"))]


def _newest(rows: Block, most: int) -> Block:
    """Return a label and the last rows below it."""
    return rows if len(rows) <= most else [rows[0], *rows[1 - most :]]


def as_studied(cards: Sequence[Card]) -> Writer:
    """Return cards one below the other, each with its question, a fold, and what its other side shows."""

    def write(width: int) -> list[Content]:
        rows: list[Content] = []
        for number, card in enumerate(cards, start=1):
            named = [Content.styled(f"Card {number} of {len(cards)}", "$muted"), BLANK] if len(cards) > 1 else []
            rows += [BLANK, BLANK, *named] if rows else named
            rows += [*_prompt(card, width), BLANK, Content.styled("─" * width, "$rule"), BLANK]
            rows += _joined([_other_side(card, width), _hint(card, width), _explanation(card, width)])
            if card.where:
                rows += [BLANK, *paragraph(clean_line(card.where), "$muted", width)]
        return rows

    return write


def _other_side(card: Card, width: int) -> Block:
    if card.body is None:
        return paragraph(card.answer, "b $accent" if card.kind is Kind.CLOZE else "b $ink", width)
    return _answer(card, width)


def _hint(card: Card, width: int) -> Block:
    return paragraph(f"hint  {card.hint}", "$muted", width) if card.hint else []
