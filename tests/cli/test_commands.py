"""The subcommands on a small collection: what they print, what they leave on record, how they end."""

from __future__ import annotations

import csv
import io
import json

import pytest
from command_line import Run
from worlds import World

from quizapp import __version__
from quizapp.cli.lazy import SUMMARIES

STUDY_ONE = "\n4\nq\n"


def test_bare_quizapp_without_a_terminal_prints_the_overview(run: Run) -> None:
    result = run()
    assert result.code == 0
    assert result.lines[0].startswith("3 cards today, about ")
    assert result.lines[3].split() == ["rivers", "Rivers", "3", "·", "·", "5"]
    assert result.err == ""


def test_the_overview_of_a_day_that_is_done_says_when_the_next_card_comes(run: Run) -> None:
    run("study", "--plain", stdin="\n4\n" * 3)
    result = run()
    assert result.lines[0] == "Nothing is due. The next card comes back on Saturday."
    assert "Streak: 1 day, longest 1 day." in result.lines


def test_without_decks_the_overview_says_where_to_put_one(run: Run, world: World) -> None:
    (world.decks / "rivers.yaml").unlink()
    result = run()
    assert result.code == 0
    assert result.out.startswith("There are no decks. Write one into ")


def test_study_in_lines_keeps_every_answer_although_the_input_ends(run: Run) -> None:
    result = run("study", "--plain", stdin="\n4\n\n3")
    assert result.code == 0
    assert "2 cards, 2 answers" in result.out
    exported = list(csv.DictReader(io.StringIO(run("export", "reviews").out)))
    assert [(row["card_id"], row["rating"]) for row in exported] == [("rivers/nile", "4"), ("rivers/po", "3")]


def test_study_with_input_at_its_end_asks_one_card_and_stops(run: Run) -> None:
    result = run("study", "--plain")
    assert result.code == 0
    assert "1 of 3." in result.out


def test_study_takes_decks_tags_and_limits(run: Run, world: World) -> None:
    world.write(
        "seas.yaml", "deck: seas\ntitle: Seas\ntags: [salt]\nnotes:\n  - question: Q?\n    answer: A\n"
    )
    assert "1 of 1. Seas, new." in run("study", "sea", "--plain").out
    assert "1 of 1. Seas, new." in run("study", "--tag", "salt", "--plain").out
    assert "1 of 2." in run("study", "--plain", "--limit", "2").out
    assert "1 of 1." in run("study", "--plain", "--new", "1").out
    assert "1 of 6." in run("study", "--plain", "--cram").out


def test_study_ahead_brings_what_is_due_later(run: Run, world: World) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    world.clock.pass_days(1)
    assert "review." not in run("study", "--plain", stdin="b\n" * 9).out
    assert "1 of 1. Rivers, review." in run("study", "--plain", "--ahead", "30").out


def test_study_without_a_terminal_points_to_plain_mode(run: Run) -> None:
    result = run("study")
    assert result.code == 2
    assert result.out == ""
    assert result.err == (
        "quizapp: The screens need a terminal, and the input is none. "
        "Study in lines instead: quizapp study --plain\n"
    )


def test_an_unknown_deck_or_tag_is_told(run: Run) -> None:
    unknown = run("study", "--plain", "riverz")
    assert (unknown.code, unknown.err) == (
        10,
        "quizapp: There is no deck called 'riverz'. Did you mean rivers?\n",
    )
    assert run("cards", "x").code == 10
    tag = run("study", "--plain", "--tag", "salt")
    assert tag.code == 2
    assert "No card has the tag 'salt'." in tag.err


def test_decks_lists_what_today_holds(run: Run) -> None:
    assert [line.split() for line in run("decks").lines] == [
        ["deck", "title", "new", "learning", "due", "cards", "comes", "back"],
        ["rivers", "Rivers", "3", "·", "·", "5"],
    ]


def test_decks_as_json_has_the_documented_fields(run: Run, world: World) -> None:
    (deck,) = json.loads(run("decks", "--json").out)
    assert deck == {
        "deck_id": "rivers",
        "title": "Rivers",
        "path": str(world.decks / "rivers.yaml"),
        "notes": 3,
        "cards": 5,
        "new": 3,
        "learning": 0,
        "due": 0,
        "suspended": 0,
        "next_due_at": None,
        "problems": 0,
    }


def test_the_next_card_of_a_deck_comes_at_a_learning_step_or_at_the_start_of_a_study_day(run: Run) -> None:
    run("study", "--plain", stdin="\n4\n" * 3)
    (deck,) = json.loads(run("decks", "--json").out)
    assert deck["next_due_at"].endswith("T03:00:00.000Z")  # 04:00 in Berlin, in winter
    assert run("decks").lines[1].endswith("on Saturday")


def test_problems_are_listed_beside_the_decks_that_can_be_studied(run: Run, world: World) -> None:
    world.write(
        "broken.yaml",
        "deck: broken\ntitle: Broken\nnotes:\n  - question: Q?\n  - question: R?\n    answer: A\n",
    )
    result = run("decks", "--json")
    assert result.code == 0
    assert {deck["deck_id"]: deck["problems"] for deck in json.loads(result.out)} == {
        "rivers": 0,
        "broken": 1,
    }
    assert result.err.startswith(f"quizapp: {world.decks / 'broken.yaml'}:4:")


def test_cards_are_found_by_words(run: Run) -> None:
    found = json.loads(run("cards", "--search", "CAIRO nile", "--json").out)
    assert [card["card_id"] for card in found] == ["rivers/nile"]
    assert run("cards", "--search", "volga").out == "No card was found.\n"
    assert len(run("cards").lines) == 1 + 5


def test_cards_are_found_by_how_they_stand(run: Run) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    found = json.loads(run("cards", "riv", "--search", "rated:1 or kind:cloze", "--json").out)
    assert [card["card_id"] for card in found][:1] == ["rivers/nile"]
    assert {card["kind"] for card in found[1:]} == {"cloze"}


def test_a_query_that_cannot_be_read_is_told_with_the_mend(run: Run) -> None:
    result = run("cards", "--search", "is:lerning")
    assert (result.code, result.out) == (2, "")
    assert result.err == "quizapp: is:lerning is not known. Try is:learning.\n"


def test_cards_tell_where_each_stands(run: Run) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    run("suspend", "rivers/po")
    cards = {card["card_id"]: card for card in json.loads(run("cards", "--json").out)}
    assert cards["rivers/nile"]["phase"] == "review"
    assert cards["rivers/nile"]["retrievability"] == 1.0
    assert cards["rivers/nile"]["reps"] == 1
    assert cards["rivers/po"]["suspended"] is True
    assert cards["rivers/po"]["phase"] == "new"
    by_id = {line.split()[0]: line.split()[1] for line in run("cards").lines[1:]}
    assert (by_id["rivers/nile"], by_id["rivers/po"]) == ("review", "suspended")


def test_undo_reaches_back_over_sessions(run: Run) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    run("bury", "rivers/po")
    assert run("undo").out == "Took back: bury on rivers/po\n"
    assert run("undo").out == "Took back: Easy on rivers/nile\n"
    nothing = run("undo")
    assert (nothing.code, nothing.out) == (13, "")
    assert len(run("export", "reviews").lines) == 1


def test_suspend_unsuspend_and_bury(run: Run) -> None:
    assert run("suspend", "rivers/nile", "rivers/po").out == "Suspended: rivers/nile\nSuspended: rivers/po\n"
    assert run("unsuspend", "rivers/po").out == "Brought back: rivers/po\n"
    assert run("bury", "rivers/po").out == "Buried until tomorrow: rivers/po\n"


def test_no_card_is_touched_when_one_of_them_is_unknown(run: Run) -> None:
    result = run("suspend", "rivers/nile", "rivers/tiber")
    assert result.code == 11
    assert "There is no card 'rivers/tiber'." in result.err
    assert not any(card["suspended"] for card in json.loads(run("cards", "--json").out))


def test_explain_tells_how_a_card_got_there(run: Run) -> None:
    assert run("explain", "rivers/nile").lines[0].startswith("New: ")
    run("study", "--plain", stdin=STUDY_ONE)
    assert len(run("explain", "rivers/nile").lines) > 2
    assert run("explain", "rivers/tiber").code == 11


def test_reviews_are_exported_as_csv_and_json_alike(run: Run) -> None:
    run("study", "--plain", stdin="\n4\n\n2\nq\n")
    from_csv = list(csv.DictReader(io.StringIO(run("export", "reviews").out)))
    from_json = json.loads(run("export", "reviews", "--format", "json").out)
    assert len(from_csv) == len(from_json) == 2
    for row, other in zip(from_csv, from_json, strict=True):
        assert row == {name: _as_csv(row[name], value) for name, value in other.items()}
    assert from_json[0]["study_day"] == "2026-11-22"
    assert from_json[0]["reviewed_at"] == "2026-11-22T09:00:00.000Z"


def _as_csv(cell: str, value: object) -> str:
    """Return a value of JSON as CSV says it; a number with a fraction has as many decimals as the cell."""
    if isinstance(value, float):
        return f"{value:.{len(cell.partition('.')[2])}f}"
    return "" if value is None else str(value)


def test_reviews_are_chosen_by_day_and_deck(run: Run, world: World) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    world.clock.pass_days(2)
    run("study", "--plain", stdin=STUDY_ONE)

    def count(*args: str) -> int:
        return len(run("export", "reviews", *args).lines) - 1

    assert count() == 2
    assert count("--since", "2026-11-23") == 1
    assert count("--until", "2026-11-22") == 1
    assert count("--since", "2026-11-22", "--until", "2026-11-24") == 2
    assert count("--since", "2026-11-25") == 0
    assert count("--deck", "riv") == 2
    assert run("export", "reviews", "--deck", "x").code == 10
    assert run("export", "reviews", "--since", "22.11.2026").code == 2


def test_reviews_of_a_deck_that_is_gone_can_still_be_exported(run: Run, world: World) -> None:
    run("study", "--plain", stdin=STUDY_ONE)
    (world.decks / "rivers.yaml").unlink()
    assert len(run("export", "reviews", "--deck", "rivers").lines) == 2
    world.decks.rmdir()
    assert run("decks").code == 12
    assert len(run("export", "reviews").lines) == 2


def test_an_export_goes_to_a_file(run: Run, world: World) -> None:
    file = world.root / "out.json"
    result = run("export", "reviews", "--format", "json", "-o", str(file))
    assert (result.code, result.out) == (0, "")
    assert json.loads(file.read_text()) == []
    missing = run("export", "reviews", "-o", str(world.root / "no" / "out.csv"))
    assert missing.code == 16
    assert "was not written" in missing.err


def test_reading_commands_leave_no_database_behind(run: Run, world: World) -> None:
    for args in ([], ["decks"], ["cards"], ["export", "reviews"], ["explain", "rivers/nile"]):
        assert run(*args).code == 0
    assert not world.settings.database.exists()


def test_the_options_of_places_may_stand_before_and_after_the_command(run: Run, world: World) -> None:
    other = World(world.root / "other")
    other.write("seas.yaml", "deck: seas\ntitle: Seas\nnotes:\n  - question: Q?\n    answer: A\n")
    before = run("--decks", str(other.decks), "--db", str(other.settings.database), "decks", "--json")
    after = run("decks", "--json", "--decks", str(other.decks), "--db", str(other.settings.database))
    both = run("--decks", str(world.decks), "decks", "--json", "--decks", str(other.decks))
    assert before.out == after.out
    assert [deck["deck_id"] for deck in json.loads(after.out)] == ["seas"]
    assert [deck["deck_id"] for deck in json.loads(both.out)] == ["rivers", "seas"]


def test_a_file_that_is_no_database_is_told_and_left_alone(run: Run, world: World) -> None:
    file = world.root / "notes.txt"
    file.write_text("this is no database, but long enough to be taken for one" * 20)
    before = file.read_bytes()
    result = run("--db", str(file), "decks")
    assert result.code == 21
    assert file.read_bytes() == before


def test_control_characters_of_a_deck_do_not_reach_the_terminal(run: Run, world: World) -> None:
    result = run("cards", "\x1b]52;c;aGk=\x07")
    assert result.code == 10
    assert "\x1b" not in result.err
    assert "\x07" not in result.err


@pytest.mark.parametrize("args", [["--version"], ["-h"], ["study", "-h"], ["help"]])
def test_what_only_tells_ends_well(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.code == 0
    assert result.out
    assert result.err == ""


def test_version_is_one_line(run: Run) -> None:
    assert run("--version").out == f"quizapp {__version__}\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--colour"], "No such option"),
        (["study", "--limit", "0"], "--limit"),
        (["export", "notes"], "'notes' is not"),
        (["export"], "Missing argument"),
        (["suspend"], "Missing argument"),
    ],
)
def test_a_mistake_in_the_command_line_is_one_line_with_the_next_step(
    run: Run, args: list[str], told: str
) -> None:
    result = run(*args)
    assert result.code == 2
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert told in result.err
    assert result.err.endswith("--help\n")


def test_help_shows_pages_and_the_options_of_commands(run: Run) -> None:
    assert run("help").out.startswith("# The manual\n")
    assert run("help", "cli").out.startswith("# Commands\n")
    assert run("help", "undo").out.startswith("Usage: quizapp undo ")
    unknown = run("help", "cil")
    assert unknown.code == 15
    assert "Did you mean cli?" in unknown.err


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_a_page_or_shows_its_options(run: Run, name: str) -> None:
    assert run("help", name).code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    assert "_QUIZAPP_COMPLETE" in run("completion", shell).out


def test_completion_for_the_shell_in_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run("completion").out == run("completion", "fish").out
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run("completion").code == 2


@pytest.mark.parametrize("arguments", [("decks",), ("study", "--plain")])
def test_without_decks_the_next_step_is_told(run: Run, world: World, arguments: tuple[str, ...]) -> None:
    (world.decks / "rivers.yaml").unlink()
    result = run(*arguments, stdin="")
    assert result.code == 0
    assert f"There are no decks. Write one into {world.decks}; how: quizapp help decks" in result.out + result.err
