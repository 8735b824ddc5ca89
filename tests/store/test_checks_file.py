"""`.quizapp.toml`: which files hold for a folder, and what is wrong in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.errors import ConfigInvalid
from quizapp.problem import Level
from quizapp.store.checks_file import ChecksFiles

RULE = "answer-in-question"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A folder that no file outside the test says anything about."""
    top = tmp_path / "top"
    (top / ".git").mkdir(parents=True)
    return top


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / ".quizapp.toml"
    file.write_text(text, encoding="utf-8")
    return file


def level(folder: Path, rule: str = RULE) -> Level | None:
    return ChecksFiles().of(folder).level(rule)


def test_without_a_file_rules_have_their_own_level(top: Path) -> None:
    assert level(top) is Level.WARNING


def test_a_file_holds_for_its_folder_and_those_below(top: Path) -> None:
    write(top / "a", f'[checks]\n{RULE} = "off"\n')
    (top / "a" / "b").mkdir()
    assert level(top) is Level.WARNING
    assert level(top / "a") is None
    assert level(top / "a" / "b") is None


def test_the_nearest_file_has_the_last_word_on_each_rule(top: Path) -> None:
    write(top, f'[checks]\n{RULE} = "error"\n')
    write(top / "a", "")
    write(top / "a" / "b", f'[checks.{RULE}]\nlevel = "hint"\n')
    assert level(top / "a") is Level.ERROR
    assert level(top / "a" / "b") is Level.HINT


def test_files_above_a_repository_do_not_count(top: Path) -> None:
    write(top.parent, f'[checks]\n{RULE} = "off"\n')
    assert level(top) is Level.WARNING
    (top / "a").mkdir()
    assert level(top / "a") is Level.WARNING


def test_a_relative_folder_is_looked_up_from_the_working_folder(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(top, f'[checks]\n{RULE} = "off"\n')
    (top / "a").mkdir()
    monkeypatch.chdir(top / "a")
    assert level(Path()) is None


def test_a_byte_order_mark_is_passed_over(top: Path) -> None:
    write(top, f'\ufeff[checks]\n{RULE} = "off"\n')
    assert level(top) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[checks\n", ": this is no TOML ("),
        ("[check]\n", ": check has no meaning here. Write [checks] and the rules below."),
        ("checks = 1\n", ": checks is not a table. Write [checks] and the rules below."),
        ('[checks]\nanswer-in-qestion = "off"\n', ": checks.answer-in-qestion: There is no rule “answer-in-qestion”."),
        (f"[checks]\n{RULE} = true\n", f": checks.{RULE}: {RULE} cannot be “True”. Write one of off, error,"),
        (f"[checks.{RULE}]\nlimit = 3\n", f": checks.{RULE}.limit: {RULE} has no option “limit”."),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_to_write(top: Path, text: str, says: str) -> None:
    file = write(top, text)
    with pytest.raises(ConfigInvalid) as caught:
        ChecksFiles().of(top)
    assert str(caught.value).startswith(f"{file}{says}")


def test_a_file_that_is_no_text_is_told(top: Path) -> None:
    (top / ".quizapp.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigInvalid, match="this is no TOML"):
        ChecksFiles().of(top)


def test_a_folder_of_that_name_is_passed_over(top: Path) -> None:
    (top / ".quizapp.toml").mkdir()
    assert level(top) is Level.WARNING
