"""Pieces of plots. They are as wide as there is room, and their words keep their size on a phone, a desk and paper.

So what stands across is in parts of the width, what stands upright in pixels. Only curves are stretched, in a drawing
of their own within the plot, and their strokes are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quizapp.report.markup import Markup, across, element, joined, number

HEIGHT = 150.0
"""Pixels from the top of a plot to its ground."""

ABOVE, BELOW = 10.0, 22.0
"""Room above for the highest label and below for words."""

CURVE_WIDTH = 1000

Up = Callable[[float], float]
"""From a value to its place, in pixels from the top."""


def upright(low: float, high: float) -> Up:
    """Return where values stand between the ground, which is the lowest, and the top."""
    span = high - low or 1.0
    return lambda value: ABOVE + HEIGHT - (value - low) / span * HEIGHT


def plot(up: Up, ticks: Sequence[tuple[float, str]], *marks: Markup, below: Sequence[tuple[float, str]] = ()) -> Markup:
    """Return a plot: values named on the left with a guide each, marks, words below.

    Args:
        ticks: values and what to call them.
        below: places across, 0 to 1, and the words there.
    """
    tall = ABOVE + HEIGHT + BELOW
    names = joined(
        element("text", name, x="100%", y=up(value) + 4, text_anchor="end", class_="tick") for value, name in ticks
    )
    guides = joined(line(0, up(value), 1, up(value), "guide") for value, _ in ticks)
    ground = line(0, ABOVE + HEIGHT, 1, ABOVE + HEIGHT, "ground")
    return joined(
        [
            element("svg", names, class_="names", width=40, height=tall) if ticks else None,
            element("svg", guides, ground, *marks, words_below(below), class_="area", width="100%", height=tall),
        ]
    )


def words_below(words: Iterable[tuple[float, str]]) -> Markup:
    """Return words below the ground; at either end they stay within the plot."""
    return joined(
        element("text", word, x=across(at), y=ABOVE + HEIGHT + 17, text_anchor=_anchor(at), class_="tick")
        for at, word in words
    )


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Return a line: across in parts of the width, upright in pixels."""
    return element("line", x1=across(x1), y1=y1, x2=across(x2), y2=y2, class_=class_)


def mark(said: str, *shapes: Markup, class_: str = "") -> Markup:
    """Return shapes that say a value when they are pointed at; its words need no script."""
    return element("g", element("title", said), *shapes, class_=f"m {class_}".rstrip())


def column(left: float, width: float, top: float, bottom: float, class_: str) -> Markup:
    """Return an upright bar; one of a value above 0 is never too low to be seen."""
    height = max(bottom - top, 1.5)
    return element(
        "rect", x=across(left), y=bottom - height, width=across(width), height=height, rx=1.5, class_=class_
    )


def reach(left: float, width: float) -> Markup:
    """Return where a mark can be pointed at, as tall as the plot."""
    return element(
        "rect", x=across(left), y=ABOVE, width=across(width), height=HEIGHT, class_="reach"
    )


def dot(x: float, y: float, radius: float, class_: str) -> Markup:
    """Return a dot."""
    return element("circle", cx=across(x), cy=y, r=radius, class_=class_)


def curves(*paths: tuple[str, str]) -> Markup:
    """Return curves that are stretched over the plot: what is drawn, from `path`, and its class."""
    tall = ABOVE + HEIGHT + BELOW
    return element(
        "svg",
        *(element("path", d=drawn, class_=class_, vector_effect="non-scaling-stroke") for drawn, class_ in paths),
        viewBox=f"0 0 {CURVE_WIDTH} {number(tall)}",
        width="100%",
        height=tall,
        preserveAspectRatio="none",
    )


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Return a curve through points: across 0 to 1, upright in pixels."""
    drawn = "L".join(f"{number(x * CURVE_WIDTH)} {number(float(y))}" for x, y in points)
    return f"M{drawn}{'Z' if closed else ''}"


def key(*items: tuple[str, str]) -> Markup:
    """Return a legend: the class of each colour, and what it stands for."""
    return joined(
        element("span", element("svg", _swatch(class_), width=12, height=12, aria_hidden="true"), f" {words}")
        for class_, words in items
    )


def _swatch(class_: str) -> Markup:
    return element("rect", x=0, y=0, width=12, height=12, rx=2, class_=class_)


def _anchor(at: float) -> str:
    return "start" if at < 0.04 else "end" if at > 0.96 else "middle"
