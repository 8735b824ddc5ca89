"""Numbers by study day, as rows and in a sentence. How they are counted: tests/store/test_answer_table.py."""

from __future__ import annotations

import pytest

from quizapp.export.days import DAY_FIELDS, DayItem
from quizapp.export.fields import rows

DAY = DayItem(20_000, answers=3, cards=1, new=0, ms=270_000, reviewed=3, recalled=2, again=1, hard=0, good=2, easy=0)


def test_the_fields_of_a_day() -> None:
    assert list(rows(DAY_FIELDS, [DAY])) == [
        {
            "study_day": "2024-10-04",
            "answers": 3,
            "cards": 1,
            "new": 0,
            "minutes": 4.5,
            "reviewed": 3,
            "recalled": 2,
            "recalled_share": 0.6667,
            "again": 1,
            "hard": 0,
            "good": 2,
            "easy": 0,
            "text": "3 answers on 1 card, in 4 min 30 s; 2 of 3 recalled (67 %)",
        }
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (DAY._replace(new=2, reviewed=0, recalled=0), "3 answers on 1 card, 2 of them new, in 4 min 30 s"),
        (DAY._replace(answers=1, reviewed=1, recalled=1), "1 answer on 1 card, in 4 min 30 s; 1 of 1 recalled (100 %)"),
    ],
)
def test_a_day_in_a_sentence_leaves_out_what_there_was_none_of(day: DayItem, told: str) -> None:
    assert day.in_words() == told


def test_a_day_without_reviewed_cards_has_no_share() -> None:
    (row,) = rows(DAY_FIELDS, [DAY._replace(reviewed=0, recalled=0)])
    assert row["recalled_share"] is None
