"""Escapes where YAML reads none."""

from __future__ import annotations

import pytest

from tests.support.checked import found, note, pointed_at

RULE = "unread-escape"


@pytest.mark.parametrize(
    ("text", "escape"),
    [
        (r"one\n\nTwo", r"\n"),
        (r"a\t1", r"\t"),
        (r"caf\u00e9", r"\u00e9"),
        (r"'caf\xe9'", r"\xe9"),
        (r"He said \"no\"", r"\""),
        ("It''s here", "''"),
    ],
)
def test_an_escape_outside_double_quotes_is_found(text: str, escape: str) -> None:
    assert pointed_at(RULE, note(answer=text)) == [escape]


@pytest.mark.parametrize(
    "text",
    [
        r'"one\n\nTwo"',
        "'It''s here'",
        r"\nabla and \neq and \theta",
        r"C:\new\texts",
        r"a\\nB",
        "5'6'' tall",
        "f''(x)",
        "|\n    one\\nTwo",
    ],
)
def test_what_is_read_or_meant_is_left_alone(text: str) -> None:
    assert found(RULE, note(answer=text)) == []
