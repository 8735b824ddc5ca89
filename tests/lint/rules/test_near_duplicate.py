"""Notes that ask nearly the same."""

from __future__ import annotations

import pytest

from tests.support.checked import found, lines, note

RULE = "near-duplicate"


def pair(one: str, two: str, answer: str = "The same", other: str = "") -> str:
    return note(one, answer, id="a") + note(two, other or answer, id="b")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Who was the 16th president of the United States?", "Who, of the United States, was the 16th president?"),
        ("Which base in Colorado had Hikvision cameras?", "In Colorado, what base had Hikvision cameras?"),
        (
            "In which country were the Anzacs trained before Gallipoli?",
            "In which country did the Anzacs train before Gallipoli?",
        ),
        (
            "Wer leitete die Fraktion der Europäischen Volkspartei?",
            "Wer leitete die Fraktion der Europäischen Volkspartei 2019?",
        ),
        ("中国の首都である都市は何という名前ですか", "今の中国の首都である都市は何という名前ですか"),
    ],
)
def test_other_words_for_one_question_are_found(one: str, two: str) -> None:
    assert lines(RULE, pair(one, two)) == [5]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Who wrote Hamlet?", "Who wrote Macbeth?"),
        ("Who wrote the first part of Henry IV?", "Who wrote the first part of Henry VI?"),
        ("How many seats did the EPP win in 2014?", "How many seats did the EPP win in 2019?"),
        ("Which currency is used in Slovakia?", "Which currency is used in Slovenia?"),
        ("中国の首都は何ですか", "日本の首都は何ですか"),
    ],
)
def test_questions_of_one_template_are_not(one: str, two: str) -> None:
    assert found(RULE, pair(one, two)) == []


def test_a_template_whose_names_hold_each_other_is_seen_to_be_one() -> None:
    places = (
        "Guinea",
        "Equatorial Guinea",
        "Papua New Guinea",
        "Niger",
        "Nigeria",
        "the Congo",
        "the Republic of Congo",
    )
    asked = [f"On which continent does {place} lie?" for place in places]
    asked += [f"Which language is spoken in {place} by most people?" for place in places]
    assert found(RULE, "".join(note(question, id=f"n{at}") for at, question in enumerate(asked))) == []


def test_another_answer_makes_another_question() -> None:
    one, two = "Which is the largest state of the United States?", "Which is the smallest state of the United States?"
    assert found(RULE, pair(one, two, "Alaska", "Rhode Island")) == []


def test_the_same_question_is_for_another_rule() -> None:
    assert found(RULE, pair("Who was the 16th president?", "who was the 16th president")) == []


def test_percent_says_how_much_has_to_be_held() -> None:
    snippet = pair(
        "What base in Colorado had cameras from Hikvision?", "Who in Colorado used the cameras of Hikvision?"
    )
    assert len(found(RULE, snippet, percent=50)) == 1
    assert found(RULE, snippet, percent=90) == []


def test_a_deck_and_its_copy_are_not_compared_and_two_decks_are() -> None:
    one = note("Who was the 16th president of the United States?", "Lincoln")
    two = note("Who, of the United States, was the 16th president?", "Lincoln")
    assert found(RULE, f"deck: a\nnotes:\n{one}", f"deck: a\nnotes:\n{two}") == []
    (problem,) = found(RULE, f"deck: a\nnotes:\n{one}", f"deck: b\nnotes:\n{two}")
    assert problem.path == "2.yaml"
    assert "line 3 of 1.yaml" in problem.message
