"""Settings: which of them hold, and what is said of one that cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizapp import config
from quizapp.config import Settings
from quizapp.errors import ConfigInvalid
from quizapp.model import MINUTE_MS, DeckLimits, DueOrder, NewOrder, SchedulingSettings, StudySettings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, **environ: str) -> Settings:
    return config.load(environ={"QUIZAPP_CONFIG": str(file), **environ})


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = load(file)
    assert settings.study == StudySettings()
    assert settings.scheduling == SchedulingSettings()
    assert settings.theme == "dark"


def test_every_setting_can_be_written(file: Path) -> None:
    file.write_text(
        """
        [study]
        new_per_day = 5
        reviews_per_day = 100
        day_cutoff_hour = 0
        learn_ahead_minutes = 0
        leech_lapses = 4
        new_order = "random"
        due_order = "retrievability"
        easy_days = { saturday = "less", sunday = "off" }
        answering = "mixed"
        [study.decks."a.b"]
        new_per_day = 2
        [scheduling]
        desired_retention = 0.85
        learning_steps = ["30s", "2h"]
        relearning_steps = []
        maximum_interval_days = 365
        fuzz = false
        [screen]
        theme = "light"
        [keys]
        "study.hint" = "x , f9"
        study.bury = "exclamation_mark"
        """
    )
    settings = load(file)
    assert settings.study == StudySettings(
        day_cutoff_hour=0,
        new_per_day=5,
        reviews_per_day=100,
        learn_ahead_ms=0,
        leech_lapses=4,
        decks={"a.b": DeckLimits(2, None)},
        new_order=NewOrder.RANDOM,
        due_order=DueOrder.RETRIEVABILITY,
        easy_days=(1, 1, 1, 1, 1, 0.5, 0),
        answering="mixed",
    )
    assert settings.scheduling == SchedulingSettings(0.85, (30_000, 120 * MINUTE_MS), (), 365, False, ())
    assert settings.theme == "light"
    assert settings.keys == {"study.hint": "x,f9", "study.bury": "!"}


def test_a_flag_overrules_the_environment_and_that_the_default(file: Path, tmp_path: Path) -> None:
    folders = os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")])
    settings = load(file, QUIZAPP_DB=str(tmp_path / "env.db"), QUIZAPP_DECKS=folders)
    assert settings.database == tmp_path / "env.db"
    assert settings.deck_paths == (tmp_path / "a", tmp_path / "b")
    flags = config.load(database=tmp_path / "flag.db", deck_paths=[tmp_path / "c"], environ={"QUIZAPP_DB": "x.db"})
    assert (flags.database, flags.deck_paths) == (tmp_path / "flag.db", (tmp_path / "c",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[study]\nnew_per_day = -1", "new_per_day cannot be -1. Write a whole number from 0 to 9999."),
        ("[study]\nnew_per_day = true", "new_per_day cannot be True"),
        ("[study]\nnew_a_day = 3", "Did you mean new_per_day?"),
        ("[studdy]\nx = 1", "Did you mean study?"),
        ("study = 3", "Write [study] and its settings below."),
        ("[scheduling]\ndesired_retention = 1.5", "Write a number from 0.7 to 0.99."),
        ('[scheduling]\nlearning_steps = "1m"', 'such as ["1m", "10m"]'),
        ('[scheduling]\nlearning_steps = ["1 fortnight"]', 'such as ["1m", "10m"]'),
        ("[scheduling]\nparameters = [1.0]", "21 weights"),
        ("[scheduling]\nfuzz = 1", "Write true or false."),
        ('[screen]\ntheme = "pink"', "Write one of dark, light."),
        ("[study", "this is no TOML"),
        ("a = " + "[" * 5000, "this is no TOML"),
        ("[study]\nnew_order = 1", "study: new_order cannot be 1. Write one of deck, random."),
        ('[study]\nanswering = "guess"', "Write one of flipped, typed, chosen, mixed."),
        ("[study]\neasy_days = 3", "study.easy_days is not a table. Write [study.easy_days] and its settings below."),
        ('[study]\neasy_days = { satrday = "off" }', "study.easy_days: satrday is no setting. Did you mean saturday?"),
        ('[study]\neasy_days = { sunday = "none" }', "sunday cannot be 'none'. Write one of all, less, off."),
        ("[study.decks.china]\nnew = 3", "study.decks.china: new is no setting. Known: new_per_day, reviews_per_day."),
        ("[study.decks]\nchina = 3", "study.decks.china is not a table."),
        ("[keys]\n'study.hint' = 3", "keys: study.hint cannot be 3. Write a key such as z"),
        ("[keys]\nstudy.hint = 'ctrl+m'", "study.hint cannot be 'ctrl+m'. ctrl+m is Enter to a terminal."),
        ("[keys]\nstudy.hint = ''", "Write a key such as z"),
        ("keys = 3", "Write [keys] and its settings below."),
        ("[study]\n" + "x" * 100_000 + " = 1", "is no setting."),
    ],
)
def test_a_mistake_is_named_with_what_to_write(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigInvalid) as caught:
        load(file)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 400
    assert str(file) in str(caught.value)


def test_a_file_that_is_no_text_or_a_folder_is_said(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigInvalid, match="no TOML"):
        load(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(ConfigInvalid, match="cannot be read"):
        load(file)
