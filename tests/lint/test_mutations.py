"""The law of mutations: whatever became of a deck file, it is read and checked, and only problems come of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from mutations import mutated

from quizapp.deckfile.located import Located, LocatedDeck, Place, locate_deck
from quizapp.deckfile.parse import parse_deck
from quizapp.lint.engine import check_deck
from quizapp.lint.view import CollectionView
from quizapp.problem import Problem
from quizapp.store.deckfolder import load_decks
from quizapp.text import is_clean

FEW, ALL = 400, 60_000
SLICES = 20
WHOLE_FILE = {"empty-file", "empty-deck", "not-utf-8", "not-text", "too-many-problems"}
"""What is said of a file as a whole, on no line."""


def test_a_few_mutations_come_to_problems_alone(tmp_path: Path) -> None:
    _hold_to_the_law(range(FEW), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(SLICES))
def test_sixty_thousand_mutations_come_to_problems_alone(
    part: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _hold_to_the_law(range(part * ALL // SLICES, (part + 1) * ALL // SLICES), tmp_path)
    with capsys.disabled():
        print(f"\n{ALL // SLICES:,} mutations, {found['with problems']:,} with problems, of {len(found) - 1} rules")


def _hold_to_the_law(seeds: range, folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for seed in seeds:
        data = mutated(Random(seed))
        try:
            problems = _check(data)
            if seed % 10 == 0:
                _check_file(data, folder / "deck.yaml")
        except Exception as error:
            error.add_note(f"seed {seed}: {data!r}")
            raise
        found.update({problem.rule for problem in problems})
        found["with problems"] += bool(problems)
    return found


def _check(data: bytes) -> tuple[Problem, ...]:
    deck = locate_deck(data, "test.yaml")
    assert parse_deck(data, "test.yaml") == deck.parsed
    for problem in deck.parsed.problems:
        _check_problem(problem, deck)
    _check_places(deck)
    assert deck.parsed.notes or deck.parsed.problems
    problems = check_deck(CollectionView().add(deck))
    for problem in problems:
        _check_problem(problem, deck)
        for edit in problem.fix:
            assert 0 <= edit.start <= edit.end <= len(deck.source.text), problem
    assert {problem.rule for problem in problems} >= {
        problem.rule for problem in deck.parsed.problems if problem.level == "error"
    }
    return problems


def _check_problem(problem: Problem, deck: LocatedDeck) -> None:
    assert problem.message, problem
    assert problem.mend, problem
    assert is_clean(problem.message + problem.mend), problem
    if problem.line == 0:
        assert problem.rule in WHOLE_FILE, problem
        return
    _check_in_file(problem.line, problem.column, deck)
    if problem.end_line:
        _check_in_file(problem.end_line, problem.end_column, deck)
        assert (problem.line, problem.column) <= (problem.end_line, problem.end_column), problem


def _check_in_file(line: int, column: int, deck: LocatedDeck) -> None:
    """Hold a place to be a character of the file, or right behind the last of a line."""
    assert 1 <= line <= deck.source.lines
    assert 1 <= column <= len(deck.source.line_text(line)) + 1


def _check_places(deck: LocatedDeck) -> None:
    assert [note.note for note in deck.notes] == list(deck.parsed.notes)
    for entries in deck.head.values():
        _check_entries(entries, deck)
    behind = 0
    for note in sorted(deck.notes, key=lambda note: note.start):
        assert behind <= note.start < note.end, note.note
        behind = note.end
        _check_place(note.whole, deck)
        _check_entries(note, deck)


def _check_entries(entries: Located, deck: LocatedDeck) -> None:
    for name in entries.entries:
        key = entries.key(name)
        for place in (key, entries.value(name), *entries.items(name)):
            _check_place(place, deck)
        written = deck.source.text[key.start : key.end]
        assert name in written or "\\" in written or "\n" in written
        for item, scalar in enumerate(entries.texts(name)):
            _check_place(entries.scalar(scalar), deck)
            if item < len(entries.items(name)):
                _check_place(entries.part(name, 0, len(scalar.value), item), deck)


def _check_place(place: Place, deck: LocatedDeck) -> None:
    text = deck.source.text
    assert 0 <= place.start <= place.end <= len(text), place
    assert place.line == text.count("\n", 0, place.start) + 1
    assert place.column == place.start - text.rfind("\n", 0, place.start)
    assert place.end_line == text.count("\n", 0, place.end) + 1
    assert place.end_column == place.end - text.rfind("\n", 0, place.end)


def _check_file(data: bytes, path: Path) -> None:
    """Hold reading a file to leave it as it is."""
    path.write_bytes(data)
    before = path.stat()
    decks = load_decks([path], cache_folder=None)
    assert all(isinstance(problem, Problem) for problem in decks.problems)
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns
