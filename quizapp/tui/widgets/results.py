"""How a session went: what was done, answers by rating beside recall, and the cards worth another look."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from quizapp.humanize import count, percent
from quizapp.model import Rating
from quizapp.study.scope import SessionSummary
from quizapp.tui.lines import BLANK, apart, flush, line, pad, text
from quizapp.tui.widgets.drawn import Drawn

_LABEL, _NUMBER, _BETWEEN = 9, 5, 8
_LONGEST_BAR = 20


class Results(Drawn):
    """As high as what it shows. `returns` says of each failed card when it comes back."""

    DEFAULT_CSS = """
    Results { height: auto; }
    """

    def __init__(self, title: str, done: Content, summary: SessionSummary, returns: Sequence[str]) -> None:
        super().__init__()
        self._title, self._done = title, done
        self._summary = summary
        self._returns = tuple(returns)
        self._between, self._under_label = 1, 0

    def space(self, between: int, under_label: int) -> None:
        """Set the empty rows between blocks, and below a label."""
        self._between, self._under_label = between, under_label
        self.refresh(layout=True)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.draw(width, 0))

    def draw(self, width: int, height: int) -> list[Content]:
        blocks = [[Content.styled(self._title, "b $ink"), self._done], self._figures(width)]
        if self._summary.failed:
            blocks.append(self._failed(width))
        gap = [BLANK] * self._between
        return [row for number, block in enumerate(blocks) for row in (*(gap if number else ()), *block)]

    def _figures(self, width: int) -> list[Content]:
        bar = min(_LONGEST_BAR, width - _LABEL - _NUMBER - _BETWEEN - 28)
        left = [*self._label(count(self._summary.answers, "answer")), *self._bars(bar)]
        right = self._recalled()
        rows = max(len(left), len(right))
        left_width = _LABEL + bar + _NUMBER
        return [
            line(pad(a, left_width + _BETWEEN), b)
            for a, b in zip(left + [BLANK] * (rows - len(left)), right + [BLANK] * (rows - len(right)), strict=True)
        ]

    def _bars(self, longest: int) -> list[Content]:
        most = max(self._summary.by_rating.values(), default=0)
        rows = []
        for rating in Rating:
            number = self._summary.by_rating.get(rating, 0)
            bar = "━" * max(1, round(number * longest / most)) if number else ""
            figure = Content.styled(str(number), "$soft") if number else Content.styled("·", "$faint")
            label = Content.styled(rating.label.ljust(_LABEL), "$soft")
            rows.append(line(label, (bar.ljust(longest), "$heat3"), flush(figure, _NUMBER)))
        return rows

    def _recalled(self) -> list[Content]:
        summary = self._summary
        rows = []
        if summary.reviewed:
            share = percent(summary.recalled / summary.reviewed)
            of = f" {summary.recalled} of {count(summary.reviewed, 'review')}"
            predicted = f"predicted {percent(summary.predicted)}, " if summary.predicted is not None else ""
            rows = [
                *self._label("Recalled"),
                line((share, "b $ink"), (of, "$muted")),
                line((f"{predicted}target {percent(summary.target)}", "$muted")),
                *[BLANK] * self._under_label,
            ]
        if summary.new_learned:
            rows.append(_figure(summary.new_learned, "new card learned", "new cards learned"))
        if summary.tomorrow:
            rows.append(_figure(summary.tomorrow, "card tomorrow", "cards tomorrow"))
        return rows

    def _failed(self, width: int) -> list[Content]:
        rows = self._label("Worth another look")
        space = max(map(len, self._returns), default=0)
        for failed, returns in zip(self._summary.failed, self._returns, strict=True):
            right = line((f"{failed.times} × Again", "$muted"), "   ", (returns.rjust(space), "$muted"))
            rows.append(apart(text(failed.card.prompt, "$ink", width - right.cell_length - 5), right, width))
        return rows

    def _label(self, words: str) -> list[Content]:
        return [Content.styled(words, "$muted"), *[BLANK] * self._under_label]


def _figure(number: int, one: str, many: str) -> Content:
    return line((str(number), "b $ink"), (f" {one if number == 1 else many}", "$muted"))
