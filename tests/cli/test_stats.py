"""`quizapp stats`, for people and for programs."""

from __future__ import annotations

import json

import pytest
from command_line import Run
from worlds import DAY, World

from quizapp.model import ActionKind, Rating
from quizapp.stats.definitions import FIGURES
from quizapp.study.scope import Scope

WATER = """\
deck: water
title: Water
tags: [chemistry]
notes:
  - id: boils
    question: At how many °C does it boil?
    answer: "100"
"""


def study(world: World, *ratings: Rating, deck: str = "rivers") -> None:
    """Answer what comes, one rating after the other, four seconds each."""
    with world.open() as collection:
        session = collection.study(Scope(deck_ids=(deck,)))
        for rating in ratings:
            assert session.current is not None
            session.rate(rating, duration_ms=4_000)


@pytest.fixture
def studied(world: World) -> World:
    """Two decks: four answers three days ago, one today."""
    world.write("water.yaml", WATER)
    study(world, Rating.EASY, Rating.GOOD, Rating.AGAIN)
    study(world, Rating.EASY, deck="water")
    world.clock.pass_ms(3 * DAY)
    study(world, Rating.EASY)
    return world


def test_figures_come_in_parts_with_what_matters_most_on_top(studied: World, run: Run) -> None:
    result = run("stats")
    assert result.code == 0
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0] == "all decks · all days"
    assert lines[2:4] == ["Activity", "5 reviews on 2 days"]
    assert "  20 s, 4 s a review · streak 1 day, longest 1 day" in lines
    assert "  Nov 2026  5  ██████████████████████████████" in lines
    assert "2 decks answered" in lines
    assert "  new cards: 2, begun in 1 day" in lines
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)


def test_without_an_answer_it_tells_so_and_what_is_to_come(world: World, run: Run) -> None:
    lines = run("stats").out.splitlines()
    assert lines[2:4] == ["Activity", "no reviews"]
    assert "  new cards: 5, begun in 1 day" in lines


def test_without_cards_there_is_nothing_but_that(world: World, run: Run) -> None:
    (world.decks / "rivers.yaml").unlink()
    assert run("stats").out == "all decks · all days\n\nActivity\nno reviews\n"


def test_a_deck_a_tag_or_days_narrow_it(studied: World, run: Run) -> None:
    assert run("stats", "water").out.startswith("Water · all days\n\nActivity\n1 review on 1 day\n")
    assert run("stats", "--tag", "chemistry").out.splitlines()[3] == "1 review on 1 day"
    since = run("stats", "--since", "2026-11-23").out.splitlines()
    assert since[0] == "all decks · since 2026-11-23"
    assert since[3] == "1 review on 1 day"
    until = run("stats", "--until", "2026-11-22", "--since", "2026-11-01").out.splitlines()
    assert until[0] == "all decks · since 2026-11-01 until 2026-11-22"
    assert until[3] == "4 reviews on 1 day"


def test_a_deck_that_is_gone_still_has_its_answers(studied: World, run: Run) -> None:
    (studied.decks / "water.yaml").unlink()
    assert run("stats", "water").out.startswith("water · all days\n\nActivity\n1 review on 1 day\n")


def test_what_was_done_is_told_by_tag_and_by_kind(studied: World, run: Run) -> None:
    lines = run("stats").out.splitlines()
    at = lines.index("Tags")
    assert lines[at : at + 5] == [
        "Tags",
        "1 tag answered",
        "",
        "  tag        reviews  time",
        "  chemistry        1   4 s",
    ]


def test_knowledge_over_time_ends_today_with_what_is_known_now(studied: World, run: Run) -> None:
    lines = run("stats").out.splitlines()
    at = lines.index("  known over time, 4 at most")
    assert lines[at + 5] == "  22 Nov    25 Nov"
    figures = json.loads(run("stats", "--json").out)
    assert [point["day"] for point in figures["knowledge"]] == [f"2026-11-{date}" for date in (22, 23, 24, 25)]
    assert figures["knowledge"][-1]["known"] == figures["known_cards"]
    assert all(point["known"] <= figures["seen_cards"] for point in figures["knowledge"])


def test_leeches_are_marked_among_the_hardest_cards(studied: World, run: Run) -> None:
    assert run("config", "study.leech_lapses", "1").code == 0
    with studied.open() as collection:
        for _ in range(3):
            studied.clock.pass_ms(400 * DAY)
            session = collection.study(Scope(deck_ids=("water",)))
            session.rate(Rating.AGAIN, duration_ms=4_000)
        collection.act_on(ActionKind.SUSPEND, ["water/boils"])
    out = run("stats", "water").out
    assert "those that lapsed most often · 1 leech, 1 suspended\n" in out
    assert out.rstrip().endswith("leech, suspended")


def test_quizzes_are_listed_with_their_scores(studied: World, run: Run) -> None:
    run("quiz", "water", "--questions", "1", "--plain", stdin="100\n\n")
    out = run("stats").out
    assert "Quizzes\n100 % right in 1 quiz\n" in out
    [quiz] = json.loads(run("stats", "water", "--json").out)["quizzes"]
    assert (quiz["day"], quiz["right"], quiz["questions"], quiz["deck_ids"]) == ("2026-11-25", 1, 1, ["water"])
    assert json.loads(run("stats", "rivers", "--json").out)["quizzes"] == []


def test_json_has_every_figure(studied: World, run: Run) -> None:
    figures = json.loads(run("stats", "--json").out)
    about = ["today", "selected_decks", "selected_tags", "since", "until"]
    assert list(figures) == [*about, *(figure.name for figure in FIGURES)]
    assert figures["today"] == "2026-11-25"
    assert figures["reviews"] == 5
    assert [day["day"] for day in figures["days"]] == ["2026-11-22", "2026-11-25"]
    assert figures["hours"][10] == 5
    assert figures["retention"]["share"] is None
    assert figures["seen_cards"] == sum(figures["stability"]) == sum(figures["retrievability"])


def test_json_says_what_it_is_about(studied: World, run: Run) -> None:
    figures = json.loads(run("stats", "wat", "--since", "2026-11-23", "--json").out)
    assert figures["selected_decks"] == ["water"]
    assert figures["since"] == "2026-11-23"
    assert figures["reviews"] == 0
    assert figures["seen_cards"] == 1


def test_a_deck_or_tag_that_is_not_there_is_told(world: World, run: Run) -> None:
    assert "There is no deck called 'nothing'" in run("stats", "nothing").err
    assert "No card has the tag 'nothing'" in run("stats", "--tag", "nothing").err


def test_a_title_cannot_act_on_the_terminal(world: World, run: Run) -> None:
    world.write("water.yaml", WATER.replace("title: Water", 'title: "W\\u202eater"'))
    assert "\u202e" not in run("stats", "water").out
