"""The command that opens the learner's editor at a line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizapp.cli.text_editor import editor_command, open_in_editor
from quizapp.errors import UsageError

FILE = Path("/decks/a deck.yaml")


def nothing(name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", ["vi", "+7", str(FILE)]),
        ("/usr/bin/nvim -u NONE", ["/usr/bin/nvim", "-u", "NONE", "+7", str(FILE)]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", str(FILE)]),
        ("micro", ["micro", "+7", str(FILE)]),
        ("hx", ["hx", f"{FILE}:7"]),
        ("code", ["code", "--wait", "--goto", f"{FILE}:7"]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:7"]),
        ("subl -w", ["subl", "-w", f"{FILE}:7"]),
        ("'/opt/My Editor/Code.exe'", ["/opt/My Editor/Code.exe", "--wait", "--goto", f"{FILE}:7"]),
        ("ed; rm -rf $HOME", ["ed;", "rm", "-rf", "$HOME", str(FILE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command(FILE, 7, {"EDITOR": editor}, nothing) == command


def test_visual_goes_before_editor_and_both_before_what_is_there() -> None:
    assert editor_command(FILE, 1, {"VISUAL": "vim", "EDITOR": "nano"}, nothing)[0] == "vim"
    assert editor_command(FILE, 1, {"VISUAL": " ", "EDITOR": "nano"}, nothing)[0] == "nano"
    assert editor_command(FILE, 1, {}, lambda name: name if name == "vi" else None)[0] == "vi"


def test_without_an_editor_the_learner_is_told_how_to_set_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="Set EDITOR to the one you use"):
        editor_command(FILE, 1, {}, nothing)
    with pytest.raises(UsageError, match="a quote that is not closed"):
        editor_command(FILE, 1, {"EDITOR": "'vi"}, nothing)
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    with pytest.raises(UsageError, match="could not be started"):
        open_in_editor(FILE, 1)


def test_a_name_that_looks_like_an_option_is_given_whole() -> None:
    assert editor_command(Path("-x.yaml"), 1, {"EDITOR": "ed"}, nothing)[1] == str(Path("-x.yaml").absolute())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("vim -u NONE", ["vim", "-u", "NONE"]),
        ("'/opt/my editor/ed' -x", ["/opt/my editor/ed", "-x"]),
        ('"/opt/my editor/ed"', ["/opt/my editor/ed"]),
        (r"/opt/my\ editor/ed", ["/opt/my editor/ed"]),
        ("ed; touch /tmp/x", ["ed;", "touch", "/tmp/x"]),
        ("ed && touch x", ["ed", "&&", "touch", "x"]),
        ("ed $(touch x) `touch x` $HOME *", ["ed", "$(touch", "x)", "`touch", "x`", "$HOME", "*"]),
        ("ed | tee x > y", ["ed", "|", "tee", "x", ">", "y"]),
        ("ed # no comment", ["ed", "#", "no", "comment"]),
        ("  ed  ", ["ed"]),
        ("~/bin/ed", ["~/bin/ed"]),
    ],
)
def test_the_variable_is_split_into_words_as_a_shell_would_and_run_by_none(value: str, words: list[str]) -> None:
    """So a path with spaces stands in quotes, and nothing in the variable or in a file's name is ever carried out."""
    file = Path("/decks/a; rm -rf $HOME `x`.yaml")
    command = editor_command(file, 3, {"EDITOR": value}, lambda name: None)
    assert command[: len(words)] == words
    assert command[len(words) :][-1] == str(file)


@pytest.mark.parametrize("value", ["'vim", '"', "vim \\"])
def test_a_quote_that_is_not_closed_is_told(value: str) -> None:
    with pytest.raises(UsageError, match="not closed"):
        editor_command(Path("a.yaml"), 1, {"EDITOR": value}, lambda name: None)


def test_a_variable_of_quotes_alone_names_no_editor() -> None:
    with pytest.raises(UsageError, match="no editor"):
        editor_command(Path("a.yaml"), 1, {"EDITOR": "''"}, lambda name: None)


@pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")
def test_what_the_editor_is_given_is_the_file_and_nothing_is_carried_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "my editor"
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/given"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", f"'{script}' ; touch {tmp_path}/owned")
    file = tmp_path / "a $(touch owned) `touch owned`.yaml"
    assert open_in_editor(file, 7) == 0
    assert (tmp_path / "given").read_text().splitlines() == [";", "touch", f"{tmp_path}/owned", str(file)]
    assert not (tmp_path / "owned").exists()
