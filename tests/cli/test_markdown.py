"""The manual's Markdown on a terminal."""

from __future__ import annotations

from quizapp import help as manual
from quizapp.cli.markdown import terminal_lines


def lines(page: str, columns: int = 40) -> list[str]:
    return list(terminal_lines(page, columns=columns, bold=lambda text: f"<{text}>"))


def test_a_heading_stands_out() -> None:
    assert lines("## Exit `codes`\n\ntext") == ["<Exit codes>", "", "text"]


def test_running_text_is_filled() -> None:
    assert lines("one two three\nfour five", 14) == ["one two three", "four five"]
    assert lines("one two\nthree four five", 14) == ["one two three", "four five"]


def test_an_item_is_set_in_from_its_second_line() -> None:
    assert lines("- one two three\n  four\n- five", 14) == ["- one two", "  three four", "- five"]


def test_code_keeps_its_lines() -> None:
    assert lines("```sh\nquizapp study | head\n\nx  y\n```\nend") == [
        "    quizapp study | head",
        "",
        "    x  y",
        "end",
    ]


def test_words_in_code_stay_on_one_line() -> None:
    assert lines("see the page `quizapp help cli` there", 20) == ["see the page", "quizapp help cli", "there"]


def test_marks_and_links_leave_their_text() -> None:
    assert lines("a **deck** in [the manual](decks.md)") == ["a <deck> in the manual"]


def test_a_table_is_aligned_and_its_last_column_filled() -> None:
    page = "| code | means |\n| --- | --- |\n| `10` | no such deck is there, or it was renamed |\n| 2 | b |"
    assert lines(page, 38) == [
        "code  means",
        "10    no such deck is there, or it was",
        "      renamed",
        "2     b",
    ]


def test_no_mark_is_left_of_any_page() -> None:
    for topic in manual.topics():
        text = "\n".join(line for line in lines(manual.read(topic), 80) if not line.startswith("    "))
        assert "**" not in text
        assert "](" not in text
