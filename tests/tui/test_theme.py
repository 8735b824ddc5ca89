"""Words can be read on every surface of both themes."""

from __future__ import annotations

from itertools import product

import pytest

from quizapp.palette import PALETTES, SURFACES, WORDS
from quizapp.tui.theme import theme

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3, for text of normal size."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "word", "surface"), list(product(PALETTES, WORDS, SURFACES)))
def test_words_stand_out_from_every_surface(name: str, word: str, surface: str) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, word), getattr(palette, surface)) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_the_label_of_the_button_stands_out(name: str) -> None:
    palette = PALETTES[name]
    assert contrast(palette.ground, palette.accent) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_is_a_variable_of_the_theme(name: str) -> None:
    made, palette = theme(name), PALETTES[name]
    assert made.text_alpha == 1.0
    assert made.dark == (name == "dark")
    assert {name: made.variables[name] for name in palette._fields} == palette._asdict()
    assert made.to_color_system().generate()["accent"].lower() == palette.accent
