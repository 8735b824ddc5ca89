"""Scheduling settings as the log keeps them, and which of them held when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from quizapp.model import Action, ActionKind, SchedulingSettings


def settings_to_detail(settings: SchedulingSettings) -> dict[str, object]:
    """Return settings as the detail of a `settings` action: plain values that JSON can hold."""
    values = asdict(settings).items()
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def settings_from_detail(detail: Mapping[str, Any]) -> SchedulingSettings:
    """Return the settings that a detail holds; unknown keys are ignored, missing ones take the default."""
    known = [field.name for field in fields(SchedulingSettings) if field.name in detail]
    values: dict[str, Any] = {name: _frozen(detail[name]) for name in known}
    return SchedulingSettings(**values)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class SettingsTimeline:
    """The scheduling settings in force at every event: those of the last `settings` action before it.

    Events before the first action were given under the defaults. Actions of other kinds are passed over.
    """

    def __init__(self, actions: Iterable[Action] = ()) -> None:
        changes = [action for action in actions if action.kind is ActionKind.SETTINGS]
        changes.sort(key=lambda action: action.action_id)
        self._from_ids = ["", *(action.action_id for action in changes)]
        self._settings = [SchedulingSettings(), *(settings_from_detail(action.detail) for action in changes)]

    @property
    def latest(self) -> SchedulingSettings:
        return self._settings[-1]

    def at(self, event_id: str) -> SchedulingSettings:
        """Return the settings under which an event was given."""
        return self.span(event_id)[0]

    def span(self, event_id: str) -> tuple[SchedulingSettings, str, str | None]:
        """Return the settings of an event, the first event id they hold for, and the first they no longer do.

        The third is None while they still hold.
        """
        index = bisect_right(self._from_ids, event_id) - 1
        until = self._from_ids[index + 1] if index + 1 < len(self._from_ids) else None
        return self._settings[index], self._from_ids[index], until
