"""Which paragraphs notes cover: by what they say under `where`, or by their answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.article import Article, Paragraph
from quizapp.authoring.coverage import Coverage
from quizapp.authoring.where import places

ARTICLE = Article(
    "Pots: a story?",
    ("Pots: a story?", "China’s “way”"),
    (
        Paragraph(0, 1, "UBS says that annual fees will reach $42 billion."),
        Paragraph(0, 0, "A caption."),
        Paragraph(0, 2, "Bob Prince of Bridgewater runs a fund in China."),
        Paragraph(0, 3, "Nothing to see, says Bob Prince."),
        Paragraph(1, 1, "The quota was cut in 2015."),
        Paragraph(1, 2, "It came back."),
    ),
)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("Pots: a story?, ¶ 2", (2,)),
        ("Pots: a story?, ¶ 1–2", (0, 2)),
        ("Pots: a story?, ¶ 1-3", (0, 2, 3)),
        ("pots: A STORY?, ¶ 1, 3", (0, 3)),
        ('Pots: a story?, ¶ 3; China\'s "way", ¶ 1–2', (3, 4, 5)),
        ("China’s “way”, 2nd paragraph", (5,)),
        ("“Pots: a…”, ¶ 3", (3,)),
        ("¶ 2", (2,)),
        ("China’s “way”; ¶ 2", (5,)),
        ("Pots: a story?", ()),
        ("Another article, ¶ 1", ()),
        ("Pots: a story?, ¶ 99", ()),
        ("Pots: a story?, ¶ 2–999999", (2, 3)),
        ("", ()),
    ],
)
def test_where_names_paragraphs(where: str, expected: tuple[int, ...]) -> None:
    assert places(where, ARTICLE) == expected


@given(st.integers(0, 5), st.integers(0, 5))
def test_what_the_article_writes_under_where_is_read_back(one: int, other: int) -> None:
    first, last = sorted((one, other))
    named = [place for place in (first, last) if ARTICLE.paragraphs[place].number]
    found = places(ARTICLE.where(first, last), ARTICLE)
    assert set(named) <= set(found) or not all(ARTICLE.paragraphs[p].number for p in (first, last))


@given(st.text(max_size=60))
def test_any_where_is_read(where: str) -> None:
    assert all(ARTICLE.paragraphs[place].number for place in places(where, ARTICLE))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"question": "How much?", "answer": "$42 billion"}, (0,)),
        ({"cloze": "Fees: {{42 billion::dollars}} by {{Bridgewater}}."}, (0, 2)),
        ({"question": "Who?", "answer": "Bob Prince"}, ()),
        ({"question": "What?", "answer": "fund"}, ()),
        ({"question": "When?", "number": "2015"}, ()),
        ({"question": "How much?", "number": "42", "unit": "billion"}, (0,)),
        ({"question": "Who?", "answer": "Bridgewater", "where": "Elsewhere, ¶ 1"}, (2,)),
        ({"question": "Who?", "answer": "Bridgewater", "where": "Pots: a story?, ¶ 1"}, (0,)),
        ({"cloze": "broken {{gap"}, ()),
        ({}, ()),
    ],
)
def test_a_distinctive_answer_tells_its_paragraph(fields: dict[str, str], expected: tuple[int, ...]) -> None:
    assert Coverage(ARTICLE).of_note(fields) == expected


def test_counts_and_the_share() -> None:
    coverage = Coverage(ARTICLE)
    notes = [{"where": "Pots: a story?, ¶ 1–2"}, {"where": "Pots: a story?, ¶ 1"}, {"answer": "x"}]
    covered = coverage.of_notes(notes)
    assert covered.counts == (2, 0, 1, 0, 0, 0)
    assert (covered.covered, covered.of, covered.share) == (2, 5, 0.4)
    assert Coverage(Article("", ("",), ())).of_notes(notes).share == 0.0
