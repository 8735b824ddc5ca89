"""Whatever the umask, nobody else can read what the program keeps, or write what it reads."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from quizapp.cli.lazy import SUMMARIES
from quizapp.cli.main import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")

COMMANDS = [
    ["config", "study.new_per_day", "5"],
    ["study", "--plain"],
    ["due"],
    ["check", "--format", "json", "-o", "out/check.json"],
    ["new", "my"],
    ["add", "my", "--question", "What is it?", "--answer", "That"],
    ["export", "reviews", "-o", "out/reviews.csv"],
    ["export", "log", "-o", "out/log.jsonl"],
    ["export", "reviews", "days", "-o", "out/tables/"],
    ["report", "-o", "out/report.html"],
    ["import", "log", "out/log.jsonl"],
    ["backup", "-o", "out/backup.db"],
    ["doctor"],
]
"""What writes something."""


@pytest.fixture
def written(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[Path, int]:
    """Return what all commands wrote into an empty home, with its mode, under a umask that takes nothing away."""
    before = os.umask(0)
    try:
        Path("out").mkdir(mode=0o700)
        for args in COMMANDS:
            if args[0] in SUMMARIES:
                monkeypatch.setattr("sys.stdin", io.StringIO("\n3\n\n4\n\n1\nq\n"))
                assert run(args) in (0, 2), capsys.readouterr().err
    finally:
        os.umask(before)
    return {path: stat.S_IMODE(path.lstat().st_mode) for root in (home, Path("out")) for path in root.rglob("*")}


def test_nobody_else_can_read_or_write_what_is_kept(written: dict[Path, int], home: Path) -> None:
    names = {path.name for path in written}
    assert {"progress.db", "progress.db.lock", "config.toml", "due.json", "reviews.csv", "my.yaml"} <= names
    decks = home / "data" / "quizapp" / "decks"
    kept = {path: mode for path, mode in written.items() if not path.is_relative_to(decks)}
    assert {str(path): oct(mode) for path, mode in kept.items() if mode & 0o077} == {}


def test_nobody_else_can_write_a_deck(written: dict[Path, int], home: Path) -> None:
    """Others may read one, as any text that an editor makes."""
    folder = home / "data" / "quizapp" / "decks"
    decks = {path: mode for path, mode in written.items() if path.is_relative_to(folder)}
    assert decks
    assert {str(path): oct(mode) for path, mode in decks.items() if mode & 0o022} == {}
