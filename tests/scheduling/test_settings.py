from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from schedule_builders import action, settings, settings_action

from quizapp.model import ActionKind, SchedulingSettings
from quizapp.scheduling.engine import DEFAULT_PARAMETERS
from quizapp.scheduling.settings import SettingsTimeline, settings_from_detail, settings_to_detail

DEFAULTS = SchedulingSettings()
STRICT = replace(DEFAULTS, desired_retention=0.95, parameters=DEFAULT_PARAMETERS)
LAX = replace(DEFAULTS, desired_retention=0.8)


@given(settings)
def test_settings_survive_json(settings: SchedulingSettings) -> None:
    assert settings_from_detail(json.loads(json.dumps(settings_to_detail(settings)))) == settings


def test_parameters_survive_json_to_the_last_bit() -> None:
    assert settings_from_detail(json.loads(json.dumps(settings_to_detail(STRICT)))) == STRICT


def test_unknown_keys_are_ignored_and_missing_ones_default() -> None:
    assert settings_from_detail({"desired_retention": 0.8, "of_a_later_version": [1]}) == LAX
    assert settings_from_detail({}) == DEFAULTS


def test_before_any_settings_action_the_defaults_hold() -> None:
    timeline = SettingsTimeline()
    assert timeline.latest == DEFAULTS
    assert timeline.span("000001") == (DEFAULTS, "", None)


def test_settings_hold_from_their_action_until_the_next() -> None:
    timeline = SettingsTimeline(
        [settings_action("000005", LAX), action("000004", ActionKind.BURY), settings_action("000003", STRICT)]
    )
    assert [timeline.at(f"{number:06}") for number in (2, 3, 4, 5, 9)] == [DEFAULTS, STRICT, STRICT, LAX, LAX]
    assert timeline.latest == LAX
    assert timeline.span("000004") == (STRICT, "000003", "000005")
