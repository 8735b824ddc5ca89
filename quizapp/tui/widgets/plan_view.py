"""A plan: what it means in sentences, and a bar for each day or some days together."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.planning import Plan
from quizapp.tui.widgets.lines_view import Lines

WIDEST = 74


class PlanView(Lines):
    """Shows a plan; without one it leaves its place to what stands above, unless it has the class `-held`."""

    DEFAULT_CSS = """
    PlanView { display: none; }
    PlanView.-held, PlanView.-full { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(partial(_written, None))

    def show_plan(self, plan: Plan | None) -> None:
        self.set_class(plan is not None, "-full")
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
