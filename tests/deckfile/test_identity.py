from __future__ import annotations

from collections.abc import Iterable

import pytest
from deck_texts import cards, ids, quoted
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.identity import Ambiguity, Carries, KnownCard, carry_over
from quizapp.deckfile.slug import digest
from quizapp.model import Card

QDII = "question: What is QDII, by which Chinese savers invest abroad?\nanswer: An investor scheme of 2006"


def known(found: Iterable[Card]) -> list[KnownCard]:
    return [KnownCard(card.card_id, card.prompt, card.answer) for card in found]


def between(before: tuple[str, ...], after: tuple[str, ...]) -> Carries:
    """Return what carries from one state of a deck to the next, every card of the first having progress."""
    old, new = cards(*before), cards(*after)
    stayed = {card.card_id for card in old} & {card.card_id for card in new}
    return carry_over(
        known(card for card in old if card.card_id not in stayed),
        [card for card in new if card.card_id not in stayed],
    )


def carried(before: str, after: str) -> list[tuple[str, str]]:
    found = between((before,), (after,))
    assert found.ambiguous == ()
    return [(one.partition("#")[2], other.partition("#")[2]) for one, other in found.pairs]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (QDII, QDII.replace("abroad", "overseas")),
        (QDII, QDII.replace("What is", "Waht is")),
        (QDII, QDII.replace("Chinese savers", "savers in China")),
        (QDII, f"id: qdii\n{QDII}"),
        (f"id: qdii\n{QDII}", QDII),
        (f"id: qdii\n{QDII}", f"id: scheme\n{QDII}"),
        (QDII, f"id: qdii\n{QDII.replace('2006', '2007, quite another wording')}"),
        (
            "question: 犬は英語で何と言いますか\nanswer: dog",
            "question: 犬は英語では何と言いますか\nanswer: dog",
        ),
        (
            "question: Which body ends mandatory retirement?\nanswer: Parliament\nchoices: [the cabinet]",
            "question: Which body ended mandatory retirement?\nanswer: Parliament\nchoices: [the court, no one]",
        ),
        ("question: How long is the Nile?\nnumber: 6650", "id: nile\nquestion: How long is the Nile?\nnumber: 6695"),
        (
            "question: How long is the Nile?\nnumber: 6650\nunit: km",
            "question: How long is the river Nile?\nnumber: 6650\nunit: km\nwithin: 2 %",
        ),
        (
            "question: Which countries founded the union?\nitems: [Belgium, France, Germany, Italy]",
            "question: Which countries founded the Union in 1958?\nitems: [Belgium, France, Germany, Italy]",
        ),
        (
            "statement: The Nile flows from north to south.\nholds: false",
            "statement: The Nile flows from the north to the south.\nholds: false",
        ),
    ],
)
def test_a_reworded_or_renamed_note_keeps_its_progress(before: str, after: str) -> None:
    assert carried(before, after) == [("", "")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "question: Capital of Austria?\nanswer: Vienna",
            "question: Capital of Australia?\nanswer: Canberra",
        ),
        ("question: Capital of France?\nanswer: Paris", "question: Who painted Guernica?\nanswer: Picasso"),
        (f"id: a\n{QDII}", f"id: b\n{QDII.replace('abroad', 'overseas')}"),
        (f"id: a\n{QDII}", f"id: b\n{QDII.replace('2006', '2007')}"),
        ("question: The tide is what?\nanswer: high", 'cloze: "The tide is {{high}}"'),
        ("statement: Austria is a republic.\nholds: true", "statement: Australia votes on Saturdays.\nholds: true"),
        ("question: How long is the Nile?\nnumber: 6650", "question: How long is the Rhine?\nnumber: 1230"),
    ],
)
def test_another_note_does_not_inherit(before: str, after: str) -> None:
    assert carried(before, after) == []


def test_both_directions_carry_to_their_own() -> None:
    before = f"{QDII}\nbidirectional: true"
    assert sorted(carried(before, before.replace("abroad", "overseas"))) == [("", ""), ("reverse", "reverse")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{{$103 billion}} in {{May}}", "{{$104 billion}} in {{May}}", [("103-billion", "104-billion")]),
        ("{{$103 billion}} in {{May}}", "{{1:$103 billion}} in {{May}}", [("103-billion", "1")]),
        ("{{$103 billion}} in May", "$103 billion in {{May}}", []),
        ("came to {{five}}", "came to {{six}}", [("five", "six")]),
    ],
)
def test_a_gap_whose_text_was_mended_keeps_its_progress(
    before: str, after: str, expected: list[tuple[str, str]]
) -> None:
    start = "id: c\ncloze: "
    sentence = "The quotas of the whole country came to "
    assert carried(start + quoted(sentence + before), start + quoted(sentence + after)) == expected


def test_a_reworded_cloze_keeps_each_gap_apart() -> None:
    before = 'cloze: "The quotas of all managers came to {{$103 billion}} by the end of {{October}}."'
    after = before.replace("all managers", "all of the managers")
    assert sorted(carried(before, after)) == [("103-billion", "103-billion"), ("october", "october")]


def test_gaps_that_come_to_share_a_slug_keep_their_progress() -> None:
    before = 'id: c\ncloze: "From {{-5 °C}} to +5 °C"'
    found = between((before,), (before.replace("+5 °C", "{{+5 °C}}"),))
    ((old, new),) = found.pairs
    assert old == "test/c#5-c"
    assert new.startswith("test/c#5-c-")


def test_two_equally_like_successors_are_left_to_the_learner() -> None:
    one, two = QDII.replace("abroad", "overseas"), QDII.replace("abroad", "elsewhere")
    found = between((QDII,), (one, two))
    assert found.pairs == ()
    ((ambiguity),) = found.ambiguous
    assert isinstance(ambiguity, Ambiguity)
    assert ambiguity.old_id == cards(QDII)[0].card_id
    assert set(ambiguity.new_ids) == {cards(one)[0].card_id, cards(two)[0].card_id}


def test_two_vanished_cards_do_not_both_go_to_one() -> None:
    one, two = QDII.replace("abroad", "overseas"), QDII.replace("abroad", "elsewhere")
    found = between((one, two), (QDII,))
    assert found.pairs == ()
    assert {ambiguity.old_id for ambiguity in found.ambiguous} == {
        cards(one)[0].card_id,
        cards(two)[0].card_id,
    }


def test_nothing_vanished_is_nothing_carried() -> None:
    assert carry_over([], cards(QDII)) == Carries()
    assert carry_over(known(cards(QDII)), []) == Carries()


def test_a_whole_deck_reworded_is_carried_card_by_card() -> None:
    names = [digest(str(number), 10) for number in range(300)]
    before = tuple(f"question: What did the report say of {name} and others?\nanswer: {name[::-1]}" for name in names)
    after = tuple(text.replace("did the report say", "does the report say") for text in before)
    found = between(before, after)
    assert found.ambiguous == ()
    expected = zip(ids(cards(*before)), ids(cards(*after)), strict=True)
    assert sorted(found.pairs) == sorted(expected)


texts = st.text(st.sampled_from("abc "), min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
note_ids = st.sampled_from(["~1", "~2", "~3", "a", "b"])
faces = st.sampled_from(["", "#reverse", "#g"])
sides = st.lists(st.tuples(note_ids, faces, texts, texts), max_size=8)


@given(sides, sides)
def test_no_card_is_carried_twice_and_none_is_both_carried_and_asked(
    old: list[tuple[str, str, str, str]], new: list[tuple[str, str, str, str]]
) -> None:
    gone = {f"d/{note}{name}": KnownCard(f"d/{note}{name}", prompt, answer) for note, name, prompt, answer in old}
    (template,) = cards(QDII)
    come = {
        f"d/{note}x{name}": template._replace(card_id=f"d/{note}x{name}", prompt=prompt, answer=answer)
        for note, name, prompt, answer in new
    }
    found = carry_over(list(gone.values()), list(come.values()))
    olds, news = [pair[0] for pair in found.pairs], [pair[1] for pair in found.pairs]
    assert len(set(olds)) == len(olds)
    assert len(set(news)) == len(news)
    assert set(olds) <= gone.keys()
    assert set(news) <= come.keys()
    asked = {ambiguity.old_id for ambiguity in found.ambiguous}
    assert not asked & set(olds)
    assert all(set(ambiguity.new_ids).isdisjoint(news) for ambiguity in found.ambiguous)
    for one, other in found.pairs:
        assert one.partition("#")[2] == other.partition("#")[2]
