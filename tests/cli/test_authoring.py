"""The commands that write decks: new, add, edit, fmt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run
from worlds import DECK, World

from quizapp import paths
from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.written import fields_of
from quizapp.model import Rating


def notes(file: Path) -> list[dict[str, str | tuple[str, ...]]]:
    deck = locate_deck(file.read_bytes(), file.name)
    assert deck.parsed.problems == ()
    return [fields_of(note) for note in deck.notes]


def editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *edits: tuple[str, str]) -> Path:
    """Let the editor replace one text by another, another pair at each call; return where its arguments are logged."""
    script, log = tmp_path / "editor.py", tmp_path / "log"
    (tmp_path / "edits").write_text(json.dumps(edits))
    script.write_text(
        "import json, pathlib, sys\n"
        "here = pathlib.Path(__file__).parent\n"
        "log, edits = here / 'log', json.loads((here / 'edits').read_text())\n"
        "calls = log.read_text().splitlines() if log.exists() else []\n"
        "log.write_text('\\n'.join([*calls, ' '.join(sys.argv[1:])]))\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "if len(calls) < len(edits):\n"
        "    file.write_text(file.read_text().replace(*edits[len(calls)]))\n"
    )
    link = tmp_path / "vi"  # so that it is known to take a line
    link.write_text(f"#!{sys.executable}\nimport runpy, sys\nrunpy.run_path({str(script)!r}, run_name='__main__')\n")
    link.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(link))
    return log


def test_new_begins_a_deck_in_the_deck_folder_that_add_fills(run: Run, world: World) -> None:
    result = run("new", "rivers-of_europe")
    file = world.decks / "rivers-of_europe.yaml"
    assert (result.code, result.lines[1]) == (0, "Add notes: quizapp add rivers-of-europe")
    head = ["# yaml-language-server: $schema=deck.schema.json", "deck: rivers-of-europe", "title: Rivers of europe"]
    assert file.read_text().splitlines()[:3] == head
    assert json.loads((world.decks / "deck.schema.json").read_text())["$id"] == "urn:quizapp:deck"
    result = run("add", "rivers-of", "--question", "Turin’s river", "--answer", "Po")
    assert (result.code, result.out) == (0, "Added: rivers-of-europe/turin-s-river\n")
    assert notes(file) == [{"id": "turin-s-river", "question": "Turin’s river", "answer": "Po"}]
    text = file.read_text()
    assert text.index("# A note looks like this") < text.index("\nnotes:\n") < text.index("- id: turin")


def test_new_takes_no_files_place_and_no_decks_id(run: Run, world: World, tmp_path: Path) -> None:
    assert run("new", "elsewhere/lakes.yml", "--title", "No: lakes").code == 0
    file = tmp_path / "elsewhere" / "lakes.yml"
    before = file.read_bytes()
    assert b'title: "No: lakes"\n' in before
    result = run("new", "elsewhere/lakes.yml")
    assert (result.code, file.read_bytes()) == (2, before)
    assert "is there already" in result.err
    result = run("new", "elsewhere/rivers")
    assert (result.code, "The deck rivers is in" in result.err) == (2, True)
    assert run("new", "elsewhere").code == 2
    assert run("new", "elsewhere/").code == 2
    assert run("new", "").code == 2


def test_new_refreshes_its_schema_and_leaves_other_files_alone(run: Run, world: World) -> None:
    schema = world.decks / "deck.schema.json"
    schema.write_text('{"$id": "urn:quizapp:deck", "old": 1}')
    run("new", "one")
    assert "old" not in json.loads(schema.read_text())
    schema.write_text("{}")
    assert "left as it is" in run("new", "two").err
    assert schema.read_text() == "{}"


def test_new_says_how_to_study_a_deck_in_another_place(run: Run, tmp_path: Path) -> None:
    result = run("new", "./my decks/lakes")
    assert "Add notes: quizapp add 'my decks/lakes.yaml'" in result.out
    assert "quizapp study --decks 'my decks'" in result.err


@pytest.mark.parametrize(
    ("options", "fields"),
    [
        (
            "--question|Q|--answer|A|--accept|B|--accept|No|--both-ways|--hint|H|--explain|E|--where|W|--tag|t|--id|own",
            {
                "id": "own",
                "question": "Q",
                "answer": "A",
                "bidirectional": "true",
                "accept": ("B", "No"),
                "hint": "H",
                "explain": "E",
                "where": "W",
                "tags": ("t",),
            },
        ),
        ("--cloze|So {{it}} is.", {"id": "so-it-is", "cloze": "So {{it}} is."}),
        (
            "--question|Q|--answer|A|--answer|B|--choice|C|--last|C",
            {"id": "q", "question": "Q", "answer": ("A", "B"), "choices": ("C",), "last": "C"},
        ),
        (
            "--question|Q|--number|1,500|--unit|km|--within|2 %",
            {"id": "q", "question": "Q", "number": "1,500", "unit": "km", "within": "2 %"},
        ),
        (
            "--question|Q|--item|a|--item|b|--ordered",
            {"id": "q", "question": "Q", "items": ("a", "b"), "ordered": "true"},
        ),
        ("--statement|S|--false", {"id": "s", "statement": "S", "holds": "false"}),
        ("--statement|S|--true", {"id": "s", "statement": "S", "holds": "true"}),
    ],
)
def test_add_takes_every_kind_from_options(
    run: Run, world: World, options: str, fields: dict[str, str | tuple[str, ...]]
) -> None:
    assert run("add", "rivers", *options.split("|")).code == 0
    file = world.decks / "rivers.yaml"
    assert file.read_text().startswith(DECK)
    assert notes(file)[-1] == fields


def test_add_says_why_a_note_is_none(run: Run, world: World) -> None:
    for options, why in (
        (["--answer", "Po"], "This answer has no question."),
        (["--question", "Q", "--number", "many"], "“many” cannot be read as a number."),
        (["--question", "turin’s  RIVER", "--answer", "x"], "This is asked already, on line 10 of the deck."),
        (["--question", "Q", "--answer", "A", "--id", "po"], "has the id po too"),
    ):
        result = run("add", "rivers", *options)
        assert (result.code, why in result.err) == (1, True), result.err
    assert run("add", "lakes", "--question", "Q", "--answer", "A").code == 10
    assert run("add", "rivers", "--question", "Q", "--plain").code == 2
    assert (world.decks / "rivers.yaml").read_text() == DECK


def test_add_reads_lines(run: Run, world: World) -> None:
    lines = "\ufeff# of Europe\nHamburg’s river\tElbe\r\n\n Rome’s river :: Tiber \nThe {{Seine}} is in Paris.\n"
    result = run("add", "rivers", "--tag", "eu", stdin=lines)
    assert (result.code, result.out.startswith("Added 3 notes to “Rivers”: ")) == (0, True)
    assert notes(world.decks / "rivers.yaml")[3:] == [
        {"id": "hamburg-s-river", "question": "Hamburg’s river", "answer": "Elbe", "tags": ("eu",)},
        {"id": "rome-s-river", "question": "Rome’s river", "answer": "Tiber", "tags": ("eu",)},
        {"id": "the-seine-is-in-paris", "cloze": "The {{Seine}} is in Paris.", "tags": ("eu",)},
    ]
    again = run("add", "rivers", stdin="Hamburg’s river\tElbe\n")
    assert (again.code, "Line 1: This is asked already, on line 16 of the deck." in again.err) == (1, True)


def test_add_takes_all_lines_or_none(run: Run, world: World) -> None:
    lines = "a :: b\nno answer\nc :: \nd\te\tf\n{{}} x\na :: z\nbad \ufffd :: x\nesc \x1b[0m :: x\n"
    result = run("add", "rivers", stdin=lines)
    told = [line for line in result.err.splitlines() if "Line " in line]
    assert [line.split()[2] for line in told] == ["2:", "3:", "4:", "5:", "6:", "7:", "8:"]
    assert "asked already, in line 1" in told[4]
    assert "Nothing was added. Mend 7 lines" in result.err
    assert (result.code, (world.decks / "rivers.yaml").read_text()) == (1, DECK)
    assert run("add", "rivers", stdin="# nothing\n").code == 0


def test_add_asks_in_lines(run: Run, world: World) -> None:
    lines = "Hamburg’s river\nElbe\nTurin’s river\nx\nNo answer?\n\nThe {{Seine}}.\n\nnever read\n"
    result = run("add", "rivers", "--plain", "--where", "p. 1", stdin=lines)
    assert result.out.count("question? ") == 5
    assert result.code == 1
    assert "This is asked already" in result.err
    assert "A note needs an answer" in result.err
    assert [(note["id"], note["where"]) for note in notes(world.decks / "rivers.yaml")[3:]] == [
        ("hamburg-s-river", "p. 1"),
        ("the-seine", "p. 1"),
    ]


def test_add_copies_a_shipped_deck(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_DECKS")
    result = run("add", "china", "--question", "Q", "--answer", "A")
    copy = paths.default_deck_folder() / "china-fund-market.yaml"
    assert "came with quizapp, so it was copied to" in result.err
    original = paths.shipped_decks() / "china-fund-market.yaml"
    assert copy.read_text(encoding="utf-8").startswith(original.read_text(encoding="utf-8"))
    assert "copied" not in run("add", "china", "--question", "R", "--answer", "A").err
    assert notes(copy)[-1]["id"] == "r"


def test_add_finds_a_file_anywhere(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lakes.yaml"
    file.write_text("deck: lakes\nnotes: []\n")
    assert run("add", str(file), "--question", "Q", "--answer", "A").code == 0
    assert len(notes(file)) == 1


def test_edit_opens_the_note_at_its_line(
    run: Run, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = editing(tmp_path, monkeypatch)
    file = world.decks / "rivers.yaml"
    for name in ("rivers/po#reverse", "rivers/po", "po", "rivers:10", "riv/po", f"{file}:9", str(file)):
        result = run("edit", name)
        assert (result.code, "Nothing was changed" in result.err) == (0, True), result.err
    lines = [line.split()[0] for line in log.read_text().splitlines()]
    assert lines == ["+10", "+10", "+10", "+10", "+10", "+9", "+1"]


def test_edit_says_what_is_not_there(run: Run, world: World) -> None:
    world.write("lakes.yaml", "deck: lakes\nnotes:\n- id: po\n  question: a\n  answer: b\n")
    for name, code in (("rivers/pa", 11), ("nobody", 11), ("seas/x", 10), ("seas:3", 10), ("po", 2)):
        assert run("edit", name).code == code


def test_edit_tells_what_is_wrong_afterwards(
    run: Run, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing(tmp_path, monkeypatch, ("answer: Po", "answr: Po"))
    result = run("edit", "rivers/po")
    assert result.code == 1
    assert "rivers.yaml:12:5: unknown-key" in result.err


def test_edit_offers_to_open_it_again(run: Run, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = editing(tmp_path, monkeypatch, ("answer: Po", "answr: Po"), ("answr: Po", "answer: The Po"))
    monkeypatch.setattr("quizapp.cli.commands.edit._can_ask", lambda: True)
    assert run("edit", "rivers/po", stdin="\n").code == 0
    assert [line.split()[0] for line in log.read_text().splitlines()] == ["+10", "+12"]
    assert notes(world.decks / "rivers.yaml")[1]["answer"] == "The Po"


def test_edit_keeps_progress_of_a_note_that_is_reworded_altogether(
    run: Run, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write("rivers.yaml", "deck: rivers\nnotes:\n- question: Turin’s river\n  answer: Po\n")
    with world.open() as collection:
        session = collection.study()
        session.rate(Rating.EASY, duration_ms=1)
    editing(tmp_path, monkeypatch, ("Turin’s river\n  answer: Po", "Anything else\n  answer: so"))
    assert run("edit", "rivers:3").code == 0
    with world.open() as collection:
        assert collection.study().current is None


def test_edit_copies_a_shipped_deck_unless_nothing_is_changed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZAPP_DECKS")
    log = editing(tmp_path, monkeypatch, ("nothing of this kind", ""), ("China’s savings pot", "Savings"))
    copy = paths.default_deck_folder() / "china-fund-market.yaml"
    assert "Nothing was changed" in run("edit", "china:3").err
    assert not copy.exists()
    result = run("edit", "china:3")
    assert "came with quizapp, so it was copied to" in result.err
    assert "title: Savings\n" in copy.read_text(encoding="utf-8")
    assert log.read_text().splitlines()[-1].startswith("+3 ")


def test_fmt_puts_decks_in_form(run: Run, world: World) -> None:
    file = world.decks / "rivers.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + DECK.replace("Rivers", "'Rivers'  ").replace("\n", "\r\n").encode())
    broken = world.write("sub.yaml", "deck: sub\nnotes:\n- question: a\n")
    checked = run("fmt", "--check", str(world.decks))
    assert (checked.code, "Not in form: " in checked.out, "missing-answer" in checked.err) == (1, True, True)
    shown = run("fmt", "--diff", str(file))
    assert (shown.code, "-title: 'Rivers'" in shown.out, "+title: Rivers" in shown.out) == (0, True, True)
    result = run("fmt", str(world.decks))
    assert (result.code, result.out.startswith("Put in form: ")) == (1, True)
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbfdeck: rivers\r\ntitle: Rivers\r\n")
    assert after.replace(b"\r\n", b"").find(b"\n") < 0
    assert broken.read_text() == "deck: sub\nnotes:\n- question: a\n"
    broken.unlink()
    again = run("fmt", "--check", str(world.decks))
    assert (again.code, again.out, again.err) == (0, "In form already: 1 deck\n", "")


def test_fmt_names_what_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("fmt", "nowhere.yaml").code == 2
    (tmp_path / "empty").mkdir()
    result = run("fmt", "empty")
    assert (result.code, "There is no deck file there" in result.err) == (0, True)
    assert run("fmt", "-", "--check").code == 2


def test_fmt_is_a_filter() -> None:
    for text, code, out in (
        ("notes: [{question: a, answer: 'b'}]\ndeck: d", 0, "deck: d\nnotes:\n  - question: a\n    answer: b\n"),
        ("deck: d", 1, ""),
    ):
        process = subprocess.run(
            [sys.executable, "-m", "quizapp", "fmt", "-"],
            input=text.encode(),
            capture_output=True,
            check=False,
            env={**os.environ},
            cwd=Path(__file__).parents[2],
        )
        assert (process.returncode, process.stdout.decode()) == (code, out)
