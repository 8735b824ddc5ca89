"""How the parts of a query belong together, and that whatever cannot be read is a problem with a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.search.expression import EVERY_CARD, AllOf, AnyOf, Expression, Is, Not, State, Text
from quizapp.search.parse import MAX_CHARACTERS, MAX_DEPTH, MAX_TERMS, parse
from quizapp.search.problem import SearchProblem
from quizapp.text import is_clean

A, B, C = Text("a"), Text("b"), Text("c")

FRAGMENTS = (
    *(
        "a",
        "Mérida",
        '"a b"',
        "12:30",
        "(",
        ")",
        "-",
        "or",
        "and",
        '"',
        " ",
        "\\",
        "\x1b",
        "\u202e",
        "\ud800",
        "<",
        ">",
    ),
    *(
        "deck:",
        "tag:china",
        "note:x",
        "card:",
        "kind:cloze",
        "is:due",
        "is:",
        "rated:7",
        ":1",
        "rated:",
        "prop:",
    ),
    *(
        "prop:due<=0",
        "prop:recall<90%",
        "prop:reps!=3",
        "99999999999",
        "-1",
        ".5",
        "%",
        "nan",
        "inf",
        "1e400",
        "x:",
    ),
)
queries = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join),
    st.lists(st.sampled_from(FRAGMENTS)).map(" ".join),
)


def problem_of(query: str) -> SearchProblem:
    with pytest.raises(SearchProblem) as problem:
        parse(query)
    return problem.value


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("", EVERY_CARD),
        (" \n ", EVERY_CARD),
        ("a", A),
        ("((a))", A),
        ("a b", AllOf((A, B))),
        ("a and b", AllOf((A, B))),
        ("a or b", AnyOf((A, B))),
        ("a b or c", AnyOf((AllOf((A, B)), C))),
        ("a (b or c)", AllOf((A, AnyOf((B, C))))),
        ("-a b", AllOf((Not(A), B))),
        ("-(a b)", Not(AllOf((A, B)))),
        ("-(-a)", A),
        ("--a", A),
        ('a"b"(c)', AllOf((A, B, C))),
        ("-is:new", Not(Is(State.NEW))),
    ],
)
def test_what_belongs_together(query: str, expression: Expression) -> None:
    assert parse(query) == expression


@pytest.mark.parametrize(
    ("query", "place", "says"),
    [
        ("()", (0, 1), "Nothing stands in these parentheses."),
        ("a )", (2, 3), "Nothing is open that this could close."),
        (")", (0, 1), "Nothing is open that this could close."),
        ("a (b", (2, 3), "What opens here is not closed."),
        ("or a", (0, 2), 'Nothing stands before this "or".'),
        ("a or or b", (5, 7), 'Nothing stands before this "or".'),
        ("(a or)", (3, 5), 'Nothing stands after this "or".'),
        ("a or", (2, 4), 'Nothing stands after this "or".'),
        ("a and", (2, 5), 'Nothing stands after this "and".'),
        ("-or", (1, 3), 'Nothing stands before this "or".'),
    ],
)
def test_a_part_that_is_missing_is_a_problem_where_it_is_missing(query: str, place: tuple[int, int], says: str) -> None:
    problem = problem_of(query)
    assert (problem.start, problem.end) == place
    assert problem.message == says


def test_a_long_query_is_refused() -> None:
    parse("x" * MAX_CHARACTERS)
    problem = problem_of("x" * 100_000)
    assert problem.message == "A search may have 1,000 characters, and this has 100,000."


def test_too_many_words_are_refused_at_the_first_one_too_many() -> None:
    parse("a " * MAX_TERMS)
    assert problem_of("a " * (MAX_TERMS + 1)).start == 2 * MAX_TERMS


@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("-", ""), ("-(", ")")])
def test_deep_nesting_is_refused(before: str, after: str) -> None:
    levels = MAX_DEPTH // len(before)
    parse(before * levels + "a" + after * levels)
    problem = problem_of(before * (levels + 1) + "a" + after * (levels + 1))
    assert problem.message == "Parentheses and minus signs may nest 16 deep."
    assert problem_of(before * 400 + "a").start <= MAX_DEPTH + 1


def read(query: str) -> Expression | SearchProblem:
    try:
        return parse(query)
    except SearchProblem as problem:
        return problem


@given(queries)
def test_whatever_is_typed_is_read_or_is_a_problem_with_a_place_and_a_clean_sentence(query: str) -> None:
    problem = read(query)
    if not isinstance(problem, SearchProblem):
        return
    assert 0 <= problem.start <= problem.end <= len(query)
    assert problem.message
    assert problem.mend
    assert is_clean(str(problem))
    assert "\n" not in str(problem)
    assert len(str(problem)) < 300


@given(queries)
def test_leaving_out_twice_is_leaving_in(query: str) -> None:
    once = read(query)
    if query.strip() and not isinstance(once, SearchProblem):
        assert parse(f"-(-({query}))") == once
