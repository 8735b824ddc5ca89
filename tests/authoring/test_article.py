"""Reading articles: text, Markdown and HTML, and how their paragraphs are numbered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.article import MAX_BYTES, Article, read_article
from quizapp.errors import ArticleRefused

COPIED = """\
A Pot of Savings

Gettyimages 914716030

When markets are in a slump, papers lift the mood. The year was not a good one.

Hardly anything in that great pot was touched.

Bob Prince, a hedge fund

“Hardly anything in that great pot was touched,” says Bob Prince, who runs a fund.

\u00a0

***

screen shot 2018 12 12 at 6.15.33 pm

Growth of the industry.

Source FT

After the chart the text goes on as it did before.

Helping others

The second section begins here.
"""


def shown(article: Article) -> list[tuple[int, int, str]]:
    return [(p.section, p.number, p.text[:20]) for p in article.paragraphs]


def test_text_copied_from_a_page_is_numbered_as_its_author_would() -> None:
    article = read_article(COPIED.encode(), "pot.txt")
    assert article.title == "A Pot of Savings"
    assert article.sections == ("A Pot of Savings", "Helping others")
    assert shown(article) == [
        (0, 1, "When markets are in "),
        (0, 0, "Hardly anything in t"),
        (0, 0, "Bob Prince, a hedge "),
        (0, 2, "“Hardly anything in "),
        (0, 0, "Growth of the indust"),
        (0, 0, "Source FT"),
        (0, 3, "After the chart the "),
        (1, 1, "The second section b"),
    ]
    assert article.where(6) == "A Pot of Savings, ¶ 3"
    assert article.where(0, 3) == "A Pot of Savings, ¶ 1–2"
    assert article.where(6, 7) == "A Pot of Savings, ¶ 3; Helping others, ¶ 1"
    assert article.where(4) == "A Pot of Savings"


def test_markdown_is_read_without_its_signs() -> None:
    text = """---
title: "From the *front*"
---
# The **title** of [it](https://example.org/a_(b))

One `code * span` and __strong__ words, a snake_case name, 2 * 3 * 4 &amp; a \\*star\\*.
Still the first.

Below
-----

- an *item*
- [x] another

> A quoted line
> goes on.

```python
x = 1
```

![only a picture](a.png)

| a | b |
|---|---|
| 1 | 2 |
"""
    article = read_article(text.encode(), "a.md")
    assert article.sections == ("The title of it", "Below")
    assert [p.text for p in article.paragraphs] == [
        "One code * span and strong words, a snake_case name, 2 * 3 * 4 & a *star*. Still the first.",
        "an item",
        "another",
        "A quoted line goes on.",
        "x = 1",
        "a · b",
        "1 · 2",
    ]


def test_a_page_loses_its_tags_and_all_that_stands_around_its_article() -> None:
    text = """<!DOCTYPE html><html><head><title>Site – It</title><style>p{}</style></head><body>
<nav><p>Home</p></nav><script>alert("<p>no</p>")</script>
<article><header><p>By A. Writer</p><h1>The&nbsp;title</h1></header>
<p>One &amp; <b>only</b> <a href=x>link</a><br>next line.<p>Two, left open &#8220;so&#8221;.
<figure><img src=a><figcaption>A caption.</figcaption></figure>
<h2>Below</h2><ul><li>first<li>second</ul><aside><p>Read also</p></aside></article>
<footer><p>All rights</p></footer></body></html>"""
    for name in ("a.html", "a.txt"):
        article = read_article(text.encode(), name)
        assert article.sections == ("The title", "Below")
        assert [(p.number, p.text) for p in article.paragraphs] == [
            (0, "By A. Writer"),
            (1, "One & only link\nnext line."),
            (2, "Two, left open “so”."),
            (0, "A caption."),
            (1, "first"),
            (2, "second"),
        ]


def test_without_a_title_the_file_gives_one() -> None:
    article = read_article(b"Just one paragraph, which ends with a stop.", "notes.txt")
    assert article.title == "notes"
    assert shown(article) == [(0, 1, "Just one paragraph, ")]


def test_lines_are_paragraphs_where_they_are_long_and_nothing_parts_them() -> None:
    lines = "\n".join(f"{name} " * 40 + "end." for name in ("one", "two", "three"))
    assert len(read_article(lines.encode(), "a.txt").counted) == 3
    wrapped = "A sentence that is\nwrapped by hand.\n\nAnother that\nis too."
    assert [p.text for p in read_article(wrapped.encode(), "a.txt").paragraphs] == [
        "A sentence that is wrapped by hand.",
        "Another that is too.",
    ]


def test_ten_thousand_paragraphs_are_fine() -> None:
    text = "\n\n".join(f"This is the paragraph with the number {n} of a long book." for n in range(10_000))
    assert len(read_article(text.encode(), "long.txt").counted) == 10_000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no paragraph"),
        (b" \n\n***\n\n", "no paragraph"),
        ("Text.".encode("utf-16"), "UTF-16"),
        ("Käse, überall.".encode("latin-1"), "no text in UTF-8"),
        (b"PDF\x00\x01", "no text"),
        (b"x" * (MAX_BYTES + 1), "2.0 MiB"),
        (b"<html><body><script>x</script></body></html>", "no paragraph"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, why: str) -> None:
    with pytest.raises(ArticleRefused, match=why):
        read_article(data, "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@given(data=st.text(st.sampled_from(list("ab.#*-_`[]()<>!&;pdiv/\"' \n|>~\\1")), max_size=200))
def test_any_text_is_read_or_refused(name: str, data: str) -> None:
    try:
        article = read_article(data.encode(), name)
    except ArticleRefused:
        return
    numbers: dict[int, int] = {}
    for paragraph in article.paragraphs:
        assert paragraph.text.strip()
        if paragraph.number:
            numbers[paragraph.section] = numbers.get(paragraph.section, 0) + 1
            assert paragraph.number == numbers[paragraph.section]
