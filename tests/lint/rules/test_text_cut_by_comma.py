"""Lists in brackets whose commas cut a text in two."""

from __future__ import annotations

import pytest

from tests.support.checked import found, pointed_at

RULE = "text-cut-by-comma"


def listing(items: str) -> str:
    return f"- question: Which ones?\n  items: {items}\n"


@pytest.mark.parametrize(
    ("items", "cut"),
    [
        ("[Vienna (Austria, on the Danube), Rome]", "Vienna (Austria, on the Danube)"),
        ("[a, say “one, two” again]", "say “one, two” again"),
        ('[the "a, b" way, c]', 'the "a, b" way'),
        ("[f(a, b, c), d]", "f(a, b, c)"),
        ("[東京（日本, 首都）, b]", "東京（日本, 首都）"),
    ],
)
def test_what_is_closed_behind_a_comma_is_found(items: str, cut: str) -> None:
    assert pointed_at(RULE, listing(items)) == [cut]


@pytest.mark.parametrize(
    "items",
    [
        '["Vienna (Austria, on the Danube)", Rome]',
        "[Vienna (Austria), Rome (Italy)]",
        "[a smile :(, b]",
        "[1), 2), 3)]",
        "[5'6\", 6'1\"]".replace("5'6\"", "a 5 inch"),
        "\n    - Vienna (Austria\n    - on the Danube)",
    ],
)
def test_lists_that_mean_their_commas_are_left_alone(items: str) -> None:
    assert found(RULE, listing(items)) == []
