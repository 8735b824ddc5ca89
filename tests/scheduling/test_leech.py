from __future__ import annotations

import pytest

from quizapp.scheduling.leech import is_leech, leech_advice


@pytest.mark.parametrize(("lapses", "leech"), [(0, False), (7, False), (8, True), (30, True)])
def test_a_card_is_a_leech_from_its_eighth_lapse_on(lapses: int, leech: bool) -> None:
    assert is_leech(lapses) is leech


def test_the_number_of_lapses_can_be_set() -> None:
    assert is_leech(3, threshold=3)
    assert not is_leech(8, threshold=9)


def test_a_leech_comes_with_what_helps() -> None:
    assert leech_advice(8) == "A leech, with 8 lapses: reword it, split it, add a hint, or suspend it."
