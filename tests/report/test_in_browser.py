"""The report in a real browser: it asks for nothing, shows the right values, and needs no script for that."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from browser import Browser
from made_up_learner import TODAY, learner

from quizapp.palette import PALETTES
from quizapp.report.page import page
from quizapp.report.report import Report, Span, last_year
from quizapp.stats.progress import Progress

HOSTILE = "</title><img src=//evil.example onerror=alert(1)> <b>Rivers</b>"


class Pages(NamedTuple):
    """Files, and the figures that are in the one of two years: of all days and of the last 52 weeks."""

    years: Path
    empty: Path
    decks: Path
    everything: Progress
    recent: Progress


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    folder = tmp_path_factory.mktemp("pages")
    who = learner(TODAY, days=900, decks={"rivers": 60, "water": 40})
    everything = who.progress()
    selection = last_year(everything)
    assert selection is not None
    recent = who.progress(selection)
    spans = (Span("52 weeks", recent), Span("All", everything))
    prompts = {card.card_id: who.cards[card.card_id].prompt for card in everything.hardest}
    nobody = learner(TODAY, days=0, decks={"rivers": 60}).progress()
    many = learner(TODAY, days=60, decks={f"deck-{number}": 4 for number in range(60)}, new_per_day=5).progress()
    made = {
        "years": Report(HOSTILE, spans, {"rivers": HOSTILE}, prompts),
        "empty": Report("Progress", (Span("All", nobody),), {}, {}),
        "decks": Report("Progress", (Span("All", many),), {}, {}),
    }
    files = {name: folder / f"{name}.html" for name in made}
    for name, report in made.items():
        files[name].write_text("".join(page(report)), encoding="utf-8")
    return Pages(files["years"], files["empty"], files["decks"], everything, recent)


@pytest.mark.parametrize(
    ("name", "wide"), [("years", 390), ("years", 768), ("years", 1280), ("empty", 390), ("decks", 390)]
)
def test_it_asks_for_nothing_complains_of_nothing_and_fits(
    browser: Browser, pages: Pages, name: str, wide: int
) -> None:
    file: Path = getattr(pages, name)
    browser.open(file, wide=wide, dark=wide == 768)
    assert browser.requests() == [file.as_uri()]
    assert browser.complaints() == []
    for span in ("span0", "span1"):
        browser.evaluate(f"(input => input && input.click())(document.getElementById('{span}'))")
        assert browser.evaluate("document.documentElement.scrollWidth") == wide
        assert browser.evaluate(WORDS_OUT_OF_PLACE) == []


WORDS_OUT_OF_PLACE = """
(() => {
  const wrong = [];
  for (const block of document.querySelectorAll(".block")) {
    const box = block.getBoundingClientRect();
    if (!box.width) continue;
    const texts = [...block.querySelectorAll("svg text")].map(text => [text.textContent, text.getBoundingClientRect()]);
    for (const [words, at] of texts) {
      if (at.left < box.left || at.right > box.right) wrong.push(`${words} leaves its block`);
      for (const [others, other] of texts) {
        if (other !== at && at.left < other.right && other.left < at.right
            && at.top + 3 < other.bottom && other.top + 3 < at.bottom) wrong.push(`${words} lies on ${others}`);
      }
    }
  }
  return wrong;
})()
"""


def test_its_policy_lets_no_script_and_no_address_in(browser: Browser, pages: Pages) -> None:
    browser.open(pages.empty)
    breached = browser.evaluate(
        """new Promise(done => {
            const found = new Set();
            document.addEventListener("securitypolicyviolation", event => {
              found.add(event.effectiveDirective);
              if (found.size === 3) done([...found].sort());
            });
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>");
            new Image().src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
        })"""
    )
    assert breached == ["img-src", "script-src-elem", "style-src-attr"]
    assert browser.evaluate("window.ran") is None


def test_a_title_and_a_deck_are_text(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    assert browser.evaluate("document.title") == HOSTILE
    assert browser.evaluate("document.querySelector('h1').textContent") == HOSTILE
    assert HOSTILE in browser.evaluate("[...document.querySelectorAll('.decks tbody th bdi')].map(e => e.textContent)")
    assert browser.evaluate("document.querySelectorAll('img, b b, h1 *').length") == 0


def test_cells_are_as_dark_as_their_days_were_full(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    cells = browser.evaluate(
        """[...document.querySelectorAll(".activity.span0 .m")].map(mark =>
            [mark.dataset.said, getComputedStyle(mark.querySelector("rect")).fill])"""
    )
    assert len(cells) == 364
    numbers = [int(re.findall(r": (\d+|no) review", said)[0].replace("no", "0")) for said, _ in cells]
    days = pages.recent.activity.days
    assert numbers == [days[day].reviews if day in days else 0 for day in range(TODAY - 363, TODAY + 1)]
    shades = [rgb(PALETTES["light"]._asdict()[f"heat{level}"]) for level in range(1, 5)]
    darkness = [shades.index(fill) if number else -1 for number, (_, fill) in zip(numbers, cells, strict=True)]
    assert {-1, 3} <= set(darkness)
    by_number = [dark for _, dark in sorted(zip(numbers, darkness, strict=True))]
    assert by_number == sorted(by_number)


def test_bars_are_as_high_as_their_numbers(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    heights = browser.evaluate(
        f"[...document.querySelectorAll('.coming .m')].map(mark => {HIGHEST_BAR})"
    )
    expected = [day.expected for day in pages.recent.forecast.days]
    most = max(heights)
    shown = [0 if round(number) == 0 else number / max(expected) * most for number in expected]
    assert heights == pytest.approx(shown, abs=2)
    columns = browser.evaluate(f"[...document.querySelectorAll('.difficulty .m')].map(mark => {HIGHEST_BAR})")
    counts = pages.recent.memory.difficulty
    assert columns == pytest.approx([count / max(counts) * max(columns) for count in counts], abs=1.5)


HIGHEST_BAR = """
Math.max(0, ...[...mark.querySelectorAll("rect:not(.reach)")].map(bar => bar.getBoundingClientRect().height))
"""


def test_pointing_at_a_mark_says_its_value(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    assert browser.evaluate("document.getElementById('tip').hidden") is True
    browser.point_at(".difficulty .m:nth-of-type(5)")
    said = browser.evaluate("(t => t.hidden ? null : t.textContent)(document.getElementById('tip'))")
    cards = pages.recent.memory.difficulty[4]
    assert said == f"Difficulty 5: {cards} card{'s' if cards != 1 else ''}"
    box = browser.evaluate("(b => [b.left, b.right, b.top])(document.getElementById('tip').getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= 1280
    assert box[2] >= 0
    browser.point_at("h1")
    assert browser.evaluate("document.getElementById('tip').hidden") is True


def test_arrow_keys_lead_from_value_to_value(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    browser.evaluate("document.querySelector('.activity.span0 .plot').focus({preventScroll: true})")
    said = []
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "Home", "ArrowDown"):
        browser.press(key)
        said.append(browser.evaluate("document.getElementById('said').textContent").partition(":")[0])
    assert said == ["Sun 22 Nov 2026", "Sat 21 Nov 2026", "Sat 14 Nov 2026", "Mon 24 Nov 2025", "Tue 25 Nov 2025"]
    browser.press("Escape")
    assert browser.evaluate("document.getElementById('tip').hidden") is True


def test_it_is_light_or_dark_as_the_system_until_the_button_says_otherwise(browser: Browser, pages: Pages) -> None:
    dark, light = (rgb(PALETTES[name].ground) for name in ("dark", "light"))
    browser.open(pages.years, dark=True)
    assert ground(browser) == dark
    assert browser.evaluate("getComputedStyle(document.querySelector('h1')).color") == rgb(PALETTES["dark"].ink)
    browser.prefer("light")
    assert ground(browser) == light
    assert browser.evaluate("document.getElementById('theme').textContent") == "Dark"
    browser.evaluate("document.getElementById('theme').click()")
    assert ground(browser) == dark
    browser.evaluate("document.getElementById('theme').click()")
    assert ground(browser) == light


@pytest.mark.parametrize("script", [True, False])
def test_days_are_chosen_with_and_without_a_script(browser: Browser, pages: Pages, script: bool) -> None:
    browser.open(pages.years, script=script)
    seen = """[...document.querySelectorAll("dl")].filter(list => list.offsetHeight)
        .map(list => list.querySelectorAll("dd:not(.beside)")[2].textContent)"""
    assert browser.evaluate(seen) == [f"{pages.recent.activity.total.reviews:,}"]
    browser.click("label[for=span1]")
    assert browser.evaluate(seen) == [f"{pages.everything.activity.total.reviews:,}"]
    assert browser.evaluate("[...document.querySelectorAll('.retention')].filter(e => e.offsetHeight).length") == 1


def test_without_a_script_every_value_has_a_title_and_a_table(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years, script=False)
    assert browser.complaints() == []
    assert browser.evaluate("document.querySelectorAll('.m').length") == browser.evaluate(
        "document.querySelectorAll('.m > title').length"
    )
    assert browser.evaluate("getComputedStyle(document.getElementById('theme')).display") == "none"
    browser.click(".difficulty summary")
    assert browser.evaluate("document.querySelectorAll('.difficulty table')[0].offsetHeight") > 0


@pytest.mark.parametrize("name", ["years", "decks"])
def test_it_prints_on_two_or_three_pages(browser: Browser, pages: Pages, name: str) -> None:
    browser.open(getattr(pages, name), dark=True)
    assert len(re.findall(rb"/Type\s*/Page\b", browser.pdf())) in (2, 3)


def test_all_days_print_on_two_or_three_pages(browser: Browser, pages: Pages) -> None:
    browser.open(pages.years)
    browser.evaluate("document.getElementById('span1').click()")
    assert len(re.findall(rb"/Type\s*/Page\b", browser.pdf())) in (2, 3)


def ground(browser: Browser) -> str:
    found: str = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def rgb(colour: str) -> str:
    """Return `#rrggbb` as a browser reads it back."""
    return f"rgb({', '.join(str(int(colour[n : n + 2], 16)) for n in (1, 3, 5))})"
