"""The list of subcommands: it says what the subcommands themselves say, and imports none of them."""

from __future__ import annotations

import click
import pytest

from quizapp.cli import commands
from quizapp.cli.lazy import SUMMARIES
from quizapp.cli.main import group, run


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_is_the_first_sentence_of_its_command(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == SUMMARIES[name]


def test_every_file_is_a_command_and_every_command_a_file() -> None:
    folder = commands.__path__[0]
    from pathlib import Path

    assert {file.stem for file in Path(folder).glob("*.py")} - {"__init__"} == {
        name.replace("-", "_") for name in SUMMARIES
    }


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name}" in out and summary in out for name, summary in SUMMARIES.items())


def test_an_unknown_command_is_a_usage_error_that_names_a_close_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["stduy"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == ("quizapp: There is no command 'stduy'. Did you mean study? See quizapp --help\n")
