"""`--fix` and `--diff`: what is mended, that nothing else in the file is touched, and when it is refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import Run
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.checking.checker import Checker
from quizapp.cli.checking.mending import diff, mend, save_mended
from quizapp.errors import DeckChanged
from quizapp.store.sources import Source, read_sources

RULE = "trailing-space"
TRAILING = "deck: seas \nnotes:\n  - id: a\t \n    question:  'Which sea?' \n    answer: >-\n      The \n      Baltic\n"
MENDED = "deck: seas\nnotes:\n  - id: a\n    question:  'Which sea?'\n    answer: >-\n      The \n      Baltic\n"
BOM = b"\xef\xbb\xbf"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder / "seas.yaml"


@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_mended_and_nothing_else_changes(run: Run, file: Path, mark: bytes, line_end: str) -> None:
    file.write_bytes(mark + TRAILING.replace("\n", line_end).encode())
    file.chmod(0o640)
    result = run("check", "mine", "--fix", "--rule", RULE)
    assert result.code == 0
    assert file.read_bytes() == mark + MENDED.replace("\n", line_end).encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert result.err == "quizapp: Mended mine/seas.yaml: 3 trailing-space.\n"
    assert result.out == "All is well in 1 deck with 1 note.\n"


def test_what_is_left_is_told_and_decides_how_it_ends(run: Run, file: Path) -> None:
    note = "  - question: Is Po a river?\n    answer: Po\n"
    file.write_text(TRAILING + note)
    result = run("check", "mine", "--fix", "--strict", "--rule", RULE, "--rule", "answer-in-question")
    assert result.code == 1
    assert file.read_text() == MENDED + note
    assert result.lines[0].startswith("mine/seas.yaml:8:18: ")


def test_without_anything_to_mend_no_file_is_touched(run: Run, file: Path) -> None:
    file.write_text(MENDED)
    before = file.stat()
    result = run("check", "mine", "--fix", "--rule", RULE)
    assert (result.code, result.err) == (0, "")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_only_what_a_rule_that_is_asked_for_finds_is_mended(run: Run, file: Path) -> None:
    file.write_text(TRAILING)
    assert run("check", "mine", "--fix", "--rule", "answer-in-question").code == 0
    assert file.read_text() == TRAILING


def test_a_file_that_changed_meanwhile_is_left_alone(file: Path) -> None:
    file.write_text(TRAILING)
    (checked,) = Checker([RULE]).check(read_sources([file])[0]).files
    mended = mend(checked)
    assert mended is not None
    file.write_text("deck: another\n")
    with pytest.raises(DeckChanged):
        save_mended(mended)
    assert file.read_text() == "deck: another\n"


@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_diff_is_one_that_patch_takes_and_changes_nothing(run: Run, file: Path, line_end: str, last: str) -> None:
    data = (TRAILING.replace("Baltic\n", "Baltic" + last)).replace("\n", line_end).encode()
    file.write_bytes(data)
    result = run("check", "mine", "--diff", "--rule", RULE, "-o", "changes.diff")
    assert (result.code, result.out, file.read_bytes()) == (0, "", data)
    if shutil.which("patch") is None:
        pytest.skip("there is no patch here")
    subprocess.run(["patch", "--binary", "-p0", "-i", "changes.diff"], check=True, capture_output=True)
    assert file.read_bytes() == MENDED.replace("Baltic\n", "Baltic" + last).replace("\n", line_end).encode()


def test_a_diff_of_the_standard_input_is_shown(run: Run) -> None:
    result = run("check", "-", "--diff", "--rule", RULE, stdin=TRAILING)
    assert result.lines[:2] == ["--- <stdin>", "+++ <stdin>"]
    assert "-deck: seas " in result.lines
    assert "+deck: seas" in result.lines


def test_nothing_to_mend_is_an_empty_diff(run: Run, file: Path) -> None:
    file.write_text(MENDED)
    assert run("check", "mine", "--diff", "--rule", RULE).out == ""


def test_a_diff_is_coloured_where_the_terminal_takes_it(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(TRAILING)
    monkeypatch.setattr("quizapp.cli.checking.telling.is_terminal", lambda: True)
    monkeypatch.setattr("quizapp.cli.checking.telling.has_colour", lambda: True)
    lines = run("check", "mine", "--diff", "--rule", RULE).lines
    assert "\x1b[32m+deck: seas\x1b[39m" in lines
    assert "\x1b[31m-deck: seas \x1b[39m" in lines
    assert " notes:" in lines


lines = st.sampled_from(
    ["a: b", "a: b ", "  ", "\t", "# c ", "  - question: Q? ", "    answer: |", "      x ", "é ", "\xff", "notes:", ""]
)


@given(st.lists(st.tuples(lines, st.sampled_from(["\n", "\r\n", "\r"]))), st.booleans())
def test_lines_without_a_problem_keep_their_bytes(written: list[tuple[str, str]], has_mark: bool) -> None:
    data = BOM * has_mark + b"".join(line.encode("latin-1") + end.encode() for line, end in written)
    (checked,) = Checker([RULE]).check([Source(Path("d.yaml"), "d.yaml", data)]).files
    mended = mend(checked)
    after = data if mended is None else mended.data
    assert after.translate(None, b" \t") == data.translate(None, b" \t")
    assert "".join(diff([mended] if mended else [])) == "" or mended is not None
