"""A plan: what it means in sentences, and a bar for each day or some days together."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.planning import Plan
from quizapp.tui.widgets.lines_view import Lines

WIDEST = 74


class PlanView(Lines):
    """Shows a plan, or nothing where there is none."""

    def __init__(self) -> None:
        super().__init__(partial(_written, None))

    def show_plan(self, plan: Plan | None) -> None:
        self.show(partial(_written, plan))


def _written(plan: Plan | None, width: int) -> list[Content]:
    if plan is None:
        return []
    found = [row for sentence in plan.sentences for row in paragraph(sentence, "$soft", min(width, WIDEST))]
    widest = max((len(bar.days) for bar in plan.bars), default=0)
    most = max((len(f"{bar.cards:,}") for bar in plan.bars), default=0)
    found += [BLANK] * bool(plan.bars)
    for bar in plan.bars:
        found.append(
            line(
                (f"{bar.days:<{widest}}  ", "$muted"),
                (f"{bar.cards:>{most},}", "$ink"),
                (f"  {'━' * bar.length}", "$heat3"),
                (f"  {bar.note}" if bar.note else "", "$muted"),
            )
        )
    return found
