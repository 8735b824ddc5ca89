"""The answer clock counts only while it runs."""

from __future__ import annotations

from quizapp.tui.stopwatch import Stopwatch


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_only_while_it_runs() -> None:
    seconds = Seconds()
    watch = Stopwatch(seconds)
    seconds.now += 5
    assert watch.ms == 0
    watch.run(True)
    seconds.now += 2
    assert watch.ms == 2000
    watch.run(False)
    seconds.now += 60
    watch.run(True)
    seconds.now += 0.5
    assert watch.ms == 2500


def test_a_restart_goes_on_running_from_nothing() -> None:
    seconds = Seconds()
    watch = Stopwatch(seconds)
    watch.run(True)
    seconds.now += 3
    watch.restart()
    seconds.now += 1
    assert watch.ms == 1000
    watch.run(False)
    watch.restart()
    seconds.now += 1
    assert watch.ms == 0
