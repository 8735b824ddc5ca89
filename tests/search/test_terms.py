"""What each prefix takes, and what it says to what it does not take."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from quizapp.model import Kind, Rating
from quizapp.search.expression import (
    AnyOf,
    Called,
    Expression,
    Is,
    Name,
    OfKind,
    Property,
    Rated,
    State,
    Text,
    Within,
)
from quizapp.search.parse import parse
from quizapp.search.problem import SearchProblem


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("Mérida", Text("merida")),
        ('"Savings  POT"', Text("savings pot")),
        ("deck:China", Called(Name.DECK, "china")),
        ('tag:"Big Cities"', Called(Name.TAG, "big cities")),
        ("note:qdii", Called(Name.NOTE, "qdii")),
        ("card:eu/mérida#reverse", Called(Name.CARD, "eu/merida#reverse")),
        ("kind:Cloze", OfKind(Kind.CLOZE)),
        ("rated:7", Rated(7)),
        ("rated:36500:4", Rated(36_500, Rating.EASY)),
        ("prop:stability<30", Within(Property.STABILITY, -inf, 30.0)),
        ("prop:lapses<=3", Within(Property.LAPSES, -inf, nextafter(3.0, inf))),
        ("prop:reps>3", Within(Property.REPS, nextafter(3.0, inf), inf)),
        ("prop:due>=-3", Within(Property.DUE, -3.0, inf)),
        ("prop:interval=30", Within(Property.INTERVAL, 29.5, 30.5)),
        ("prop:difficulty=5.10", Within(Property.DIFFICULTY, 5.095, 5.1049999999999995)),
        (
            "prop:interval!=30",
            AnyOf((Within(Property.INTERVAL, -inf, 29.5), Within(Property.INTERVAL, 30.5, inf))),
        ),
        ("prop:retrievability<0.9", Within(Property.RETRIEVABILITY, -inf, 0.9)),
        ("prop:Recall<90%", Within(Property.RETRIEVABILITY, -inf, 0.9)),
        ("prop:recall=90%", Within(Property.RETRIEVABILITY, 0.895, 0.905)),
    ],
)
def test_terms_and_their_meaning(query: str, expression: Expression) -> None:
    assert parse(query) == expression


@pytest.mark.parametrize("state", State)
def test_every_state_can_be_asked_for(state: State) -> None:
    assert parse(f"is:{state}") == Is(state)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_asked_for(kind: Kind) -> None:
    assert parse(f"kind:{kind}") == OfKind(kind)


@pytest.mark.parametrize(
    ("query", "says", "mend"),
    [
        (
            "is:sleepy",
            "is:sleepy is not known.",
            "Try is:due, is:new, is:learning, is:review, is:leech, is:suspended, is:buried, is:orphan.",
        ),
        ("is:lerning", "is:lerning is not known.", "Try is:learning."),
        ("is:", "is: needs a value right after it.", "Try is:due, is:new,"),
        ('tag:""', "tag: needs a value right after it.", "Try tag:people."),
        ("kind:basic", "kind:basic is not known.", "Try kind:question, kind:cloze"),
        ("decks:eu", "decks: is not known.", 'Try deck:, or quote the text: "decks:eu"'),
        ("https://example.org", "https: is not known.", 'quote the text: "https://example.org"'),
        ("rated:0", 'rated: takes a number of days from 1 to 36,500, not "0".', "rated:1 is today"),
        ("rated:36501", 'rated: takes a number of days from 1 to 36,500, not "36501".', "rated:1 is today"),
        ("rated:soon", 'rated: takes a number of days from 1 to 36,500, not "soon".', "rated:1 is today"),
        ("rated:٧", 'rated: takes a number of days from 1 to 36,500, not "٧".', "rated:1 is today"),
        ("rated:7:", 'There is no rating "".', "Write 1 (Again), 2 (Hard), 3 (Good), 4 (Easy): rated:7:1"),
        ("rated:7:5", 'There is no rating "5".', "Write 1 (Again), 2 (Hard), 3 (Good), 4 (Easy): rated:7:1"),
        ("prop:stability", "prop:stability lacks a comparison.", "Write one of < <= = >= > != and a number"),
        ("prop:stabilty>3", "prop:stabilty is not known.", "Try prop:stability."),
        ("prop:>3", "prop: is not known.", "Try prop:stability, prop:difficulty,"),
        ("prop:reps>many", '"many" is not a number.', "Write digits: prop:reps>3 or prop:reps>3.5"),
        ("prop:reps>", '"" is not a number.', "Write digits: prop:reps>3 or prop:reps>3.5"),
        ("prop:reps>nan", '"nan" is not a number.', "Write digits"),
        ("prop:reps>1e9", '"1e9" is not a number.', "Write digits"),
        ("prop:reps=>1", '">1" is not a number.', "Write digits"),
        ("prop:reps>3%", "Reps is not a share.", "Leave the % out."),
        ("prop:recall<90", "Retrievability goes from 0 to 1.", "or as a share prop:retrievability<90%"),
        ("prop:recall>-1%", "Retrievability goes from 0 to 1.", "Write prop:retrievability<0.9"),
        ('"\u0301"', "There is nothing to look for here.", "Write a word, or leave this out."),
    ],
)
def test_what_is_not_known_is_said_with_what_to_write_instead(query: str, says: str, mend: str) -> None:
    with pytest.raises(SearchProblem) as problem:
        parse(query)
    assert problem.value.message == says
    assert mend in problem.value.mend
    assert (problem.value.start, problem.value.end) == (0, len(query))


def test_a_problem_repeats_only_the_beginning_of_what_was_typed() -> None:
    with pytest.raises(SearchProblem) as problem:
        parse("is:" + "x" * 900)
    assert len(problem.value.message) < 70
