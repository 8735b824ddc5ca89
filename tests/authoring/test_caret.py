"""Moving through an article and marking a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.article import Article, Paragraph
from quizapp.authoring.caret import Caret

ARTICLE = Article(
    "T",
    ("T",),
    (Paragraph(0, 1, "One two. Three four, five."), Paragraph(0, 0, "…"), Paragraph(0, 2, "Six. “Seven” 8.5.")),
)


def marked(caret: Caret) -> str:
    return caret.passage.text


def test_words_sentences_and_paragraphs() -> None:
    caret = Caret.at(ARTICLE, 0)
    assert marked(caret) == "One"
    assert marked(caret.by_words(2)) == "Three"
    assert marked(caret.by_words(2).by_words(1, marking=True)) == "Three four"
    assert marked(caret.by_words(3).by_words(-2, marking=True)) == "two. Three four"
    assert marked(caret.by_sentence(1)) == "Three"
    assert marked(caret.by_words(3).by_sentence(-1)) == "Three"
    assert marked(caret.by_sentence(1).by_sentence(-1)) == "One"
    assert marked(caret.by_sentence(1, marking=True)) == "One two"
    assert marked(caret.by_paragraph(2)) == "Six"
    assert marked(caret.by_paragraph(2).by_sentence(-1)) == "…"
    assert marked(caret.by_words(-3)) == "One"
    assert marked(caret.by_paragraph(1, marking=True)) == "One two. Three four, five"


def test_marking_grows_from_word_to_sentence_to_paragraph_and_back() -> None:
    caret = Caret.at(ARTICLE, 0).by_words(3)
    assert marked(caret) == "four"
    assert marked(caret.grown()) == "Three four, five."
    assert marked(caret.grown().grown()) == "One two. Three four, five."
    assert marked(caret.grown().grown().grown()) == "One"


@given(st.lists(st.tuples(st.sampled_from("wspg"), st.sampled_from((-1, 1)), st.booleans()), max_size=30))
def test_there_is_always_something_marked_inside_the_article(moves: list[tuple[str, int, bool]]) -> None:
    caret = Caret.at(ARTICLE, 0)
    for what, step, marking in moves:
        match what:
            case "w":
                caret = caret.by_words(step, marking=marking)
            case "s":
                caret = caret.by_sentence(step, marking=marking)
            case "p":
                caret = caret.by_paragraph(step, marking=marking)
            case _:
                caret = caret.grown()
        passage = caret.passage
        assert marked(caret)
        assert 0 <= passage.first <= passage.last < len(ARTICLE.paragraphs)
        assert 0 <= passage.start < len(ARTICLE.paragraphs[passage.first].text)
        assert passage.end <= len(ARTICLE.paragraphs[passage.last].text)
        assert (passage.first, passage.start) < (passage.last, passage.end)
