"""The command line in one process: its own home, a clock that stands still, a deck or two."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from command_line import Result, Run
from worlds import DECK, World

from quizapp.cli.context import Cli
from quizapp.cli.main import run as run_cli


@pytest.fixture(autouse=True)
def automatic_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    """None when a command ends: each would wait for a disk. The tests of backups have their own, which lets them be."""
    monkeypatch.setattr("quizapp.store.auto_backup.AutoBackup.finish", lambda self: None)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, and nothing in the environment that names another place."""
    for name in ("QUIZAPP_DB", "QUIZAPP_DECKS", "QUIZAPP_CONFIG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def world(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world with one deck, Rivers, that the command line finds by the environment."""
    world = World(tmp_path / "world")
    world.write("rivers.yaml", DECK)
    monkeypatch.setenv("QUIZAPP_DECKS", str(world.decks))
    monkeypatch.setenv("QUIZAPP_DB", str(world.settings.database))
    return world


@pytest.fixture
def run(world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line, with what comes in on stdin."""

    def run(*args: str, stdin: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = run_cli(args, Cli(clock=world.clock))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run
