"""Where the texts of a deck stand."""

from __future__ import annotations

from quizapp.deckfile.located import locate_deck
from quizapp.lint.texts import head_texts, is_from_file, spans_of, texts_of
from quizapp.lint.view import CollectionView, DeckView, NoteView

DECK = """\
deck: d
source: {title: T, date: "2018"}
checks:
  near-duplicate: {level: off}
notes:
  - question: Q?
    answer: |
      one

    accept: [a, 'b c']
"""


def view() -> DeckView:
    return CollectionView().add(locate_deck(DECK, "d.yaml"))


def test_texts_come_in_their_order_with_their_place_in_a_list() -> None:
    (note,) = view().notes
    texts = [(key, item, event.value) for key, item, event in texts_of(note)]
    assert texts == [("question", 0, "Q?"), ("answer", 0, "one\n"), ("accept", 0, "a"), ("accept", 1, "b c")]


def test_the_head_has_its_texts_however_deep() -> None:
    texts = [(key, event.value) for _, (key, _, event) in head_texts(view())]
    assert texts == [("deck", "d"), ("source", "T"), ("source", "2018"), ("checks", "off")]


def test_a_place_is_in_a_text_or_between_two() -> None:
    spans = spans_of(view())
    for text in ("Q?", "'b c'", "off", '"2018"', "one"):
        at = DECK.index(text)
        span = spans.at(at)
        assert span is not None
        assert span.start <= at < span.end
        assert spans.at(DECK.index(text) + len(text) - 1) == span
    assert spans.at(DECK.index("accept: [") + len("accept: [") - 1) is None
    assert spans.at(len(DECK)) is None


def test_a_draft_is_not_from_the_file() -> None:
    deck = view()
    (note,) = deck.notes
    assert is_from_file(note)
    assert not is_from_file(NoteView(deck, view().notes[0].at))
