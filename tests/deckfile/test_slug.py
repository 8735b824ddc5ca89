from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.slug import MAX_SLUG, digest, free_id, hashed_slug, short_slug, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$103 billion", "103-billion"),
        ("  Kanzler_Bungalow! ", "kanzler-bungalow"),
        ("Ärger in München", "ärger-in-münchen"),
        ("北京 2008", "北京-2008"),
        ("Straße", "strasse"),
        ("?!", ""),
    ],
)
def test_a_slug_keeps_letters_and_digits(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_short_slug_is_never_empty_or_long(text: str) -> None:
    assert 0 < len(short_slug(text)) <= MAX_SLUG
    assert 0 < len(hashed_slug(text)) <= MAX_SLUG
    assert "/" not in short_slug(text)
    assert "#" not in short_slug(text)


def test_a_digest_is_that_of_the_folded_text() -> None:
    assert digest("What  is QDII?\n", 12) == digest("what is qdii?", 12)
    assert len(digest("x", 12)) == 12


def test_a_free_id_is_made_of_whole_words_and_of_no_id_that_is_taken() -> None:
    assert free_id("What is QDII?", ()) == "what-is-qdii"
    assert free_id("What is QDII?", {"what-is-qdii", "what-is-qdii-2"}) == "what-is-qdii-3"
    assert free_id("One two three four five six seven eight nine", ()) == "one-two-three-four-five-six-seven-eight"
    assert free_id("x" * 100, ()) == "x" * 40
    assert len(free_id("…", ())) == 8
