"""Units: their spellings, and what each is in the base unit, so that 1.5 km and 1,500 m are one quantity."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """`base` is the unit that quantities are compared in, `factor` how many of it make one of this unit.

    `measured` is False for what is merely counted (`cameras`): one noun may be as good as another there.
    """

    base: str = ""
    factor: Fraction = Fraction(1)
    measured: bool = True


NO_UNIT = Unit()

_TABLE: tuple[tuple[str, str, str], ...] = (
    ("%", "1", "%|percent|per cent|pct"),
    ("$", "1", "$|us$|usd|dollar|dollars|us dollar|us dollars|u.s. dollars"),
    ("hk$", "1", "hk$|hkd|hong kong dollars"),
    ("a$", "1", "a$|aud|australian dollars"),
    ("c$", "1", "c$|cad|canadian dollars"),
    ("€", "1", "€|eur|euro|euros"),
    ("£", "1", "£|gbp|pound|pounds|pounds sterling"),
    ("yuan", "1", "rmb|yuan|renminbi|cny|元"),
    ("yen", "1", "¥|yen|jpy|円"),
    ("rupee", "1", "₹|inr|rupee|rupees"),
    ("rouble", "1", "₽|rub|rouble|roubles|ruble|rubles"),
    ("franc", "1", "chf|franc|francs|swiss francs"),
    ("m", "1", "m|metre|metres|meter|meters"),
    ("m", "1000", "km|kilometre|kilometres|kilometer|kilometers"),
    ("m", "1/100", "cm|centimetre|centimetres|centimeter|centimeters"),
    ("m", "1/1000", "mm|millimetre|millimetres|millimeter|millimeters"),
    ("m", "1609344/1000", "mi|mile|miles"),
    ("m", "3048/10000", "ft|foot|feet"),
    ("m", "254/10000", "inch|inches"),
    ("m2", "1", "m2|m^2|square metre|square metres|square meters|sq m"),
    ("m2", "1000000", "km2|km^2|square kilometre|square kilometres|square kilometers|sq km"),
    ("m2", "10000", "ha|hectare|hectares"),
    ("g", "1", "g|gram|grams|gramme|grammes"),
    ("g", "1000", "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    ("g", "1/1000", "mg|milligram|milligrams"),
    ("g", "1000000", "t|tonne|tonnes|ton|tons"),
    ("g", "45359237/100000", "lb|lbs"),
    ("s", "1", "s|sec|secs|second|seconds"),
    ("s", "1/1000", "ms|millisecond|milliseconds"),
    ("s", "60", "min|mins|minute|minutes"),
    ("s", "3600", "h|hr|hrs|hour|hours"),
    ("s", "86400", "day|days"),
    ("s", "604800", "week|weeks"),
    ("month", "1", "month|months"),
    ("month", "12", "year|years|yr|yrs"),
    ("month", "120", "decade|decades"),
    ("month", "1200", "century|centuries"),
    ("l", "1", "l|litre|litres|liter|liters"),
    ("l", "1/1000", "ml|millilitre|millilitres|milliliters"),
    ("km/h", "1", "km/h|kmh|kph|kilometres per hour|kilometers per hour"),
    ("mph", "1", "mph|miles per hour"),
    ("m/s", "1", "m/s|metres per second|meters per second"),
    ("°c", "1", "°c|degrees celsius|degrees centigrade|celsius"),
    ("°f", "1", "°f|degrees fahrenheit|fahrenheit"),
    ("°", "1", "°|degree|degrees"),
    ("kelvin", "1", "k|kelvin|kelvins"),
    ("hz", "1", "hz|hertz"),
    ("w", "1", "w|watt|watts"),
    ("w", "1000", "kw|kilowatt|kilowatts"),
    ("w", "1000000", "mw|megawatt|megawatts"),
    ("w", "1000000000", "gw|gigawatt|gigawatts"),
    ("byte", "1000", "kb|kilobyte|kilobytes"),
    ("byte", "1000000", "mb|megabyte|megabytes"),
    ("byte", "1000000000", "gb|gigabyte|gigabytes"),
    ("byte", "1000000000000", "tb|terabyte|terabytes"),
)

UNITS: dict[str, Unit] = {
    spelling: Unit(base, Fraction(factor))
    for base, factor, spellings in _TABLE
    for spelling in spellings.split("|")
}
"""Every spelling that is known, folded (see `quizapp.grading.folding`)."""

_PREFIXES = "us$|hk$|a$|c$|$|€|£|¥|₹|₽|rmb|usd|eur|gbp|cny|jpy|chf"
CURRENCY_PREFIXES = tuple(_PREFIXES.split("|"))
"""Spellings that stand before the number."""

SCALES: dict[str, int] = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "millions": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "billions": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "trillion": 10**12,
    "trillions": 10**12,
}
LETTER_SCALES = "kmb"
"""Scales that are also units (metre, kelvin) or letters: only right behind the digits, or in an amount of
money.
"""


def noun_unit(noun: str) -> Unit:
    """Return the unit of things counted, the same for one and for several (`camera`, `cameras`)."""
    return Unit(noun.removesuffix("s") if len(noun) > 3 else noun, measured=False)
