"""The fields that programs read: their names, their values, and the manual's tables of them."""

from __future__ import annotations

import pytest

from quizapp import help as manual
from quizapp.export.answers import FSRS_FIELDS, REVIEW_FIELDS
from quizapp.export.days import DAY_FIELDS
from quizapp.export.fields import (
    CARD_FIELDS,
    DECK_FIELDS,
    DUE_FIELDS,
    PROBLEM_FIELDS,
    TOGETHER,
    CardItem,
    DeckItem,
    Field,
    batches,
    rows,
    rows_of,
)
from quizapp.model import (
    NEW_CARD,
    Card,
    CardState,
    Deck,
    Kind,
    MemoryState,
    Phase,
    Rating,
    Review,
    Schedule,
)
from quizapp.stats.summary import SUMMARY_FIELDS

CARD = Card("rivers/nile", "nile", "rivers", Kind.QUESTION, 0, "Which river?", "The Nile", tags=("africa",))
NOON = 1_795_953_600_000  # 2026-11-29T12:00:00Z


def test_the_fields_of_a_deck() -> None:
    item = DeckItem(Deck("rivers", "Rivers", "rivers.yaml", (CARD,), 1), 1, 0, 2, 0, NOON, 3)
    assert list(rows(DECK_FIELDS, [item])) == [
        {
            "deck_id": "rivers",
            "title": "Rivers",
            "path": "rivers.yaml",
            "notes": 1,
            "cards": 1,
            "new": 1,
            "learning": 0,
            "due": 2,
            "suspended": 0,
            "next_due_at": "2026-11-29T12:00:00.000Z",
            "problems": 3,
        }
    ]


def test_the_fields_of_a_new_card() -> None:
    assert list(rows(CARD_FIELDS, [CardItem(CARD, NEW_CARD, None, False)])) == [
        {
            "card_id": "rivers/nile",
            "note_id": "nile",
            "deck_id": "rivers",
            "kind": "question",
            "prompt": "Which river?",
            "answer": "The Nile",
            "tags": ["africa"],
            "where": "",
            "phase": "new",
            "due_on": None,
            "due_at": None,
            "stability_days": None,
            "difficulty": None,
            "retrievability": None,
            "reps": 0,
            "lapses": 0,
            "suspended": False,
            "leech": False,
        }
    ]


def test_the_schedule_of_a_card_in_review_and_of_one_in_learning() -> None:
    review = Schedule(Phase.REVIEW, MemoryState(4.00000012, 5.5), None, 20_000, None, 4, NOON, 19_996, 3, 1)
    learning = review._replace(phase=Phase.LEARNING, step=0, due_on=None, due_at=NOON, interval_days=0)
    first, second = rows(
        CARD_FIELDS, [CardItem(CARD, CardState(state), 0.9, True) for state in (review, learning)]
    )
    assert first["due_on"] == "2024-10-04"
    assert first["due_at"] is None
    assert first["stability_days"] == 4.0
    assert first["reps"] == 3
    assert first["leech"] is True
    assert second["phase"] == "learning"
    assert second["due_on"] is None
    assert second["due_at"] == "2026-11-29T12:00:00.000Z"


def test_the_fields_of_a_review() -> None:
    review = Review(
        review_id="0" * 20,
        card_id="rivers/nile",
        deck_id="rivers",
        device_id="laptop",
        reviewed_at=NOON,
        utc_offset_minutes=60,
        study_day=20_786,
        rating=Rating.GOOD,
        phase=Phase.RELEARNING,
        elapsed_days=None,
        duration_ms=4200,
        kind=Kind.QUESTION,
        answer=None,
        stability_days=2.3065,
        difficulty=2.118,
        retrievability_before=None,
        interval_days=0,
    )
    assert list(rows(REVIEW_FIELDS, [review])) == [
        {
            "review_id": "0" * 20,
            "card_id": "rivers/nile",
            "deck_id": "rivers",
            "reviewed_at": "2026-11-29T12:00:00.000Z",
            "study_day": "2026-11-29",
            "rating": 3,
            "phase": "relearning",
            "elapsed_days": None,
            "duration_ms": 4200,
            "kind": "question",
            "answer": None,
            "stability_days": 2.3065,
            "difficulty": 2.118,
            "retrievability_before": None,
            "interval_days": 0,
            "device_id": "laptop",
            "utc_offset_minutes": 60,
        }
    ]


@pytest.mark.parametrize(("value", "shown"), [(2.0000005, 2.000001), (2.00000049, 2.0), (1e-9, 0.0), (1e12, 1e12)])
def test_numbers_are_rounded_halves_up_unless_asked_for_as_they_are(value: float, shown: float) -> None:
    field: Field[float] = Field("days", "days", "", float, 6)
    assert list(rows([field], [value])) == [{"days": shown}]
    assert list(rows([field], [value], raw=True)) == [{"days": value}]


def test_columns_are_the_rows() -> None:
    item = DeckItem(Deck("rivers", "Rivers", "rivers.yaml", (CARD,), 1), 1, 0, 2, 0, NOON, 3)
    items = [item] * (TOGETHER + 1)
    table = list(batches(DECK_FIELDS, items))
    assert [len(batch[0]) for batch in table] == [TOGETHER, 1]
    assert list(rows_of(DECK_FIELDS, table)) == list(rows(DECK_FIELDS, items))


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("reviews", REVIEW_FIELDS),
        ("days", DAY_FIELDS),
        ("summary", SUMMARY_FIELDS),
        ("decks", DECK_FIELDS),
        ("cards", CARD_FIELDS),
        ("reviews for FSRS", FSRS_FIELDS),
        ("what is due", DUE_FIELDS),
        ("problems", PROBLEM_FIELDS),
    ],
)
def test_the_manual_has_exactly_these_fields(heading: str, fields: tuple[Field[object], ...]) -> None:
    _, _, after = manual.read("export").partition(f"\n## Fields of {heading}\n")
    listed = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("| `")]
    assert listed == [f"| `{field.name}` | {field.values} | {field.meaning} |" for field in fields]
