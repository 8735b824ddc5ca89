"""`quizapp due`: one line, from what was kept or worked out, the same either way."""

from __future__ import annotations

import json
import os
import re

from command_line import Run
from worlds import World


def test_one_line_says_what_is_due(run: Run, world: World) -> None:
    result = run("due")
    assert (result.code, result.err) == (0, "")
    assert re.fullmatch(r"4 new · about \d+ min\n", result.out) or re.fullmatch(r"\d new · about \d+ min\n", result.out)
    run("study", "--plain", stdin="\n1\nq\n")
    assert re.fullmatch(r"1 due, \d new · about \d+ min\n", run("due").out)


def test_json_has_its_fields(run: Run, world: World) -> None:
    told = json.loads(run("due", "--json").out)
    assert list(told) == ["study_day", "due", "new", "minutes"]
    assert told["study_day"] == "2026-11-22"
    assert told["due"] == 0


def test_quiet_answers_by_its_exit_code(run: Run, world: World) -> None:
    assert (run("due", "--quiet").code, run("due", "--quiet").out) == (0, "")
    world.write("rivers.yaml", "deck: rivers\ntitle: Rivers\nnotes: []\n")
    assert (run("due", "--quiet").code, run("due", "--quiet").out) == (1, "")
    assert run("due").out == "nothing due\n"


def test_what_is_kept_and_what_is_worked_out_are_the_same(run: Run, world: World) -> None:
    file = world.decks / "rivers.yaml"
    old = file.stat().st_mtime_ns - 10_000_000_000
    os.utime(file, ns=(old, old))
    for _ in range(3):
        run("study", "--plain", stdin="\n3\n\n1\nq\n")
        kept = run("due").out
        (next((world.root.parent / "home" / "cache").rglob("due.json"))).unlink()
        assert run("due").out == kept
        assert run("due").out == kept
        world.clock.pass_days(2)


def test_a_mistake_in_the_settings_is_told(run: Run, world: World) -> None:
    from quizapp import paths

    run("due")
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text("[study]\nnew_per_day = 0\n", encoding="utf-8")
    assert run("due").out == "nothing due\n"
    paths.config_file().write_text("no toml", encoding="utf-8")
    assert run("due").code == 14
