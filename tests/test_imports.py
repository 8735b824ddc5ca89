"""What each command may load. What is not needed is not imported: it is time that every start would cost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.store.store import Store

SCREENS = {"textual"}
DATABASE = {"sqlalchemy", "sqlmodel", "pydantic", "sqlite3"}
DECKS = {"yaml", "fsrs_rs_python"}

NO_TERMINAL, NO_CARD, NOTHING_TO_UNDO = 2, 11, 13

COMMANDS = [
    ("", ["--help"], SCREENS | DATABASE | DECKS | {"platformdirs", "tomllib"}),
    ("", ["--version"], SCREENS | DATABASE | DECKS | {"platformdirs", "tomllib"}),
    ("", ["study", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["help"], SCREENS | DATABASE | DECKS),
    ("", ["help", "cli"], SCREENS | DATABASE | DECKS),
    ("", ["help", "rules"], SCREENS | DATABASE),
    ("", ["help", "answer-in-question"], SCREENS | DATABASE),
    ("", ["completion", "bash"], SCREENS | DATABASE | DECKS),
    ("complete", ["study", ""], SCREENS | DATABASE | DECKS),
    ("", ["study"], SCREENS | DATABASE | DECKS),
    ("", ["study", "--plain"], SCREENS),
    ("", [], SCREENS),
    ("", ["decks"], SCREENS),
    ("", ["due", "--help"], SCREENS | DATABASE - {"sqlite3"} | DECKS),
    ("kept", ["due"], SCREENS | DATABASE - {"sqlite3"} | DECKS | {"tomllib", "rich", "filelock"}),
    ("", ["browse", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["browse"], SCREENS),
    ("", ["set-due", "no/card", "tomorrow"], SCREENS),
    ("", ["config"], SCREENS | DATABASE | DECKS),
    ("", ["config", "keys"], SCREENS | DATABASE | DECKS),
    ("", ["check", "--help"], SCREENS | DATABASE),
    ("", ["check"], SCREENS | DATABASE | {"fsrs_rs_python"}),
    ("", ["check", "decks", "--format", "json"], SCREENS | DATABASE | {"fsrs_rs_python", "platformdirs", "rich"}),
    ("", ["check", "decks", "--format", "sarif"], SCREENS | DATABASE | {"fsrs_rs_python", "platformdirs", "rich"}),
    ("", ["check", "decks", "--progress"], SCREENS),
    ("", ["undo"], SCREENS),
    ("", ["add", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["add", "china", "--question", "a", "--answer", "b"], SCREENS | DATABASE),
    ("", ["edit", "china-fund-market/nothing"], SCREENS | DATABASE),
    ("", ["fmt", "decks"], SCREENS | DATABASE),
    ("", ["new", "rivers"], SCREENS | DATABASE),
    ("", ["stats", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["stats"], SCREENS),
    ("", ["stats", "--json"], SCREENS),
    ("", ["report", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["report", "-o", "-"], SCREENS),
    ("", ["help", "stats"], SCREENS | DATABASE | DECKS),
    ("", ["export", "reviews"], SCREENS | {"yaml"}),
    ("", ["export", "days"], SCREENS | {"yaml"}),
    ("", ["export", "cards"], SCREENS),
    ("", ["export", "log"], SCREENS | {"yaml"}),
    ("", ["doctor", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["doctor"], SCREENS),
    ("", ["import", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["backup", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["restore", "--help"], SCREENS | DATABASE | DECKS),
    ("", ["backup", "--list"], SCREENS | {"yaml", "sqlmodel", "fsrs_rs_python"}),
]

PROBE = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
sys.argv[0] = "quizapp"
from quizapp.cli.main import main
main()
"""


@pytest.mark.parametrize(
    ("mode", "args", "unwanted"), COMMANDS, ids=[" ".join([mode, *args]) for mode, args, _ in COMMANDS]
)
def test_a_command_loads_only_what_it_needs(
    mode: str, args: list[str], unwanted: set[str], tmp_path: Path
) -> None:
    completing = {"_QUIZAPP_COMPLETE": "bash_complete", "COMP_WORDS": "quizapp study ", "COMP_CWORD": "2"}
    for _ in range(2 if mode == "kept" else 1):
        process = subprocess.run(
            [sys.executable, "-c", PROBE, *args],
            capture_output=True,
            encoding="utf-8",
            input="",
            env={**os.environ, "HOME": str(tmp_path), **(completing if mode == "complete" else {})},
            cwd=Path(__file__).parents[1],
            timeout=60,
            check=False,
        )
    assert "Traceback" not in process.stderr
    assert process.stdout or process.returncode in (NO_TERMINAL, NO_CARD, NOTHING_TO_UNDO)
    loaded = {name.partition(".")[0] for name in process.stderr.splitlines()[-1].split()}
    assert "click" in loaded
    assert loaded & unwanted == set()


@pytest.mark.parametrize(
    "args",
    [
        ["export", "reviews"],
        ["export", "reviews", "--for", "fsrs"],
        ["export", "reviews", "--format", "json"],
        ["export", "days", "--format", "json"],
    ],
)
def test_answers_are_taken_away_without_what_writing_them_needs(args: list[str], tmp_path: Path) -> None:
    database = tmp_path / "progress.db"
    Store.open(database).close()
    process = subprocess.run(
        [sys.executable, "-c", PROBE, "--db", str(database), *args],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=60,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in process.stderr.splitlines()[-1].split()}
    assert process.stdout
    assert loaded & (SCREENS | DECKS | DATABASE - {"sqlite3"}) == set()
