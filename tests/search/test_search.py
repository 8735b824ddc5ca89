"""Searches from end to end, held to a plain reading of each query card by card."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_builders import ALL, ANSWERS, CHINA, EUROPE, STATES, TODAY, progress, rated, table

from quizapp.model import CardState, Kind, Phase, Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.search.index import SearchIndex
from quizapp.search.parse import parse
from quizapp.search.problem import SearchProblem
from quizapp.search.search import search
from quizapp.search.table import BrowseRow, Sort, Table


def found(query: str, sort: Sort = Sort.DECK, *, descending: bool = False) -> list[str]:
    return [row.card.card_id for row in search(table(), query, sort=sort, descending=descending)]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", range(7)),
        ("merida", [4, 5]),
        ("MÉRIDA capital", [4, 5]),
        ('"of extremadura"', [4]),
        ('"extremadura of"', []),
        ('"extremadura? merida"', []),
        ("noon", [3]),
        ("12:30", [3]),
        (r'"\"now\""', [3]),
        ("badajoz - caceres".replace(" - ", ' "-" '), [4]),
        ("deck:china- kind:cloze", [1, 2]),
        ("tag:finance -is:suspended", [2]),
        ("is:new or is:leech", [0, 3, 6]),
        ("rated:7", [4, 5]),
        ("rated:6", [5]),
        ("rated:7:1", [5]),
        ("rated:8:1", [0, 5]),
        ("rated:31:4", []),
        ("rated:31:4 is:orphan", [7]),
        ("prop:stability>30", [0]),
        ("prop:stability<30", [1, 2, 4, 5]),
        ("prop:stability=40", [0]),
        ("prop:stability!=40", [1, 2, 4, 5]),
        ("-prop:stability=40", [1, 2, 3, 4, 5, 6]),
        ("prop:recall<90%", [0]),
        ("prop:recall=100%", [1, 2, 5]),
        ("prop:recall>=0", [0, 1, 2, 4, 5]),
        ("prop:due<=0", [0, 1, 2]),
        ("prop:due=1", [4, 5]),
        ("prop:reps=0", [3, 6]),
        ("prop:lapses>=8", [0]),
        ("is:orphan", [7]),
        ("merida is:orphan", [7]),
        ("merida or is:orphan", [4, 5, 7]),
        ("-is:orphan", range(7)),
        ("lisbon", []),
    ],
)
def test_a_query_finds_these_cards_in_deck_order(query: str, numbers: Iterable[int]) -> None:
    everything = [*ALL, "gone/old"]
    assert found(query) == [everything[number] for number in numbers]


def test_a_query_that_cannot_be_read_is_a_problem() -> None:
    with pytest.raises(SearchProblem, match="is:sleepy is not known"):
        found("is:sleepy")


def test_answers_are_asked_for_only_by_a_query_that_needs_them() -> None:
    asked = []

    def rated_between(first_day: int, last_day: int) -> Iterable[tuple[str, int]]:
        asked.append((first_day, last_day))
        return rated(first_day, last_day)

    one = Table(SearchIndex([CHINA]), progress(rated=rated_between))
    search(one, "is:due prop:reps>1")
    search(one, "lisbon tag:nowhere rated:9")
    assert asked == []
    search(one, "rated:7:1 -qdii")
    search(one, "rated:7:1 -qdi")
    assert asked == [(TODAY - 6, TODAY)]


@pytest.mark.parametrize(
    ("sort", "up"),
    [
        (Sort.DUE, [0, 1, 2, 4, 5, 3, 6]),
        (Sort.STABILITY, [2, 5, 4, 1, 0, 3, 6]),
        (Sort.DIFFICULTY, [4, 1, 2, 5, 0, 3, 6]),
        (Sort.RETRIEVABILITY, [0, 4, 1, 2, 5, 3, 6]),
        (Sort.LAPSES, [1, 2, 3, 4, 5, 6, 0]),
        (Sort.POSITION, [0, 4, 1, 5, 2, 6, 3]),
        (Sort.DECK, [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_rows_are_ordered_and_what_has_no_number_comes_last(sort: Sort, up: list[int]) -> None:
    assert found("", sort) == [ALL[number] for number in up]


@pytest.mark.parametrize(
    ("sort", "down"),
    [
        (Sort.DUE, [5, 4, 2, 1, 0, 3, 6]),
        (Sort.STABILITY, [0, 1, 4, 2, 5, 3, 6]),
        (Sort.DIFFICULTY, [0, 1, 2, 5, 4, 3, 6]),
        (Sort.LAPSES, [0, 1, 2, 3, 4, 5, 6]),
        (Sort.DECK, [6, 5, 4, 3, 2, 1, 0]),
    ],
)
def test_descending_keeps_equals_in_deck_order_and_what_has_no_number_last(sort: Sort, down: list[int]) -> None:
    assert found("", sort, descending=True) == [ALL[number] for number in down]


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("descending", [False, True])
def test_sorting_loses_nothing(sort: Sort, descending: bool) -> None:
    assert sorted(found("-capital or is:orphan", sort, descending=descending)) == sorted(found("-capital or is:orphan"))


def test_what_was_found_is_a_sequence_of_rows() -> None:
    rows = search(table(), "kind:question")
    assert len(rows) == 5
    assert isinstance(rows[0], BrowseRow)
    assert rows[-1].card.card_id == "china/łódź"
    assert [row.card for row in rows[1:3]] == rows.cards[1:3]
    assert rows.cards == [row.card for row in rows]
    with pytest.raises(IndexError):
        rows[5]


class Plain(NamedTuple):
    """A query beside what it means, card by card."""

    query: str
    holds: Callable[[BrowseRow], bool]


def scheduled(test: Callable[[Schedule], bool]) -> Callable[[BrowseRow], bool]:
    return lambda row: row.state.schedule is not None and test(row.state.schedule)


def was_rated(days: int, rating: int | None = None) -> Callable[[BrowseRow], bool]:
    def holds(row: BrowseRow) -> bool:
        return any(
            card_id == row.card.card_id and day > TODAY - days and rating in (None, given)
            for day, card_id, given in ANSWERS
        )

    return holds


def recall(schedule: Schedule) -> float:
    return retrievability(schedule.memory, max(TODAY - schedule.last_review_on, 0), ())


LEAVES = [
    Plain("merida", lambda row: "Mérida" in (row.card.prompt, row.card.answer) or "mérida" in row.card.note_id),
    Plain('"capital of"', lambda row: row.card.prompt.startswith("Capital of")),
    Plain("deck:CHINA", lambda row: row.card.deck_id == "china"),
    Plain("tag:fin", lambda row: any(tag.startswith("fin") for tag in row.card.tags)),
    Plain("kind:cloze", lambda row: row.card.kind is Kind.CLOZE),
    Plain("is:new", lambda row: row.state.schedule is None),
    Plain("is:learning", lambda row: row.state.phase in (Phase.LEARNING, Phase.RELEARNING)),
    Plain("is:suspended", lambda row: row.state.suspended),
    Plain("is:buried", lambda row: row.buried),
    Plain("is:leech", lambda row: row.leech),
    Plain("is:orphan", lambda row: row.orphan),
    Plain("rated:1", was_rated(1)),
    Plain("rated:31:4", was_rated(31, 4)),
    Plain("prop:stability>=5.5", scheduled(lambda schedule: schedule.memory.stability_days >= 5.5)),
    Plain("prop:recall<0.95", scheduled(lambda schedule: recall(schedule) < 0.95)),
    Plain("prop:recall>90%", scheduled(lambda schedule: recall(schedule) > 0.9)),
    Plain("prop:interval!=10", scheduled(lambda schedule: schedule.interval_days != 10)),
    Plain("prop:reps<3", lambda row: not row.state.schedule or row.state.schedule.reps < 3),
]


def combined(parts: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    pairs = st.tuples(parts, parts)
    return st.one_of(
        parts.map(lambda p: Plain(f"-({p.query})", lambda row: not p.holds(row))),
        pairs.map(lambda p: Plain(f"({p[0].query}) {p[1].query}", lambda row: p[0].holds(row) and p[1].holds(row))),
        pairs.map(lambda p: Plain(f"(({p[0].query}) or {p[1].query})", lambda row: p[0].holds(row) or p[1].holds(row))),
        pairs.map(
            lambda p: Plain(f"({p[0].query} and ({p[1].query}))", lambda row: p[0].holds(row) and p[1].holds(row))
        ),
    )


plain_queries = st.recursive(st.sampled_from(LEAVES), combined, max_leaves=5)
states = st.fixed_dictionaries(
    {}, optional={card_id: st.sampled_from(list(STATES.values())) for card_id in [*ALL, "gone/old"]}
)


@given(plain_queries, states)
def test_a_search_finds_what_a_plain_reading_finds(plain: Plain, states: dict[str, CardState]) -> None:
    one = Table(table().index, progress(states))
    every_row = [one.row(row) for row in range(len(one.index.cards))]
    searched = every_row if "is:orphan" in plain.query else every_row[: one.index.first_orphan]
    assert list(search(one, plain.query)) == [row for row in searched if plain.holds(row)]


@given(plain_queries, plain_queries)
def test_the_order_of_parts_changes_nothing(one: Plain, other: Plain) -> None:
    assert found(f"({one.query}) ({other.query})") == found(f"({other.query}) ({one.query})")
    assert found(f"({one.query}) or ({other.query})") == found(f"({other.query}) or ({one.query})")


@given(plain_queries)
def test_what_is_left_out_is_what_is_not_found(one: Plain) -> None:
    every = found("-is:orphan or is:orphan" if "is:orphan" in one.query else "")
    kept = found(one.query)
    assert found(f"-({one.query})") == [card_id for card_id in every if card_id not in kept]
    assert parse(f"-(-({one.query}))") == parse(one.query)


@pytest.mark.parametrize(
    ("query", "headings"),
    [
        ("", [(0, CHINA.title), (4, EUROPE.title)]),
        ("kind:cloze", [(0, CHINA.title)]),
        ("capital", [(0, EUROPE.title)]),
        ("nothing-like-it", []),
        ("is:orphan or is:leech", [(0, CHINA.title), (1, "")]),
        ("is:orphan", [(0, "")]),
    ],
)
def test_headings_say_where_each_deck_begins(query: str, headings: list[tuple[int, str]]) -> None:
    assert search(table(), query).headings() == headings
