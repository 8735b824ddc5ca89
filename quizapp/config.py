"""Settings: defaults, then the file, then the environment, then flags; each overrules what stands before it.

The file is `config.toml` in the user's configuration folder:

    [study]
    new_per_day = 20            # new cards a day
    reviews_per_day = 200       # unlimited when left out
    day_cutoff_hour = 4         # when a study day ends, local time
    learn_ahead_minutes = 20
    leech_lapses = 8

    [scheduling]
    desired_retention = 0.9     # probability of recall at which a card comes back
    learning_steps = ["1m", "10m"]
    relearning_steps = ["10m"]
    maximum_interval_days = 36500
    fuzz = true
    parameters = []             # FSRS-6's 21 weights; the defaults when empty

    [screen]
    theme = "dark"              # or "light"

Every mistake in it is an error that names the key and says what to write: a setting silently ignored would be found
out months later.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from quizapp import paths
from quizapp.errors import ConfigInvalid
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS, SchedulingSettings, StudySettings

THEMES = ("dark", "light")
_STEP = re.compile(r"(\d+)\s*(s|m|h|d)")
_LONGEST_STEP_MS = 365 * DAY_MS
_STEP_MS = {"s": 1000, "m": MINUTE_MS, "h": HOUR_MS, "d": DAY_MS}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program can be told. `deck_paths` is empty when the default folders are meant."""

    database: Path
    deck_paths: tuple[Path, ...] = ()
    config_file: Path = field(default_factory=paths.config_file)
    cache_folder: Path | None = field(default_factory=paths.cache_folder)
    study: StudySettings = StudySettings()
    scheduling: SchedulingSettings = SchedulingSettings()
    theme: str = "dark"


def load(
    *, database: Path | None = None, deck_paths: Sequence[Path] = (), environ: Mapping[str, str] = os.environ
) -> Settings:
    """Return the settings that hold; the arguments are the command line's flags.

    Raises:
        ConfigInvalid: the file is unreadable, no TOML, or holds a key or a value that means nothing.
    """
    file = Path(environ["QUIZAPP_CONFIG"]) if environ.get("QUIZAPP_CONFIG") else paths.config_file()
    from_env = [Path(p).expanduser() for p in environ.get("QUIZAPP_DECKS", "").split(os.pathsep) if p]
    env_database = environ.get("QUIZAPP_DB")
    settings = Settings(
        database=database or (Path(env_database).expanduser() if env_database else paths.default_database()),
        deck_paths=tuple(deck_paths) or tuple(from_env),
        config_file=file,
    )
    return _with_file(settings, _read(file), str(file))


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ConfigInvalid(str(file), f"this is no TOML ({error}).", "Mend it, or move it away.") from None
    except OSError as error:
        raise ConfigInvalid(
            str(file), f"it cannot be read ({error.strerror}).", "Make it readable, or move it away."
        ) from None
    import tomllib  # late: most learners never write the file, and the first frame waits for every import

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigInvalid(str(file), f"this is no TOML ({error}).", "Mend it, or move it away.") from None


class _Reader:
    """Reads the values of one table, naming the key in every complaint."""

    def __init__(self, file: str, name: str, table: object) -> None:
        if not isinstance(table, dict):
            raise ConfigInvalid(file, f"{name} is not a table.", f"Write [{name}] and its settings below.")
        self._where, self._table = f"{file}: {name}", dict(table)

    def integer(self, key: str, default: int, low: int, high: int) -> int:
        value = self._table.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self._bad(key, value, f"Write a whole number from {low} to {high}.")
        return value

    def decimal(self, key: str, default: float, low: float, high: float) -> float:
        value = self._table.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise self._bad(key, value, f"Write a number from {low} to {high}.")
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self._table.pop(key, default)
        if not isinstance(value, bool):
            raise self._bad(key, value, "Write true or false.")
        return value

    def choice(self, key: str, default: str, allowed: Sequence[str]) -> str:
        value = self._table.pop(key, default)
        if value not in allowed:
            raise self._bad(key, value, f"Write one of {', '.join(allowed)}.")
        return str(value)

    def items(self, key: str, default: tuple[Any, ...], read: Callable[[Any], Any], instead: str) -> tuple[Any, ...]:
        if key not in self._table:
            return default
        value = self._table.pop(key)
        try:
            if not isinstance(value, list):
                raise ValueError
            return tuple(read(item) for item in value)
        except (ValueError, TypeError):
            raise self._bad(key, value, instead) from None

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def finish(self, known: Sequence[str]) -> None:
        for key in self._table:
            close = get_close_matches(key, known, n=1)
            instead = f"Did you mean {close[0]}?" if close else f"Known: {', '.join(known)}."
            raise ConfigInvalid(self._where, f"{key} is no setting.", instead)

    def _bad(self, key: str, value: object, instead: str) -> ConfigInvalid:
        return ConfigInvalid(self._where, f"{key} cannot be {value!r}.", instead)


def _with_file(settings: Settings, data: dict[str, Any], file: str) -> Settings:
    tables = {name: _Reader(file, name, data.pop(name, {})) for name in ("study", "scheduling", "screen")}
    _Reader(file, "the file", data).finish(tuple(tables))
    screen = tables["screen"]
    theme = screen.choice("theme", settings.theme, THEMES)
    screen.finish(("theme",))
    return replace(
        settings,
        study=_study(tables["study"], settings.study),
        scheduling=_scheduling(tables["scheduling"], settings.scheduling),
        theme=theme,
    )


def _study(table: _Reader, base: StudySettings) -> StudySettings:
    limited = "reviews_per_day" in table
    result = StudySettings(
        day_cutoff_hour=table.integer("day_cutoff_hour", base.day_cutoff_hour, 0, 23),
        new_per_day=table.integer("new_per_day", base.new_per_day, 0, 9999),
        reviews_per_day=table.integer("reviews_per_day", 0, 0, 99_999) if limited else base.reviews_per_day,
        learn_ahead_ms=table.integer("learn_ahead_minutes", base.learn_ahead_ms // MINUTE_MS, 0, 1440) * MINUTE_MS,
        leech_lapses=table.integer("leech_lapses", base.leech_lapses, 1, 99),
    )
    table.finish(("new_per_day", "reviews_per_day", "day_cutoff_hour", "learn_ahead_minutes", "leech_lapses"))
    return result


def _scheduling(table: _Reader, base: SchedulingSettings) -> SchedulingSettings:
    steps = 'Write a list of steps such as ["1m", "10m"].'
    parameters = table.items("parameters", base.parameters, float, "Write FSRS-6's 21 weights, or [].")
    if len(parameters) not in (0, 21):
        raise table._bad("parameters", f"{len(parameters)} weights", "Write FSRS-6's 21 weights, or [].")
    result = SchedulingSettings(
        desired_retention=table.decimal("desired_retention", base.desired_retention, 0.7, 0.99),
        learning_steps_ms=table.items("learning_steps", base.learning_steps_ms, _step_ms, steps),
        relearning_steps_ms=table.items("relearning_steps", base.relearning_steps_ms, _step_ms, steps),
        maximum_interval_days=table.integer("maximum_interval_days", base.maximum_interval_days, 1, 36_500),
        fuzz=table.flag("fuzz", base.fuzz),
        parameters=parameters,
    )
    table.finish(
        ("desired_retention", "learning_steps", "relearning_steps", "maximum_interval_days", "fuzz", "parameters")
    )
    return result


def _step_ms(text: str) -> int:
    match = _STEP.fullmatch(text)
    step_ms = int(match[1]) * _STEP_MS[match[2]] if match and len(match[1]) < 10 else 0
    if not 0 < step_ms <= _LONGEST_STEP_MS:
        raise ValueError(text)
    return step_ms


_THEME_LINE = re.compile(r"^[ \t]*theme[ \t]*=.*$", re.MULTILINE)
_SCREEN_TABLE = re.compile(r"^[ \t]*\[screen\][ \t]*(?:#.*)?$", re.MULTILINE)


def remember_theme(file: Path, theme: str) -> None:
    """Write the theme into the settings file and leave every other byte of it alone.

    Raises:
        ConfigInvalid: the file cannot be written.
    """
    line = f'theme = "{theme}"'
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        table = _SCREEN_TABLE.search(text)
        if table is None:
            text = f"{text.rstrip()}\n\n[screen]\n{line}\n".lstrip()
        else:
            below, rest = _split_table(text[table.end() :])
            below, found = _THEME_LINE.subn(line, below, count=1)
            text = text[: table.end()] + (below if found else f"\n{line}{below}") + rest
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(f".{file.name}.new")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        raise ConfigInvalid(
            str(file), f"the theme was not saved ({error.strerror}).", "It holds until you leave."
        ) from None


def _split_table(text: str) -> tuple[str, str]:
    """Return what belongs to the table above, and what begins with the next one."""
    following = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    return (text[: following.start()], text[following.start() :]) if following else (text, "")
