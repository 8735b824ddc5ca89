"""What the checks say of the note in the form: `✗` what is wrong, `›` advice, `✓` the rest as one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.humanize import count
from quizapp.problem import Level
from quizapp.tui.lines import BLANK, acting, apart, line, paragraph
from quizapp.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from quizapp.authoring.checks import DraftProblem

_INDENT = "   "


class Checks(Drawn):
    """As many rows as its problems need. The first that can be done with a key has that key beside it."""

    DEFAULT_CSS = """
    Checks { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: Sequence[DraftProblem] = ()
        self._still = ""
        self._passed: int | None = None

    def show(self, problems: Sequence[DraftProblem], *, still: str, passed: int | None) -> None:
        """Show what was found.

        Args:
            still: what is still to be written, empty when nothing is.
            passed: how many other checks found nothing; None while none has run.
        """
        self._problems, self._still, self._passed = problems, still, passed
        self.redraw()

    def rows(self, width: int) -> int:
        """Return how many rows it takes to say all of it."""
        return len(self.draw(width, 0))

    def draw(self, width: int, height: int) -> list[Content]:
        if self._passed is None and not self._still:
            return []
        airy = not height or len(self._said(width, airy=True)) <= height
        return self._said(width, airy=airy)[: height or None]

    def _said(self, width: int, *, airy: bool) -> list[Content]:
        lines = [Content.styled("Checks", "$muted")]
        offered = False
        for problem in self._problems:
            offers = problem.suggestion is not None and not offered
            offered |= offers
            lines += self._problem(problem, width, offers=offers)
            lines += [BLANK] if airy else []
        if self._still:
            lines.append(line(("›  ", "$muted"), (f"still to write: {self._still}", "$muted")))
        elif self._passed or not self._problems:
            others = "other check" if self._problems else "check"
            lines.append(line(("✓  ", "$accent"), (count(self._passed or 0, others), "$muted")))
        return lines

    def _problem(self, problem: DraftProblem, width: int, *, offers: bool) -> list[Content]:
        wrong = problem.level is not Level.HINT
        name = line(("✗  ", "$alert") if wrong else ("›  ", "$muted"), (problem.rule, "b $ink" if wrong else "b $soft"))
        if offers:
            act = acting(line((self.key("mend"), "b $soft"), (" do it", "$muted")), "mend")
            name = apart(name, act, width)
        says = f"{problem.message} {problem.mend}".strip()
        rows = paragraph(says, "$soft" if wrong else "$muted", max(width - len(_INDENT), 2))
        return [name, *(line(_INDENT, row) for row in rows)]
