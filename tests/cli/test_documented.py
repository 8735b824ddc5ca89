"""Everything the command line takes stands in the manual, and everything the manual says about it works."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from command_line import Run

from quizapp import errors
from quizapp import help as manual
from quizapp.cli.lazy import SUMMARIES
from quizapp.cli.main import group
from quizapp.export.log_lines import log_text

ROOT = Path(__file__).parents[2]
CONTEXT = click.Context(group, info_name="quizapp")


def command(name: str) -> click.Command:
    found = group.get_command(CONTEXT, name)
    assert found is not None
    return found


def section(name: str) -> str:
    """Return the part of the manual's page on commands whose heading names the command."""
    for part in manual.read("cli").split("\n## ")[1:]:
        if name in re.split(r",? ", part.partition("\n")[0]):
            return part
    return ""


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    text = section(name)
    assert f"`quizapp {name}" in text
    place = {"--db", "--decks"}
    options = {opt for param in command(name).params if isinstance(param, click.Option) for opt in param.opts}
    missing = {option for option in options - place if f"`{option}" not in text and f" `{option}" not in text}
    assert missing == set()


def test_the_options_of_every_command_are_in_the_manual() -> None:
    head = manual.read("cli").partition("\n## ")[0]
    options = {opt for param in group.params if isinstance(param, click.Option) for opt in param.opts}
    assert {option for option in options if f"`{option}" not in head} == set()


def test_the_manual_names_no_option_that_is_not_there() -> None:
    known = {
        opt for name in SUMMARIES for param in command(name).params for opt in (*param.opts, *param.secondary_opts)
    } | {
        opt for param in group.params for opt in param.opts
    }
    named = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", manual.read("cli")))
    assert named <= known | {"--help"}


def test_every_exit_code_is_in_the_manual() -> None:
    classes = [
        cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.QuizappError)
    ]
    codes = {cls.exit_code for cls in classes if cls is not errors.QuizappError}
    table = manual.read("cli").partition("## Exit codes")[2]
    assert {code for code in codes if f"\n| {code} |" not in table} == set()


def test_the_readme_lists_every_command() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Commands")[2]
    assert {
        name for name in SUMMARIES if f"`quizapp {name}" not in table and f"`{name}`" not in table
    } == set()


def shell_lines() -> Iterator[tuple[str, str]]:
    """Yield the command lines of README and manual, with the page they stand on."""
    pages = {"README": (ROOT / "README.md").read_text(encoding="utf-8")}
    pages |= {topic: manual.read(topic) for topic in manual.topics()}
    for page, text in pages.items():
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                if line.strip() and not line.startswith("#"):
                    yield page, line


SHELL_LINES = list(shell_lines())


@pytest.mark.parametrize(("page", "line"), SHELL_LINES, ids=[f"{page}: {line}" for page, line in SHELL_LINES])
def test_a_command_line_of_the_manual_works(
    page: str, line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is run on the shipped decks; what would open a screen stops where it misses the terminal."""
    monkeypatch.delenv("QUIZAPP_DECKS")
    words = shlex.split(line, comments=True)
    if words[0] in ("python3", "eval"):
        assert ".venv/bin/" in line or line == 'eval "$(quizapp completion bash)"'
        return
    assert words[0] == "quizapp"
    end = next((index for index, word in enumerate(words) if word in ("|", ">", "<")), len(words))
    args = words[1:end]
    Path("savings.txt").write_text("An article has a paragraph at least.", encoding="utf-8")
    Path("progress.jsonl").write_text("".join(log_text(())), encoding="utf-8")
    result = run(*args)
    opens_screen = args[:1] in (["study"], ["author"]) and "--plain" not in args
    assert result.code == (2 if opens_screen else 0), result.err
    assert ("The screens need a terminal" in result.err) == opens_screen


def test_the_readme_begins_with_the_two_commands_of_a_fresh_clone() -> None:
    first, second = [line for page, line in SHELL_LINES if page == "README"][:2]
    assert first == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/quizapp study"
    assert second.startswith("python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && ")
    assert "-m pytest" in second
