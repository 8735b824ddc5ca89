"""Words, phrases and signs of a query, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.search.problem import SearchProblem
from quizapp.search.tokens import Sign, Token, tokens


def read(query: str) -> list[tuple[Sign, str, str]]:
    return [(token.sign, token.prefix, token.text) for token in tokens(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("one two", [(Sign.TEXT, "", "one"), (Sign.TEXT, "", "two")]),
        ('"one two"', [(Sign.TEXT, "", "one two")]),
        ("Deck:China", [(Sign.TERM, "deck", "China")]),
        ('deck:"the pot"', [(Sign.TERM, "deck", "the pot")]),
        ("deck:", [(Sign.TERM, "deck", "")]),
        ("rated:7:1", [(Sign.TERM, "rated", "7:1")]),
        ("12:30", [(Sign.TEXT, "", "12:30")]),
        ("well-known", [(Sign.TEXT, "", "well-known")]),
        ("-known", [(Sign.MINUS, "", ""), (Sign.TEXT, "", "known")]),
        ("a OR b", [(Sign.TEXT, "", "a"), (Sign.OR, "", ""), (Sign.TEXT, "", "b")]),
        ("a and b", [(Sign.TEXT, "", "a"), (Sign.AND, "", ""), (Sign.TEXT, "", "b")]),
        ('"or"', [(Sign.TEXT, "", "or")]),
        ("oracle", [(Sign.TEXT, "", "oracle")]),
        ("(a)", [(Sign.OPEN, "", ""), (Sign.TEXT, "", "a"), (Sign.CLOSE, "", "")]),
        (r'"say \"now\""', [(Sign.TEXT, "", 'say "now"')]),
        (r"C\frac", [(Sign.TEXT, "", r"C\frac")]),
    ],
)
def test_tokens_of_a_query(query: str, expected: list[tuple[Sign, str, str]]) -> None:
    assert [(sign, p, text if sign in (Sign.TEXT, Sign.TERM) else "") for sign, p, text in read(query)] == expected


def test_a_token_knows_its_place() -> None:
    assert list(tokens('  is:due "a b"')) == [
        Token(Sign.TERM, 2, 8, "due", "is"),
        Token(Sign.TEXT, 9, 14, "a b"),
    ]


@pytest.mark.parametrize(("query", "start", "end"), [('a "b c', 2, 6), ('deck:"b', 5, 7), ("a - b", 2, 3), ("-", 0, 1)])
def test_an_open_quote_and_a_lone_minus_are_problems(query: str, start: int, end: int) -> None:
    with pytest.raises(SearchProblem) as problem:
        read(query)
    assert (problem.value.start, problem.value.end) == (start, end)


@given(st.text(alphabet='ab:-()" \\or\n', max_size=30))
def test_tokens_stand_in_order_and_only_space_is_between_them(query: str) -> None:
    try:
        found = list(tokens(query))
    except SearchProblem:
        return
    at = 0
    for token in found:
        assert query[at : token.start].strip() == ""
        assert token.start < token.end
        at = token.end
    assert query[at:].strip() == ""
