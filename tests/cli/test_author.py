"""`quizapp author`: what it refuses, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.authoring.article import MAX_BYTES
from quizapp.cli.commands.author import _studio_file
from quizapp.cli.context import Cli
from quizapp.cli.main import run

DECK = "deck: savings\ntitle: Savings\nnotes:\n  - {id: a, question: A?, answer: B}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "savings.yaml").write_text(DECK, encoding="utf-8")
    return tmp_path


def author(folder: Path, deck: str, *more: str) -> int:
    return run(["author", deck, *more], Cli())


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("none.txt", None, "It is not there."),
        ("folder", None, "It is a folder."),
        ("empty.txt", b"", "There is no paragraph in it."),
        ("latin.txt", "Käse ist gut.".encode("latin-1"), "It is no text in UTF-8."),
        ("picture.png", b"\x89PNG\r\n\x00\x00", "It is no text in UTF-8."),
        ("large.txt", b"word " * (MAX_BYTES // 5 + 1), "an article at most 2"),
    ],
)
def test_an_article_that_is_none_is_refused_before_a_screen_opens(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, why: str
) -> None:
    (folder / "folder").mkdir()
    if data is not None:
        (folder / name).write_bytes(data)
    assert author(folder, str(folder / "savings.yaml"), "--article", str(folder / name)) == 31
    assert why in capsys.readouterr().err


def test_without_a_terminal_it_says_what_to_use_instead(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert author(folder, str(folder / "savings.yaml")) == 2
    assert "quizapp add DECK" in capsys.readouterr().err
    assert (folder / "savings.yaml").read_text(encoding="utf-8") == DECK


def test_a_deck_that_is_not_there_is_refused_and_a_path_is_a_new_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert author(folder, "savingz") == 10
    assert "savingz" in capsys.readouterr().err
    assert author(folder, str(folder / "new" / "deck.yaml")) == 2
    assert not (folder / "new").exists()


def test_a_deck_is_named_by_its_id_and_a_shipped_one_is_copied(folder: Path) -> None:
    cli = Cli()
    cli.deck_paths = (folder,)
    assert _studio_file(cli, "savings", None).target == folder / "savings.yaml"
    file = _studio_file(Cli(), "china-fund-market", None)
    assert file.target == folder / "data" / "quizapp" / "decks" / "china-fund-market.yaml"
    disk = file.open()
    assert file.save(disk.deck.source.text.replace("title: China’s savings pot", "title: Savings"))
    assert "title: Savings\n" in file.target.read_text(encoding="utf-8")


def test_the_article_is_remembered_for_its_deck(folder: Path) -> None:
    article = folder / "savings.txt"
    article.write_text("Savings\n\nOne paragraph, no more.", encoding="utf-8")
    name = str(folder / "savings.yaml")
    assert _studio_file(Cli(), name, article).open().article is not None
    remembered = _studio_file(Cli(), name, None).open().article
    assert remembered is not None
    assert remembered.title == "Savings"
    article.unlink()
    assert _studio_file(Cli(), name, None).open().article is None
