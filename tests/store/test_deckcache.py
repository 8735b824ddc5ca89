from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from deck_texts import deck_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.model import Deck
from quizapp.store import deckcache
from quizapp.store.deckfolder import DeckSet, load_decks

LONG_AGO = 1_000_000_000
ONE, TWO = deck_text("id: q\nquestion: Q\nanswer: one"), deck_text("id: q\nquestion: Q\nanswer: two")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "decks" / "test.yaml"
    path.parent.mkdir()
    write(path, ONE)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def write(path: Path, text: str, at: int = LONG_AGO) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))


def load(deck: Path, cache: Path | None) -> DeckSet:
    return load_decks([deck.parent], cache_folder=cache)


def entries(cache: Path) -> list[Path]:
    return sorted((cache / "decks").iterdir())


def answers(found: DeckSet) -> list[str]:
    return [card.answer for deck in found.decks for card in deck.cards]


def test_an_unchanged_file_is_not_even_opened(deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(deck, cache)
    opened: list[str] = []

    def noted(path: object, *args: object, **kwargs: object) -> object:
        opened.append(str(path))
        return open(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(deckcache, "open", noted, raising=False)
    again = load(deck, cache)
    assert first.read_paths == {str(deck)}
    assert again.read_paths == frozenset()
    assert (again.decks, again.problems) == (first.decks, first.problems)
    assert str(deck) not in opened


def test_an_unchanged_start_imports_no_yaml(deck: Path, cache: Path) -> None:
    load(deck, cache)
    script = (
        "import sys; from pathlib import Path; from quizapp.store.deckfolder import load_decks;"
        f"found = load_decks([Path({str(deck.parent)!r})], cache_folder=Path({str(cache)!r}));"
        "print(len(found.decks), 'yaml' in sys.modules, 'tempfile' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False", "False"]


def test_a_touched_file_is_read_and_not_parsed_and_its_entry_renewed(deck: Path, cache: Path) -> None:
    load(deck, cache)
    os.utime(deck, (LONG_AGO + 5, LONG_AGO + 5))
    before = entries(cache)[0].read_bytes()
    assert load(deck, cache).read_paths == frozenset()
    after = entries(cache)[0].read_bytes()
    assert before != after
    assert before.splitlines()[1] == after.splitlines()[1]


def test_a_changed_file_is_parsed(deck: Path, cache: Path) -> None:
    load(deck, cache)
    write(deck, TWO, LONG_AGO + 5)
    found = load(deck, cache)
    assert (answers(found), found.read_paths) == (["two"], {str(deck)})


def test_a_file_as_young_as_its_entry_is_compared_by_its_content(deck: Path, cache: Path) -> None:
    load(deck, cache)
    written = entries(cache)[0].stat().st_mtime_ns
    os.utime(deck, ns=(written, written))
    load(deck, cache)
    deck.write_text(TWO, encoding="utf-8")
    os.utime(deck, ns=(written, written))
    os.utime(entries(cache)[0], ns=(written, written))
    assert answers(load(deck, cache)) == ["two"]


def test_a_file_with_problems_keeps_them(deck: Path, cache: Path) -> None:
    write(deck, "deck: [\n")
    first, again = load(deck, cache), load(deck, cache)
    assert again.read_paths == frozenset()
    assert first.problems == again.problems != ()


def test_entries_are_for_their_owner_only(deck: Path, cache: Path) -> None:
    load(deck, cache)
    assert cache.stat().st_mode & 0o777 == 0o700
    assert (cache / "decks").stat().st_mode & 0o777 == 0o700
    assert entries(cache)[0].stat().st_mode & 0o777 == 0o600


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_entry_counts_as_none(deck: Path, cache: Path, data: st.DataObject) -> None:
    found = load(deck, cache)
    (entry,) = entries(cache)
    whole = bytearray(entry.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        del whole[at:]
    else:
        whole[at] ^= data.draw(st.integers(1, 255))
    entry.write_bytes(whole)
    again = load(deck, cache)
    assert (again.decks, again.problems) == (found.decks, found.problems)


@pytest.mark.parametrize(
    "content", [b"", b"[]\n{}", b"{}\n", b"[" * 100_000, b"\xff\n", b'{"format":1}\n', b"null\nnull"]
)
def test_a_foreign_entry_counts_as_none(deck: Path, cache: Path, content: bytes) -> None:
    load(deck, cache)
    entries(cache)[0].write_bytes(content)
    assert load(deck, cache).read_paths == {str(deck)}
    assert load(deck, cache).read_paths == frozenset()


def test_an_entry_of_another_version_counts_as_none(deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deckcache, "FORMAT", "2 0.0.0")
    load(deck, cache)
    monkeypatch.undo()
    assert load(deck, cache).read_paths == {str(deck)}


def test_a_cache_that_cannot_be_written_is_done_without(deck: Path, tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("in the way")
    assert answers(load(deck, no_folder)) == ["one"]


def test_without_a_cache_every_start_parses(deck: Path) -> None:
    assert [len(load(deck, None).read_paths) for _ in range(2)] == [1, 1]


def test_nothing_half_written_stays_behind(deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    assert answers(load(deck, cache)) == ["one"]
    assert entries(cache) == []


def test_entries_long_unused_are_dropped(deck: Path, cache: Path) -> None:
    load(deck, cache)
    old = cache / "decks" / "old.json"
    old.write_bytes(b"")
    os.utime(old, (LONG_AGO, LONG_AGO))
    write(deck, TWO, LONG_AGO + 5)
    load(deck, cache)
    assert old not in entries(cache)


def test_an_entry_serves_whatever_the_file_is_called_by(
    deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(deck, ONE + "  - question: Q2\n")
    load(deck, cache)
    monkeypatch.chdir(deck.parent)
    found = load_decks([Path("test.yaml")], cache_folder=cache)
    assert found.read_paths == frozenset()
    assert [problem.path for problem in found.problems] == ["test.yaml"]
    assert found.decks[0].path == "test.yaml"


def test_two_programs_may_write_at_once(deck: Path, cache: Path) -> None:
    for number in range(20):
        write(deck.parent / f"d{number}.yaml", ONE.replace("deck: test", f"deck: d{number}"))
    script = (
        "from pathlib import Path; from quizapp.store.deckfolder import load_decks;"
        f"print(len(load_decks([Path({str(deck.parent)!r})], cache_folder=Path({str(cache)!r})).decks))"
    )
    running = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in running] == ["21", "21"]
    assert load(deck, cache).read_paths == frozenset()
    assert len(entries(cache)) == 21


later = count(LONG_AGO)  # as a clock would: without it, two texts of one length could look the same
notes = st.lists(st.text("abc", min_size=1, max_size=4), max_size=5, unique=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(notes, min_size=1, max_size=4))
def test_the_cache_never_differs_from_a_fresh_reading(deck: Path, cache: Path, versions: list[list[str]]) -> None:
    for words in versions:
        write(deck, deck_text(*(f"question: {word}\nanswer: {word}" for word in words)), next(later))
        fresh = load(deck, None)
        for _ in range(2):
            found = load(deck, cache)
            assert (found.decks, found.problems) == (fresh.decks, fresh.problems)
            assert all(isinstance(found_deck, Deck) for found_deck in found.decks)
