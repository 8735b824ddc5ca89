"""One table of settings: each reads and puts its own value, and is found by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.config.table import DEFAULTS, SETTINGS, Setting, action_keys, deck_limits, find
from quizapp.errors import UsageError
from quizapp.model import DeckLimits, SchedulingSettings, StudySettings

ALL = [*SETTINGS, *deck_limits("a.b"), action_keys("study.hint", "h,f2", "Show the hint")]
OTHER = {
    **{"Whole": 7, "Limit": 7, "Share": 0.8, "Flag": False, "Steps": (60_000,), "Weights": (1.0,) * 21, "Keys": "z"},
    "Folder": Path("/media/stick"),
}


def other_value(setting: Setting) -> object:
    return OTHER.get(type(setting.form).__name__) or setting.form.after(setting.default)


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.name)
def test_a_setting_puts_its_own_value_and_no_other(setting: Setting) -> None:
    value = other_value(setting)
    changed = setting.put(DEFAULTS, value)
    assert setting.get(changed) == value
    assert not setting.is_default(changed)
    assert all(each.is_default(changed) for each in ALL if each is not setting)
    assert setting.put(changed, setting.default) == DEFAULTS


def test_every_field_of_the_models_is_a_setting() -> None:
    changed = DEFAULTS
    for setting in ALL:
        changed = setting.put(changed, other_value(setting))
    for held, default in ((changed.study, StudySettings()), (changed.scheduling, SchedulingSettings())):
        for field in held.__dataclass_fields__:
            assert getattr(held, field) != getattr(default, field), field


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("new_per_day", ("study", "new_per_day")),
        ("study.new_per_day", ("study", "new_per_day")),
        ("easy_days.sunday", ("study", "easy_days", "sunday")),
        ("decks.a.b.new_per_day", ("study", "decks", "a.b", "new_per_day")),
        ("study.decks.a.b.reviews_per_day", ("study", "decks", "a.b", "reviews_per_day")),
        ("keys.study.hint", ("keys", "study.hint")),
        ("screen.theme", ("screen", "theme")),
    ],
)
def test_a_setting_is_found_by_its_name(name: str, path: tuple[str, ...]) -> None:
    assert find(name, {ALL[-1].name: ALL[-1]}).path == path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("new_a_day", "Did you mean new_per_day?"),
        ("saturday", "Did you mean easy_days.saturday?"),
        ("hint", "See what there is: quizapp config"),
        ("decks.a", "See what there is"),
        ("x" * 100_000, "See what there is"),
    ],
)
def test_a_name_that_is_no_setting_is_refused_with_the_nearest(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        find(name, {})
    assert len(str(caught.value)) < 200


def test_a_deck_without_limits_of_its_own_is_forgotten() -> None:
    new, reviews = deck_limits("a")
    held = reviews.put(new.put(Settings(database=Path("x.db")), 3), 4)
    assert held.study.decks == {"a": DeckLimits(3, 4)}
    assert reviews.put(new.put(held, None), None).study.decks == {}
