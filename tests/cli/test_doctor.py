"""`quizapp doctor` as it is used: what it says, what it ends with, and what it writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from command_line import Run
from damage import events_of
from strange_schemas import HOSTILE_TEXTS, STRANGE_ONES, WRONG_VALUES, forge, make_strange
from worlds import World

from quizapp.model import Rating
from quizapp.text import is_clean


@pytest.fixture
def studied(world: World) -> World:
    with world.open() as collection:
        session = collection.study()
        for _ in range(3):
            session.rate(Rating.GOOD, duration_ms=3_000)
    return world


def test_a_sound_collection_is_told_as_such(run: Run, studied: World) -> None:
    result = run("doctor")
    assert result.code == 0
    assert result.err == ""
    assert result.lines[-1].startswith("All is well, by ")
    assert result.lines[0] == "✓ pages       The file is whole."
    assert all(len(line) <= 80 for line in result.lines)


def test_a_problem_ends_with_one_and_names_the_next_step(run: Run, studied: World) -> None:
    forge(studied.settings.database, "DELETE FROM schedule WHERE card_key = 1")
    result = run("doctor")
    assert result.code == 1
    assert "✗ schedules   1 of 3 schedules is not what the log leads to." in result.lines
    assert "              → Rebuild it: quizapp doctor --repair" in result.lines
    assert result.lines[-1].startswith("1 problem")


def test_a_repair_says_what_it_did_and_what_is_left(run: Run, studied: World) -> None:
    forge(studied.settings.database, "DELETE FROM schedule")
    studied.write("bad.yaml", "deck: bad\nnotes:\n  - question: a\n    anser: b\n")
    result = run("doctor", "--repair")
    assert result.code == 1
    assert "Made every schedule anew from the log." in result.lines
    assert any(line.startswith("✗ decks ") for line in result.lines)
    result = run("doctor", "--repair")
    assert "What follows from your answers is right already, so nothing was rebuilt." in result.lines


def test_json_has_an_object_for_each_finding(run: Run, studied: World) -> None:
    forge(studied.settings.database, "DELETE FROM schedule WHERE card_key = 1")
    result = run("doctor", "--json")
    findings = json.loads(result.out)
    assert result.code == 1
    assert {"check", "level", "text", "count", "mend"} == findings[0].keys()
    assert [found["check"] for found in findings if found["level"] == "problem"] == ["schedules"]
    repaired = run("doctor", "--repair", "--json")
    assert repaired.code == 0
    assert all(found["level"] != "problem" for found in json.loads(repaired.out))


def test_what_a_damaged_file_holds_is_taken_out(run: Run, studied: World, tmp_path: Path) -> None:
    database = studied.settings.database
    wanted, before = events_of(database), bytearray(database.read_bytes())
    before[:100] = bytes(100)
    database.write_bytes(before)
    assert run("doctor").code == 21
    assert "--salvage -o FILE" in run("doctor").err
    result = run("doctor", "--salvage", "-o", "new.db")
    assert result.code == 0
    assert result.lines[0].startswith("3 answers, 0 acts and 0 quizzes came out of progress.db")
    assert events_of(tmp_path / "new.db") == wanted
    assert database.read_bytes() == before
    again = run("doctor", "--salvage", "-o", "new.db")
    assert (again.code, "a file is there already" in again.err) == (16, True)
    assert run("--db", "new.db", "doctor").code == 0


@pytest.mark.parametrize("args", [["--salvage"], ["-o", "x.db"], ["--salvage", "--repair", "-o", "x.db"]])
def test_what_does_not_go_together_is_refused(run: Run, studied: World, args: list[str]) -> None:
    assert run("doctor", *args).code == 2


def test_there_is_nothing_to_take_out_of_a_file_that_is_not_there(run: Run, world: World) -> None:
    assert run("doctor", "--salvage", "-o", "x.db").code == 20


READERS = [
    ["doctor"],
    ["doctor", "--json"],
    ["cards", "--search", "is:orphan"],
    ["stats"],
    ["explain", "rivers/nile"],
    ["quiz", "--history"],
    ["export", "log"],
    ["export", "reviews", "--format", "md"],
]


@pytest.mark.parametrize("args", READERS, ids=" ".join)
def test_no_text_of_a_database_acts_on_the_terminal(
    run: Run, studied: World, args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    forge(studied.settings.database, *HOSTILE_TEXTS)
    result = run(*args)
    assert "Traceback" not in result.err
    assert is_clean(result.err.replace("\n", " "))
    if "--json" not in args and args[:1] != ["export"]:
        assert is_clean(result.out)
    monkeypatch.setattr("quizapp.cli.output.is_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = run(*args).out
    assert is_clean(re.sub("\r( *|… .*?)\r", "", shown))


@pytest.mark.parametrize("script", STRANGE_ONES)
def test_a_strange_schema_is_told_in_one_clean_sentence(run: Run, studied: World, script: str) -> None:
    make_strange(studied.settings.database, script)
    result = run("stats")
    assert result.code in (26, 27)
    assert "quizapp doctor" in result.err
    assert len(result.err.splitlines()) == 1
    assert is_clean(result.err.strip())
    examined = run("doctor")
    assert examined.code == 1
    assert is_clean(examined.out)
    assert "Traceback" not in examined.err


QUICK = (0, 15)
"""Which of these the quick run tries."""


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(statement, marks=() if number in QUICK else pytest.mark.slow)
        for number, statement in enumerate(WRONG_VALUES)
    ],
)
def test_a_value_that_no_quizapp_writes_ends_in_a_sentence(run: Run, studied: World, statement: str) -> None:
    forge(studied.settings.database, statement)
    for args in (["stats"], ["study", "--plain"], ["undo"], ["doctor"], []):
        result = run(*args, stdin="\n3\n")
        assert "Traceback" not in result.err
        assert result.code in (0, 1, 2, 13, 20, 26), (args, result)
