"""Numbers by study day, against a plain count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from store_builders import review

from quizapp.export.days import DAY_FIELDS, by_day
from quizapp.export.fields import rows
from quizapp.model import Phase, Rating, Review

ANSWERS = st.builds(
    lambda day, card, rating, phase, ms: review(
        "0" * 20, f"rivers/{card}", device_id="laptop", day=day, rating=rating, duration_ms=ms
    )._replace(phase=phase),
    st.integers(20_000, 20_004),
    st.sampled_from("abc"),
    st.sampled_from(Rating),
    st.sampled_from(Phase),
    st.integers(0, 600_000),
)


@given(st.lists(ANSWERS))
def test_the_numbers_of_each_day_are_those_of_a_plain_count(answers: list[Review]) -> None:
    answers.sort(key=lambda answer: answer.study_day)
    days = {item.day: item for item in by_day(answers)}
    assert set(days) == {answer.study_day for answer in answers}
    for day, item in days.items():
        of_day = [answer for answer in answers if answer.study_day == day]
        reviewed = [answer for answer in of_day if answer.phase == Phase.REVIEW]
        assert item.answers == len(of_day)
        assert item.cards == len({answer.card_id for answer in of_day})
        assert item.new == len([answer for answer in of_day if answer.phase == Phase.NEW])
        assert item.ms == sum(answer.duration_ms for answer in of_day)
        assert item.reviewed == len(reviewed)
        assert item.recalled == len([answer for answer in reviewed if answer.rating > 1])
        assert all(item.ratings[rating] == len([a for a in of_day if a.rating == rating]) for rating in Rating)


def test_the_fields_of_a_day() -> None:
    first = review("0" * 20, device_id="laptop", duration_ms=90_000)._replace(phase=Phase.REVIEW)
    lapse = first._replace(rating=Rating.AGAIN)
    assert list(rows(DAY_FIELDS, by_day([first, first, lapse]))) == [
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
        }
    ]


def test_a_day_without_reviewed_cards_has_no_share() -> None:
    (row,) = rows(DAY_FIELDS, by_day([review("0" * 20, device_id="laptop")]))
    assert row["recalled_share"] is None
