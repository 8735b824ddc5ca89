"""A bar on stderr for what takes longer than a second: how far it is, how fast, and the time left.

Only where stderr is a terminal; elsewhere nothing is written. The line is cleared in the end, however it ends: also by
Ctrl-C. It has no colour, so `NO_COLOR` has nothing to take away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from quizapp.clock import steady_s
from quizapp.humanize import duration

if TYPE_CHECKING:
    from quizapp.export.fields import Batch

Tell = Callable[[str, int, int], None]

WAIT_S = 1.0
"""Before this nothing is shown: what is over sooner needs no bar."""
EVERY_S = 0.1
NARROWEST_BAR, WIDEST_BAR = 4, 40
"""Where there is less room there are only words, and then only those that fit."""
_CLEAR = "\r\x1b[K"


class ProgressBar:
    """Shows how far something is, as a context manager; tell it with `advance`.

    Args:
        doing: what is being done, in a word or two.
        total: how much there is to do; None or 0 where nobody knows, then only the rate is shown.
        tell: is told in place of a terminal: what is being done, how much is done, how much there is, 0 where nobody
            knows. What it raises ends the work.
        told: how an amount is said, "1,200 rows" unless told.
    """

    def __init__(
        self,
        doing: str,
        total: int | None = None,
        *,
        told: Callable[[int], str] = lambda amount: f"{amount:,} rows",
        tell: Tell | None = None,
        stream: TextIO | None = None,
        seconds: Callable[[], float] = steady_s,
    ) -> None:
        self._doing = doing
        self._total = total or 0
        self._told = told
        self._stream = stream or sys.stderr
        self._seconds = seconds
        self._tell = tell
        self._on = tell is None and self._stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._start = seconds()
        self._next = self._start + WAIT_S
        self._done = 0
        self._shown = False

    def __enter__(self) -> Self:
        self.advance(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._write(_CLEAR)
            self._shown = False

    def advance(self, amount: int) -> None:
        """Tell that so much more is done."""
        self._done += amount
        if self._tell is not None:
            self._tell(self._doing, self._done, self._total)
        elif self._on and (now := self._seconds()) >= self._next:
            self._next = now + EVERY_S
            self.show(self.line(now, _width(self._stream)))

    def show(self, line: str) -> None:
        """Show a line in place of the one before, as much of it as fits."""
        if self._on:
            self._shown = True
            self._write(_CLEAR + line[: max(_width(self._stream) - 1, 0)])

    def reach(self, done: int, total: int) -> None:
        """Tell how much is done by now, and how much there is to do."""
        self._total = total
        self.advance(done - self._done)

    def lines_of(self, chunks: Iterable[str]) -> Iterator[str]:
        """Yield the chunks, and advance by the lines that each has; where nobody is told nothing is counted."""
        if not self._on and self._tell is None:
            yield from chunks
            return
        for chunk in chunks:
            yield chunk
            self.advance(chunk.count("\n"))

    def batches_of(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Yield batches of rows, and advance by the rows that each has."""
        for batch in batches:
            yield batch
            self.advance(len(batch[0]))

    def line(self, now: float, width: int) -> str:
        """Return what is shown at a moment on a terminal of this width; it is always shorter than that."""
        passed = max(now - self._start, 1e-3)
        rate = self._done / passed
        words = f"{self._told(round(rate))} a second"
        if not self._total:
            return f"{self._doing} · {self._told(self._done)} · {words}"[: max(width - 1, 0)]
        share = min(self._done / self._total, 1.0)
        left = max(self._total - self._done, 0) / rate if rate else 0.0
        percent, wait = f"{share * 100:3.0f} %", f"{duration(round(left) * 1000)} left"
        words = f"{percent} · {words} · {wait}"
        room = min(width - len(self._doing) - len(words) - 3, WIDEST_BAR)
        if room < NARROWEST_BAR:
            shorter = (f"{self._doing} {words}", f"{self._doing} {percent} · {wait}", percent.strip(), "")
            return next(text for text in shorter if len(text) < width or not text)
        full = round(share * room)
        return f"{self._doing} {'━' * full}{'┈' * (room - full)} {words}"

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, UnicodeEncodeError):  # a terminal that went away, or cannot show it: what is done matters more
            self._on = False


@contextmanager
def patience(sentence: str, *, stream: TextIO | None = None, wait_s: float = WAIT_S) -> Iterator[None]:
    """Show a sentence for as long as something takes that cannot tell how far it is, where a bar would be shown."""
    stream = stream or sys.stderr
    bar = ProgressBar(sentence, stream=stream)
    timer = Timer(wait_s, bar.show, [sentence])
    timer.daemon = True
    with bar:
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # else it could still show what was cleared


def answers(amount: int) -> str:
    """Return an amount of answers as a bar tells it."""
    return f"{amount:,} answers"


def megabytes(amount: int) -> str:
    """Return an amount of bytes as a bar tells it."""
    return f"{amount / 1e6:,.1f} MB"


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
