"""The manual's page on settings names every one of them, with its default."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quizapp import config
from quizapp import help as manual
from quizapp.answering.manner import Answering
from quizapp.config.keys import NAMED, TWINS
from quizapp.config.table import ANSWERING, SETTINGS, Setting, deck_limits

PAGE = manual.read("settings")


@pytest.mark.parametrize("setting", [*SETTINGS, *deck_limits("ID")], ids=lambda setting: setting.name)
def test_a_setting_stands_on_the_page_with_its_default(setting: Setting) -> None:
    assert f"\n| `{setting.name}` | `{setting.form.show(setting.default)}` |" in PAGE


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_a_setting_means_is_a_phrase(setting: Setting) -> None:
    assert setting.means[0].isupper()
    assert not setting.means.endswith((".", "!"))
    assert len(setting.means) <= 48, "it has to fit beside its value on 80 columns"


def test_the_file_on_the_page_is_read(tmp_path: Path) -> None:
    text = PAGE.partition("```toml\n")[2].partition("```")[0]
    assert set(tomllib.loads(text)) == {"study", "scheduling", "screen", "keys"}
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    settings = config.load(environ={"QUIZAPP_CONFIG": str(file)})
    assert settings.study.easy_days == (1, 1, 1, 1, 1, 0.5, 0)
    assert settings.study.decks["china-fund-market"].new_per_day == 5
    assert settings.keys == {"study.bury": "z"}


def test_keys_by_name_and_twins_stand_on_the_page() -> None:
    functions = {f"f{number}" for number in range(2, 24)}
    assert {name for name in NAMED - functions if f"`{name}`" not in PAGE} == set()
    assert {letter for letter in TWINS if f"`ctrl+{letter}`" not in PAGE} == set()


def test_ways_to_answer_have_the_words_of_those_who_read_them() -> None:
    assert tuple(ANSWERING) == tuple(Answering)
