"""Tables in Markdown: a row stays one row, and texts show as they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quizapp.export.markdown_text import markdown_text


def table(value: object) -> list[str]:
    return "".join(markdown_text(["a", "b"], [{"a": value, "b": 1}])).splitlines()


def test_a_table_has_its_names_a_rule_and_a_line_a_row() -> None:
    assert table("x") == ["| a | b |", "| --- | --- |", "| x | 1 |"]


def test_values_that_are_no_text() -> None:
    assert table(None)[2] == "|  | 1 |"
    assert table(True)[2] == "| true | 1 |"
    assert table(["one", "two"])[2] == "| one, two | 1 |"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_a_text_shows_as_it_is(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse("\n".join(table(text)))
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    shown = "".join(child.content for child in cells[2].children or ())
    assert {child.type for child in cells[2].children or ()} <= {"text", "text_special"}
    assert shown.split() == text.split()


@given(st.text())
def test_a_row_is_one_line(text: str) -> None:
    assert len(table(text)) == 3
