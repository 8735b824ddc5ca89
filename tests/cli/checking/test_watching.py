"""Checking again at each save: when, and, in a real process, what is shown and how it ends."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.cli.checking.watching import watch

ROOT = Path(__file__).parents[3]
GOOD = "deck: {}\nnotes:\n  - id: a\n    question: Which sea is Gotland in?\n    answer: The Baltic\n"
BROKEN = "deck: {}\nnotes:\n  - id: a\n    question: Q?\n    answr: A\n"


def rounds(root: Path, *acts: Callable[[], object]) -> list[int]:
    """Return in which sleep each check came, counted from 0, while acts happen in one sleep after the other."""
    waiting = list(acts)
    checks: list[int] = []
    slept = 0

    def sleep(seconds: float) -> None:
        nonlocal slept
        if seconds < 0.1:  # what has changed is left to settle
            return
        slept += 1
        if not waiting:
            raise KeyboardInterrupt
        waiting.pop(0)()

    watch([root], lambda: checks.append(slept), sleep=sleep)
    return checks


def idle() -> None:
    pass


def test_nothing_is_checked_again_until_something_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(GOOD)
    assert rounds(tmp_path, idle, idle) == [0]
    assert rounds(tmp_path, idle, lambda: file.write_text(BROKEN), idle) == [0, 2]


def test_files_that_come_and_go_and_are_replaced_count(tmp_path: Path) -> None:
    file, other = tmp_path / "a.yaml", tmp_path / "sub" / "b.yaml"
    file.write_text(GOOD)
    (tmp_path / "sub").mkdir()
    (tmp_path / "c.txt").write_text(GOOD)

    def replace() -> None:
        """Put a file of the same size and time in its place, as editors do that write a copy first."""
        status = file.stat()
        (tmp_path / ".new").write_text(GOOD)
        os.utime(tmp_path / ".new", ns=(status.st_atime_ns, status.st_mtime_ns))
        (tmp_path / ".new").rename(file)

    assert rounds(tmp_path, lambda: other.write_text(GOOD), other.unlink, replace, file.unlink) == [0, 1, 2, 3, 4]
    assert rounds(tmp_path, (tmp_path / "c.txt").unlink) == [0]


def test_the_settings_for_checks_count(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / ".git").mkdir()
    settings = tmp_path / ".quizapp.toml"
    assert rounds(tmp_path, lambda: settings.write_text("[checks]\n"), settings.unlink) == [0, 1, 2]


@contextmanager
def watching(*args: str, cwd: Path) -> Iterator[tuple[subprocess.Popen[str], Callable[[], list[str]]]]:
    """Give a process that watches, and what returns the lines it shows up to where it waits."""
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "check", "--watch", "--rule", "unknown-key", *args],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(cwd)},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        stream = process.stdout
        assert stream is not None
        lines: queue.Queue[str] = queue.Queue()
        reader = threading.Thread(target=lambda: [lines.put(line) for line in stream], daemon=True)
        reader.start()

        def shown() -> list[str]:
            found: list[str] = []
            while not found or not found[-1].startswith("Waiting"):
                found.append(lines.get(timeout=30).rstrip("\n"))
            return found[:-1]

        try:
            yield process, shown
        finally:
            process.kill()
            reader.join()


def test_a_real_process_checks_at_each_save_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "a.yaml").write_text(GOOD.format("a"))
    with watching("decks", cwd=tmp_path) as (process, shown):
        assert shown() == ["All is well in 1 deck with 1 note."]
        (decks / "b.yaml").write_text(BROKEN.format("b"))
        assert shown()[0] == "decks/b.yaml:5:5: ✗ error: A deck has no key “answr” here. [unknown-key]"
        (decks / "b.yaml").write_text(GOOD.format("b"))
        assert shown() == ["All is well in 2 decks with 2 notes."]
        (decks / ".quizapp.toml").write_text("[chekcs]\n")
        assert shown()[0].endswith("chekcs has no meaning here. Write [checks] and the rules below.")
        (decks / ".quizapp.toml").unlink()
        assert shown() == ["All is well in 2 decks with 2 notes."]
        (decks / "a.yaml").unlink()
        (decks / "b.yaml").unlink()
        while (lines := shown()) == ["All is well in 1 deck with 1 note."]:
            pass
        assert lines == ["There is no deck in decks. Deck files end in .yaml or .yml."]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
