"""Parquet: typed columns that say what they mean, group after group. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from store_builders import review

from quizapp.export.answers import REVIEW_FIELDS
from quizapp.export.fields import CARD_FIELDS, TOGETHER, Batch, CardItem, batches
from quizapp.export.parquet import BATCHES_OF_A_GROUP, parquet_file
from quizapp.model import NEW_CARD, Card, Kind, Review

pa = pytest.importorskip("pyarrow", reason="the extra parquet (pyarrow) is not installed; .ci/run installs it")
parquet: Any = pytest.importorskip("pyarrow.parquet")

ANSWER = review("0" * 20, device_id="laptop", answer="=1")._replace(
    reviewed_at=-1, study_day=-719_162, stability_days=0.1 + 0.2, retrievability_before=None
)
CARD = Card("rivers/nile", "nile", "rivers", Kind.CLOZE, 0, "Which river?", "The Nile", tags=("africa", "water"))


def table(chunks: Iterator[bytes]) -> Any:
    return parquet.read_table(pa.BufferReader(b"".join(chunks)))


def test_answers_keep_their_types_and_all_their_digits() -> None:
    made = table(parquet_file(REVIEW_FIELDS, batches(REVIEW_FIELDS, [ANSWER])))
    (row,) = made.to_pylist()
    assert row["reviewed_at"] == datetime(1969, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)
    assert row["study_day"] == date(1, 1, 1)
    assert (row["phase"], row["kind"], row["rating"], row["answer"]) == ("new", "question", 3, "=1")
    assert (row["stability_days"], row["retrievability_before"]) == (0.1 + 0.2, None)
    assert str(made.schema.field("reviewed_at").type) == "timestamp[ms, tz=UTC]"
    assert pa.types.is_dictionary(made.schema.field("phase").type)
    assert made.schema.field("card_id").metadata[b"description"] == b"the card answered"
    assert [field.nullable for field in made.schema] == [field.values.endswith(" or null") for field in REVIEW_FIELDS]


def test_cards_have_lists_and_truth() -> None:
    (row,) = table(parquet_file(CARD_FIELDS, batches(CARD_FIELDS, [CardItem(CARD, NEW_CARD, None, True)]))).to_pylist()
    assert (row["tags"], row["leech"], row["due_on"], row["kind"]) == (["africa", "water"], True, None, "cloze")


def test_rows_are_written_group_after_group_as_they_come() -> None:
    taken = 0

    def some() -> Iterator[Batch]:
        nonlocal taken
        (batch,) = batches(REVIEW_FIELDS, [ANSWER] * 3)
        for _ in range(2 * BATCHES_OF_A_GROUP + 1):
            taken += 1
            yield batch

    chunks = parquet_file(REVIEW_FIELDS, some())
    first = next(chunks)
    assert taken == BATCHES_OF_A_GROUP
    made = parquet.ParquetFile(pa.BufferReader(first + b"".join(chunks)))
    assert [made.metadata.row_group(number).num_rows for number in range(3)] == [300, 300, 3]


def test_no_rows_are_a_table_of_no_rows() -> None:
    made = table(parquet_file(REVIEW_FIELDS, iter(())))
    assert (made.num_rows, made.column_names) == (0, [field.name for field in REVIEW_FIELDS])


def test_the_same_rows_give_the_same_bytes() -> None:
    answers: list[Review] = [ANSWER] * (TOGETHER + 1)
    first, second = (b"".join(parquet_file(REVIEW_FIELDS, batches(REVIEW_FIELDS, answers))) for _ in range(2))
    assert first == second
