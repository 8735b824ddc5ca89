"""What is said of another desired retention."""

from __future__ import annotations

from quizapp.collection.retention import RetentionPreview
from quizapp.scheduling.workload import Workload
from quizapp.tui.settings_words import STAYS, retention_change


def test_large_numbers_of_cards_are_all_written_alike() -> None:
    assert retention_change(RetentionPreview(Workload(1510.2, 1941.0), 1234.0), 0.9, 0.95) == (
        "95 % instead of 90 % means about 1,941 cards a day over the next three months, not 1,510: "
        "1.3 times as many.",
        "Lately you answered 1,234 a day; that would be about 1,586.",
        STAYS,
    )


def test_without_cards_there_is_nothing_to_change() -> None:
    (sentence,) = retention_change(RetentionPreview(Workload(0.0, 0.0), None), 0.9, 0.95)
    assert sentence.endswith("there are no cards yet that this would change.")
