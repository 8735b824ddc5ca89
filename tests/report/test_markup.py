"""Whatever a text holds, it stays text."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from quizapp.report.markup import Markup, across, element, joined, number
from quizapp.text import clean


class Reader(HTMLParser):
    """Gathers the tags, the words and the values of attributes of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.values: list[str | None] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.text(), st.text())
def test_a_text_is_read_back_as_it_was_and_makes_no_tag(words: str, value: str) -> None:
    read = Reader(element("p", words, class_=value))
    assert read.tags == ["p"]
    assert read.words == clean(words)
    assert read.values == [clean(value)]


def test_markup_is_put_in_as_it_is() -> None:
    assert element("p", "a < b ", element("b", "&")) == "<p>a &lt; b <b>&amp;</b></p>"
    assert joined(["<", Markup("<br>"), None]) == "&lt;<br>"


def test_an_attribute_has_its_own_name() -> None:
    assert element("rect", x=0, aria_label='"', class_="a", id=None) == '<rect x="0" aria-label="&quot;" class="a"/>'
    assert element("meta", name="robots") == '<meta name="robots">'
    assert element("div", id="tip", hidden="") == '<div id="tip" hidden=""></div>'


def test_numbers_are_short() -> None:
    assert [number(value) for value in (3, 3.0, 3.256, -0.5)] == ["3", "3", "3.26", "-0.5"]
    assert [across(share) for share in (0, 1 / 3, 1)] == ["0%", "33.33%", "100%"]
