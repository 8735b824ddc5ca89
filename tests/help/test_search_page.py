"""The manual's page on searching: its examples can be read, and it leaves nothing out."""

from __future__ import annotations

import re

import pytest

from quizapp import help as manual
from quizapp.model import Kind
from quizapp.search.expression import Name, Property, State
from quizapp.search.parse import parse

PAGE = manual.read("search")
WRITTEN = re.findall(r"^\| `(.+?)` \|", PAGE, re.MULTILINE)
INSIDE = re.findall(r"`((?:prop|is|deck):[^`]+)`", PAGE)
TYPED = re.findall(r'--search "(.+)"', PAGE)


@pytest.mark.parametrize("query", sorted({*WRITTEN, *INSIDE, *TYPED}))
def test_an_example_can_be_read(query: str) -> None:
    parse(query)


def test_every_table_holds_examples() -> None:
    assert len(WRITTEN) == sum(line.startswith("| `") for line in PAGE.splitlines())
    assert len(TYPED) == PAGE.count("quizapp cards --search") - 1


@pytest.mark.parametrize(
    "term",
    [
        *(f"{name}:" for name in Name),
        *(f"is:{state}" for state in State),
        *(f"prop:{prop}" for prop in Property),
    ],
)
def test_every_term_is_on_the_page(term: str) -> None:
    assert f"`{term}" in PAGE


def test_the_kind_of_the_example_is_one() -> None:
    assert f"`kind:{Kind.CLOZE}`" in PAGE
