"""The studio's list of notes: undo gives back what was, and saving gives what the list says."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quizapp.authoring.rewriting import Follower, edits_between, moves, rewritten
from quizapp.authoring.session import Session, counts
from quizapp.deckfile.editing import apply, apply_bytes
from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.written import fields_of

DECK = """\
# kept
deck: d   # also kept
notes:
  # about one
  - id: one
    question:  One?
    answer: 'First'   # odd
    tags: [a, b]

  - cloze: "Two is {{second}}."
    explain: >
      Folded
      text.
  - {id: three, question: Three?, answer: "Third"}
  # at the end
"""


def said(text: str) -> list[dict[str, object]]:
    return [fields_of(note) for note in locate_deck(text, "d.yaml").notes]


class Studio(RuleBasedStateMachine):
    """Any edits in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session.of(DECK)
        self.follower = Follower(DECK, [entry.key for entry in self.session.saved], "d.yaml")
        self.made = 0

    def _key(self, pick: int) -> int | None:
        notes = self.session.notes
        return notes[pick % len(notes)].key if notes else None

    def _take(self, after: Session) -> None:
        before, dirty = self.session, self.session.dirty
        if after.now == before.now + 1:
            assert after.undo().notes == before.notes
            assert after.undo().dirty == dirty
            assert after.undo().redo() == after
        self.session = after

    @rule(pick=st.integers(0, 9), cloze=st.booleans())
    def add(self, pick: int, cloze: bool) -> None:
        self.made += 1
        asks = (
            {"cloze": f"New {{{{{self.made}}}}} here."} if cloze else {"question": f"New {self.made}?", "answer": "A"}
        )
        self._take(self.session.add({"id": f"new-{self.made}", **asks}, pick % (len(self.session.notes) + 1)))

    @rule(pick=st.integers(0, 9), explain=st.sampled_from(["", "Why: so.", "两行\nlines"]))
    def change(self, pick: int, explain: str) -> None:
        key = self._key(pick)
        if key is not None:
            fields = {name: value for name, value in self.session.fields(key).items() if name != "explain"}
            self._take(self.session.change(key, fields | ({"explain": explain} if explain else {})))

    @rule(pick=st.integers(0, 9), to=st.integers(-2, 9))
    def move(self, pick: int, to: int) -> None:
        key = self._key(pick)
        if key is not None:
            self._take(self.session.move(key, to))

    @rule(pick=st.integers(0, 9))
    def delete(self, pick: int) -> None:
        key = self._key(pick)
        if key is not None:
            self._take(self.session.delete(key))

    @rule(one=st.integers(0, 9), other=st.integers(0, 9))
    def merge(self, one: int, other: int) -> None:
        key, second = self._key(one), self._key(other)
        if key is not None and second is not None and key != second:
            self._take(self.session.merge(key, second))

    @rule()
    def undo(self) -> None:
        self.session = self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session = self.session.redo()

    @rule()
    def save(self) -> None:
        text = self.session.written()
        self.session = self.session.now_saved(text)
        assert not self.session.dirty
        assert self.session.diff("d") == ""

    @invariant()
    def saving_gives_what_the_list_says(self) -> None:
        text = self.session.written()
        assert said(text) == [dict(entry.fields) for entry in self.session.notes]
        assert text.startswith("# kept\ndeck: d   # also kept\n")
        assert apply(self.session.text, edits_between(self.session.text, text)) == text
        follower = self.follower.follow([(entry.key, entry.fields) for entry in self.session.notes])
        assert said(follower) == said(text)


Studio.TestCase.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
TestStudio = Studio.TestCase


def test_undoing_everything_gives_the_file_back() -> None:
    session = Session.of(DECK)
    after = session.delete(0).move(2, 0).add({"id": "x", "question": "X?", "answer": "X"}).merge(2, 1)
    for _ in range(4):
        assert after.undoes
        after = after.undo()
    assert not after.undoes
    assert after.written() == DECK
    assert not after.dirty


def test_notes_that_stay_keep_their_bytes() -> None:
    after = Session.of(DECK).change(1, {"cloze": "Two is {{2nd}}."}).written()
    assert "    question:  One?\n    answer: 'First'   # odd\n    tags: [a, b]\n" in after
    assert '  - {id: three, question: Three?, answer: "Third"}\n  # at the end\n' in after


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Session.of(DECK).place(99)
    with pytest.raises(ValueError):
        Session.of(DECK).merge(1, 1)


def test_counts_tell_what_saving_does() -> None:
    session = Session.of(DECK)
    after = (
        session.delete(0).add({"id": "x", "question": "X?", "answer": "X"}).change(2, {"question": "3?", "answer": "3"})
    )
    assert counts(session.notes, after.notes) == {"new": 1, "changed": 1, "deleted": 1}


def test_a_file_that_was_changed_underneath_is_merged_note_by_note() -> None:
    ours = Session.of(DECK).change(0, {"id": "one", "question": "One?", "answer": "Ours"}).delete(1)
    theirs = DECK.replace('"Third"', '"Theirs"').replace(
        "  # at the end\n", "  - id: four\n    question: Four?\n    answer: 4\n"
    )
    merged = ours.now_on(theirs)
    answers = [(entry.fields["question"], entry.fields["answer"]) for entry in merged.notes]
    assert answers == [("One?", "Ours"), ("Three?", "Theirs"), ("Four?", "4")]
    assert said(merged.written()) == [dict(entry.fields) for entry in merged.notes]
    assert ours.now_on(DECK) is ours
    gone = Session.of(DECK).now_on(DECK.replace('  - {id: three, question: Three?, answer: "Third"}\n', ""))
    assert len(gone.notes) == 2
    assert not gone.dirty


@given(st.permutations(range(8)), st.randoms())
def test_moves_bring_any_order_about_and_are_few(wanted: list[int], rng: random.Random) -> None:
    order = sorted(rng.sample(range(8), len(wanted)))
    now = list(order)
    made = list(moves(order, wanted))
    for at, to in made:
        now.insert(to, now.pop(at))
    assert now == wanted
    assert len(made) < max(len(wanted), 1)


def test_line_ends_and_the_mark_stay_in_the_bytes() -> None:
    data = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    session = Session.of(locate_deck(data, "d.yaml").source.text).delete(0)
    after = apply_bytes(data, edits_between(session.text, session.written()))
    assert after.startswith(b"\xef\xbb\xbf# kept\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert said(after.decode("utf-8-sig").replace("\r\n", "\n")) == [dict(e.fields) for e in session.notes]


def test_a_deck_without_notes_gets_its_first() -> None:
    for text in ("deck: d\nnotes: []\n", "deck: d\nnotes:\n", "deck: d\n"):
        after = rewritten(text, [(None, {"id": "a", "question": "Q?", "answer": "A"})])
        assert said(after) == [{"id": "a", "question": "Q?", "answer": "A"}]
