"""What a crash must not take comes back, whatever became of the deck meanwhile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.draft import Draft
from quizapp.authoring.recovery import Recovery, decode, encode, recovered, recovery_of
from quizapp.authoring.session import Session
from quizapp.model import Kind

DECK = "deck: d\nnotes:\n  - {id: a, question: A?, answer: '1'}\n  - {id: b, question: B?, answer: '2'}\n"

TEXT = st.text(max_size=8)
FIELDS = st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=3).map(tuple), max_size=3)
DRAFTS = st.builds(Draft, st.sampled_from(Kind), st.dictionaries(TEXT, TEXT, max_size=3), FIELDS)
PLACES = st.none() | st.integers(0, 5)


@given(
    st.builds(
        Recovery,
        TEXT,
        TEXT,
        st.lists(st.tuples(PLACES, FIELDS), max_size=3).map(tuple),
        st.lists(st.tuples(PLACES, DRAFTS), max_size=3).map(tuple),
        TEXT,
        st.integers(0, 2**53),
    )
)
def test_what_is_kept_reads_back(recovery: Recovery) -> None:
    assert decode(encode(recovery)) == recovery


@given(st.binary(max_size=60))
def test_any_file_is_read_or_is_none(data: bytes) -> None:
    decode(data)


@pytest.mark.parametrize("key", ["deck", "text", "notes", "drafts", "article", "saved_at", "quizapp_recovery"])
@pytest.mark.parametrize("value", [None, [], {}, "x", 7, [[]], [{}], [{"from": "x", "fields": 3}]])
def test_a_damaged_file_never_raises(key: str, value: object) -> None:
    said = json.loads(encode(Recovery("d", DECK, ())))
    said[key] = value
    decode(json.dumps(said).encode())
    del said[key]
    assert decode(json.dumps(said).encode()) is None


def edited() -> tuple[Session, dict[int, Draft]]:
    session = Session.of(DECK).delete(0).add({"id": "c", "question": "C?", "answer": "3"}).move(1, 9)
    return session, {1: Draft.of(session.fields(1)).with_text("answer", "two"), -2: Draft(texts={"question": "New?"})}


def test_the_session_goes_on_where_it_was() -> None:
    session, drafts = edited()
    after, kept = recovered(DECK, recovery_of(session, drafts, 0))
    assert [entry.fields for entry in after.notes] == [entry.fields for entry in session.notes]
    assert after.written() == session.written()
    assert after.undo().written() == DECK
    keys = {key: draft.text("answer") or draft.text("question") for key, draft in kept}
    assert keys == {1: "two", None: "New?"}


def test_what_the_file_says_since_then_is_taken_over() -> None:
    session, drafts = edited()
    now = DECK + "  - {id: z, question: Z?, answer: '9'}\n"
    after, _ = recovered(now, recovery_of(session, drafts, 0))
    assert [entry.fields["id"] for entry in after.notes] == ["c", "b", "z"]
    assert after.dirty
