"""The program as a process: pipes that close, streams that are closed, interrupts, narrow encodings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from worlds import World

ROOT = Path(__file__).parents[2]
QUIZAPP = [sys.executable, "-m", "quizapp"]


def environment(world: World, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def shell(line: str, world: World, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in which $Q is quizapp."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; Q='{' '.join(QUIZAPP)}'; {line}"],
        env=environment(world, **more),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["--help", "help cli", "cards --json"])
def test_a_reader_that_closes_early_is_no_error(world: World, command: str) -> None:
    done = shell(f"$Q {command} | true", world)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_that_does_not_fit_is_told(world: World) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = shell("$Q cards --json > /dev/full", world)
    assert done.returncode == 16
    assert done.stderr.startswith("quizapp: The output was not written: No space left on device.")


@pytest.mark.parametrize("command", ["help cli >&-", "help 2>&-", "study --plain <&-"])
def test_closed_streams_are_no_error(world: World, command: str) -> None:
    assert shell(f"$Q {command}", world).returncode == 0


def test_a_terminal_that_knows_only_ascii_gets_question_marks(world: World) -> None:
    done = shell("$Q cards --search Turin", world, PYTHONIOENCODING="ascii", COLUMNS="200")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Turin?s river" in done.stdout


def test_programs_get_utf_8_whatever_the_terminal(world: World) -> None:
    done = shell("$Q cards --search Turin --json", world, PYTHONIOENCODING="ascii")
    assert "Turin’s river" in done.stdout


def test_a_session_from_a_file_is_text_and_nothing_else(world: World, tmp_path: Path) -> None:
    """The first line is no text at all, and is taken for a line that means nothing."""
    (tmp_path / "lines").write_bytes(b"\xff\xfe\n\n4\n\n1\nu\n3\n")
    done = shell(f"$Q study --plain < {tmp_path}/lines", world)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 cards, 2 answers" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout


def test_interrupted_while_it_waits_for_a_line_it_ends_without_a_word(world: World) -> None:
    with subprocess.Popen(
        [*QUIZAPP, "study", "--plain"],
        env=environment(world),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert any("1 of 3." in line for line in process.stdout)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert process.stderr.read() == ""


def test_at_a_terminal_plain_mode_waits_for_the_next_learning_card(world: World, tmp_path: Path) -> None:
    """A learning step of one second; nothing is typed while it waits."""
    config = tmp_path / "config.toml"
    config.write_text('[study]\nlearn_ahead_minutes = 0\n[scheduling]\nlearning_steps = ["1s"]\n')
    keyboard, terminal = os.openpty()
    with subprocess.Popen(
        [*QUIZAPP, "study", "--plain", "--limit", "1"],
        env=environment(world, QUIZAPP_CONFIG=str(config)),
        stdin=terminal,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        os.write(keyboard, b"\n1\n")
        assert any("1 of 1. Rivers, learning." in line for line in process.stdout)
        os.write(keyboard, b"q\n")
        assert "1 card, 1 answer" in process.stdout.read()
    os.close(keyboard)
    os.close(terminal)
    assert process.returncode == 0


def test_a_dumb_terminal_is_no_terminal_for_screens(world: World) -> None:
    done = shell('script -qec "$Q study" /dev/null < /dev/null', world, TERM="dumb")
    if "not found" in done.stderr:
        pytest.skip("there is no script(1) here")
    assert done.returncode == 2
    assert "TERM does not name one" in done.stdout


def test_the_shell_completes_commands_options_and_decks(world: World) -> None:
    def complete(words: str, number: int) -> list[str]:
        done = subprocess.run(
            QUIZAPP,
            env=environment(world, _QUIZAPP_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(number)),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert complete("quizapp study --pl", 2) == ["--plain"]
    assert complete("quizapp study ri", 2) == ["rivers"]
    assert complete("quizapp export reviews --deck ", 4) == ["rivers"]
    assert complete("quizapp help cl", 2) == ["cli"]
