"""Gaps whose words still stand beside them."""

from __future__ import annotations

from rule_findings import found, pointed_at

RULE = "cloze-given-away"


def test_what_stands_elsewhere_is_found_as_whole_words() -> None:
    assert pointed_at(RULE, "- cloze: '{{Rome}} is old; rome was great.'\n") == ["Rome"]
    assert not found(RULE, "- cloze: '{{Rome}} is old; Romeo is young.'\n")


def test_another_gap_that_is_shown_gives_it_away_too() -> None:
    assert found(RULE, "- cloze: '{{New York}} is a city in the state of {{New York State}}.'\n")
    assert not found(RULE, "- cloze: '{{1:York}} is a city in {{1:York County}}.'\n")


def test_gaps_with_one_text_are_hidden_together() -> None:
    assert not found(RULE, "- cloze: '{{Rome}} is old; {{Rome}} was great.'\n")


def test_little_words_are_for_another_rule() -> None:
    assert not found(RULE, "- cloze: 'The EPP was founded {{in}} 1976 in Luxembourg.'\n")
