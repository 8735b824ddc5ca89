"""The rows of an article: the caret stays in sight, whatever the size, and nothing is scrolled out of reach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.article import Article, Paragraph
from quizapp.authoring.caret import Caret
from quizapp.tui.article_rows import ArticleRows

ARTICLE = Article(
    "T",
    ("T", "U"),
    tuple(Paragraph(n // 6, n % 6 + 1, f"Word {n} is here. " * (1 + n * 7 % 40)) for n in range(12)),
)
STEPS = st.lists(
    st.tuples(st.sampled_from("wspdSr"), st.integers(-40, 40), st.integers(20, 90), st.integers(3, 40)), max_size=20
)


@given(STEPS)
def test_the_caret_is_in_sight_after_each_move(steps: list[tuple[str, int, int, int]]) -> None:
    rows, caret = ArticleRows(ARTICLE), Caret.at(ARTICLE, 0)
    width, height = 60, 20
    for what, count, *size in steps:
        if what == "r":
            width, height = size
        rows.fit(width, height)
        match what:
            case "w":
                caret = caret.by_words(count)
            case "s":
                caret = caret.by_sentence(1 if count > 0 else -1)
            case "p":
                caret = caret.by_paragraph(1 if count > 0 else -1)
            case "d":
                caret = caret.go(rows.beyond(caret.head, 1 if count > 0 else -1, abs(count)))
            case "S":
                rows.scroll(count)
        rows.follow(caret.head)
        start, end = rows.rows_of(caret.head.place)[rows.row_of(caret.head)]
        assert any((row.place, row.start, row.end) == (caret.head.place, start, end) for row in rows.shown)
        assert 0 < len(rows.shown) <= max(height - 2, 1)
        assert rows.shown[0].kind == "text"


def test_down_and_up_again_is_where_one_was() -> None:
    rows = ArticleRows(ARTICLE)
    rows.fit(60, 20)
    spot = Caret.at(ARTICLE, 3).by_words(9).head
    column = rows.column_of(spot)
    there = spot
    for _ in range(7):
        there = rows.beyond(there, 1, column)
    for _ in range(7):
        there = rows.beyond(there, -1, column)
    assert there == spot


def test_scrolling_stops_at_the_end_with_the_last_row_in_sight() -> None:
    rows = ArticleRows(ARTICLE)
    rows.fit(60, 20)
    rows.scroll(10_000)
    assert rows.shown[-1].place == 11
    assert len(rows.shown) >= 17
    rows.scroll(-10_000)
    assert rows.shown[0] == rows._block(0)[0]


def test_a_book_in_one_paragraph_scrolls_too() -> None:
    text = "word " * 200_000
    rows = ArticleRows(Article("T", ("T",), (Paragraph(0, 1, text),)))
    rows.fit(80, 24)
    caret = Caret.at(rows.article, 0).by_paragraph(1, marking=True)
    rows.follow(caret.head)
    assert rows.shown[-1].end >= caret.head.start
