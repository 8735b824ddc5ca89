"""One file that needs nothing else, whatever decks are called, with or without answers, after a day or ten years."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from made_up_learner import TODAY, Learner, learner

from quizapp.clock import day_to_date
from quizapp.report.page import page
from quizapp.report.report import WEEKS, Report, Span, days_of, last_year, year_before
from quizapp.stats.selection import Selection

HOSTILE = '"></title></style></script><script>fetch("//evil.example")</script><img src=x onerror=alert(1)>\u202e'
MOST_BYTES = 1_500_000


class Shape(HTMLParser):
    """Counts tags, gathers attributes, and checks that each element ends where it should."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def report(who: Learner, title: str = "Progress", deck: str = "Rivers") -> Report:
    progress = who.progress()
    spans = [Span("All", progress)]
    if recent := last_year(progress):
        spans.insert(0, Span("52 weeks", who.progress(recent)))
    prompts = {card.card_id: f"What is it? {title}" for card in progress.hardest}
    return Report(title, tuple(spans), {"rivers": deck}, prompts)


@pytest.fixture(scope="module")
def year() -> Learner:
    return learner(TODAY, days=300, decks={"rivers": 60, "water": 40})


@pytest.fixture(scope="module")
def years() -> Learner:
    return learner(TODAY, days=800, decks={"rivers": 60, "water": 40})


@pytest.mark.parametrize("days", [0, 1, 3, 300, 800])
def test_the_page_is_well_formed_and_names_no_other_place(days: int) -> None:
    html = "".join(page(report(learner(TODAY, days=days, decks={"rivers": 60}, new_per_day=5))))
    shape = Shape(html)
    assert shape.open == []
    assert html.startswith("<!doctype html>\n")
    assert not {"link", "img", "iframe", "a", "object", "form", "base"} & set(shape.tags)
    assert not {"src", "href", "style", "srcset", "action"} & {name for name, _ in shape.attributes}
    assert not [name for name, _ in shape.attributes if name.startswith("on")]
    assert "://" not in html
    assert "url(" not in html
    assert "NaN" not in html
    assert "None" not in html


def test_the_policy_allows_only_the_style_and_the_script_that_are_there(year: Learner) -> None:
    html = "".join(page(report(year)))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    allowed = dict(rule.split(" ", 1) for rule in policy[1].replace("&#x27;", "'").split("; "))
    assert allowed["default-src"] == allowed["base-uri"] == allowed["form-action"] == "'none'"
    for name in ("style", "script"):
        (inline,) = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
        assert allowed[f"{name}-src"] == f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def test_hostile_titles_decks_and_questions_stay_text(year: Learner) -> None:
    html = "".join(page(report(year, HOSTILE, HOSTILE)))
    shape = Shape(html)
    assert shape.open == []
    assert shape.tags.count("script") == shape.tags.count("style") == 1
    assert "img" not in shape.tags
    assert "\u202e" not in html
    assert html.count("fetch(&quot;//evil.example&quot;)") >= 3


def test_each_plot_has_the_same_values_as_a_table(year: Learner) -> None:
    html = "".join(page(report(year)))
    sections = re.findall(r"<section .*?</section>", html)
    assert len(sections) >= 10
    assert all("<table>" in section and "<caption" in section for section in sections)


def test_only_a_log_longer_than_a_year_lets_choose_days(year: Learner, years: Learner) -> None:
    assert last_year(year.progress()) is None
    assert 'type="radio"' not in "".join(page(report(year)))
    html = "".join(page(report(years)))
    assert html.count('type="radio"') == 2
    assert html.count('class="block share1 retention span0"') == html.count('class="block share1 retention span1"') == 1
    assert html.count('class="block share1 stability"') == 1


def test_a_year_is_52_weeks_from_a_monday(years: Learner) -> None:
    recent = last_year(years.progress(Selection(deck_ids=("rivers",))))
    assert recent == Selection(deck_ids=("rivers",), first_day=TODAY - WEEKS * 7 + 1)
    assert {day_to_date(year_before(TODAY + day)).weekday() for day in range(7)} == {0}


@pytest.mark.parametrize(
    ("selection", "first", "last"),
    [
        (Selection(), 1, TODAY),
        (Selection(first_day=TODAY - 9), TODAY - 9, TODAY),
        (Selection(first_day=TODAY - 9, last_day=TODAY - 3), TODAY - 9, TODAY - 3),
        (Selection(last_day=TODAY + 40), 1, TODAY),
        (Selection(first_day=TODAY + 5), TODAY, TODAY),
    ],
)
def test_days_are_those_chosen_within_those_there_were(
    year: Learner, selection: Selection, first: int, last: int
) -> None:
    progress = year.progress(selection)
    assert days_of(progress) == (min(year.progress().activity.days) if first == 1 else first, last)


@pytest.mark.slow
def test_ten_years_and_a_thousand_decks_are_a_small_file() -> None:
    """As large as a report becomes: every part of it is capped, or one value for each week, month or deck."""
    who = learner(TODAY, days=3650, decks={f"deck-{number}": 4 for number in range(1000)}, new_per_day=2)
    html = "".join(page(report(who, deck="A rather long title of a deck" * 3)))
    assert len(html.encode()) < MOST_BYTES
