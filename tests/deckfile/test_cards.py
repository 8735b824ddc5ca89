from __future__ import annotations

import random

from deck_texts import cards, deck_text, ids, parsed
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.cards import deck_of, expand
from quizapp.deckfile.parse import parse_deck
from quizapp.deckfile.slug import digest
from quizapp.model import Kind

QUOTAS = 'cloze: "Quotas came to {{$103 billion}} at the end of {{October::month}}."'


def test_a_question_is_one_card() -> None:
    (card,) = cards("id: q\nquestion: Q\nanswer: A\naccept: [B]\nhint: H\nexplain: E\nwhere: W")
    assert (card.card_id, card.note_id, card.deck_id, card.kind) == ("test/q", "q", "test", Kind.QUESTION)
    assert (card.prompt, card.answer, card.gaps, card.accept) == ("Q", "A", (), ("B",))
    assert (card.hint, card.explain, card.where, card.note_key) == ("H", "E", "W", "test/q")


def test_a_bidirectional_note_is_asked_both_ways() -> None:
    there, back = cards("id: q\nquestion: Q\nanswer: A\nbidirectional: true\nhint: H\naccept: [B]\nexplain: E")
    assert ids((there, back)) == ["test/q", "test/q#reverse"]
    assert (back.prompt, back.answer, back.explain) == ("A", "Q", "E")
    assert (back.hint, back.accept) == ("", ()), "they belong to the answer, which is the prompt here"


def test_each_gap_is_a_card_that_shows_the_others() -> None:
    sum_, month = cards(f"id: c\n{QUOTAS}")
    assert ids((sum_, month)) == ["test/c#103-billion", "test/c#october"]
    assert sum_.prompt == "Quotas came to [ … ] at the end of October."
    assert month.prompt == "Quotas came to $103 billion at the end of [ month ]."
    assert (sum_.answer, month.answer) == ("$103 billion", "October")


def test_gaps_span_what_stands_for_the_hidden() -> None:
    for card in cards(f"id: c\n{QUOTAS}", 'id: d\ncloze: "{{1:a}} b {{1:c::h}}"'):
        assert all(card.prompt[start:end] in ("[ … ]", "[ month ]", "[ h ]") for start, end in card.gaps)
        assert len(card.gaps) == card.prompt.count("[ ")


def test_a_group_is_hidden_and_answered_together() -> None:
    (card,) = cards('id: c\ncloze: "{{1:NORAD}} and {{1:Space Command::which?}}"')
    assert (card.card_id, card.prompt) == ("test/c#1", "[ … ] and [ which? ]")
    assert card.answer == "NORAD · Space Command"


def test_one_text_hidden_twice_is_answered_once() -> None:
    (card,) = cards('id: c\ncloze: "{{Bonn}} is {{bonn}}"')
    assert (card.prompt, card.answer) == ("[ … ] is [ … ]", "Bonn")


def test_cards_carry_the_tags_of_deck_and_note_once() -> None:
    head = "deck: test\ntags: [a, b]\n"
    one, two = cards("question: Q\nanswer: A\ntags: [c, a]", "question: R\nanswer: B", head=head)
    assert (one.tags, two.tags) == (("a", "b", "c"), ("a", "b"))


def test_a_note_without_id_is_known_by_its_question() -> None:
    question, cloze = cards("question: What  Is it?\nanswer: A", 'cloze: "It {{was}}"')
    assert question.card_id == f"test/~{digest('what is it?', 12)}"
    assert cloze.card_id == f"test/~{digest('it was', 12)}#was"


def test_another_gap_or_hint_leaves_the_cards_of_a_cloze_without_id() -> None:
    before = ids(cards('cloze: "Quotas came to {{$103 billion}} in October."'))
    assert before[0] in ids(cards('cloze: "Quotas came to {{$103 billion::sum}} in {{October}}."'))


def test_a_deck_has_its_cards_in_the_order_of_the_file() -> None:
    deck = deck_of(parsed(QUOTAS, "question: Q\nanswer: A\nbidirectional: true", head="deck: test\ntitle: T\n"))
    assert [card.position for card in deck.cards] == [0, 1, 2, 3]
    assert (deck.note_count, deck.title, deck.deck_id, deck.path) == (2, "T", "test", "test.yaml")


def test_a_deck_without_title_is_called_by_its_id() -> None:
    assert deck_of(parsed("question: Q\nanswer: A")).title == "test"


words = st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=8)
questions = st.builds(lambda word: f"question: Ask {word}?\nanswer: {word}", words)
clozes = st.lists(words, min_size=2, max_size=4, unique=True).map(
    lambda hidden: 'cloze: "Say ' + " or ".join(f"{{{{{word}}}}}" for word in hidden) + '"'
)
notes = st.lists(questions | clozes, min_size=1, max_size=8, unique=True)


@given(notes, st.integers(0, 2**32))
def test_ids_do_not_depend_on_the_order_of_notes(texts: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(texts, len(texts))
    assert sorted(ids(cards(*texts))) == sorted(ids(cards(*shuffled)))


@given(notes, questions | clozes, st.integers(0, 8))
def test_ids_stay_when_a_note_is_inserted(texts: list[str], another: str, at: int) -> None:
    inserted = [*texts[:at], another, *texts[at:]]
    deck = parse_deck(deck_text(*inserted), "test.yaml")
    assert set(ids(cards(*texts))) <= set(ids(expand(deck.deck_id, deck.notes)))


@given(st.lists(words, min_size=2, max_size=6, unique=True), st.integers(0, 5))
def test_ids_of_gaps_stay_when_a_word_becomes_a_gap(texts: list[str], at: int) -> None:
    at %= len(texts)

    def sentence(hidden: list[str]) -> str:
        return 'cloze: "' + " ".join(f"{{{{{word}}}}}" if word in hidden else word for word in texts) + '"'

    before = ids(cards(sentence(texts[:at] + texts[at + 1 :])))
    assert set(before) < set(ids(cards(sentence(texts))))
