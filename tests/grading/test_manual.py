"""What the manual says of numbers is so."""

from __future__ import annotations

import re
from importlib.resources import files

from quizapp.grading.quantity import read_number

PAGE = files("quizapp.help").joinpath("answering.md").read_text("utf-8")


def test_all_writings_in_a_row_of_the_table_are_one_number() -> None:
    table = PAGE.split("| written | is |")[1].split("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", row) for row in table.splitlines() if "`" in row]
    assert len(rows) == 6
    for row in rows[:-1]:
        assert len({read_number(text) and read_number(text).value for text in row}) == 1
    assert all(read_number(text) for text in rows[-1])
