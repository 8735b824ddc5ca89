"""`quizapp export`: its tables in every form, chosen by deck, tag and day, into files and folders."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from command_line import Run
from worlds import World

from quizapp.clock import date_to_day
from quizapp.export.log_lines import log_text
from quizapp.model import Kind, Phase, Rating, Review
from quizapp.store.store import Store

STUDY = "\n3\n\n1\n\n4\nq\n"
TABLES = ("reviews", "days", "cards", "decks", "summary")

NASTY = """\
deck: nasty
title: "=HYPERLINK(1)"
tags: [odd]
notes:
  - {id: sum, question: "=SUM(A1)", answer: "@x | `y` <b>", tags: [sums, plus]}
"""


@pytest.fixture
def studied(run: Run, world: World) -> World:
    world.write("nasty.yaml", NASTY)
    run("study", "--plain", stdin=STUDY)
    world.clock.pass_days(3)
    run("study", "--plain", stdin=STUDY)
    return world


def parsed(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else ", ".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_every_form_says_the_same(run: Run, studied: World, table: str) -> None:
    rows = json.loads(run("export", table, "--format", "json", "--raw").out)
    assert rows
    assert [json.loads(line) for line in run("export", table, "--format", "jsonl", "--raw").lines] == rows
    assert parsed(run("export", table, "--raw").out) == [
        {name: as_text(value) for name, value in row.items()} for row in rows
    ]
    assert len(run("export", table, "--format", "md").lines) == len(rows) + 2


@pytest.mark.parametrize("table", TABLES)
def test_the_same_log_and_time_give_the_same_bytes(run: Run, studied: World, table: str) -> None:
    assert run("export", table).out == run("export", table).out


def test_days_are_those_of_the_answers(run: Run, studied: World) -> None:
    rows = json.loads(run("export", "days", "--format", "json").out)
    reviews = json.loads(run("export", "reviews", "--format", "json").out)
    assert [row["study_day"] for row in rows] == ["2026-11-22", "2026-11-25"]
    assert sum(row["answers"] for row in rows) == len(reviews)
    assert rows[0]["new"] == 3


def test_no_cell_of_any_table_is_run_as_a_formula(run: Run, studied: World) -> None:
    for table in TABLES:
        for row in parsed(run("export", table).out):
            assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values())
    (card,) = parsed(run("export", "cards", "--deck", "nasty").out)
    assert card["prompt"] == "'=SUM(A1)"
    assert card["tags"] == "odd, sums, plus"


def test_rows_are_chosen_by_deck_tag_and_day(run: Run, studied: World) -> None:
    def cards(*args: str) -> set[str]:
        return {row["card_id"] for row in parsed(run("export", *args).out)}

    assert cards("cards", "--tag", "sums") == {"nasty/sum"}
    assert cards("cards", "--deck", "riv", "--tag", "sums") == set()
    assert cards("reviews", "--tag", "odd") == {"nasty/sum"}
    assert {row["deck_id"] for row in parsed(run("export", "decks", "--tag", "plus").out)} == {"nasty"}
    assert [row["study_day"] for row in parsed(run("export", "days", "--since", "2026-11-23").out)] == ["2026-11-25"]
    assert run("export", "cards", "--tag", "none").code == 2


def test_the_end_of_a_name_tells_the_form(run: Run, studied: World) -> None:
    for suffix, start in (("json", "["), ("jsonl", "{"), ("md", "|"), ("csv", "study_day,"), ("txt", "study_day,")):
        file = studied.root / f"days.{suffix}"
        assert run("export", "days", "-o", str(file)).code == 0
        assert file.read_text(encoding="utf-8").startswith(start)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_summary_says_each_figure_with_its_range_in_words(run: Run, studied: World) -> None:
    studied.clock.pass_days(40)
    run("study", "--plain", stdin="\n3\n" * 9 + "q\n")
    rows = {row["name"]: row for row in parsed(run("export", "summary").out)}
    figures = json.loads(run("stats", "--json").out)
    assert rows["reviews"]["value"] == str(figures["reviews"])
    assert rows["reviews"]["text"] == f"Reviews: {figures['reviews']}"
    assert rows["reviews"]["as_of"] == "2027-01-04"
    held = rows["retention"]
    assert [float(held[name]) for name in ("value", "low", "high")] == [
        figures["retention"][name] for name in ("share", "low", "high")
    ]
    assert re.fullmatch(
        r"True retention: 100 % \([0-9.]+ to 100 % at 95 % confidence\), (\d+) of \1 reviews?", held["text"]
    ), held["text"]
    before = {row["name"]: row for row in parsed(run("export", "summary", "--until", "2026-11-22").out)}
    assert int(before["reviews"]["value"]) < figures["reviews"]
    assert [before["auc"][name] for name in ("value", "text")] == ["", "AUC: not known yet"]
    assert [before["retention"][name] for name in ("value", "low", "high")] == ["", "", ""]
    parts = [parsed(run("export", "summary", "--deck", deck).out)[0]["value"] for deck in ("nasty", "rivers")]
    assert sum(map(int, parts)) == figures["reviews"]


def test_parquet_holds_the_same_rows(run: Run, studied: World) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet (pyarrow) is not installed")
    for table in TABLES:
        file = studied.root / f"{table}.parquet"
        assert run("export", table, "-o", str(file)).code == 0
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        rows = json.loads(run("export", table, "--format", "json", "--raw").out)
        made = parquet.read_table(file).to_pylist()
        assert [list(row) for row in made] == [list(row) for row in rows]
        assert [len(made), made[0].get("card_id")] == [len(rows), rows[0].get("card_id")]


def test_parquet_without_pyarrow_says_how_to_get_it(
    run: Run, studied: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.export.parquet.find_spec", lambda name: None)
    file = studied.root / "days.parquet"
    result = run("export", "days", "-o", str(file))
    assert result.code == 2
    assert result.err.endswith("Install it: pip install 'quizapp[parquet]'\n")
    assert not file.exists()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_answers_that_went_out_raw_come_back_exactly(run: Run, studied: World, form: str) -> None:
    """Rows are made a log again, as any program could, and imported into an empty database."""
    run("undo")
    whole = run("export", "reviews", "--raw", "--format", form).out
    found = parsed(whole) if form == "csv" else [json.loads(line) for line in whole.splitlines()]
    log = studied.root / "log.jsonl"
    log.write_text("".join(log_text(map(_review, found))), encoding="utf-8", newline="")
    other = str(studied.root / "other.db")
    assert run("--db", other, "import", "log", str(log)).code == 0
    assert run("--db", other, "export", "reviews", "--raw", "--format", form).out == whole
    with Store.open(studied.settings.database, read_only=True) as here, Store.open(Path(other)) as there:
        assert list(here.iter_reviews()) == list(there.iter_reviews())


def _review(row: dict[str, str]) -> Review:
    def whole(name: str) -> int | None:
        return None if row[name] in ("", None) else int(row[name])

    recall = row["retrievability_before"]
    return Review(
        row["review_id"],
        row["card_id"],
        row["deck_id"],
        row["device_id"],
        round(datetime.fromisoformat(row["reviewed_at"]).timestamp() * 1000),
        int(row["utc_offset_minutes"]),
        date_to_day(date.fromisoformat(row["study_day"])),
        Rating(int(row["rating"])),
        Phase[row["phase"].upper()],
        whole("elapsed_days"),
        int(row["duration_ms"]),
        Kind(row["kind"]),
        row["answer"] or None,
        float(row["stability_days"]),
        float(row["difficulty"]),
        None if recall in ("", None) else float(recall),
        int(row["interval_days"]),
    )


def test_answers_for_fsrs(run: Run, studied: World) -> None:
    rows = parsed(run("export", "reviews", "--for", "fsrs").out)
    reviews = json.loads(run("export", "reviews", "--format", "json").out)
    assert list(rows[0]) == ["card_id", "review_time", "review_rating", "review_state", "review_duration"]
    assert rows[0]["review_time"] == "1795338000000"
    phases = ("new", "learning", "review", "relearning")
    for row, review in zip(rows, reviews, strict=True):
        assert row["card_id"] == review["card_id"]
        assert int(row["review_rating"]) == review["rating"]
        assert phases[int(row["review_state"])] == review["phase"]
        assert int(row["review_duration"]) == review["duration_ms"]


def test_a_folder_takes_all_tables_and_says_what_they_hold(run: Run, studied: World) -> None:
    folder = studied.root / "progress"
    assert run("export", *TABLES, "-o", f"{folder}/").code == 0
    assert {path.name for path in folder.iterdir()} == {*(f"{table}.csv" for table in TABLES), "datapackage.json"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.iterdir())
    assert run("export", "days", "-o", str(folder)).code == 0
    assert (folder / "days.csv").read_text(encoding="utf-8") == run("export", "days").out


@pytest.mark.parametrize("options", [[], ["--raw"]])
def test_frictionless_finds_nothing_wrong_with_a_folder(run: Run, studied: World, options: list[str]) -> None:
    """In a process of its own, as the libraries below it warn."""
    folder = studied.root / "progress"
    assert run("export", *TABLES, "-o", f"{folder}/", *options).code == 0
    assert _frictionless(folder) == {"valid": True, "errors": [], "rows": _rows(folder)}
    days = folder / "days.csv"
    days.write_text(days.read_text(encoding="utf-8").replace("2026-11-22", "yesterday"), encoding="utf-8")
    assert not _frictionless(folder)["valid"]


def _rows(folder: Path) -> list[int]:
    return [len(parsed((folder / f"{table}.csv").read_text(encoding="utf-8"))) for table in TABLES]


def _frictionless(folder: Path) -> dict[str, object]:
    probe = (
        "import json; from frictionless import Package, validate\n"
        "package = Package('datapackage.json')\n"
        "report = validate('datapackage.json')\n"
        "rows = [len(task.stats and resource.read_rows()) for task, resource in zip(report.tasks, package.resources)]\n"
        "print(json.dumps({'valid': report.valid, 'errors': report.flatten(['fieldName', 'note']), 'rows': rows}))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", probe],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["cards", "--since", "2026-01-01"], "as they are now"),
        (["reviews", "days"], "into a folder"),
        (["days", "--for", "fsrs"], "--for fsrs"),
        (["reviews", "--for", "fsrs", "--format", "json"], "--for fsrs"),
        (["days", "--format", "json", "-o", "."], "folder takes CSV"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, args: list[str], told: str) -> None:
    result = run("export", *args)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_a_folder_that_cannot_be_made_is_told(run: Run, world: World) -> None:
    result = run("export", "days", "-o", str(world.root / "no" / "folder") + "/")
    assert result.code == 16


def test_a_log_makes_the_same_collection_again(run: Run, studied: World) -> None:
    run("undo")
    run("suspend", "rivers/po")
    run("quiz", "rivers", "--plain", "--questions", "1", stdin=":dunno\n")
    file, other = studied.root / "log.jsonl", studied.root / "other.db"
    assert run("export", "log", "-o", str(file)).code == 0
    done = run("--db", str(other), "import", "log", str(file))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(" imported, 0 on record already.\n")
    assert run("--db", str(other), "export", "log").out == file.read_text(encoding="utf-8")
    for args in (
        ["export", "cards"],
        ["export", "reviews"],
        ["explain", "rivers/nile"],
        ["decks"],
        ["quiz", "--history"],
    ):
        assert run("--db", str(other), *args).out == run(*args).out
    assert "0 events imported" in run("import", "log", str(file)).out


def test_a_damaged_log_is_told_by_its_lines(run: Run, studied: World) -> None:
    file = studied.root / "log.jsonl"
    run("export", "log", "-o", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace('"rating":3', '"rating":4', 1), encoding="utf-8")
    other = str(studied.root / "other.db")
    refused = run("--db", other, "import", "log", str(file))
    assert refused.code == 32
    assert "--skip-damaged" in refused.err
    assert run("--db", other, "export", "reviews").out.count("\n") == 1
    taken = run("--db", other, "import", "log", str(file), "--skip-damaged")
    assert taken.code == 0
    assert "1 line left out" in taken.out
    assert "its checksum is" in taken.err
    assert run("import", "log", str(studied.root / "no")).code == 33


@pytest.mark.parametrize("args", [["log", "reviews"], ["log", "--format", "csv"], ["log", "--deck", "rivers"]])
def test_the_log_is_taken_away_whole(run: Run, args: list[str]) -> None:
    assert run("export", *args).code == 2
