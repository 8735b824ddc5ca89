"""The bar on stderr: late, narrow enough, gone in the end, and silent where nobody looks."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.progress_bar import ProgressBar, answers, megabytes, patience


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that is told how much time passes."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def test_what_is_over_within_a_second_shows_nothing() -> None:
    terminal, watch = Terminal(), Watch()
    with ProgressBar("Exporting", 10, stream=terminal, seconds=watch) as bar:
        watch.now += 0.9
        bar.advance(10)
    assert terminal.getvalue() == ""


def test_after_a_second_it_says_how_far_how_fast_and_how_long() -> None:
    terminal, watch = Terminal(), Watch()
    with ProgressBar("Exporting", 1_000, stream=terminal, seconds=watch) as bar:
        watch.now += 2
        bar.advance(250)
        shown = terminal.getvalue()
        assert shown.startswith("\r\x1b[KExporting ━")
        assert shown.endswith(" 25 % · 125 rows a second · 6 s left")
        bar.advance(250)
        assert terminal.getvalue() == shown, "it is drawn again after a tenth of a second"
    assert terminal.getvalue() == shown + "\r\x1b[K"


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_the_line_is_cleared_however_it_ends(error: type[BaseException]) -> None:
    terminal, watch = Terminal(), Watch()
    bar = ProgressBar("Exporting", 9, stream=terminal, seconds=watch)
    with pytest.raises(error), bar:
        _work_that_fails(bar, watch, error)
    assert terminal.getvalue().endswith("\r\x1b[K")


def _work_that_fails(bar: ProgressBar, watch: Watch, error: type[BaseException]) -> None:
    watch.now += 2
    bar.advance(1)
    raise error


def test_no_terminal_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, term in ((io.StringIO(), "xterm"), (Terminal(), "dumb")):
        monkeypatch.setenv("TERM", term)
        watch = Watch()
        with ProgressBar("Exporting", 9, stream=stream, seconds=watch) as bar:
            watch.now += 5
            bar.advance(1)
        assert stream.getvalue() == ""


@given(st.integers(1, 200), st.integers(0, 10**9), st.integers(0, 10**9), st.floats(0, 10**6))
def test_it_never_fills_the_last_column(width: int, done: int, total: int, seconds: float) -> None:
    watch = Watch()
    bar = ProgressBar("Importing the log", total, told=megabytes, stream=Terminal(), seconds=watch)
    bar.advance(done)
    assert len(bar.line(watch.now + seconds, width)) < width


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Exporting ━━━━━━━━" + "┈" * 24 + "  25 % · 125 rows a second · 6 s left"),
        (48, "Exporting  25 % · 125 rows a second · 6 s left"),
        (40, "Exporting  25 % · 6 s left"),
        (20, "25 %"),
        (3, ""),
    ],
)
def test_what_does_not_fit_is_left_out_and_not_cut(width: int, shown: str) -> None:
    watch = Watch()
    bar = ProgressBar("Exporting", 1_000, stream=Terminal(), seconds=watch)
    bar.advance(250)
    assert bar.line(watch.now + 2, width) == shown


def test_lines_are_counted_as_they_go_by() -> None:
    watch = Watch()
    bar = ProgressBar("Exporting", stream=Terminal(), seconds=watch)
    assert list(bar.lines_of(["a\nb\n", "c\n"])) == ["a\nb\n", "c\n"]
    assert bar.line(watch.now + 1, 80) == "Exporting · 3 rows · 3 rows a second"


def test_how_far_it_is_may_be_told_with_how_much_there_is() -> None:
    terminal, watch = Terminal(), Watch()
    with ProgressBar("Reading", stream=terminal, seconds=watch, told=answers) as bar:
        bar.reach(0, 400)
        watch.now += 2
        bar.reach(100, 400)
        assert terminal.getvalue().endswith(" 25 % · 50 answers a second · 6 s left")


def test_what_cannot_tell_how_far_it_is_shows_a_sentence_once_it_takes_long() -> None:
    terminal, quick, pipe = Terminal(), Terminal(), io.StringIO()
    with patience("Backing up…", stream=quick):
        pass
    for stream in (terminal, pipe):
        with patience("Backing up…", stream=stream, wait_s=0.001):
            time.sleep(0.05)
    assert (terminal.getvalue(), quick.getvalue(), pipe.getvalue()) == ("\r\x1b[KBacking up…\r\x1b[K", "", "")


def test_who_is_told_in_place_of_a_terminal_hears_of_every_line_and_can_end_the_work() -> None:
    heard: list[tuple[str, int, int]] = []

    def tell(doing: str, done: int, total: int) -> None:
        heard.append((doing, done, total))
        if done >= 3:
            raise InterruptedError

    with pytest.raises(InterruptedError), ProgressBar("Exporting", 4, tell=tell, stream=io.StringIO()) as bar:
        list(bar.lines_of(["a\nb\n", "c\n", "d\n"]))
    assert heard == [("Exporting", 0, 4), ("Exporting", 2, 4), ("Exporting", 3, 4)]
