from __future__ import annotations

import os
import socket
import stat
import sys
from pathlib import Path

import pytest
from deck_texts import deck_text

from quizapp.errors import DeckFolderMissing
from quizapp.problem import Problem
from quizapp.store import deckpaths
from quizapp.store.deckfolder import DeckSet, load_decks
from quizapp.store.deckpaths import MAX_BYTES, shown

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and permissions of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "decks"
    path.mkdir()
    put(path / "sound.yaml", "sound")
    return path


def put(path: Path, deck_id: str, answer: str = "A") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(deck_text(f"question: Q\nanswer: {answer}", head=f"deck: {deck_id}\n"), encoding="utf-8")
    return path


def load(*paths: Path, shipped: tuple[Path, ...] = ()) -> DeckSet:
    return load_decks(paths, shipped=shipped, cache_folder=None)


def ids(found: DeckSet) -> list[str]:
    return [deck.deck_id for deck in found.decks]


def rules(found: DeckSet) -> list[str]:
    assert all(problem.mend for problem in found.problems)
    return [problem.rule for problem in found.problems]


def test_decks_are_found_in_folders_below_in_the_order_of_their_names(folder: Path) -> None:
    put(folder / "b" / "two.yml", "two")
    put(folder / "a" / "deep" / "one.yaml", "one")
    put(folder / "z.yaml", "last")
    (folder / "notes.txt").write_text("not a deck")
    assert ids(load(folder)) == ["one", "two", "sound", "last"]


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    put(folder / ".hidden.yaml", "hidden")
    put(folder / ".git" / "config.yaml", "config")
    assert ids(load(folder)) == ["sound"]


def test_a_path_may_be_a_file_of_any_name(folder: Path, tmp_path: Path) -> None:
    assert ids(load(folder / "sound.yaml", put(tmp_path / "deck.txt", "text"))) == ["sound", "text"]


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    found = load(folder, folder / "sound.yaml", folder)
    assert (ids(found), rules(found)) == (["sound"], [])


def test_a_folder_that_was_named_must_be_there(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DeckFolderMissing, match="nowhere"):
        load(folder, tmp_path / "nowhere")


def test_a_default_folder_may_be_absent(tmp_path: Path) -> None:
    assert load_decks([tmp_path / "nowhere"], cache_folder=None, must_exist=False) == DeckSet((), (), frozenset())


def test_an_empty_folder_has_no_decks_and_no_problems(tmp_path: Path) -> None:
    assert load(tmp_path) == DeckSet((), (), frozenset())


def test_of_two_decks_with_one_id_the_first_is_kept_and_both_are_named(folder: Path) -> None:
    put(folder / "twin.yaml", "sound", "another")
    found = load(folder)
    (problem,) = found.problems
    assert [card.answer for deck in found.decks for card in deck.cards] == ["A"]
    assert problem.rule == "duplicate-deck-id"
    assert problem.path.endswith("twin.yaml")
    assert "sound.yaml" in problem.message


def test_a_learners_deck_takes_the_place_of_the_shipped_one(folder: Path, tmp_path: Path) -> None:
    put(tmp_path / "shipped" / "a.yaml", "sound", "shipped")
    put(tmp_path / "shipped" / "b.yaml", "other", "shipped")
    found = load(folder, shipped=(tmp_path / "shipped",))
    assert [(deck.deck_id, deck.cards[0].answer) for deck in found.decks] == [
        ("sound", "A"),
        ("other", "shipped"),
    ]
    assert rules(found) == []


@pytest.mark.parametrize(
    ("content", "rule"), [(b"", "empty-file"), (b"\xff\xfe\x00", "not-utf-8"), (b"- x\n", "not-a-deck")]
)
def test_a_file_that_is_no_deck_hides_no_other(folder: Path, content: bytes, rule: str) -> None:
    (folder / "bad.yaml").write_bytes(content)
    found = load(folder)
    assert (ids(found), rules(found)) == (["sound"], [rule])


@needs_posix
def test_a_file_of_three_gigabytes_is_not_read(folder: Path) -> None:
    with open(folder / "huge.yaml", "wb") as file:
        file.truncate(3 * 1024**3)
    found = load(folder)
    (problem,) = found.problems
    assert (ids(found), problem.rule) == (["sound"], "file-too-large")
    assert "3,072 MiB" in problem.message
    assert found.read_paths == {str(folder / "sound.yaml")}


@needs_posix
def test_a_file_that_grows_is_read_up_to_the_most_a_deck_may_hold(folder: Path) -> None:
    with open(folder / "large.yaml", "wb") as file:
        file.truncate(MAX_BYTES)
    found = load(folder)
    assert (ids(found), rules(found)) == (["sound"], ["not-utf-8"])


@needs_posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    put(folder / "secret.yaml", "secret").chmod(0)
    put(folder / "closed" / "a.yaml", "closed").parent.chmod(0)
    found = load(folder)
    (folder / "closed").chmod(0o700)
    assert (ids(found), rules(found)) == (["sound"], ["unreadable", "unreadable"])


def test_what_cannot_be_opened_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder / "secret.yaml", "secret")

    def refuse(self: object, path: Path, *_: object) -> None:
        raise (PermissionError(13, "Permission denied") if path.name == "secret.yaml" else OSError(5, "I/O error"))

    monkeypatch.setattr("quizapp.store.deckcache.DeckCache.read", refuse)
    found = load(folder)
    assert rules(found) == ["unreadable", "unreadable"]
    assert "Permission denied" in found.problems[0].message


@needs_posix
def test_a_pipe_is_told_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert rules(load(folder)) == ["not-a-file"]
    assert rules(load(Path("/dev/null"))) == ["not-a-file"]


@needs_posix
def test_a_broken_link_is_told(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "other").symlink_to(folder / "nowhere")
    found = load(folder)
    assert (ids(found), rules(found)) == (["sound"], ["broken-link"])


@needs_posix
def test_links_in_a_circle_are_followed_once(folder: Path) -> None:
    (folder / "self.yaml").symlink_to(folder / "self.yaml")
    (folder / "up").symlink_to(folder)
    (folder / "again.yaml").symlink_to(folder / "sound.yaml")
    found = load(folder)
    assert (ids(found), rules(found)) == (["sound"], ["unreadable"])


def test_a_folder_with_the_name_of_a_deck_is_told_and_searched(folder: Path) -> None:
    put(folder / "deck.yaml" / "inside.yaml", "inside")
    found = load(folder)
    assert (ids(found), rules(found)) == (["inside", "sound"], ["folder-named-as-deck"])


@needs_posix
def test_folders_nested_beyond_the_longest_path_end_in_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for _ in range(30):
        Path("f" * 200).mkdir()
        os.chdir("f" * 200)
    assert ids(load(folder)) == ["sound"]


@needs_posix
def test_a_file_name_that_is_not_utf_8_or_acts_on_the_terminal_is_shown_safely(folder: Path) -> None:
    for name in (b"caf\xe9.yaml", b"a\x1b]0;x\x07.yaml"):
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"deck: [\n")
        except OSError:
            pytest.skip("this file system takes no such names")
    found = load(folder)
    assert len(found.problems) == 2
    for problem in found.problems:
        str(problem).encode()
        assert "\x1b" not in str(problem)


def test_a_path_is_shown_as_it_is_when_it_can_be() -> None:
    assert shown(Path("decks/日本.yaml")) == str(Path("decks/日本.yaml"))


@needs_posix
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "link to a device", "link to itself"])
def test_what_is_no_file_is_told_and_not_read(folder: Path, kind: str) -> None:
    path = folder / "odd.yaml"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "socket":
            here = os.getcwd()
            os.chdir(folder)  # a socket's path has to be short
            try:
                with socket.socket(socket.AF_UNIX) as bound:
                    bound.bind(path.name)
            finally:
                os.chdir(here)
        case "device":
            if os.geteuid():
                pytest.skip("only root makes devices")
            try:
                os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
            except OSError:
                pytest.skip("no devices can be made here")
        case "link to a device":
            path.symlink_to("/dev/zero")
        case _:
            path.symlink_to(path)
    found = load_decks([folder], cache_folder=None)
    (rule,) = [problem.rule for problem in found.problems if problem.path == shown(path)]
    assert rule in ("not-a-file", "unreadable")


@needs_posix
@pytest.mark.parametrize("swap", ["pipe", "device", "gone"])
def test_a_file_that_another_takes_the_place_of_meanwhile_is_not_read(
    folder: Path, swap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at it and its opening: a pipe would be waited for, a device read for ever."""
    path = folder / "swapped.yaml"
    path.write_text("deck: swapped\n", encoding="utf-8")
    before = deckpaths.refusal

    def look(looked_at: Path, status: os.stat_result) -> Problem | None:
        refused = before(looked_at, status)
        if looked_at == path:
            path.unlink()
            if swap == "pipe":
                os.mkfifo(path)
            elif swap == "device":
                path.symlink_to("/dev/zero")
        return refused

    monkeypatch.setattr("quizapp.store.deckfolder.refusal", look)
    found = load_decks([folder], cache_folder=None)
    assert "unreadable" in {problem.rule for problem in found.problems if problem.path == shown(path)}
