"""What is made of a passage, and that it reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.article import Article, Paragraph
from quizapp.authoring.passage import Passage, cloze_of, number_of, question_of, with_gaps
from quizapp.deckfile.cloze import Gap, parse_cloze, revealed
from quizapp.text import clean_line

TEXT = (
    "Whoever asks for QDII quotas shares what there is, and that was $103 billion by the end of October. “There is no "
    "safety rope. They put money by,” says Fink."
)
NASTY = st.text(st.sampled_from(list("ab1 {}:\\“”.é")), max_size=30)


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(Article("Title", ("Title",), (Paragraph(0, 1, text),)), 0, start, 0, start + len(words))


def test_a_cloze_hides_the_passage_in_its_sentence() -> None:
    made = cloze_of(passage(TEXT, "$103 billion"))
    assert made == {
        "cloze": "Whoever asks for QDII quotas shares what there is, and that was {{$103 billion}} "
        "by the end of October.",
        "where": "Title, ¶ 1",
    }


def test_another_word_of_the_same_sentence_makes_another_gap() -> None:
    first = cloze_of(passage(TEXT, "October"))
    second = cloze_of(passage(TEXT, "$103 billion"), str(first["cloze"]).replace("{{October", "{{1: October::month"))
    assert "{{$103 billion}} by the end of {{1: October::month}}." in second["cloze"]
    over = cloze_of(passage(TEXT, "end of October"), str(first["cloze"]))
    assert "{{end of October}}" in over["cloze"]
    assert "{{October}}" not in over["cloze"]


def test_half_a_quotation_gets_its_other_half() -> None:
    assert cloze_of(passage(TEXT, "safety"))["cloze"] == "“There is no {{safety}} rope.”"
    assert cloze_of(passage(TEXT, "Fink"))["cloze"] == "“They put money by,” says {{Fink}}."


def test_a_question_has_the_passage_as_its_answer() -> None:
    assert question_of(passage(TEXT, " QDII quotas")) == {
        "question": "",
        "answer": "QDII quotas",
        "where": "Title, ¶ 1",
    }


@pytest.mark.parametrize(
    ("figure", "number", "unit"),
    [
        ("$103 billion", "103", "billion dollars"),
        ("about 42 percent", "42", "percent"),
        ("2018", "2018", ""),
        ("1,500", "1,500", ""),
        ("500 cameras", "500", "cameras"),
        ("two-thirds", "two-thirds", ""),
        ("€5", "5", "euros"),
    ],
)
def test_a_figure_is_a_number_and_its_unit(figure: str, number: str, unit: str) -> None:
    made = number_of(passage(f"It came to {figure} then.", figure))
    assert made is not None
    assert (made["number"], made.get("unit", "")) == (number, unit)


@pytest.mark.parametrize("words", ["Hikvision", "June 2018", "from 3 to 5"])
def test_what_is_no_figure_makes_no_number_note(words: str) -> None:
    assert number_of(passage(f"In {words} it was.", words)) is None


def test_a_passage_may_go_over_several_paragraphs() -> None:
    article = Article(
        "Title", ("Title",), (Paragraph(0, 1, "One two."), Paragraph(0, 2, "Mid."), Paragraph(0, 3, "End here."))
    )
    long = Passage(article, 0, 4, 2, 3)
    assert long.text == "two. Mid. End"
    assert long.where == "Title, ¶ 1–3"


@given(NASTY, NASTY, NASTY)
def test_any_sentence_reads_back_the_same_but_for_spaces_between_braces(before: str, hidden: str, after: str) -> None:
    before, hidden, after = (clean_line(part) for part in (before, hidden, after))
    if not hidden:
        return
    sentence = f"{before}{hidden}{after}"
    written = with_gaps(sentence, [(Gap(hidden), len(before), len(before) + len(hidden))])
    segments = parse_cloze(written)
    assert revealed(segments).replace(" ", "") == sentence.replace(" ", "")
    assert [segment.text for segment in segments if isinstance(segment, Gap)] == [hidden]
    if not set(sentence) & set("{}"):
        assert revealed(segments) == sentence


@given(NASTY, NASTY)
def test_hints_and_numbers_read_back(hidden: str, hint: str) -> None:
    hidden, hint = clean_line(hidden), clean_line(hint)
    if not hidden:
        return
    for number in ("", "3"):
        written = with_gaps(f"x {hidden} y", [(Gap(hidden, hint, number), 2, 2 + len(hidden))])
        assert [part for part in parse_cloze(written) if isinstance(part, Gap)] == [Gap(hidden, hint, number)]
