"""What a row tells of a card."""

from __future__ import annotations

import pytest
from search_builders import ALL, STATES, progress, table

from quizapp.model import NEW_CARD
from quizapp.scheduling.engine import retrievability
from quizapp.search.expression import Property, State
from quizapp.search.table import Sort, Table


def test_a_row_holds_what_the_log_says_of_its_card() -> None:
    row = table().row(0)
    assert row.card.card_id == "china-fund-market/qdii"
    assert row.state == STATES[row.card.card_id]
    assert row.state.schedule is not None
    assert row.retrievability == pytest.approx(retrievability(row.state.schedule.memory, 43, ()))
    assert (row.buried, row.leech, row.orphan) == (False, True, False)


def test_a_new_card_has_no_recall() -> None:
    row = table().row(ALL.index("china/łódź"))
    assert (row.state, row.retrievability, row.leech) == (NEW_CARD, None, False)


def test_columns_are_worked_out_once() -> None:
    one = table()
    assert one.numbers(Property.LAPSES) is one.numbers(Property.LAPSES)
    assert one.standing(State.DUE) is one.standing(State.DUE)
    assert one.order(Sort.DUE, False) is one.order(Sort.DUE, False)
    assert one.order(Sort.DUE, True) is not one.order(Sort.DUE, False)


def test_a_new_table_on_the_same_index_knows_what_happened_since() -> None:
    old = table()
    new = Table(old.index, progress({}))
    assert any(old.standing(State.DUE))
    assert not any(new.standing(State.DUE))


def test_a_card_buried_today_and_an_orphan_are_told() -> None:
    assert table().row(ALL.index("china/mérida")).buried
    assert table().row(len(ALL)).orphan
