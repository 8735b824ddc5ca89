"""The result of a quiz as rows: its score, its questions by sign, and one question with both answers."""

from __future__ import annotations

from textual.content import Content

from quizapp.humanize import count, duration, percent
from quizapp.quiz.markdown import marks
from quizapp.quiz.score import Marked, QuizResult
from quizapp.text import clean_line
from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.widgets.choice_rows import Row
from quizapp.tui.widgets.lines_view import Writer

LABEL = 10


def headline(result: QuizResult) -> tuple[str, str, str]:
    """Return what stands beside the share: the score, how many were answered, the number of the paper."""
    return (
        f"per cent: {marks(result.score)} of {count(result.questions, 'mark')}",
        f"{result.answered} answered in {duration(result.spent_ms)}",
        f"paper {result.settings.seed}",
    )


def share(result: QuizResult) -> str:
    return percent(result.share or 0.0).removesuffix(" %")


def sign(marked: Marked) -> str:
    return "✓" if marked.credit == 1 else "≈" if marked.credit else "✗"


def rows(result: QuizResult) -> list[Row]:
    """Return a row for each question, those without full mark first."""
    ordered = in_order(result)
    missed = len(result.missed)
    headings = {0: "worth another look" if missed else "right", missed: "right" if missed < len(ordered) else ""}
    return [
        Row(f"{sign(marked)} {clean_line(marked.question.card.prompt)}", _fact(marked), headings.get(place, ""))
        for place, marked in enumerate(ordered)
    ]


def in_order(result: QuizResult) -> list[Marked]:
    """Return the questions as their rows stand."""
    return [*result.missed, *(marked for marked in result.marked if marked.credit == 1)]


def _fact(marked: Marked) -> str:
    if marked.credit == 1:
        return ""
    if marked.credit:
        return f"{marks(marked.credit)} of 1"
    return "not answered" if not marked.said else "wrong"


def sheet(marked: Marked) -> Writer:
    """Return one question with what was answered, what is right, why, and where it stands."""
    card = marked.question.card

    def write(width: int) -> list[Content]:
        found = [*paragraph(card.prompt, "b $ink", width), BLANK]
        for label, value, style in (
            ("you said", marked.answer or "nothing", "$ink" if marked.credit == 1 else "$alert"),
            ("right", "\n".join(marked.question.right), "b $accent"),
            ("mark", f"{marks(marked.credit)} of 1", "$soft"),
            ("why", card.explain, "$soft"),
            ("where", card.where, "$soft"),
        ):
            texts = paragraph(value, style, max(width - LABEL, 10)) if value else []
            found += [
                line((label.ljust(LABEL) if not at else " " * LABEL, "$muted"), text) for at, text in enumerate(texts)
            ]
        return found

    return write


def whole(result: QuizResult) -> Writer:
    """Return a result with every question that was not fully right."""

    def write(width: int) -> list[Content]:
        score, answered, paper = headline(result)
        found = [line((share(result), "b $ink"), (f" {score} · {answered} · {paper}", "$muted"))]
        for marked in result.missed:
            found += [BLANK, *sheet(marked)(width)]
        if len(result.missed) < result.questions:
            found += [BLANK, Content.styled("right", "$muted")]
        for marked in result.marked:
            if marked.credit == 1:
                texts = paragraph(clean_line(marked.question.card.prompt), "$soft", max(width - 3, 10))
                found += [line(("✓  " if not at else "   ", "$accent"), text) for at, text in enumerate(texts)]
        return found

    return write
