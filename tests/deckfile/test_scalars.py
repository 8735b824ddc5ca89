"""Texts as YAML writes them: every reader reads the same text back."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from written_notes import lists_of_texts, texts

from quizapp.deckfile.scalars import is_ambiguous, write_item, write_list, write_text
from quizapp.deckfile.written import text_of


def value_of(written: str) -> yaml.Node:
    """Return the node under `key`, as a YAML 1.1 library makes it of a note's line."""
    space = "" if written.startswith("\n") else " "
    node = yaml.compose(f"notes:\n  - key:{space}{written}\n    next: x\n", yaml.SafeLoader)
    value: yaml.Node = node.value[0][1].value[0].value[0][1]
    return value


@given(texts)
def test_any_yaml_library_reads_a_text_back_as_text(text: str) -> None:
    for written in (write_text(text, "    "), write_text(text, "    ", quoted=True), write_item(text)):
        value = value_of(written)
        assert value.tag == "tag:yaml.org,2002:str"
        assert (value.value.rstrip("\n") if value.style == "|" else value.value) == text


@given(lists_of_texts(0, 12))
@example(("x" * 100, "y" * 100))
def test_any_yaml_library_reads_a_list_back_as_texts(items: tuple[str, ...]) -> None:
    value = value_of(write_list(items, "    "))
    assert [(item.tag, item.value) for item in value.value] == [("tag:yaml.org,2002:str", item) for item in items]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Parliament", "Parliament"),
        ("1,500", "1,500"),
        ("2 %", "2 %"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("C#", "C#"),
        ("it's", "it's"),
        ("say “so”", "say “so”"),
        ("in 1998: the vote", '"in 1998: the vote"'),
        ("the #1 reason", '"the #1 reason"'),
        ("It is {{so}}.", '"It is {{so}}."'),
        (r"{{std\::vector}}", r"'{{std\::vector}}'"),
        ("[x] done", '"[x] done"'),
        ('"Well", he said', "'\"Well\", he said'"),
        ("'Well', he said", "\"'Well', he said\""),
        (" a", '" a"'),
        ("a\n", r'"a\n"'),
        ("a\n\n  b", "|\n      a\n\n        b"),
        ("\x1b[0m", r'"\x1b[0m"'),
    ],
)
def test_a_text_is_plain_where_it_can_be_and_in_the_quotes_that_read_best(text: str, written: str) -> None:
    assert write_text(text, "    ") == written


@pytest.mark.parametrize(
    "text",
    [
        *("No", "yes", "ON", "y", "~", "Null", "true", "1:30", "12:30:45.5", "010", "0o17", "0x1F", "0b1", "1_000"),
        *("5", "+5", "-5", "1.10", ".5", "5.", "1e3", "1.5E-3", ".inf", "-.INF", ".nan", "2024-02-30", "2024-2-3"),
        *("2018-12-12 10:00", "2018-12-12T10:00:00Z", "=", "<<"),
    ],
)
def test_what_a_yaml_library_could_take_for_something_else_is_quoted(text: str) -> None:
    assert is_ambiguous(text)
    assert write_text(text, "    ") == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["November", "1,500", "5 km", "42 billion", "$5", "10%", "1998–2004", "1:30 h", "yes, so"]
)
def test_what_every_library_takes_for_text_is_not(text: str) -> None:
    assert not is_ambiguous(text)


def test_a_list_stands_on_one_line_while_it_is_short() -> None:
    assert write_list(["a", "b, c", "No"], "    ") == '[a, "b, c", "No"]'
    assert write_list(["a" * 90, "b" * 90], "    ") == f"\n      - {'a' * 90}\n      - {'b' * 90}"


def test_only_the_line_ends_that_close_a_block_are_left_off() -> None:
    assert text_of(yaml.ScalarEvent(None, None, (True, True), "a\n", style="|")) == "a"
    assert text_of(yaml.ScalarEvent(None, None, (True, True), "a\n", style='"')) == "a\n"
