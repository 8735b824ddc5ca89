"""The forms that values have: in the file, as a person types and reads them, and as the program holds them.

`read` takes a value of the file, `write` gives it back, with None for "leave it out". `parse` takes what a person typed
and `show` what a person reads; what is shown can be typed.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any, ClassVar, cast

from quizapp.config.keys import UnusableKey, read_keys
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS
from quizapp.paths import tilde

Plain = bool | int | float | str | list[str] | list[float]
"""What the file can hold."""


class Unfit(ValueError):
    """A sentence on what to write instead of a value that means nothing."""


class Form(ABC):
    """`wants` tells what a value looks like in the file, `asks` what a person may type; both go after `Write`."""

    wants: str
    asks: str

    @abstractmethod
    def read(self, value: object) -> Any:
        """Return what a value of the file means; raises Unfit where it means nothing."""

    def write(self, value: Any) -> Plain | None:
        """Return what the file holds for a value."""
        return value  # type: ignore[no-any-return]

    def parse(self, text: str) -> Any:
        """Return what a text means; raises Unfit where it means nothing."""
        try:
            return self.read(self.typed(text.strip()))
        except ValueError:
            raise Unfit(f"Write {self.asks}.") from None

    def typed(self, text: str) -> object:
        """Return the value of the file for a text; a ValueError where there is none."""
        return text

    def show(self, value: Any) -> str:
        return str(value)

    def after(self, value: Any) -> Any:
        """Return the next one of a few values, the first one after the last; None where there are many."""
        return None

    def unfit(self) -> Unfit:
        return Unfit(f"Write {self.wants}.")


class Whole(Form):
    """A whole number of some unit."""

    def __init__(self, low: int, high: int, *, unit: int = 1) -> None:
        self._low, self._high, self._unit = low, high, unit
        self.wants = self.asks = f"a whole number from {low} to {high}"

    def read(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not self._low <= value <= self._high:
            raise self.unfit()
        return value * self._unit

    def write(self, value: int) -> int | None:
        return value // self._unit

    def typed(self, text: str) -> object:
        return int(text.replace(",", ""))

    def show(self, value: int) -> str:
        return str(self.write(value))


class Limit(Whole):
    """A whole number, or None: no limit, and no line in the file."""

    NONE = "unlimited"

    def __init__(self, high: int) -> None:
        super().__init__(0, high)
        self.asks = f"{self.wants}, or {self.NONE}"

    def write(self, value: int | None) -> int | None:
        return value

    def parse(self, text: str) -> int | None:
        return None if text.strip().lower() == self.NONE else super().parse(text)

    def show(self, value: int | None) -> str:
        return self.NONE if value is None else str(value)


class Share(Form):
    """A share of 1, shown in per cent."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self.wants = f"a number from {low} to {high}"
        self.asks = f"{low * 100:g} to {high * 100:g} %, or {low} to {high}"

    def read(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not self._low <= value <= self._high:
            raise self.unfit()
        return float(value)

    def typed(self, text: str) -> object:
        number = float(text.removesuffix("%"))
        return round(number / 100, 12) if text.endswith("%") or number > 1 else number

    def show(self, value: float) -> str:
        return f"{value * 100:.10g} %"


class Flag(Form):
    wants, asks = "true or false", "on or off"
    _WORDS: ClassVar = {"true": True, "false": False, "on": True, "off": False, "yes": True, "no": False}

    def read(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.unfit()
        return value

    def typed(self, text: str) -> object:
        return self._WORDS.get(text.lower())

    def show(self, value: bool) -> str:
        return "on" if value else "off"

    def after(self, value: bool) -> bool:
        return not value


class Word(Form):
    """One of some words, each with what it means."""

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        self._meanings = dict(meanings)
        self.wants = self.asks = f"one of {', '.join(meanings)}"

    def read(self, value: object) -> Any:
        if not isinstance(value, str) or value not in self._meanings:
            raise self.unfit()
        return self._meanings[value]

    def write(self, value: Any) -> str:
        return next(word for word, meaning in self._meanings.items() if meaning == value)

    def typed(self, text: str) -> object:
        return text.lower()

    def show(self, value: Any) -> str:
        return self.write(value)

    def after(self, value: Any) -> Any:
        words = list(self._meanings)
        return self._meanings[words[(words.index(self.write(value)) + 1) % len(words)]]


class Several(Form):
    """A list; in a text its items stand apart, or it is a word for an empty one."""

    def __init__(self, empty: str) -> None:
        self._empty = empty

    @abstractmethod
    def item(self, value: object) -> Any:
        """Return what one item means; raises ValueError or TypeError."""

    def read(self, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise self.unfit()
        try:
            return tuple(self.item(item) for item in value)
        except (ValueError, TypeError):
            raise self.unfit() from None

    def typed(self, text: str) -> object:
        words = re.findall(r"[^\s,;\[\]\"']+", text)
        return [] if words == [self._empty] else words or None


_STEP = re.compile(r"(\d{1,9})\s*(s|m|h|d)")
_STEP_MS = {"d": DAY_MS, "h": HOUR_MS, "m": MINUTE_MS, "s": 1000}
_LONGEST_STEP_MS = 365 * DAY_MS


class Steps(Several):
    """Learning steps, in milliseconds."""

    wants = 'a list of steps such as ["1m", "10m"]'
    asks = "steps such as 30s 10m 2h 1d, or none"

    def item(self, value: object) -> int:
        match = _STEP.fullmatch(value) if isinstance(value, str) else None
        step_ms = int(match[1]) * _STEP_MS[match[2]] if match else 0
        if not 0 < step_ms <= _LONGEST_STEP_MS:
            raise ValueError(value)
        return step_ms

    def write(self, value: tuple[int, ...]) -> list[str]:
        return [next(f"{step // ms}{unit}" for unit, ms in _STEP_MS.items() if step % ms == 0) for step in value]

    def show(self, value: tuple[int, ...]) -> str:
        return " ".join(self.write(value)) or self._empty


class Weights(Several):
    """FSRS-6's weights: all of them, or none for the defaults."""

    NUMBER = 21
    wants = f"FSRS-6's {NUMBER} weights, or []"
    asks = f"FSRS-6's {NUMBER} weights, or default"

    def item(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            raise TypeError
        number = float(value)
        if not isfinite(number):
            raise ValueError
        return number

    def read(self, value: object) -> tuple[float, ...]:
        weights = super().read(value)
        if len(weights) not in (0, self.NUMBER):
            raise self.unfit()
        return weights

    def write(self, value: tuple[float, ...]) -> list[float]:
        return list(value)

    def show(self, value: tuple[float, ...]) -> str:
        return " ".join(map(str, value)) or self._empty


class Folder(Form):
    """A folder by its whole path, or None: a word for where it is by itself, and no line in the file."""

    wants = "the whole path of a folder, such as /media/stick or ~/copies"

    def __init__(self, none: str) -> None:
        self._none = none
        self.asks = f"{self.wants}, or {none}"

    def read(self, value: object) -> Path:
        if not isinstance(value, str) or not value.isprintable():
            raise self.unfit()
        try:
            path = Path(value).expanduser()
        except RuntimeError:  # a user that is not there
            raise self.unfit() from None
        if not path.is_absolute():
            raise self.unfit()
        return path

    def write(self, value: Path | None) -> str | None:
        return None if value is None else str(value)

    def parse(self, text: str) -> Path | None:
        return None if text.strip() in ("", self._none) else cast(Path, super().parse(text))

    def show(self, value: Path | None) -> str:
        return self._none if value is None else tilde(value)


class Keys(Form):
    """Keys with commas between them."""

    wants = asks = "a key such as z, !, f5, ctrl+t or space, or several with commas between them"

    def parse(self, text: str) -> Any:
        return self.read(text.strip())

    def read(self, value: object) -> str:
        if not isinstance(value, str):
            raise self.unfit()
        try:
            return ",".join(read_keys(value))
        except UnusableKey as unusable:
            raise Unfit(str(unusable)) from None
