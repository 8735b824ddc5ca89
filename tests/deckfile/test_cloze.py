from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.cloze import ClozeError, Gap, group_names, parse_cloze, revealed
from quizapp.text import is_clean


@pytest.mark.parametrize(
    ("sentence", "segments"),
    [
        ("{{a}}", (Gap("a"),)),
        ("x {{a}} y", ("x ", Gap("a"), " y")),
        ("{{ a :: b }}", (Gap("a", "b"),)),
        ("{{a}}{{b}}", (Gap("a"), Gap("b"))),
        ("{{a::b::c}}", (Gap("a", "b::c"),)),
        ("{{1:a}} {{2: b::h}}", (Gap("a", "", "1"), " ", Gap("b", "h", "2"))),
        ("{{ 1:a }}", (Gap("a", "", "1"),)),
        ("{{1:1998}} {{2:2003::year}}", (Gap("1998", "", "1"), " ", Gap("2003", "year", "2"))),
        ("{{1: 30}}", (Gap("30", "", "1"),)),
        (r"{{1\:30}}", (Gap("1:30"),)),
        ("{{12:30}}", (Gap("12:30"),)),
        ("{{0:x}}", (Gap("0:x"),)),
        ("{{1::hint}}", (Gap("1", "hint"),)),
        ("{{a:b}}", (Gap("a:b"),)),
        (r"{{std\::vector}}", (Gap("std::vector"),)),
        (r"\{{ x \}} {{a}}", ("{{ x }} ", Gap("a"))),
        (r"C:\{{a\}} {{b}}", ("C:{{a}} ", Gap("b"))),
        (r"C:\\{{b}}", ("C:\\", Gap("b"))),
        (r"\\server\share {{b}}", (r"\\server\share ", Gap("b"))),
        ("{a} {{b}} }", ("{a} ", Gap("b"), " }")),
        ("{{c1}}", (Gap("c1"),)),
    ],
)
def test_gaps_hints_and_groups_are_told_from_text(sentence: str, segments: tuple[object, ...]) -> None:
    assert parse_cloze(sentence) == segments


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("no gap", "cloze-without-gap"),
        (r"\{{a\}}", "cloze-without-gap"),
        ("a {{b", "cloze-unclosed-gap"),
        ("a }} b", "cloze-unopened-gap"),
        ("{{a}} }}", "cloze-unopened-gap"),
        ("{{a {{b}} c}}", "cloze-nested-gap"),
        ("{{}}", "cloze-empty-gap"),
        ("{{ }}", "cloze-empty-gap"),
        ("{{::hint}}", "cloze-empty-gap"),
        ("{{1:}}", "cloze-empty-gap"),
        ("{{f{x}}}", "cloze-three-braces"),
        ("{{{x}}", "cloze-three-braces"),
        ("{{1:30}}", "cloze-group-or-text"),
        ("{{1:42 %}}", "cloze-group-or-text"),
        ("{{1:25000}}", "cloze-group-or-text"),
        ("{{c1::Paris}}", "cloze-anki-gap"),
        ("{{c1::Paris::city}}", "cloze-anki-gap"),
    ],
)
def test_a_sentence_whose_gaps_cannot_be_told_is_refused(sentence: str, rule: str) -> None:
    with pytest.raises(ClozeError) as error:
        parse_cloze(sentence)
    assert error.value.rule == rule
    assert error.value.mend


@pytest.mark.parametrize(
    ("sentence", "gaps"),
    [
        ("at {{1:30}}", [Gap("30", "", "1"), Gap("1:30")]),
        ("{{c1::Paris}}", [Gap("Paris"), Gap("Paris", "", "1")]),
    ],
)
def test_the_mend_writes_both_meanings(sentence: str, gaps: list[Gap]) -> None:
    with pytest.raises(ClozeError) as error:
        parse_cloze(sentence)
    assert [parse_cloze(written)[0] for written in re.findall(r"\{\{.*?\}\}", error.value.mend)] == gaps


def escaped(text: str) -> str:
    """Write a text so that nothing in it is taken for a gap's signs."""
    return re.sub(r"(\\*)(\{\{+|\}\}+|:)", lambda found: found[1] * 2 + "\\" + found[2], text)


awkward = st.text(st.sampled_from("ab1:{}\\ é"), max_size=12) | st.text(max_size=12).filter(is_clean)


@given(awkward, awkward.filter(lambda text: bool(text.strip())), awkward)
def test_every_text_can_be_written(before: str, hidden: str, hint: str) -> None:
    hidden, hint = hidden.strip(), hint.strip()
    sentence = f"{escaped(before)} {{{{ {escaped(hidden)} :: {escaped(hint)} }}}}"
    assert parse_cloze(sentence) == (before + " ", Gap(hidden, hint))


@given(st.text(st.sampled_from("ab1:{}\\ c"), max_size=30))
def test_any_sentence_is_parsed_or_refused(sentence: str) -> None:
    try:
        segments = parse_cloze(sentence)
    except ClozeError:
        return
    assert any(isinstance(segment, Gap) for segment in segments)
    assert all(segment if isinstance(segment, str) else segment.text for segment in segments)
    assert "{{" not in revealed(segments) or "\\" in sentence


def names(*gaps: Gap) -> list[str]:
    return list(group_names(gaps))


def test_gaps_are_named_by_number_or_by_what_they_hide() -> None:
    assert names(Gap("October", "month"), Gap("$103 billion"), Gap("x", "", "2")) == [
        "october",
        "103-billion",
        "2",
    ]


def test_gaps_with_one_text_form_a_group() -> None:
    groups = group_names([Gap("Bonn"), Gap("Kohl"), Gap(" bonn")])
    assert {name: len(members) for name, members in groups.items()} == {"bonn": 2, "kohl": 1}


def test_texts_with_one_slug_get_a_hash_each_whatever_their_order() -> None:
    minus, plus = Gap("-5 °C"), Gap("+5 °C")
    assert sorted(names(minus, plus)) == sorted(names(plus, minus))
    assert len(set(names(minus, plus))) == 2
    assert all(name.startswith("5-c-") for name in names(minus, plus))


def test_a_hidden_digit_is_not_named_like_a_group() -> None:
    hidden, numbered = names(Gap("1"), Gap("x", "", "1"))
    assert (hidden[:2], numbered) == ("1-", "1")


def test_names_of_long_texts_are_short_and_differ() -> None:
    one, two = names(Gap("word " * 30 + "a"), Gap("word " * 30 + "b"))
    assert one != two
    assert max(len(one), len(two)) <= 40


@given(st.lists(awkward.filter(lambda text: bool(text.strip())), min_size=1, max_size=6), st.randoms())
def test_names_do_not_depend_on_the_order_of_gaps(texts: list[str], random: object) -> None:
    gaps = [Gap(text.strip()) for text in texts]
    before = {name: {gap.text for gap in members} for name, members in group_names(gaps).items()}
    random.shuffle(gaps)  # type: ignore[attr-defined]
    assert before == {name: {gap.text for gap in members} for name, members in group_names(gaps).items()}
