"""Characters that were read in the wrong encoding."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "garbled-text"


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [("MalÃ©", "Malé"), ("the Earthâ€™s", "the Earth’s"), ("WagnerÂ´s", "Wagner´s"), ("Ã¼ber", "über")],
)
def test_garbled_text_is_found_and_the_mend_says_what_it_was(garbled: str, meant: str) -> None:
    (problem,) = found(RULE, question("What?", garbled))
    assert problem.mend == f"Write {meant}."


def test_a_lost_character_is_found() -> None:
    assert found(RULE, question("What?", "Mal\ufffd"))


@pytest.mark.parametrize("text", ["Ã", "SÃO PAULO", "Âge", "Ñandú", "Ð and ð", "€5", "Malé", "北京", "5 €"])
def test_letters_that_are_meant_are_let_be(text: str) -> None:
    assert found(RULE, question("What?", text)) == []
