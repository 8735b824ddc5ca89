"""Merging two notes."""

from __future__ import annotations

from quizapp.authoring.merging import merge


def test_two_questions_become_one_with_both_answers() -> None:
    merged = merge(
        {"id": "a", "question": "Who?", "answer": "UBS", "accept": ("the bank",), "where": "T, ¶ 1", "explain": "So."},
        {
            "id": "b",
            "question": "Which bank?",
            "answer": "The Swiss bank",
            "accept": "the bank",
            "where": "T, ¶ 2",
            "hint": "Swiss",
        },
    )
    assert merged.fields == {
        "id": "a",
        "question": "Who?",
        "answer": "UBS",
        "accept": ("the bank", "The Swiss bank"),
        "where": "T, ¶ 1; T, ¶ 2",
        "explain": "So.",
        "hint": "Swiss",
    }
    assert merged.left_out == ("Which bank?",)


def test_two_clozes_become_one_of_both_sentences() -> None:
    merged = merge({"cloze": "{{A}} is."}, {"id": "x", "cloze": "B {{is}}."})
    assert merged.fields == {"cloze": "{{A}} is. B {{is}}."}
    assert merged.left_out == ()


def test_another_kind_gives_only_what_any_note_has() -> None:
    merged = merge(
        {"question": "Q?", "answer": "A", "tags": ("x",)},
        {"statement": "S.", "holds": "true", "tags": ("X", "y"), "explain": "E."},
    )
    assert merged.fields == {"question": "Q?", "answer": "A", "tags": ("x", "y"), "explain": "E."}
    assert merged.left_out == ("S.", "true")
