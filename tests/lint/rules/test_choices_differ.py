"""Right options that stand out by their form."""

from __future__ import annotations

import pytest
from rule_findings import found

RULE = "choices-differ"


def choice(right: str, *wrong: str, asked: str = "Which one is it?") -> str:
    return f"- question: {asked}\n  answer: {right}\n  choices: [{', '.join(wrong)}]\n"


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (choice("a long explanation of everything that is true", "short", "brief"), "much longer"),
        (choice("1947", "never", "long ago"), "only figure"),
        (choice("None", "'1'", "'2'"), "no figure"),
        (choice("Kohl", "no one", "somebody"), "capital"),
        (choice("nobody", "Kohl", "Merkel"), "small letter"),
        (choice("It was too large.", "It was late", "It was small"), "full stop"),
        (choice("omnivore", "carnivore", "herbivore", asked="It is called an"), "goes with “an”"),
    ],
)
def test_what_can_be_told_by_its_form_is_found(note: str, why: str) -> None:
    (problem,) = found(RULE, note)
    assert why in problem.message


@pytest.mark.parametrize(
    "note",
    [
        choice("John H. Glenn Jr.", "Reubin Askew", "Alan Cranston"),
        choice("Virginia Military Institute", "West Point", "Sandhurst"),
        choice("1947", "1948", "in 1950"),
        choice("a bird", "an ant", "a bee", asked="What is a"),
        choice("a long explanation of everything that is true", "short"),
        choice("All of these", "short", "1"),
        choice("猫", "dog", "cow"),
    ],
)
def test_names_and_options_of_one_sort_are_let_be(note: str) -> None:
    assert found(RULE, note) == []


def test_several_right_options_hide_each_other() -> None:
    assert not found(RULE, "- question: Which?\n  answer: ['1947', '1948']\n  choices: [never, long ago]\n")
