from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizapp.help
from quizapp.deckfile.cards import deck_of
from quizapp.deckfile.cloze import Gap, parse_cloze
from quizapp.deckfile.parse import parse_deck

PAGE = (Path(quizapp.help.__file__).parent / "decks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_every_deck_in_the_manual_is_read_without_a_problem(example: str) -> None:
    deck = parse_deck(example, "manual.yaml")
    assert deck.problems == ()
    assert deck_of(deck).cards


@pytest.mark.parametrize(
    ("written", "gap"),
    [
        ("{{Bonn}}", Gap("Bonn")),
        ("{{Bonn::city}}", Gap("Bonn", "city")),
        ("{{1: 30}}", Gap("30", "", "1")),
        ("{{1:1998}}", Gap("1998", "", "1")),
        (r"{{1\:30}}", Gap("1:30")),
        ("{{12:30}}", Gap("12:30")),
        (r"{{std\::vector}}", Gap("std::vector")),
    ],
)
def test_every_gap_in_the_manual_does_what_it_says(written: str, gap: Gap) -> None:
    assert f"`{written}`" in PAGE
    assert parse_cloze(written) == (gap,)
