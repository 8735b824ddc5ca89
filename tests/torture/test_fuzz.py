"""Random inputs to everything that reads what others wrote: what is not documented is not raised, and nothing hangs."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from fuzz import Hang, feed, in_time, inputs, run
from fuzz_targets import TARGETS
from ledger import record

FEW = {"deck": 40, "search": 200, "number": 150, "log": 80, "import": 2, "config": 60, "markdown": 150, "html": 300}
MINUTES = 10

BROKE_IT = [
    ("html", b"<p>One <![if x]> two"),
    ("html", b"<![" * 40),
    ("html", b"<p\n" * 60),
    ("html", b"<!-- >" * 60),
    ("markdown", "a \ue00099\ue001".encode()),
    ("markdown", f"\ue000{'9' * 5000}\ue001".encode()),
    ("markdown", b"`" * 400 + b"a"),
    ("markdown", b"*a " * 200),
    ("deck", b"deck: a\nchecks:\n  a-check: {}\nnotes:\n  - question: a\n    answer: b\n"),
    ("deck", b"deck: a\nnotes: [{question: a, answer: b " + b"#" * 400),
    ("config", f"x = {'9' * 5000}".encode()),
    ("config", b"x = " + b"[" * 3000),
]
"""Inputs that broke a reader once."""


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_random_inputs_break_nothing(name: str) -> None:
    for data in islice(inputs(name, Random(1)), FEW[name]):
        feed(name, data)


@pytest.mark.parametrize(
    ("name", "data"), BROKE_IT, ids=[f"{name} {number}" for number, (name, _) in enumerate(BROKE_IT)]
)
def test_what_broke_a_reader_once_is_read(name: str, data: bytes) -> None:
    feed(name, data)


@pytest.mark.parametrize("name", TARGETS)
def test_right_inputs_and_none_at_all_are_read(name: str) -> None:
    for data in (b"", *TARGETS[name].seeds[:3]):
        feed(name, data)


def test_what_takes_too_long_is_stopped() -> None:
    def hang() -> None:
        with in_time(0.05):
            while True:
                pass

    with pytest.raises(Hang):
        hang()


@pytest.mark.slow
def test_decks() -> None:
    record("fuzz_decks", tried=run("deck", MINUTES), broke_it=0)


@pytest.mark.slow
def test_search() -> None:
    record("fuzz_search", tried=run("search", MINUTES), broke_it=0)


@pytest.mark.slow
def test_numbers() -> None:
    record("fuzz_numbers", tried=run("number", MINUTES), broke_it=0)


@pytest.mark.slow
def test_log() -> None:
    """The reader for so long, and the import into a database for a fifth of it."""
    imports = run("import", MINUTES / 5, engine="mutations")
    record("fuzz_log", tried=run("log", MINUTES), imports=imports, broke_it=0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["config", "markdown", "html"])
def test_others(name: str) -> None:
    run(name, MINUTES / 5)
