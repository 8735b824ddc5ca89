"""Curly quotation marks in place of YAML's."""

from __future__ import annotations

from tests.support.checked import found, note, pointed_at

RULE = "curly-quotes"


def test_a_note_all_of_whose_texts_stand_in_curly_marks_is_found() -> None:
    assert pointed_at(RULE, note("“What is it?”", "“A scheme”")) == ["“What is it?”", "“A scheme”"]
    assert len(found(RULE, note("„Was ist das?“", "„Ein Plan“", accept="[“Plan”]"))) == 3


def test_a_quotation_is_read_as_one() -> None:
    assert found(RULE, note("“I came, I saw, I conquered”", "Caesar")) == []
    assert found(RULE, note("Which words of Caesar’s are famous?", "“I came, I saw, I conquered”")) == []
    assert found(RULE, note("“Veni” and “vidi”", "“vici” and “ibi”", explain="What he wrote.")) == []


def test_marks_inside_yaml_quotes_are_meant_to_be_seen() -> None:
    assert found(RULE, note('"“What is it?”"', '"“A scheme”"')) == []
