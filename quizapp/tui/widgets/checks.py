"""What the checks say of the note in the form: `✗` what is wrong, `›` advice, `✓` the rest as one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizapp.humanize import count
from quizapp.problem import Level
from quizapp.text import shorten
from quizapp.tui.lines import BLANK, acting, apart, line, paragraph
from quizapp.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from quizapp.lint.draft import DraftProblem

_INDENT = "   "
_LONGEST = 160


class Told(NamedTuple):
    """A problem, and what the note would say once it is mended: "" where only its author can tell."""

    problem: DraftProblem
    would_say: str = ""


class Checks(Drawn):
    """As many rows as its problems need. The first that can be mended with a key has that key beside it."""

    DEFAULT_CSS = """
    Checks { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: Sequence[Told] = ()
        self._first = 0
        self._still = ""
        self._passed: int | None = None

    def show(self, told: Sequence[Told], *, still: str, passed: int | None) -> None:
        """Show what was found.

        Args:
            still: what is still to be written, empty when nothing is.
            passed: how many other checks found nothing; None while none has run.
        """
        self._told, self._still, self._passed, self._first = told, still, passed, 0
        self.redraw()

    def begin_with(self, number: int) -> None:
        """Show this problem first, for where there is no room for all; those before it stand behind the last."""
        self._first = number
        self.redraw()

    def rows(self, width: int) -> int:
        """Return how many rows it takes to say all of it."""
        return len(self._rows(width, airy=True))

    def draw(self, width: int, height: int) -> list[Content]:
        airy = self._rows(width, airy=True)
        if len(airy) <= height:
            return airy
        dense = self._rows(width, airy=False)
        more = line(_INDENT, (self.key("problem"), "b $soft"), (" goes on to the next", "$muted"))
        return dense if len(dense) <= height else [*dense[: height - 1], acting(more, "problem")]

    def _rows(self, width: int, *, airy: bool) -> list[Content]:
        if self._passed is None and not self._still and not self._told:
            return []
        rows = [Content.styled("Checks", "$muted")]
        offered = next((told for told in self._told if told.would_say), None)
        for told in (*self._told[self._first :], *self._told[: self._first]):
            rows += _problem(told, width, self.key("mend") if told is offered else "")
            rows += [BLANK] if airy else []
        if self._still:
            rows.append(line(("›  ", "$muted"), (f"still to write: {self._still}", "$muted")))
        elif self._passed or not self._told:
            others = "other check" if self._told else "check"
            rows.append(line(("✓  ", "$accent"), (count(self._passed or 0, others), "$muted")))
        return rows if rows[-1] is not BLANK else rows[:-1]


def _problem(told: Told, width: int, key: str) -> list[Content]:
    """Return a problem's rule, with the key that mends it if there is one, and below it what is wrong."""
    problem, wrong = told.problem, told.problem.level is not Level.HINT
    name = line(("✗  ", "$alert") if wrong else ("›  ", "$muted"), (problem.rule, "b $ink" if wrong else "b $soft"))
    if key:
        name = apart(name, acting(line((key, "b $soft"), (" do it", "$muted")), "mend"), width)
    would_say = shorten(told.would_say, _LONGEST)
    says = would_say if would_say and not wrong else f"{problem.message} {would_say or problem.mend}".strip()
    rows = paragraph(says, "$soft" if wrong else "$muted", max(width - len(_INDENT), 2))
    return [name, *(line(_INDENT, row) for row in rows)]
