"""`quizapp config`: what it lists, what it changes, and what it tells before it does."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
from command_line import Run
from worlds import World

from quizapp.config.table import SETTINGS
from quizapp.model import ActionKind
from quizapp.store.store import Store
from quizapp.tui.keymap import ACTIONS


@pytest.fixture
def file(home: Path) -> Path:
    return home / "config" / "quizapp" / "config.toml"


def recorded(world: World) -> list[float]:
    """Return the desired retention of each change of scheduling settings that is on record."""
    store = Store.open(world.settings.database, read_only=True)
    try:
        events = store.settings_events()
    finally:
        store.close()
    assert all(event.kind is ActionKind.SETTINGS for event in events)
    return [event.detail["desired_retention"] for event in events]  # type: ignore[misc]


def test_every_setting_is_listed_with_its_value_and_what_it_means(run: Run) -> None:
    result = run("config")
    assert result.code == 0
    for setting in SETTINGS:
        row = next(line for line in result.lines if line.startswith(f"{setting.name} "))
        assert setting.means[:12] in row
    assert "study.bury" not in result.out, "keys are listed where they are asked for"


def test_a_changed_value_stands_beside_its_default(run: Run) -> None:
    assert run("config", "new_per_day", "5").out == "new_per_day is now 5.\n"
    assert next(line for line in run("config").lines if "new_per_day" in line).split()[:3] == ["new_per_day", "5", "20"]
    assert run("config", "new_per_day").out == "5\n"
    assert run("config", "--unset", "new_per_day").out == "new_per_day is now 20.\n"


@pytest.mark.parametrize(
    ("group", "first", "rows"),
    [("study", "new_per_day", 15), ("easy_days", "easy_days.monday", 7), ("keys", "keys.keys", len(ACTIONS))],
)
def test_a_group_is_listed(run: Run, group: str, first: str, rows: int) -> None:
    heading, *lines = run("config", group).lines
    assert heading.startswith("setting")
    assert lines[0].startswith(first)
    assert len(lines) == rows


def test_programs_get_values_as_the_file_has_them(run: Run) -> None:
    run("config", "easy_days.sunday", "off")
    rows = {row["setting"]: row for row in json.loads(run("config", "--json").out)}
    assert rows["desired_retention"]["value"] == 0.9
    assert rows["reviews_per_day"] == {
        "setting": "reviews_per_day",
        "value": None,
        "default": None,
        "means": "Reviews a day, over all decks",
    }
    assert rows["learning_steps"]["value"] == ["1m", "10m"]
    assert (rows["easy_days.sunday"]["value"], rows["easy_days.sunday"]["default"]) == ("off", "all")
    assert [row["setting"] for row in json.loads(run("config", "fuzz", "--json").out)] == ["fuzz"]


def test_the_file_is_named_even_when_it_is_broken(run: Run, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("[study")
    assert run("config", "--path").out == f"{file}\n"
    assert run("config").code == 14


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("new_per_day", "many"), 14, "new_per_day: it cannot be 'many'. Write a whole number from 0 to 9999."),
        (("new_per_day", "9" * 100_000), 14, "…'. Write a whole number"),
        (("new_per_day", "\x1b]52;c;x\x07"), 14, "Write a whole number"),
        (("learning_steps", "1m", "10x"), 14, "Write steps such as 30s 10m 2h 1d, or none."),
        (("new_a_day", "3"), 2, "Did you mean new_per_day?"),
        (("nothing",), 2, "There is no setting 'nothing'. See what there is: quizapp config"),
        (("--unset",), 2, "Name the setting after --unset"),
        (("--unset", "new_per_day", "3"), 2, "give it no value"),
        (("--preview", "new_per_day", "3"), 2, "Only desired_retention has a preview."),
        (("decks.rivrs.new_per_day", "3"), 10, "Did you mean rivers?"),
        (("keys.study.hint", "b"), 14, "b is the key of both study.hint and study.bury."),
        (("keys.study.hint", "ctrl+p"), 14, "ctrl+p is the key of both study.hint and palette."),
        (("keys.study.hint", "ctrl+h"), 14, "ctrl+h is Backspace to a terminal. Write another key."),
        (("keys.study.hnt", "z"), 2, "Did you mean keys.study.hint?"),
        (("parameters", *["1000"] * 21), 14, "is not between"),
    ],
)
def test_what_cannot_be_changes_nothing_and_says_why(
    run: Run, file: Path, args: tuple[str, ...], code: int, said: str
) -> None:
    result = run("config", *args)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert "\x1b" not in result.err
    assert len(result.err) < 1500
    assert not file.exists()


def test_a_deck_and_an_action_have_settings_of_their_own(run: Run, file: Path) -> None:
    assert run("config", "decks.rivers.new_per_day", "2").out == "decks.rivers.new_per_day is now 2.\n"
    assert run("config", "keys.study.bury", "z,f5").code == 0
    listed = run("config").out
    assert "decks.rivers.new_per_day" in listed
    assert "keys.study.bury" in listed
    assert file.read_text() == '[study.decks.rivers]\nnew_per_day = 2\n\n[keys]\n"study.bury" = "z,f5"\n'
    assert json.loads(run("decks", "--json").out)[0]["new"] == 2


def test_keys_in_the_file_that_get_in_each_others_way_are_named_and_can_be_taken_out(run: Run, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\n"study.bury" = "h"\n"study.undo" = "1"\n')
    assert "h is the key of both study.bury and study.hint" in run("config").err
    assert run("config", "new_per_day", "5").code == 0
    assert run("config", "--unset", "keys.study.bury").code == 0
    assert run("config", "--unset", "keys.study.undo").code == 0
    assert run("config").code == 0


def test_scheduling_settings_are_on_record_at_once(run: Run, world: World) -> None:
    assert run("config", "fuzz", "off").code == 0
    assert not world.settings.database.exists(), "without a database there is nothing to record yet"
    with world.open():
        pass
    assert run("config", "desired_retention", "0.8", "--yes").code == 0
    assert recorded(world) == [0.8]
    assert run("config", "--unset", "desired_retention", "--yes").code == 0
    assert recorded(world) == [0.8, 0.9]
    assert run("config", "new_per_day", "3").code == 0
    assert recorded(world) == [0.8, 0.9]


def test_another_desired_retention_is_told_and_not_taken_without_a_yes(run: Run, file: Path) -> None:
    result = run("config", "desired_retention", "95%")
    assert result.code == 2
    assert result.out.startswith("95 % instead of 90 % means about ")
    assert "Add --yes" in result.err
    preview = run("config", "desired_retention", "95%", "--preview")
    assert (preview.code, preview.out, preview.err) == (0, result.out, "")
    assert not file.exists()
    assert run("config", "desired_retention", "95%", "--yes").out == f"{result.out}desired_retention is now 95 %.\n"
    assert run("config", "desired_retention", "0.95").out == "desired_retention is 95 %.\n"


@pytest.mark.parametrize(("answer", "taken"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, answer: str, taken: bool) -> None:
    monkeypatch.setattr(import_module("quizapp.cli.commands.config"), "_can_ask", lambda: True)
    result = run("config", "desired_retention", "95%", stdin=answer)
    assert result.code == 0
    assert file.exists() is taken
    assert ("Nothing was changed." in result.err) is not taken
