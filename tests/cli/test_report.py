"""`quizapp report` writes a page, whole and private, of the decks, tags and days that are asked for."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from command_line import Run
from worlds import DAY, World

from quizapp.model import Rating
from quizapp.study.scope import Scope

WATER = """\
deck: water
title: Water <b>and</b> ice
tags: [chemistry]
notes:
  - id: boils
    question: At how many °C does it boil?
    answer: "100"
"""


def study(world: World, deck: str, *ratings: Rating) -> None:
    with world.open() as collection:
        session = collection.study(Scope(deck_ids=(deck,)))
        for rating in ratings:
            session.rate(rating, duration_ms=4_000)


@pytest.fixture
def studied(world: World) -> World:
    """Two answers in Rivers three days ago, one in Water today."""
    world.write("water.yaml", WATER)
    study(world, "rivers", Rating.EASY, Rating.GOOD)
    world.clock.pass_ms(3 * DAY)
    study(world, "water", Rating.EASY)
    return world


def reviews(html: str) -> str:
    found = re.search(r"<dt>Reviews</dt><dd>(.*?)</dd>", html)
    assert found is not None
    return found[1]


def test_a_page_is_written_for_its_owner_alone(studied: World, run: Run) -> None:
    result = run("report", "-o", "progress.html")
    assert (result.code, result.out, result.err) == (0, "", "")
    file = Path("progress.html")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    html = file.read_text(encoding="utf-8")
    assert html.endswith("</html>\n")
    assert reviews(html) == "3"
    assert "Water &lt;b&gt;and&lt;/b&gt; ice" in html
    assert [left.name for left in Path().iterdir() if left.suffix == ".tmp"] == []


def test_a_page_goes_into_a_pipe(studied: World, run: Run) -> None:
    assert run("report").out == run("report", "-o", "-").out
    assert run("report").out.startswith("<!doctype html>\n")


def test_the_same_progress_gives_the_same_page(studied: World, run: Run) -> None:
    assert run("report").out == run("report").out


def test_a_terminal_is_no_place_for_it(studied: World, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.cli.commands.report.is_terminal", lambda: True)
    result = run("report")
    assert (result.code, result.out) == (2, "")
    assert "quizapp report -o progress.html" in result.err


def test_decks_tags_and_days_narrow_it(studied: World, run: Run) -> None:
    for args, number, scope in (
        (("--deck", "wat"), "1", "Water &lt;b&gt;and&lt;/b&gt; ice · "),
        (("--tag", "chemistry"), "1", "All decks, tag chemistry · "),
        (("--since", "2026-11-23"), "1", "23 Nov 2026 – 25 Nov 2026"),
        (("--until", "2026-11-22"), "2", "All decks · <span>22 Nov 2026</span>"),
        (("--since", "2027-01-01"), "0", "25 Nov 2026"),
    ):
        html = run("report", *args).out
        assert reviews(html) == number
        assert scope in html


def test_a_title_is_its_own(studied: World, run: Run) -> None:
    html = run("report", "--title", "Mia & her <decks>").out
    assert "<title>Mia &amp; her &lt;decks&gt;</title>" in html
    assert "<h1>Mia &amp; her &lt;decks&gt;</h1>" in html


def test_a_deck_or_tag_that_is_not_there_is_told(world: World, run: Run) -> None:
    assert "There is no deck called 'nothing'" in run("report", "--deck", "nothing").err
    assert "No card has the tag 'nothing'" in run("report", "--tag", "nothing").err


def test_a_file_that_cannot_be_written_is_told(world: World, run: Run) -> None:
    Path("folder").mkdir()
    assert "folder" in run("report", "-o", "folder").err
    assert run("report", "-o", "missing/progress.html").code == 16


def test_hardest_cards_show_their_questions_and_never_their_answers(world: World, run: Run) -> None:
    study(world, "rivers", *[Rating.EASY] * 3)
    world.clock.pass_days(100)
    study(world, "rivers", *[Rating.AGAIN] * 3)
    html = run("report").out
    assert "Which river flows through Cairo?" in html
    assert "The Nile" not in html
