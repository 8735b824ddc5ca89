"""No rule raises, hangs or points outside the file, whatever a note says."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_findings import only

from quizapp.deckfile.located import LocatedDeck, Place, locate_deck
from quizapp.lint.catalogue import rule_names
from quizapp.lint.configuration import DEFAULT
from quizapp.lint.engine import ActiveRules, check_deck, check_text, resolve
from quizapp.lint.view import CollectionView
from quizapp.problem import Problem

NAMES = rule_names()
LENGTH = 20_000

TEXTS = {
    "one letter": "a",
    "one sign": "?",
    "a dot": ".",
    "spaces inside": "a \u00a0\u2003 b",
    "an emoji": "😀",
    "an emoji family": "👨‍👩‍👧‍👦",
    "flags": "🇫🇷🇩🇪🇮🇹",
    "only accents": "\u0301\u0302\u0303",
    "Arabic": "ما هي عاصمة فرنسا؟",
    "Hebrew with marks": "מָה הִיא בִּירַת יִשְׂרָאֵל?",
    "Chinese": "中国的首都在哪里？北京",
    "Japanese": "「日本」の首都（東京）は、どこですか",
    "Thai": "เมืองหลวงของประเทศไทยคืออะไร",
    "letters that fold to two": "Straße İstanbul ŉ ﬁ",
    "regex signs": r".*+?^${}()|[]\ (?P<x>",
    "an open class": "[a-z(",
    "a replacement": r"\1 \g<0> $1",
    "braces of a format": "{} {0} %s %(x)s",
    "markup": "[b][@click=app.quit]x[/]",
    "HTML": "<script>alert(1)</script> &amp;",
    "a formula": '=HYPERLINK("http://x")',
    "zeros": "0" * 40,
    "a huge number": "9" * 400,
    "an exponent": "1e999999999",
    "a fraction of nothing": "1/0",
    "figures of other scripts": "٣٫١٤ ３．１４ ½ ²",
    "nothing but quotes": "\"'“”‘’«»",
    "brackets that never close": "(((([[[[“““«««",
    "stop words": "the of and to in is it that",
    "question words": "who what which when where why how?",
    "relative time": "this year last year next year today now recently currently",
    "line feeds": "a\n\n\nb\n- c\n- d",
    "tabs": "a\tb\tc",
}
UNITS = (
    *("a", " ", "(", "1,", "and ", "this year ", "in the last ", "_ ", "?", "? who is ", "<answer", "“", "Ã©", "a, "),
    *(
        "1) ",
        "\n",
        "'s ",
        "あ",
        "e\u0301",
        "😀",
        "what two ",
        "the current ",
        "or ",
        "who, ",
        "$1 ",
        "1990 ",
        "aaaa. A ",
    ),
)
BEFORE_A_GULF = (
    *(
        "except",
        ", and who",
        "who, and",
        "an",
        "in",
        "it",
        "in the text",
        "?",
        "a,",
        "a and",
        ";",
        "aaaa.",
        "1.",
        "today",
    ),
    *(
        "which of these",
        "what two",
        "the last",
        "according to the",
        "\n-",
        "not",
        "how many",
        "John, 1990",
        "is now",
        "(",
        "“",
    ),
)


def decks_of(text: str, other: str) -> list[str]:
    """Return decks of every kind of note that say a text in every place."""
    one, two = json.dumps(text, ensure_ascii=False), json.dumps(other, ensure_ascii=False)
    gap = json.dumps("{{" + text.replace("{", "").replace("}", "").replace(":", "") + "}} " + other, ensure_ascii=False)
    more = f"hint: {two}, explain: {one}, where: {two}"
    notes = [
        f"{{question: {one}, answer: {two}, accept: [{one}, x], {more}, bidirectional: true}}",
        f"{{question: {one}, answer: {one}, choices: [{two}, x, y], {more}}}",
        f"{{question: {one}, items: [{two}, x, y], {more}}}",
        f"{{question: {one}, number: 5, unit: m, within: 1, {more}}}",
        f"{{statement: {one}, holds: false, {more}}}",
        f"{{cloze: {gap}, {more}}}",
    ]
    head = f"deck: hostile\nsource: {{title: {two}}}\nnotes:\n"
    return [f"{head}- {note}\n" for note in notes]


def check_places(text: str, problems: tuple[Problem, ...]) -> None:
    lines = text.split("\n")
    for problem in problems:
        assert 0 <= problem.line <= problem.end_line <= len(lines)
        if problem.line:
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert 1 <= problem.end_column <= len(lines[problem.end_line - 1]) + 1
            assert (problem.line, problem.column) <= (problem.end_line, problem.end_column)


@pytest.mark.parametrize("name", TEXTS)
def test_rules_read_what_nobody_expects(name: str) -> None:
    for other in ("x", TEXTS[name], f"{TEXTS[name]} or {TEXTS[name]}"):
        for text in decks_of(TEXTS[name], other):
            check_places(text, check_text(text, "hostile.yaml"))


@cache
def long_decks() -> list[LocatedDeck]:
    """Return decks whose texts repeat a few characters, which is what makes a careless pattern take for ever."""
    texts = [(unit * LENGTH)[:LENGTH] for unit in UNITS]
    texts += [f"who is {before}{' ' * LENGTH}x" for before in BEFORE_A_GULF]
    return [locate_deck(deck, "long.yaml") for text in texts for deck in decks_of(text, text[: LENGTH // 2])]


@pytest.mark.parametrize("rule", NAMES)
def test_a_rule_takes_long_texts_in_its_stride(rule: str) -> None:
    for deck in long_decks():
        check_places(deck.source.text, check_deck(CollectionView().add(deck), only(rule)))


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60) | st.lists(
    st.sampled_from([*UNITS, *TEXTS.values()]), min_size=1, max_size=6
).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
def test_no_rule_raises_and_every_finding_lies_in_the_file(text: str, other: str) -> None:
    for deck in decks_of(text, other):
        check_places(deck, check_text(deck, "hostile.yaml"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
def test_what_a_rule_points_at_is_a_part_of_its_note(text: str, other: str) -> None:
    rules = ActiveRules(DEFAULT)
    for written in decks_of(text, other):
        deck = CollectionView().add(locate_deck(written, "hostile.yaml"))
        for note in deck.notes:
            for _, finding in rules.findings(note):
                at = finding.at
                place = at if isinstance(at, Place) else resolve(at, note.at)
                assert note.at.start <= place.start <= place.end <= note.at.end
