"""Values: what is shown can be typed, what is written can be read, and what means nothing is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.config.forms import Flag, Folder, Form, Keys, Limit, Share, Steps, Unfit, Weights, Whole, Word
from quizapp.config.table import SETTINGS
from quizapp.model import DAY_MS, MINUTE_MS

STEPS = st.lists(st.integers(1, 500).map(lambda seconds: seconds * 1000), max_size=5).map(tuple)
VALUES: list[tuple[Form, st.SearchStrategy[Any]]] = [
    (Whole(0, 9999), st.integers(0, 9999)),
    (Whole(0, 1440, unit=MINUTE_MS), st.integers(0, 1440).map(lambda minutes: minutes * MINUTE_MS)),
    (Limit(99), st.none() | st.integers(0, 99)),
    (Share(0.7, 0.99), st.integers(700, 990).map(lambda thousandths: thousandths / 1000)),
    (Flag(), st.booleans()),
    (Word({"all": 1.0, "less": 0.5, "off": 0.0}), st.sampled_from([1.0, 0.5, 0.0])),
    (Steps("none"), STEPS),
    (Weights("default"), st.just(()) | st.lists(st.floats(-10, 10), min_size=21, max_size=21).map(tuple)),
    (Folder("here"), st.none() | st.sampled_from([Path("/"), Path("/media/a stick"), Path.home() / "copies"])),
    (Keys(), st.sampled_from(["z", "!", "space,enter", "ctrl+t", "f5,comma"])),
]


@pytest.mark.parametrize(("form", "values"), VALUES, ids=[type(form).__name__ for form, _ in VALUES])
@given(data=st.data())
def test_what_is_shown_can_be_typed_and_what_is_written_can_be_read(
    form: Form, values: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    value = data.draw(values)
    assert form.parse(form.show(value)) == value
    written = form.write(value)
    assert (value is None) if written is None else form.read(written) == value


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
@given(text=st.text(max_size=20))
def test_any_text_is_a_value_or_refused_with_what_to_write(setting: Any, text: str) -> None:
    try:
        value = setting.form.parse(text)
    except Unfit as unfit:
        said = str(unfit)
        assert said.startswith("Write ") and said.endswith(".")  # noqa: PT018
        return
    assert setting.form.parse(setting.form.show(value)) == value


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (Whole(0, 9999), " 1,000 ", 1000),
        (Share(0.7, 0.99), "92.5", 0.925),
        (Share(0.7, 0.99), "95%", 0.95),
        (Share(0.7, 0.99), "0.95", 0.95),
        (Limit(99), "Unlimited", None),
        (Flag(), "Yes", True),
        (Steps("none"), "30s, 2h 1d", (30_000, 120 * MINUTE_MS, DAY_MS)),
        (Steps("none"), '["1m"]', (MINUTE_MS,)),
        (Steps("none"), "none", ()),
        (Folder("here"), " here ", None),
        (Folder("here"), "~/copies", Path.home() / "copies"),
        (Keys(), "exclamation_mark, space,!", "!,space"),
    ],
)
def test_people_may_write_it_as_they_do(form: Form, text: str, value: object) -> None:
    assert form.parse(text) == value


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Whole(0, 9999), "ten"),
        (Whole(0, 9999), "9" * 100_000),
        (Whole(1, 99), "0"),
        (Share(0.7, 0.99), "nan"),
        (Share(0.7, 0.99), "100 %"),
        (Flag(), "perhaps"),
        (Folder("here"), "copies"),
        (Folder("here"), "~nobody-of-that-name/copies"),
        (Folder("here"), "/media/\x1b[2J"),
        (Steps("none"), ""),
        (Steps("none"), "400d"),
        (Steps("none"), "1\x00m"),
        (Weights("default"), "1 2 3"),
        (Weights("default"), "nan " * 21),
        (Keys(), ""),
        (Keys(), "z,,x"),
    ],
)
def test_what_means_nothing_is_refused(form: Form, text: str) -> None:
    with pytest.raises(Unfit):
        form.parse(text)
