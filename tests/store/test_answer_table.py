"""Answers straight from the log: the same text and the same numbers as one answer after another gives."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_builders import FIRST_DAY, Pen, review

from quizapp.clock import day_to_date
from quizapp.export.answers import FSRS_FIELDS, REVIEW_FIELDS, LogField, Wanted
from quizapp.export.csv_text import csv_table
from quizapp.export.days import DAY_FIELDS
from quizapp.export.fields import TOGETHER, batches, rows, rows_of
from quizapp.export.json_text import json_table, json_text, jsonl_table, jsonl_text
from quizapp.model import DAY_MS, ActionKind, Kind, Phase, Rating, Review
from quizapp.store.store import Store

TEXT = st.text(st.characters(codec="utf-8"), max_size=6) | st.sampled_from(
    ["=1", "-1", "+", "@x", "\t", "\r", "＝", '"', "a,b", "a\nb", "a\rb", 'say "no"', "\0", "\0,", "a\0b", "'", "",
     "x;=1", "\x07=1", "\u202e@x", "a;\x07=1", "a\n- b", "x;- y", "\U000e0041=1", "a\u2028b", "x\r\n=1"]
)  # fmt: skip
CARDS = st.sampled_from(["rivers/a", "=sum/x", "a,b/c", 'q"/"', "河/长江", "-/-", "a/b\0,=", "c#1/2"]) | TEXT.map(
    lambda text: f"d{text}/n".replace("\0", "")
)
REALS = st.floats(0, 1e12, exclude_min=True) | st.sampled_from(
    [1.5078125, 2.0000005, 0.1 + 0.2, 1e-7, 4.9999995, 1e9, 999_999_999.9999999, 36_500.0]
)
REVIEWS = st.builds(
    lambda number, card_id, at, day, offset, **values: review(f"{number:020d}", card_id, device_id="x")._replace(
        reviewed_at=at, study_day=day, utc_offset_minutes=offset, **values
    ),
    st.integers(0, 9_999),
    CARDS,
    st.integers(-62_135_596_800_000, 253_402_300_799_999) | st.sampled_from([0, -1, 999, 1_795_953_600_123]),
    st.integers(-719_162, 2_932_896) | st.sampled_from([0, -1, FIRST_DAY]),
    st.sampled_from([345, -570, 0, 1439, -1439]),
    device_id=st.sampled_from(["laptop", "=phone", 'a"b']),
    rating=st.sampled_from(Rating),
    phase=st.sampled_from(Phase),
    elapsed_days=st.none() | st.integers(0, 10**9),
    duration_ms=st.integers(0, 2**40),
    kind=st.sampled_from(Kind),
    answer=st.none() | TEXT,
    stability_days=REALS,
    difficulty=st.floats(1, 10),
    retrievability_before=st.none() | st.floats(0, 1),
    interval_days=st.integers(0, 10**9),
)
LOGS = st.lists(REVIEWS, max_size=15, unique_by=lambda answer: answer.review_id)


@settings(max_examples=12)
@given(LOGS, st.integers(0, 2))
@example([review("0" * 20, device_id="a\0,b"), review("1" * 20, "a/b\0,c", device_id="b")], 0)
def test_tables_from_the_log_are_those_of_one_answer_after_another(answers: list[Review], undone: int) -> None:
    with tempfile.TemporaryDirectory() as name, Store.open(Path(name) / "a.db") as store:
        with store.writing() as tx:
            for answer in answers:
                tx.add(answer)
            for answer in answers[:undone]:
                tx.add(Pen(store).action(ActionKind.UNDO, answer.card_id, target_id=answer.review_id))
        held = sorted(answers[undone:])
        assert list(store.iter_reviews()) == held
        for fields in (REVIEW_FIELDS, FSRS_FIELDS):
            _compare(store, fields, held)
        days = [{**row} for row in rows(DAY_FIELDS, store.days(Wanted()))]
        assert [row.pop("text") is not None for row in days] == [True] * len(days)
        assert days == _days(held)


def _compare(store: Store, fields: tuple[LogField, ...], held: list[Review]) -> None:
    for raw in (False, True):
        plain = list(batches(fields, held))
        assert "".join(store.answer_lines(fields, Wanted(), raw=raw)) == "".join(csv_table(fields, plain, raw=raw))
        items = list(rows(fields, held, raw=raw))
        assert list(rows_of(fields, store.answer_batches(fields, Wanted()), raw=raw)) == items
        for table, text in ((json_table, json_text), (jsonl_table, jsonl_text)):
            made = "".join(table(fields, store.answer_batches(fields, Wanted()), raw=raw))
            assert made == "".join(text(items))


def _days(held: list[Review]) -> list[dict[str, object]]:
    found = []
    for day in sorted({answer.study_day for answer in held}):
        answers = [answer for answer in held if answer.study_day == day]
        reviewed = [answer.rating > 1 for answer in answers if answer.phase is Phase.REVIEW]
        ratings = [answer.rating for answer in answers]
        minutes = sum(answer.duration_ms for answer in answers) / 60_000
        item: dict[str, object] = {
            "study_day": day_to_date(day).isoformat(),
            "answers": len(answers),
            "cards": len({answer.card_id for answer in answers}),
            "new": sum(answer.phase is Phase.NEW for answer in answers),
            "minutes": int(minutes * 10 + 0.5) / 10 if minutes < 1e9 else round(minutes, 1),
            "reviewed": len(reviewed),
            "recalled": sum(reviewed),
            "recalled_share": int(sum(reviewed) / len(reviewed) * 10_000 + 0.5) / 10_000 if reviewed else None,
            **{rating.label.lower(): ratings.count(rating) for rating in Rating},
        }
        found.append(item)
    return found


def test_an_event_id_that_no_quizapp_made_runs_no_formula(pen: Pen) -> None:
    with pen.store.writing() as tx:
        for event_id in ("=cmd|' /C calc'!A0xy", "0,=cmd|' /C calc'!A0", "0" * 19 + '"'):
            tx.add(review(event_id, device_id="x"))
    plain = "".join(csv_table(REVIEW_FIELDS, batches(REVIEW_FIELDS, pen.store.iter_reviews())))
    assert "".join(pen.store.answer_lines(REVIEW_FIELDS, Wanted())) == plain
    assert "\n'=cmd" in plain


def test_a_line_has_the_id_of_its_answer_first_or_not_at_all(pen: Pen) -> None:
    with pytest.raises(ValueError, match="begins with it"):
        list(pen.store.answer_lines(REVIEW_FIELDS[::-1], Wanted()))


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (Wanted(), [0, 1, 2, 3]),
        (Wanted(first_day=FIRST_DAY + 1), [1, 2, 3]),
        (Wanted(last_day=FIRST_DAY + 1), [0, 1]),
        (Wanted(FIRST_DAY + 1, FIRST_DAY + 2, ("rivers/b", "rivers/c")), [2]),
        (Wanted(card_ids=()), []),
    ],
)
def test_answers_are_chosen_by_study_day_and_card(pen: Pen, wanted: Wanted, days: list[int]) -> None:
    for number, card_id in enumerate(("rivers/a", "rivers/a", "rivers/b", "rivers/d")):
        pen.day = FIRST_DAY + number
        pen.answer(card_id)
    (column, *_), *_ = [*pen.store.answer_batches(FSRS_FIELDS[1:], wanted), ((),)]
    assert list(column) == [(FIRST_DAY + day) * DAY_MS for day in days]
    assert "".join(pen.store.answer_lines(FSRS_FIELDS, wanted)).count("\n") == len(days) + 1
    assert [item.day - FIRST_DAY for item in pen.store.days(wanted)] == days


def test_many_answers_come_some_hundreds_at_a_time(pen: Pen) -> None:
    with pen.store.writing() as tx:
        for number in range(TOGETHER + 2):
            tx.add(review(f"{number:020d}", device_id="x", answer="=odd" if number % 3 else None))
    pieces = list(pen.store.answer_lines(REVIEW_FIELDS, Wanted()))
    assert [piece.count("\n") for piece in pieces] == [1, TOGETHER, 2]
    assert pieces[1:] == list(csv_table(REVIEW_FIELDS, batches(REVIEW_FIELDS, pen.store.iter_reviews())))[1:]
