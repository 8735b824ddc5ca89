"""The command that opens the learner's editor at a line."""

from __future__ import annotations

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
