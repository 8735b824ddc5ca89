"""Articles come from strangers: whatever one holds is read in its stride, or refused in a sentence."""

from __future__ import annotations

from itertools import product

import pytest

from quizapp.authoring.article import read_article
from quizapp.authoring.article_html import looks_so
from quizapp.authoring.markdown_spans import LOW_LINES, STARS, WAVES, replace_code, unmarked
from quizapp.authoring.where import places
from quizapp.errors import ArticleRefused

MANY = 120_000
"""Characters of the repeated units: what is walked over once for each of them would take minutes."""

UNITS = (
    *("<a", "<p\n", "<p/", "<a b=", "<a b='", "<!--", "<!-- >", "<![", "<!", "<?", "</", "<div>", "<h1>x", "<li>x"),
    *("<script>", "<title>", "<textarea>", "&#", "`", "*a ", "_a ", "~~a ", "[a](", "![](", "[^a", "<https://a", "|a"),
    *("***", "\\`", "-", "x\n=\n", "> ", "1. ", " ", "\ue000", ". “", "A. B ", "```\n"),
)


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_an_article_of_one_thing_again_and_again_is_read(name: str) -> None:
    for unit, end in product(UNITS, ("", ">", "-->")):
        text = f"Words. {unit * (MANY // len(unit) // 20)} {end} tail"
        assert read_article(text.encode(), name).paragraphs, (unit, end)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<p>One <![if x]> two</p>", "One two"),
        ("<p>One <![CDATA[ two ]]> three</p>", "One three"),
        ("<p>One</p><![", "One"),
        ("<p>One</p> 1 < 2, <b", "One"),
        ("<p>One <!-- two</p>", "One <!-- two"),
        ("<h1>T</h1><p>One</p><figure><figcaption>A</figcaption><p>Two</p></figure>", "One"),
    ],
)
def test_markup_that_is_not_well_formed_is_read(page: str, says: str) -> None:
    assert read_article(page.encode(), "a.html").paragraphs[0].text == says


def test_a_text_that_looks_like_our_own_marks_names_nothing() -> None:
    """Code is kept out of the way of other signs under private characters; those of an article are not taken for it."""
    text = f"One `code` \ue0007\ue001 \ue000{'9' * 5000}\ue001 two"
    (paragraph,) = read_article(text.encode(), "a.md").paragraphs
    assert paragraph.text.startswith("One code 7 9")


def test_many_comments_before_a_page_are_passed_over() -> None:
    assert looks_so(" <!--0-->\t" * 200 + "<html>")
    assert not looks_so(" <!--0-->\t" * 200 + "text")


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("**a *b* c**", "a b c"),
        ("***a*** **b** *c*", "a b c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*a\nb*", "*a\nb*"),
        ("*a *b", "*a *b"),
        ("**", "**"),
    ],
)
def test_stars_around_words_go(text: str, reads: str) -> None:
    assert unmarked(unmarked(text, STARS), STARS) == reads


def test_low_lines_stay_inside_words_and_waves_go_in_pairs() -> None:
    assert unmarked("snake_case_name _a_ __b__", LOW_LINES) == "snake_case_name a b"
    assert unmarked("~a~ ~~b~~", WAVES) == "~a~ b"


def test_code_stands_between_as_many_backticks() -> None:
    assert replace_code("`a` ``b`c`` `d", lambda code: f"<{code}>") == "<a> <b`c> `d"
    assert replace_code("`" * 9 + "a", str.upper) == "`" * 9 + "a"


def test_ranges_of_paragraphs_are_walked_once() -> None:
    article = read_article(("A.\n\n" * 400).encode(), "a.txt")
    assert places(f"¶ {', '.join(f'{n}-999999' for n in range(1, 2000))}", article) == tuple(range(400))
    assert places("¶ 3, 1–2; ¶ 9999999", article) == (0, 1, 2)


@pytest.mark.parametrize("gulf", [" ", "\t", "0", "¶", ", ", "1st "])
def test_a_where_of_one_thing_again_and_again_is_read(gulf: str) -> None:
    article = read_article(b"A.\n\nB.", "a.txt")
    assert places(f"x{gulf * 20_000}y", article) == ()


def test_a_number_with_thousands_of_digits_is_no_paragraph() -> None:
    article = read_article(b"A.\n\nB.", "a.txt")
    assert places(f"¶ {'9' * 6000}", article) == ()
    assert places(f"{'9' * 6000}th paragraph", article) == ()


def test_what_is_no_text_is_refused() -> None:
    for data in (b"", b"\x00\x01", "Wörter".encode("latin-1"), "Words".encode("utf-16"), b"\xef\xbb\xbf", b" \n" * 9):
        with pytest.raises(ArticleRefused):
            read_article(data, "a.md")
