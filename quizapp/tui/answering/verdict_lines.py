"""What came of an answer, as lines: the verdict, what was said beside what is right, by sign as well as by colour."""

from __future__ import annotations

from textual.content import Content

from quizapp.answering.marking import Said
from quizapp.answering.question import Question, Way
from quizapp.answering.reading import letters_of
from quizapp.deckfile.kinds.number import in_words
from quizapp.grading.diff import Diff, Row
from quizapp.grading.listing import ListVerdict
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.model import Kind, Listing
from quizapp.model import Number as NumberBody
from quizapp.text import clean_line
from quizapp.tui.answering.place import Answered
from quizapp.tui.lines import BLANK, apart, line, pad, paragraph, text

LABEL = 12
"""Columns of the labels that stand left of the two texts."""
MOST_WRITTEN = 3
"""Rows that what was written takes when it was wrong: the right answer has to stay in sight below it."""


def verdict_lines(question: Question, answered: Answered, cells: int) -> list[Content]:
    """Return the lines below the fold once an answer is marked."""
    said, verdict, note, _ = answered
    if question.way in (Way.CHOICE, Way.STATEMENT):
        # The signs beside the options say it all, but where several are right or the learner has overruled them.
        says_more = question.is_multiple or not note.endswith("suggested")
        return [*_options(question, said, cells), *([BLANK, *_headline(verdict, note, cells)] if says_more else [])]
    head = _headline(verdict, note, cells)
    if isinstance(verdict, ListVerdict) and isinstance(question.card.body, Listing):
        return [*head, BLANK, *_items(question.card.body, said, verdict, cells)]
    if verdict.diff is not None:
        return [*head, BLANK, *_diff(verdict.diff, cells)]
    return [*head, BLANK, *_both(question, said, verdict, cells)]


def _headline(verdict: Verdict, note: str, cells: int) -> list[Content]:
    style = {Outcome.RIGHT: "b $accent", Outcome.WRONG: "b $alert", Outcome.EMPTY: "b $alert"}
    words = verdict.tally if isinstance(verdict, ListVerdict) else verdict.sentence
    sign = (f"{verdict.outcome.sign}  ", style.get(verdict.outcome, "b $ink"))
    sentence, right = line(sign, (clean_line(words), "b $ink")), Content.styled(note, "$muted")
    if sentence.cell_length + right.cell_length + 2 <= cells:
        return [apart(sentence, right, cells)]
    return [*paragraph(sentence, "", cells), right]


def _diff(diff: Diff, cells: int) -> list[Content]:
    legend = Content.styled("   ".join(f"{mark} {mark.meaning}" for mark in diff.legend), "$muted")
    found: list[Content] = []
    for piece in diff.wrapped(cells - LABEL):
        if found:
            found.append(BLANK)
        marks = line(" " * LABEL, _spelled(piece.marks, "b $alert", "b $alert"))
        beside = marks.cell_length + legend.cell_length + 3 <= cells and not found
        found += [
            line(("You wrote".ljust(LABEL), "$muted"), _spelled(piece.typed, "$ink", "b u $alert")),
            apart(marks, legend, cells) if beside else marks,
            line(("Answer".ljust(LABEL), "$muted"), _spelled(piece.right, "$ink", "b u $accent")),
        ]
        if not beside and len(found) == 3:
            found.append(pad(line(" " * LABEL, legend), cells))
    return found


def _spelled(row: Row, style: str, differs: str) -> Content:
    content = Content.styled(row.text, style)
    for start, end in row.spans:
        content = content.stylize(differs, start, end)
    return content


def _both(question: Question, said: Said, verdict: Verdict, cells: int) -> list[Content]:
    """Return what was written above what is right; only the latter where they read the same."""
    body = question.card.body
    answer = in_words(body) if isinstance(body, NumberBody) else question.card.answer
    style = "b $accent" if question.card.kind is Kind.CLOZE else "b $ink"
    written = " ".join(said)
    right = _labelled("Answer", answer, style, cells)
    if not written or (verdict.outcome is Outcome.RIGHT and clean_line(written) == clean_line(answer)):
        return right
    most = MOST_WRITTEN if verdict.outcome is Outcome.WRONG else None
    return [*_labelled("You wrote", written, "$ink", cells, most), *right]


def _labelled(label: str, words: str, style: str, cells: int, most: int | None = None) -> list[Content]:
    """Return the words beside their label; of more than `most` rows the first ones, with an ellipsis at their end."""
    rows = paragraph(words, style, cells - LABEL)
    if most is not None and len(rows) > most:
        rows = [*rows[: most - 1], line(rows[most - 1].truncate(cells - LABEL - 2), (" …", style))]
    return [line((label.ljust(LABEL) if not at else " " * LABEL, "$muted"), row) for at, row in enumerate(rows)]


def _options(question: Question, said: Said, cells: int) -> list[Content]:
    found: list[Content] = []
    for letter, option in zip(letters_of(question), question.options, strict=True):
        chosen, right = option in said, option in question.right
        sign, style = ("✓", "b $accent") if right else ("✗", "b $alert") if chosen else (" ", "$muted")
        words = " · ".join(["your choice"] * chosen + ["right"] * right)
        room = cells - 7 - (15 if words == "your choice" else 24 if chosen and right else 9 if right else 0)
        texts = paragraph(option, style, max(room, 10))
        head = line((f"{sign}  ", style), (f"{letter}   ", style), texts[0])
        found.append(apart(head, Content.styled(words, "$soft"), cells))
        found += (line(" " * 7, row) for row in texts[1:])
    return found


def _items(listing: Listing, said: Said, verdict: ListVerdict, cells: int) -> list[Content]:
    """Return the items in their order, those named by ✓ and those missing by +; then the entries that name none."""
    named = {item: entry for entry, item in enumerate(verdict.entries) if item is not None and entry < len(said)}
    found: list[Content] = []
    for place, item in enumerate(listing.items):
        sign, style, words = "+", "b $ink", "missing"
        if place in named:
            entry = named[place]
            moved = listing.ordered and entry != place
            sign, style = ("≈", "b $ink") if moved else ("✓", "b $accent")
            differs = clean_line(said[entry]) != clean_line(item)
            words = f"you had it as {entry + 1}" if moved else f"you wrote {clean_line(said[entry])}" if differs else ""
        number = f"{place + 1}. " if listing.ordered else ""
        texts = paragraph(number + item, style, max(cells - 20, 10))
        head = line((f"{sign}  ", style), texts[0])
        found.append(apart(head, text(words, "$muted", cells // 2), cells))
        found += (line("   ", row) for row in texts[1:])
    strays = [said[at] for at, item in enumerate(verdict.entries) if item is None and at < len(said)]
    for stray in strays:
        rows = paragraph(clean_line(stray), "$alert", cells - 3)
        found += (line(("   " if at else "✗  ", "$alert"), row) for at, row in enumerate(rows))
    return found
