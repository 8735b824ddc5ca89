"""Numbers in every writing, units, and how far off they may be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.number import Tolerance, grade_number, read_tolerance
from quizapp.grading.quantity import read_number
from quizapp.grading.verdict import Outcome

RIGHT, CLOSE, WRONG = Outcome.RIGHT, Outcome.CLOSE, Outcome.WRONG
THIN = "\u2009"


@pytest.mark.parametrize(
    ("text", "value", "base"),
    [
        ("1,500", 1500, ""),
        ("1 500", 1500, ""),
        (f"1{THIN}500", 1500, ""),
        ("1'500", 1500, ""),
        ("1_500", 1500, ""),
        ("1.5k", 1500, ""),
        ("1.5e3", 1500, ""),
        ("1.5 × 10³", 1500, ""),
        ("fifteen hundred", 1500, ""),
        ("one thousand five hundred", 1500, ""),
        ("１５００", 1500, ""),
        ("1.500.000", 1_500_000, ""),
        ("15,00,000", 1_500_000, ""),
        ("1,234.56", Fraction(123456, 100), ""),
        ("1.234,56", Fraction(123456, 100), ""),
        ("1,5", Fraction(3, 2), ""),
        ("1.500", Fraction(3, 2), ""),
        ("0,500", Fraction(1, 2), ""),
        (".5", Fraction(1, 2), ""),
        ("½", Fraction(1, 2), ""),
        ("2 1/2", Fraction(5, 2), ""),
        ("two-thirds", Fraction(2, 3), ""),
        ("half", Fraction(1, 2), ""),
        ("10⁶", 1_000_000, ""),
        ("−3", -3, ""),
        ("minus three", -3, ""),
        ("+3", 3, ""),
        ("about 1,500", 1500, ""),
        ("~20", 20, ""),
        ("a hundred and twenty thousand", 120_000, ""),
        ("$42 billion", 42 * 10**9, "$"),
        ("42bn dollars", 42 * 10**9, "$"),
        ("US$42bn", 42 * 10**9, "$"),
        ("-$3", -3, "$"),
        ("$5 m", 5 * 10**6, "$"),
        ("Rmb10 million", 10**7, "yuan"),
        ("10 million yuan", 10**7, "yuan"),
        ("8.5 percent", Fraction(17, 2), "%"),
        ("8,5 %", Fraction(17, 2), "%"),
        ("5m", 5 * 10**6, ""),
        ("5 m", 5, "m"),
        ("5 km²", 5, "m2"),
        ("20 °C", 20, "°c"),
        ("300 K", 300, "kelvin"),
        ("18 months", 18, "month"),
        ("500 cameras", 500, "camera"),
    ],
)
def test_every_usual_writing_is_read(text: str, value: Fraction, base: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value, number.unit.base) == (value, base)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "12:30",
        "2024-02-30",
        "16 of 27",
        "one two",
        "1,2,3",
        "5 km to go",
        "1e999",
        "10^99",
        "9" * 41,
        "1/0",
        "$",
        "-",
    ],
)
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(-(10**12), 10**12))
def test_a_number_is_the_same_in_every_writing(value: int) -> None:
    writings = [
        f"{value}",
        f"{value:,}",
        f"{value:,}".replace(",", " "),
        f"{value:_}",
        f"{value}.0",
        f"−{-value}",
    ]
    for text in writings[: 5 if value >= 0 else 6]:
        number = read_number(text)
        assert number is not None
        assert number.value == value


@given(
    st.decimals(0, 10**6, places=2),
    st.sampled_from([("k", 3), (" thousand", 3), ("bn", 9), (" billion", 9), ("e9", 9)]),
)
def test_a_scale_multiplies_exactly(value: object, scale: tuple[str, int]) -> None:
    number = read_number(f"{value}{scale[0]}")
    assert number is not None
    assert number.value == Fraction(str(value)) * 10 ** scale[1]


@pytest.mark.parametrize(
    ("typed", "number", "unit", "within", "outcome", "sentence"),
    [
        ("1.5k", "1,500", "", "", RIGHT, "Right"),
        ("1,510", "1,500", "", "1 %", RIGHT, "Right, within 1 % of 1,500"),
        ("1,515", "1,500", "", "1 %", RIGHT, "Right, within 1 % of 1,500"),
        ("1,515.01", "1,500", "", "1 percent", WRONG, "Not right: too high"),
        ("8", "8.5", "%", "0.5", RIGHT, "Right, within 0.5 of 8.5 %"),
        ("7.99", "8.5", "%", "0.5", WRONG, "Not right: too low"),
        ("42", "42", "billion dollars", "", RIGHT, "Right"),
        ("$42bn", "42", "billion dollars", "", RIGHT, "Right"),
        ("42 euros", "42", "billion dollars", "", WRONG, "Not right: another unit"),
        ("42bn", "42 billion", "$", "", RIGHT, "Right"),
        ("42", "42 billion", "$", "", WRONG, "Not right: too low"),
        ("5,000 m", "5", "km", "", RIGHT, "Right"),
        ("5m", "5", "m", "", RIGHT, "Right"),
        ("5.1", "5", "km", "0.1", RIGHT, "Right, within 0.1 of 5 km"),
        ("5 kg", "5", "km", "", WRONG, "Not right: another unit"),
        ("384,400 km", "384400", "", "", RIGHT, "Right"),
        ("1500 camera", "1,500", "cameras", "", RIGHT, "Right"),
        ("1500 devices", "1,500", "cameras", "", CLOSE, "Nearly right: another unit"),
        ("1500 km", "1,500", "cameras", "", WRONG, "Not right: another unit"),
        ("8.5", "8.5 %", "", "", CLOSE, "Nearly right: the unit is missing"),
        ("3", "−3", "°C", "", WRONG, "Not right: too high"),
        ("0.3333", "1/3", "", "", WRONG, "Not right: too low"),
        ("2/6", "1/3", "", "", RIGHT, "Right"),
        ("a lot", "5", "", "", WRONG, "No number found: type it like 1,500 or 42 billion"),
        ("9" * 100_000, "5", "", "", WRONG, "Too long for a number: more than 200 characters"),
        ("1e99999999", "5", "", "", WRONG, "No number found: type it like 1,500 or 42 billion"),
        ("\x07", "5", "", "", Outcome.EMPTY, "Nothing typed"),
    ],
)
def test_verdict_on_a_number(
    typed: str, number: str, unit: str, within: str, outcome: Outcome, sentence: str
) -> None:
    verdict = grade_number(typed, number, unit=unit, within=within)
    assert (verdict.outcome, verdict.sentence) == (outcome, sentence)


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [
        ("", Tolerance()),
        ("2", Tolerance(Fraction(2))),
        ("0.5", Tolerance(Fraction(1, 2))),
        ("5 %", Tolerance(Fraction(5), True)),
        ("5 percent", Tolerance(Fraction(5), True)),
        ("-2", None),
        ("2 km", None),
        ("some", None),
    ],
)
def test_a_tolerance_is_an_amount_or_per_cent(text: str, tolerance: Tolerance | None) -> None:
    assert read_tolerance(text) == tolerance


@pytest.mark.parametrize(("number", "within"), [("many", ""), ("5", "a bit")])
def test_a_deck_that_cannot_be_read_is_the_callers_mistake(number: str, within: str) -> None:
    with pytest.raises(ValueError):
        grade_number("5", number, within=within)


@given(st.text())
def test_any_text_gets_a_verdict(typed: str) -> None:
    verdict = grade_number(typed, "42", unit="km", within="5 %")
    assert verdict.credit in (0.0, 1.0)


@given(st.integers(-9999, 9999), st.integers(0, 50), st.integers(-200, 200))
def test_right_is_exactly_within_the_tolerance(number: int, within: int, off: int) -> None:
    verdict = grade_number(str(number + off), str(number), within=str(within))
    assert (verdict.outcome is RIGHT) == (abs(off) <= within)
