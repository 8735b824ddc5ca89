"""Where sentences and words begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.sentences import sentence_at, sentences, words

TEXTS = [
    ["He paid $3.5 million to U.S. firms.", "Then he left."],
    ["It is made in the U.S.", "The rest is not."],
    ["Dr. J. P. Morgan said “No.”", "He left at 5 p.m.", "Then it rained."],
    ["“Why not?” she asked.", "“Because.", "It is so,” he said."],
    ["See No. 5 and e.g. Fig. 3 for more.", "He said no.", "Then he left."],
    ["Really?!", "Yes…", "“We won.”", "They lost."],
    ["我是。", "你好！"],
    ["One that has no end"],
]


@pytest.mark.parametrize("parts", TEXTS)
def test_sentences_are_found(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[a:b] for a, b in sentences(text)] == parts


def test_the_sentence_around_a_place() -> None:
    text = "One is here. Two is there. Three."
    assert text[slice(*sentence_at(text, 13, 16))] == "Two is there."
    assert text[slice(*sentence_at(text, 4, 16))] == "One is here. Two is there."
    assert sentence_at("", 0, 0) == (0, 0)


def test_words_keep_what_belongs_to_them() -> None:
    text = "“The U.S. paid $103 billion, 8.5% of it’s re-used Rmb10…”"
    assert [text[a:b] for a, b in words(text)] == [
        "The", "U.S.", "paid", "$103", "billion", "8.5%", "of", "it’s", "re-used", "Rmb10",
    ]  # fmt: skip


@given(st.text(st.sampled_from(list("aB. ?!”“\n1…。,")), max_size=80))
def test_sentences_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for start, _ in spans:
        begin, end = sentence_at(text, start, start + 1)
        assert begin <= start < end
