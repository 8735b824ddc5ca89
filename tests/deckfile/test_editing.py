"""Editing in place: what was asked for is there, and everything else is byte for byte what it was."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import Fields, LaidOut, laid_out
from written_notes import _asked, notes, texts

from quizapp.deckfile.editing import apply, apply_bytes, change_note, delete_note, insert_note, insert_notes, move_note
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.written import fields_of
from quizapp.errors import DeckNotEdited, NoteRefused
from quizapp.problem import Edit


def located(deck: LaidOut) -> LocatedDeck:
    found = locate_deck(deck.data, "laid-out.yaml")
    assert [fields_of(note) for note in found.notes] == list(deck.notes)
    return found


def said(data: bytes) -> list[Fields]:
    return [fields_of(note) for note in locate_deck(data, "laid-out.yaml").notes]


def fits(fields: Fields, deck: LaidOut, but: int = -1) -> bool:
    others = [other for index, other in enumerate(deck.notes) if index != but]
    return all(_asked(fields) != _asked(other) and fields.get("id", "") != other.get("id") for other in others)


def as_bytes(deck: LaidOut, text: str) -> bytes:
    return text.replace("\n", deck.line_end).encode()


@given(laid_out(least=1), st.data())
def test_a_change_leaves_every_byte_outside_the_note_alone(deck: LaidOut, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.notes) - 1))
    fields = data.draw(changed(deck.notes[index]) | notes())
    if not fits(fields, deck, index):
        return
    after = apply_bytes(deck.data, change_note(located(deck), index, fields))
    expected = list(deck.notes)
    expected[index] = fields
    assert said(after) == expected
    start, end = deck.spans[index]
    assert after.startswith(deck.mark + as_bytes(deck, deck.text[:start]))
    assert after.endswith(as_bytes(deck, deck.text[deck.text.find("\n", end) :] if "\n" in deck.text[end:] else ""))


@st.composite
def changed(draw: st.DrawFn, fields: Fields) -> Fields:
    """The same note with a text or two changed, a key more or a key less."""
    new = dict(fields)
    for name in draw(st.lists(st.sampled_from(["hint", "explain", "where"]), min_size=1, max_size=3, unique=True)):
        if name in new and draw(st.booleans()):
            del new[name]
        else:
            new[name] = draw(texts)
    if draw(st.booleans()):
        items = list(draw(st.just(new.get("tags", ()))))
        at = draw(st.integers(0, len(items)))
        items[at : at + draw(st.integers(0, 2))] = draw(st.lists(texts, max_size=2))
        new["tags"] = tuple(items)
    return new


@given(laid_out(least=1), st.data())
def test_a_change_keeps_what_is_written_of_the_keys_whose_value_stays(deck: LaidOut, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.notes) - 1))
    before = located(deck)
    fields = data.draw(changed(deck.notes[index]))
    if not fits(fields, deck, index):
        return
    after = apply(before.source.text, change_note(before, index, fields))
    old, new = before.notes[index], locate_deck(after, "laid-out.yaml").notes[index]
    for name, value in deck.notes[index].items():
        if fields.get(name) == value:
            assert after[slice(*new.value(name)[:2])] == deck.text[slice(*old.value(name)[:2])]
        if name in fields and (index, name) in deck.comments:
            assert deck.comments[index, name] in after
    kept = [name for name in fields_of(old) if name in fields]
    assert [name for name in fields_of(new) if name in kept] == kept


@given(laid_out(), notes(), st.data())
def test_an_insertion_only_adds(deck: LaidOut, fields: Fields, data: st.DataObject) -> None:
    if not fits(fields, deck):
        return
    index = data.draw(st.integers(0, len(deck.notes)))
    after = apply_bytes(deck.data, insert_note(located(deck), index, fields))
    expected = list(deck.notes)
    expected.insert(index, fields)
    assert said(after) == expected
    if deck.notes:
        shared = next((n for n, (a, b) in enumerate(zip(deck.data, after, strict=False)) if a != b), len(deck.data))
        assert after.endswith(deck.data[shared:])
    assert (b"\n" in after.replace(b"\r\n", b"")) == (b"\n" in deck.data.replace(b"\r\n", b""))


@given(laid_out(least=1), st.data())
def test_a_deletion_takes_the_note_and_at_most_its_comment_and_blank_lines(deck: LaidOut, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.notes) - 1))
    before = located(deck)
    edits = delete_note(before, index)
    assert said(apply_bytes(deck.data, edits)) == [note for n, note in enumerate(deck.notes) if n != index]
    gone = "".join(before.source.text[start:end] for start, end, _ in edits)
    start, end = deck.spans[index]
    assert deck.own(index).strip() in gone
    left = gone.replace(deck.own(index), "", 1)
    assert re.fullmatch(r"(\s|,|# about .*|# heading .*|# of .*|# why.*)*", left)
    for other, (start, end) in enumerate(deck.spans):
        assert other == index or deck.text[start:end] in apply(before.source.text, edits)


@given(laid_out(least=2), st.data())
def test_a_move_changes_the_order_and_nothing_else(deck: LaidOut, data: st.DataObject) -> None:
    index, to = (data.draw(st.integers(0, len(deck.notes) - 1)) for _ in range(2))
    before = located(deck)
    after = apply(before.source.text, move_note(before, index, to))
    expected = list(deck.notes)
    expected.insert(to, expected.pop(index))
    assert said(after.encode()) == expected
    assert all(deck.own(n) in after for n in range(len(deck.notes)))
    assert sorted(re.sub(r"\s", "", after)) == sorted(re.sub(r"\s", "", deck.text))


@given(laid_out(least=1), st.data())
def test_in_a_damaged_deck_an_edit_holds_or_is_refused(deck: LaidOut, data: st.DataObject) -> None:
    text = data.draw(damaged(deck.text))
    before = locate_deck(text, "damaged.yaml")
    for index in range(len(before.notes)):
        said_before = [fields_of(note) for note in before.notes]
        for edit, expected in (
            (partial(delete_note, before, index), said_before[:index] + said_before[index + 1 :]),
            (partial(insert_note, before, index, NEW), [*said_before[:index], NEW, *said_before[index:]]),
            (partial(change_note, before, index, NEW), [*said_before[:index], NEW, *said_before[index + 1 :]]),
        ):
            try:
                after = locate_deck(apply(before.source.text, edit()), "damaged.yaml")
            except (DeckNotEdited, NoteRefused):
                continue
            assert [fields_of(note) for note in after.notes] == expected


NEW: Fields = {"question": "What is quite new?", "answer": "this: so", "tags": ("a", "b, c")}
SIGNS = (
    "",
    "\n",
    "#",
    " ",
    "- ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|",
    "\t",
    "a",
    "notes:\n",
    "? ",
    "&a ",
    ",",
    "---\n",
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 6)) :]
    return text


@given(laid_out(), st.data())
def test_edits_of_bytes_are_edits_of_the_text_with_its_line_ends(deck: LaidOut, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(deck.text)), max_size=6)))
    edits = [Edit(start, end, "x\ny") for start, end in list(pairwise(places))[::2]]
    assert apply_bytes(deck.data, edits) == deck.mark + as_bytes(deck, apply(deck.text, edits))


DECK = """\
deck: d
notes:
  # the head of a section

  # about one
  - id: one
    # of what is asked
    question: 'What?'   # asked
    answer: A scheme
    accept:  # other ways
      - a way      # the first
      - "another"

      # the last
      - a third
    explain: |  # long
      Two
      lines.

  - question: b
    answer: c
# the end
"""


def change(text: str, index: int = 0, gone: tuple[str, ...] = (), **fields: str | tuple[str, ...]) -> str:
    deck = locate_deck(text, "d.yaml")
    old = {name: value for name, value in fields_of(deck.notes[index]).items() if name not in gone}
    return apply(deck.source.text, change_note(deck, index, old | fields))


def test_a_value_gives_way_to_another_and_keeps_quotes_and_comment() -> None:
    assert change(DECK, question="Why: so?") == DECK.replace("'What?'", '"Why: so?"')
    assert change(DECK, answer="No") == DECK.replace("A scheme", '"No"')


def test_items_of_a_list_that_stay_keep_their_lines() -> None:
    assert change(DECK, accept=("a way", "other", "a third")) == DECK.replace('"another"', '"other"')
    assert change(DECK, accept=("a way", "a third")) == DECK.replace('\n      - "another"', "")
    assert change(DECK, accept=("a way", "another", "a third", "4")) == DECK.replace(
        "- a third\n", '- a third\n      - "4"\n'
    )
    flow = "deck: d\nnotes:\n- question: a\n  answer: b\n  accept: [ 'x', y , z ]  # so\n"
    assert change(flow, accept=("x", "z")) == flow.replace(", y ,", ",").replace("'x',", "'x' ,")
    assert change(flow, accept=("w", "x", "y", "z")) == flow.replace("[ 'x'", "[ w, 'x'")


def test_a_text_of_several_lines_takes_the_comment_of_the_line_along() -> None:
    assert change(DECK, question="a\nb") == DECK.replace("'What?'   # asked\n", "|  # asked\n      a\n      b\n")
    assert change(DECK, explain="short") == DECK.replace("|  # long\n      Two\n      lines.", "short  # long")


def test_a_new_key_goes_where_the_canonical_order_wants_it() -> None:
    assert change(DECK, where="¶ 1") == DECK.replace("      lines.\n", "      lines.\n    where: ¶ 1\n")
    assert change(DECK, bidirectional="true") == DECK.replace("scheme\n", "scheme\n    bidirectional: true\n")
    assert change(DECK, 1, id="two") == DECK.replace("- question: b", "- id: two\n    question: b")


def test_a_key_that_goes_takes_its_line() -> None:
    assert change(DECK, gone=("explain",)) == DECK.replace("    explain: |  # long\n      Two\n      lines.\n", "")
    assert change(DECK, gone=("id",)) == DECK.replace("- id: one\n    # of", "- # of")


def test_a_note_becomes_another_kind_and_keeps_its_id() -> None:
    after = change(DECK, gone=("question", "answer", "accept", "explain"), cloze="So {{it}} is.")
    assert '- id: one\n    cloze: "So {{it}} is."\n    # of what is asked\n\n  - question: b' in after


def test_a_note_in_braces_stays_on_its_line() -> None:
    text = 'deck: d\nnotes: [{"id": "x", question: a, answer: b}, {question: c, answer: d} ]'
    assert change(text, answer="b, b", hint="h") == text.replace("answer: b", 'answer: "b, b", hint: h')
    assert change(text, gone=("id",)) == text.replace('"id": "x", ', "")


@pytest.mark.parametrize("notes_line", ["notes:\n", "notes: []\n", "notes: [ ] # none yet\n", "notes:", "notes: ~  \n"])
def test_the_first_note_of_a_deck_goes_below_its_key(notes_line: str) -> None:
    text = f"deck: d\n{notes_line}"
    after = apply(text, insert_note(locate_deck(text, "d.yaml"), 0, {"question": "a", "answer": "b"}))
    comment = "  # none yet" if "#" in text else ""
    assert (
        re.sub(" +#", "  #", re.sub(" +\n", "\n", after)).rstrip()
        == f"deck: d\nnotes:{comment}\n  - question: a\n    answer: b"
    )


def test_a_file_without_a_place_for_notes_is_left_alone() -> None:
    for text in ("- a\n", "deck: d\nnotes: [\n", "deck: d\nnotes: here\nnotes:\n"):
        with pytest.raises(DeckNotEdited):
            insert_note(locate_deck(text, "d.yaml"), 0, {"question": "a", "answer": "b"})


def test_the_last_note_to_go_leaves_an_empty_list() -> None:
    text = "deck: d\nnotes:  # here\n- question: a\n  answer: b\n"
    after = apply(text, delete_note(locate_deck(text, "d.yaml"), 0))
    assert after == "deck: d\nnotes: []  # here\n"


def test_new_notes_follow_the_habit_of_the_file_for_blank_lines() -> None:
    dense = "deck: d\nnotes:\n- question: a\n  answer: b\n- question: c\n  answer: d\n"
    note = {"question": "e", "answer": "f"}
    assert apply(dense, insert_note(locate_deck(dense, ""), 2, note)).endswith("d\n- question: e\n  answer: f\n")
    airy = dense.replace("\n- question: c", "\n\n- question: c")
    assert apply(airy, insert_note(locate_deck(airy, ""), 2, note)).endswith("d\n\n- question: e\n  answer: f\n")
    assert "b\n\n- question: e\n  answer: f\n\n- question: c" in apply(
        airy, insert_note(locate_deck(airy, ""), 1, note)
    )


def test_a_heading_stays_where_a_note_below_it_goes() -> None:
    above, below = "- question: a\n  answer: b\n\n# part two\n", "- question: e\n  answer: f\n"
    dense = f"deck: d\nnotes:\n{above}- question: c\n  answer: d\n{below}"
    after = apply(dense, delete_note(locate_deck(dense, "d.yaml"), 1))
    assert after == dense.replace("- question: c\n  answer: d\n", "")


def test_a_comment_that_speaks_to_the_checks_goes_with_its_note() -> None:
    above, about = (
        "- question: a\n  answer: b\n",
        "# quizapp: ignore answer-too-long: so it is\n- question: c\n  answer: d\n",
    )
    dense = f"deck: d\nnotes:\n{about}{above}"
    assert apply(dense, delete_note(locate_deck(dense, "d.yaml"), 0)) == f"deck: d\nnotes:\n{above}"
    assert apply(dense, move_note(locate_deck(dense, "d.yaml"), 0, 1)) == f"deck: d\nnotes:\n{above}{about}"


def test_a_comment_goes_with_its_note() -> None:
    about = "# about c\n- question: c\n  answer: d\n  # hint: off\n\n"
    airy = f"deck: d\nnotes:\n- question: a\n  answer: b\n\n{about}- question: e\n  answer: f\n"
    assert apply(airy, delete_note(locate_deck(airy, "d.yaml"), 1)) == airy.replace(about, "")
    assert apply(airy, move_note(locate_deck(airy, "d.yaml"), 1, 0)) == airy.replace(about, "").replace(
        "notes:\n", f"notes:\n{about}"
    )


def test_a_line_of_text_that_looks_like_a_comment_is_none() -> None:
    text = "deck: d\nnotes:\n- question: a\n  answer: |\n    x\n    # y\n- {question: c, answer: d}\n"
    deck = locate_deck(text, "d.yaml")
    assert apply(text, delete_note(deck, 1)) == text.replace("- {question: c, answer: d}\n", "")
    assert apply(text, move_note(deck, 1, 0)).startswith("deck: d\nnotes:\n- {question: c, answer: d}\n- question: a")


def test_notes_with_errors_stay_as_they_are() -> None:
    text = "deck: d\nnotes:\n- question: a\n  answer: b\n- question: [broken\n- question: c\n  answer: d\n"
    deck = locate_deck(text, "d.yaml")
    assert apply(text, change_note(deck, 1, {"question": "c", "answer": "e"})) == text.replace("answer: d", "answer: e")
    assert "[broken" in apply(text, delete_note(deck, 0))


def test_what_the_reader_does_not_take_is_refused() -> None:
    deck = locate_deck(DECK, "d.yaml")
    with pytest.raises(NoteRefused, match="no answer") as refusal:
        change_note(deck, 0, {"question": "a"})
    assert [problem.rule for problem in refusal.value.problems] == ["missing-answer"]
    with pytest.raises(NoteRefused, match="has the id one too"):
        insert_note(deck, 0, {"id": "one", "question": "x", "answer": "y"})
    with pytest.raises(NoteRefused, match="asks the same"):
        insert_notes(deck, 2, [{"question": "n", "answer": "y"}, {"question": "B", "answer": "y"}])


def test_what_is_so_already_needs_no_edit() -> None:
    assert change(DECK) == DECK
    deck = locate_deck(DECK, "d.yaml")
    assert change_note(deck, 0, fields_of(deck.notes[0])) == ()
    assert move_note(deck, 1, 1) == ()
    assert insert_notes(deck, 1, []) == ()


def test_edits_that_overlap_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abc", [Edit(0, 2, ""), Edit(1, 3, "")])


def test_bytes_that_are_no_text_stay() -> None:
    data = b"\xef\xbb\xbfdeck: d\r\n# \xff\xfe\r\nnotes: []\r\n"
    assert apply_bytes(data, [Edit(0, 0, "# a\n")]) == data.replace(b"deck", b"# a\r\ndeck")
