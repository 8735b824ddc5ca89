"""Cards whose progress goes nowhere."""

from __future__ import annotations

from tests.support.checked import found, known_cards, note

RULE = "progress-lost"


def test_a_card_that_is_gone_is_named() -> None:
    (problem,) = found(RULE, note("What is left?"), known=known_cards(note("What is QDII?", "A scheme", id="qdii")))
    assert "example/qdii" in problem.message
    assert "“What is QDII?”" in problem.message


def test_another_gap_is_another_card() -> None:
    before, after = '- id: a\n  cloze: "The EPP won {{182}}."\n', '- id: a\n  cloze: "The {{EPP}} won 182."\n'
    assert len(found(RULE, after, known=known_cards(before))) == 1


def test_what_is_carried_or_could_not_be_read_is_not_lost() -> None:
    known = known_cards(note("What is QDII?", id="a"))
    assert found(RULE, note("What is QDII?", id="b"), known=known) == []
    assert found(RULE, note("Other?") + "- question: *alias\n  answer: b\n", known=known) == []
    assert found(RULE, note("Other?")) == []
