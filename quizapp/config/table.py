"""Every setting in one table: where it stands in the file, what form its value has, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from quizapp.config import Settings
from quizapp.config.forms import Flag, Folder, Form, Keys, Limit, Share, Steps, Weights, Whole, Word
from quizapp.errors import UsageError
from quizapp.model import MINUTE_MS, DeckLimits, DueOrder, NewOrder

THEMES = ("dark", "light")
ANSWERING = ("flipped", "typed", "chosen", "mixed")
"""The values of `quizapp.answering.manner.Answering`, which is above this layer."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHARES = {"all": 1.0, "less": 0.5, "off": 0.0}
"""The share of its cards that a weekday takes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `path` leads to it in the file: its tables, then its key. `means` has no full stop."""

    path: tuple[str, ...]
    form: Form
    means: str
    get: Callable[[Settings], Any]
    put: Callable[[Settings, Any], Settings]

    @property
    def name(self) -> str:
        """Return what it is called on the command line: its path, without the table that tells nobody anything."""
        return ".".join(self.path if self.path[0] == "keys" else self.path[1:])

    @property
    def default(self) -> Any:
        return self.get(DEFAULTS)

    def is_default(self, settings: Settings) -> bool:
        return bool(self.get(settings) == self.default)

    def shown(self, settings: Settings) -> str:
        return self.form.show(self.get(settings))


DEFAULTS = Settings(database=Path(), config_file=Path(), cache_folder=None, state_folder=None)


def _study(key: str, form: Form, means: str, field: str = "") -> Setting:
    name = field or key
    return Setting(
        ("study", key),
        form,
        means,
        lambda settings: getattr(settings.study, name),
        lambda settings, value: replace(settings, study=replace(settings.study, **{name: value})),
    )


def _scheduling(key: str, form: Form, means: str, field: str = "") -> Setting:
    name = field or key
    return Setting(
        ("scheduling", key),
        form,
        means,
        lambda settings: getattr(settings.scheduling, name),
        lambda settings, value: replace(settings, scheduling=replace(settings.scheduling, **{name: value})),
    )


def _weekday(number: int, day: str) -> Setting:
    def put(settings: Settings, value: float) -> Settings:
        days = settings.study.easy_days
        easy_days = (*days[:number], value, *days[number + 1 :])
        return replace(settings, study=replace(settings.study, easy_days=easy_days))  # type: ignore[arg-type]

    means = f"Cards on a {day.capitalize()}"
    return Setting(("study", "easy_days", day), Word(SHARES), means, lambda s: s.study.easy_days[number], put)


STUDY = (
    _study("new_per_day", Whole(0, 9999), "New cards a day, over all decks"),
    _study("reviews_per_day", Limit(99_999), "Reviews a day, over all decks"),
    _study("answering", Word({word: word for word in ANSWERING}), "How cards are answered"),
    _study("new_order", Word({order.value: order for order in NewOrder}), "In which order new cards come"),
    _study("due_order", Word({order.value: order for order in DueOrder}), "In which order due cards come"),
    _study("day_cutoff_hour", Whole(0, 23), "The hour at which a study day ends"),
    _study(
        "learn_ahead_minutes", Whole(0, 1440, unit=MINUTE_MS), "Minutes a learning card may be early", "learn_ahead_ms"
    ),
    _study("leech_lapses", Whole(1, 99), "Lapses from which a card is a leech"),
)
EASY_DAYS = tuple(_weekday(number, day) for number, day in enumerate(WEEKDAYS))
SCHEDULING = (
    _scheduling("desired_retention", Share(0.7, 0.99), "Recall at which a card comes back"),
    _scheduling("learning_steps", Steps("none"), "Waits of a card in Learning", "learning_steps_ms"),
    _scheduling("relearning_steps", Steps("none"), "Waits of a card in Relearning", "relearning_steps_ms"),
    _scheduling("maximum_interval_days", Whole(1, 36_500), "Days that a card waits at most"),
    _scheduling("fuzz", Flag(), "Move due days a little, to even them out"),
    _scheduling("parameters", Weights("default"), "FSRS-6's weights, from an optimizer"),
)
SCREEN = (
    Setting(
        ("screen", "theme"),
        Word({theme: theme for theme in THEMES}),
        "Colours of the screens",
        lambda settings: settings.theme,
        lambda settings, value: replace(settings, theme=value),
    ),
)
BACKUP = (
    Setting(
        ("backup", "automatic_backups"),
        Flag(),
        "Back progress up each half hour of study",
        lambda settings: settings.automatic_backups,
        lambda settings, value: replace(settings, automatic_backups=value),
    ),
    Setting(
        ("backup", "backup_folder"),
        Folder("beside the database"),
        "Where the folder of backups is",
        lambda settings: settings.backup_folder,
        lambda settings, value: replace(settings, backup_folder=value),
    ),
)
SETTINGS = (*STUDY, *EASY_DAYS, *SCHEDULING, *SCREEN, *BACKUP)
"""Those that are there whatever decks and screens there are."""

DESIRED_RETENTION = SCHEDULING[0]
THEME = SCREEN[0]

LIMITS = {"new_per_day": "New cards a day from this deck", "reviews_per_day": "Reviews a day from this deck"}


def deck_limits(deck_id: str) -> tuple[Setting, ...]:
    """Return the settings of one deck."""
    return tuple(_deck_limit(deck_id, field, means) for field, means in LIMITS.items())


def _deck_limit(deck_id: str, field: str, means: str) -> Setting:
    def put(settings: Settings, value: int | None) -> Settings:
        limits = settings.study.decks.get(deck_id, DeckLimits())._replace(**{field: value})
        others = {other: held for other, held in settings.study.decks.items() if other != deck_id}
        decks = {**others, deck_id: limits} if any(limit is not None for limit in limits) else others
        return replace(settings, study=replace(settings.study, decks=decks))

    return Setting(
        ("study", "decks", deck_id, field),
        Limit(99_999),
        means,
        lambda settings: getattr(settings.study.decks.get(deck_id, DeckLimits()), field),
        put,
    )


def action_keys(action_id: str, keys: str = "", means: str = "") -> Setting:
    """Return the setting of an action's keys; `keys` are those that it has by itself."""

    def put(settings: Settings, value: str) -> Settings:
        others = {other: held for other, held in settings.keys.items() if other != action_id}
        return replace(settings, keys=others if value == keys else {**others, action_id: value})

    return Setting(("keys", action_id), Keys(), means, lambda settings: settings.keys.get(action_id, keys), put)


def find(name: str, actions: Mapping[str, Setting]) -> Setting:
    """Return a setting by its name, with or without the table that it stands in.

    Args:
        actions: the settings of keys, by their names.
    Raises:
        UsageError: there is none of that name.
    """
    known = {setting.name: setting for setting in SETTINGS} | {".".join(s.path): s for s in SETTINGS} | dict(actions)
    if name in known:
        return known[name]
    deck = name.removeprefix("study.").removeprefix("decks.")
    for field in LIMITS:
        if deck.endswith(f".{field}") and deck != name:
            return next(s for s in deck_limits(deck.removesuffix(f".{field}")) if s.path[-1] == field)
    close = get_close_matches(name, known, n=1)
    meant = f"Did you mean {close[0]}?" if close else "See what there is: quizapp config"
    raise UsageError(f"There is no setting {name[:60]!r}. {meant}")
