"""The description beside a folder of CSV files."""

from __future__ import annotations

import json

import pytest

from quizapp.export.answers import FSRS_FIELDS, REVIEW_FIELDS
from quizapp.export.datapackage import column, package_text
from quizapp.export.days import DAY_FIELDS
from quizapp.export.fields import CARD_FIELDS, DECK_FIELDS, Field


@pytest.mark.parametrize("fields", [REVIEW_FIELDS, CARD_FIELDS, DECK_FIELDS, DAY_FIELDS, FSRS_FIELDS])
def test_every_column_has_a_type_or_a_list_of_its_words(fields: tuple[Field[object], ...]) -> None:
    for field in fields:
        described = column(field)
        words = described.get("constraints", {}).get("enum", ["a", "b"])
        assert len(words) > 1, f"the values of {field.name} are not known: {field.values}"
        assert described["description"] == field.meaning


def test_what_may_be_missing_is_not_required() -> None:
    by_name = {field.name: column(field) for field in CARD_FIELDS}
    assert "constraints" not in by_name["due_on"]
    assert "constraints" not in by_name["where"]
    assert by_name["reps"]["constraints"] == {"minimum": 0, "required": True}


def test_the_first_column_names_a_row() -> None:
    package = json.loads(package_text([("days", DAY_FIELDS)]))
    (resource,) = package["resources"]
    assert resource["path"] == "days.csv"
    assert resource["schema"]["primaryKey"] == "study_day"
