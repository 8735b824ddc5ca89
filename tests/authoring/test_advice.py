"""Advice that is taken with one key."""

from __future__ import annotations

import pytest

from quizapp.authoring.advice import advised, difference
from quizapp.authoring.draft import Draft
from quizapp.deckfile.written import NoteFields
from quizapp.lint.draft import DraftProblem
from quizapp.model import Kind
from quizapp.problem import Level


def problem(rule: str, key: str = "answer", suggestion: str = "", item: int = 0) -> DraftProblem:
    return DraftProblem(rule, Level.HINT, "message", "mend", key, item=item, suggestion=suggestion)


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ("$103 billion", {"number": "103", "unit": "billion dollars"}),
        ("15", {"number": "15"}),
        ("1,233 km", {"number": "1,233", "unit": "km"}),
        ("15 %", {"number": "15", "unit": "%"}),
        ("$3.5bn", {"number": "$3.5bn"}),
    ],
)
def test_an_amount_becomes_a_number_with_its_unit(answer: str, number: NoteFields) -> None:
    draft = Draft.of({"id": "a", "question": "How much?", "answer": answer, "hint": "Much"})
    mended = advised(draft, problem("could-be-number"))
    assert mended is not None
    assert mended.kind is Kind.NUMBER
    assert mended.fields == {"id": "a", "question": "How much?", **number, "hint": "Much"}
    assert mended.as_kind(Kind.QUESTION).text("answer") == answer


@pytest.mark.parametrize("answer", ["Old age, education and health care", "- Old age\n- education\n- health care"])
def test_an_enumeration_becomes_a_list(answer: str) -> None:
    mended = advised(Draft.of({"question": "For what?", "answer": answer}), problem("enumeration"))
    assert mended is not None
    assert mended.fields == {"question": "For what?", "items": ("Old age", "education", "health care")}


def test_a_suggested_text_takes_the_place_of_the_one_it_is_for() -> None:
    draft = Draft.of({"question": "Q", "items": ("one", "twoo", "three")})
    mended = advised(draft, problem("spelling", "items", "two", item=1))
    assert mended is not None
    assert mended.fields["items"] == ("one", "two", "three")
    assert difference(draft, mended) == "items: one, two, three"


def test_an_id_can_be_given_too() -> None:
    draft = Draft.of({"question": "Q", "answer": "A"})
    mended = advised(draft, problem("missing-id", "id", "q"))
    assert mended is not None
    assert mended.fields == {"id": "q", "question": "Q", "answer": "A"}


def test_what_only_the_author_can_tell_is_no_advice() -> None:
    draft = Draft.of({"question": "Q", "answer": "A"})
    assert advised(draft, problem("answer-in-question")) is None
    assert advised(draft, problem("could-be-number")) is None
    assert advised(draft, problem("enumeration")) is None
    assert advised(Draft.of({"cloze": "{{1}}"}), problem("could-be-number")) is None
