"""`quizapp check`: what it looks at, what it tells and in which form, and how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from command_line import Run
from worlds import World

GOOD = "deck: seas\nnotes:\n  - id: baltic\n    question: Which sea is Gotland in?\n    answer: The Baltic\n"
ANSWERED = "deck: seas\nnotes:\n  - id: a\n    question: Is the Baltic brackish?\n    answer: Baltic\n"
BROKEN = "deck: broken\nnotes:\n  - id: a\n    question: Q?\n    answr: A\n"
ONLY = ("--rule", "answer-in-question", "--rule", "unknown-key")
"""Rules that stay what they are, however many others there come to be."""


@pytest.fixture
def folder(tmp_path: Path, world: World) -> Path:
    """A folder of decks that is not the learner's own, in the working folder."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def test_a_sound_deck_is_fine(run: Run, folder: Path) -> None:
    (folder / "seas.yaml").write_text(GOOD)
    result = run("check", "mine", *ONLY)
    assert (result.code, result.out, result.err) == (0, "All is well in 1 deck with 1 note.\n", "")


def test_a_warning_is_told_with_its_place_its_line_and_its_mend(run: Run, folder: Path) -> None:
    (folder / "seas.yaml").write_text(ANSWERED)
    result = run("check", "mine/seas.yaml", *ONLY)
    assert result.code == 0
    assert result.lines == [
        "mine/seas.yaml:4:22: ! warning: The question contains its answer “Baltic”. [answer-in-question]",
        "    4 │ question: Is the Baltic brackish?",
        "                         ^^^^^^",
        "    Take it out of the question, or ask for something else.",
        "",
        "1 warning in 1 file.",
        "What a rule means: quizapp help answer-in-question",
    ]


def test_an_error_fails_and_with_strict_so_does_a_warning(run: Run, folder: Path) -> None:
    (folder / "seas.yaml").write_text(ANSWERED)
    assert run("check", "mine", *ONLY, "--strict").code == 1
    (folder / "broken.yaml").write_text(BROKEN)
    result = run("check", "mine", *ONLY)
    assert result.code == 1
    assert result.lines[0] == "mine/broken.yaml:5:5: ✗ error: A deck has no key “answr” here. [unknown-key]"
    assert result.lines[-2] == "1 error and 1 warning in 2 files."


def test_files_are_set_apart_and_those_without_a_problem_counted(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(ANSWERED)
    (folder / "b.yaml").write_text(GOOD.replace("seas", "other"))
    (folder / "c.yaml").write_text(ANSWERED.replace("seas", "third"))
    lines = run("check", "mine", *ONLY).lines
    assert lines[4] == ""
    assert lines[5].startswith("mine/c.yaml:4:22: ")
    assert lines[-2] == "2 warnings in 2 of 3 files."


def test_without_a_path_the_decks_of_the_settings_are_checked(run: Run, world: World) -> None:
    world.write("more.yaml", ANSWERED)
    result = run("check", *ONLY)
    assert result.lines[0].startswith("world/decks/more.yaml:4:22: ")


def test_without_own_decks_the_shipped_ones_are_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_DECKS")
    assert run("check", *ONLY).out.startswith("All is well in 3 decks with ")


def test_own_decks_are_checked_without_the_shipped_ones(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZAPP_DECKS")
    own = home / "data" / "quizapp" / "decks"
    own.mkdir(parents=True)
    (own / "seas.yaml").write_text(GOOD)
    assert run("check", *ONLY).out == "All is well in 1 deck with 1 note.\n"


def test_a_deck_is_found_by_its_id_and_by_the_beginning_of_it(run: Run, world: World) -> None:
    world.write("file-of-another-name.yaml", ANSWERED)
    for name in ("seas", "sea"):
        assert run("check", name, *ONLY).lines[-2] == "1 warning in 1 file."
    unknown = run("check", "saes")
    assert unknown.code == 10
    assert "Did you mean seas?" in unknown.err


def test_the_same_file_named_twice_is_checked_once(run: Run, folder: Path) -> None:
    (folder / "seas.yaml").write_text(ANSWERED)
    assert run("check", "mine", "mine/seas.yaml", "./mine", *ONLY).lines[-2] == "1 warning in 1 file."


def test_a_deck_is_read_from_the_standard_input(run: Run) -> None:
    result = run("check", "-", *ONLY, stdin=ANSWERED)
    assert result.code == 0
    assert result.lines[0].startswith("<stdin>:4:22: ! warning")


@pytest.mark.parametrize("name", ["nowhere.yaml", "no/where", "mine/"])
def test_a_path_that_leads_nowhere_is_told(run: Run, name: str) -> None:
    result = run("check", name)
    assert result.code == 2
    assert result.err.startswith(f"quizapp: There is no file or folder {name}.")


def test_a_folder_without_decks_does_not_pass_for_fine(run: Run, folder: Path) -> None:
    (folder / "readme.txt").write_text("no deck")
    result = run("check", "mine")
    assert (result.code, result.out) == (2, "")
    assert result.err == "quizapp: There is no deck in mine. Deck files end in .yaml or .yml.\n"


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_checked(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "a-pipe.yaml")
    (folder / "b-link.yaml").symlink_to("nowhere")
    (folder / "c-binary.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    (folder / "d-utf16.yaml").write_bytes(GOOD.encode("utf-16"))
    (folder / "e-empty.yaml").write_bytes(b"")
    (folder / "f.yaml").write_text(ANSWERED)
    result = run("check", "mine")
    assert result.code == 1
    for line in (
        "mine/a-pipe.yaml: ✗ error: This is no regular file. [not-a-file]",
        "mine/b-link.yaml: ✗ error: This link leads nowhere. [broken-link]",
        "mine/c-binary.yaml: ✗ error: The file is not text. [not-text]",
        "mine/d-utf16.yaml: ✗ error: The file is not in UTF-8 but in another encoding. [not-utf-8]",
        "mine/e-empty.yaml: ✗ error: The file is empty. [empty-file]",
    ):
        assert line in result.lines
    assert any(line.startswith("mine/f.yaml:4:22: ") for line in result.lines)


def test_an_unreadable_file_is_told(run: Run, folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (folder / "seas.yaml").write_text(GOOD)
    (folder / "seas.yaml").chmod(0)
    result = run("check", "mine")
    assert result.code == 1
    assert "[unreadable]" in result.lines[0]


def test_nothing_in_a_name_or_a_deck_acts_on_the_terminal(run: Run, folder: Path) -> None:
    evil = "\x1b]52;c;aGk=\x07"
    (folder / f"{evil}.yaml").write_text(ANSWERED.replace("Is the", f"Is {evil} the\u202e"))
    for form in ("text", "github", "json"):
        result = run("check", "mine", "--format", form)
        assert "\x1b" not in result.out + result.err
        assert "\x07" not in result.out + result.err
        assert "\u202e" not in result.out + result.err


def test_two_files_with_one_deck_id_are_told(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(GOOD)
    (folder / "b.yaml").write_text(GOOD.replace("Gotland", "Öland"))
    result = run("check", "mine", "--rule", "duplicate-deck-id")
    assert result.code == 1
    assert result.lines[0] == (
        "mine/b.yaml:1:1: ✗ error: The deck seas is in mine/a.yaml already, so this file is not studied. "
        "[duplicate-deck-id]"
    )


def test_json_has_the_documented_fields(run: Run, folder: Path) -> None:
    (folder / "seas.yaml").write_text(ANSWERED)
    (folder / "empty.yaml").write_text("")
    result = run("check", "mine", "--format", "json", *ONLY, "--rule", "empty-file")
    assert result.code == 1
    assert json.loads(result.out) == [
        {
            "path": "mine/empty.yaml",
            "line": None,
            "column": None,
            "end_line": None,
            "end_column": None,
            "rule": "empty-file",
            "level": "error",
            "message": "The file is empty.",
            "mend": json.loads(result.out)[0]["mend"],
            "fixable": False,
        },
        {
            "path": "mine/seas.yaml",
            "line": 4,
            "column": 22,
            "end_line": 4,
            "end_column": 28,
            "rule": "answer-in-question",
            "level": "warning",
            "message": "The question contains its answer “Baltic”.",
            "mend": "Take it out of the question, or ask for something else.",
            "fixable": False,
        },
    ]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_report_goes_into_a_file_and_the_summary_to_stderr(run: Run, folder: Path, form: str) -> None:
    (folder / "seas.yaml").write_text(ANSWERED)
    to_stdout = run("check", "mine", "--format", form, *ONLY).out
    result = run("check", "mine", "--format", form, *ONLY, "-o", "report")
    assert (result.code, result.out, result.err) == (0, "", "quizapp: 1 warning in 1 file.\n")
    assert Path("report").read_text(encoding="utf-8") == to_stdout


def test_only_the_rules_that_are_asked_for_are_told(run: Run, folder: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN)
    (folder / "seas.yaml").write_text(ANSWERED)
    result = run("check", "mine", "--rule", "answer-in-question", "--format", "json")
    assert [row["rule"] for row in json.loads(result.out)] == ["answer-in-question"]
    assert result.code == 0


def test_a_rule_that_is_not_there_is_refused_with_the_one_that_may_be_meant(run: Run) -> None:
    result = run("check", "--rule", "answer-in-questoin")
    assert result.code == 2
    assert result.err == (
        "quizapp: There is no rule 'answer-in-questoin'. Did you mean answer-in-question?\n"
    )


@pytest.mark.parametrize(
    "args",
    [
        ["--fix", "--diff"],
        ["--fix", "-"],
        ["--diff", "--format", "json"],
        ["--watch", "--fix"],
        ["--watch", "-"],
        ["--watch", "--format", "sarif"],
        ["--watch", "-o", "x"],
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, args: list[str]) -> None:
    result = run("check", *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


def test_a_folder_says_how_strict_and_the_deck_has_the_last_word(run: Run, folder: Path) -> None:
    (folder / ".quizapp.toml").write_text('[checks]\nanswer-in-question = "error"\n')
    (folder / "a.yaml").write_text(ANSWERED)
    assert run("check", "mine", *ONLY).code == 1
    (folder / "a.yaml").write_text(f"checks:\n  answer-in-question: off\n{ANSWERED}")
    assert run("check", "mine", *ONLY).code == 0


def test_a_mistake_in_the_folders_file_names_file_key_and_mend(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(GOOD)
    (folder / ".quizapp.toml").write_text('[checks]\nanswer-in-question = "loud"\n')
    result = run("check", "mine")
    assert result.code == 14
    assert result.err == (
        f"quizapp: {folder}/.quizapp.toml: checks.answer-in-question: answer-in-question cannot be “loud”. "
        "Write one of off, error, warning, hint.\n"
    )


def test_progress_that_was_never_made_is_no_error(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "seas.yaml").write_text(GOOD)
    result = run("check", "mine", "--progress", "--db", str(tmp_path / "none.db"), *ONLY)
    assert (result.code, result.err) == (0, "")
    assert not (tmp_path / "none.db").exists()


def test_a_shipped_deck_is_not_mended_unless_its_file_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_DECKS")
    for args in ((), ("china-fund-market",)):
        result = run("check", "--fix", *args)
        assert result.code == 2
        assert "came with quizapp" in result.err
