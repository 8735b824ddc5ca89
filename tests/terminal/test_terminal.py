"""The program in a real terminal: a pty is studied in, the process is ended, and the terminal is as it was."""

from __future__ import annotations

import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from terminals import PATIENCE_S, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys on Windows")

DECK = """\
deck: rivers
title: Rivers
notes:
""" + "".join(
    f"  - id: river-{n}\n    question: What is river number {n}?\n    answer: It is answer {n}\n" for n in range(9)
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK, encoding="utf-8")
    return tmp_path


def arguments(home: Path) -> list[str]:
    return ["--db", str(home / "progress.db"), "--decks", str(home / "decks"), "study"]


def answers(home: Path) -> int:
    with sqlite3.connect(f"file:{home / 'progress.db'}?mode=ro", uri=True) as database:
        (count,) = database.execute("SELECT count(*) FROM review").fetchone()
    return int(count)


def rate(terminal: Terminal, card: int, rating: str) -> None:
    """Rate a card, and wait for the next one."""
    terminal.until(f"river number {card}")
    terminal.press(" ")
    terminal.until(f"answer {card}")
    terminal.press(rating)
    terminal.until(f"river number {card + 1}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_the_terminal_as_it_was_and_every_answer_on_disk(home: Path, number: signal.Signals) -> None:
    terminal = Terminal(arguments(home), home)
    try:
        for card in range(3):
            rate(terminal, card, "3")
        assert answers(home) == 3
        terminal.process.send_signal(number)
        assert terminal.wait() in (128 + number, -number)
        assert terminal.after() == terminal.before
        assert b"\x1b[?1049l" in terminal.raw.rpartition(b"\x1b[?1049h")[2]
        assert answers(home) == 3
    finally:
        terminal.close()


def test_a_backup_that_fails_as_the_screens_close_is_told_below_them(home: Path) -> None:
    (home / "progress.db.backups").write_text("in the way")
    terminal = Terminal(arguments(home), home)
    try:
        rate(terminal, 0, "3")
        terminal.press("\x11")
        assert terminal.wait() == 0
        assert b"quizapp: No backup of " in terminal.raw.rpartition(b"\x1b[?1049l")[2]
    finally:
        terminal.close()


@pytest.mark.parametrize("moment_s", [0.2, 1.0, 3.0])
def test_a_terminal_that_goes_away_takes_the_program_with_it(home: Path, moment_s: float) -> None:
    terminal = Terminal(arguments(home), home)
    end = time.monotonic() + moment_s
    while time.monotonic() < end:
        terminal.read()
    terminal.hang_up()
    try:
        terminal.process.wait(PATIENCE_S)
    finally:
        terminal.process.kill()


def test_what_was_answered_waits_after_a_restart(home: Path) -> None:
    terminal = Terminal(arguments(home), home)
    try:
        rate(terminal, 0, "4")
        terminal.press("\x1b")
        terminal.until("1 card")
        terminal.press("\x1b")
        terminal.until("Rivers")
        terminal.press("q")
        assert terminal.wait() == 0
    finally:
        terminal.close()
    terminal = Terminal(arguments(home), home)
    try:
        terminal.until("river number 1")
        terminal.press("u")
        terminal.until("river number 0")
        terminal.process.terminate()
        terminal.wait()
    finally:
        terminal.close()


ARTICLE = "Rivers\n\nThe Nile is 6,650 km long. It ends in Egypt.\n\nThe Rhine begins in the Alps.\n"


def test_the_studio_writes_a_note_and_a_kill_takes_nothing(home: Path) -> None:
    article, deck = home / "rivers.txt", home / "new" / "long.yaml"
    article.write_text(ARTICLE, encoding="utf-8")
    author = ["--db", str(home / "progress.db"), "author", str(deck), "--article", str(article)]
    terminal = Terminal(author, home)
    try:
        terminal.until("0 of 2 paragraphs covered")
        terminal.press("\x1b[C\x1b[1;2C")
        terminal.press("c")
        terminal.until("A cloze.")
        terminal.press("\x13")
        terminal.until("The note is in the list.")
        terminal.until("1 of 2")
        end = time.monotonic() + PATIENCE_S
        while not any((home / ".local" / "state").rglob("studio/*[0-9a-f].json")) and time.monotonic() < end:
            terminal.read()
        for _ in range(60):  # what is kept is kept within a second
            terminal.read()
        terminal.process.kill()
        terminal.wait()
    finally:
        terminal.close()
    assert not deck.exists()
    terminal = Terminal(author[:-2], home)
    try:
        terminal.until("is here again")
        terminal.press("\x0f")
        terminal.until("A new file.")
        terminal.press("\r")
        terminal.until("Saved.")
        terminal.press("\x1b")
        terminal.until("only this")
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.after() == terminal.before
    finally:
        terminal.close()
    assert "{{Nile is}}" in deck.read_text(encoding="utf-8")
