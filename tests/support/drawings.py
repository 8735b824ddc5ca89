"""Reading back what a plot of the report says and draws."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from made_up_learner import TODAY, learner

from quizapp.report.block import Block
from quizapp.stats.progress import Progress


@dataclass(frozen=True)
class Mark:
    """What a mark says, and its shapes by their first class, each with its attributes as numbers where they are."""

    said: str
    shapes: dict[str, dict[str, float | str]]


def marks(block: Block | None) -> list[Mark]:
    """Return the marks of a block's drawing, in order."""
    assert block is not None
    assert block.drawing is not None
    return [
        Mark(group.findtext("title") or "", {_class(at): _attributes(at) for at in group if at.tag != "title"})
        for group in ElementTree.fromstring(f"<x>{block.drawing}</x>").iter("g")
    ]


def words(block: Block | None) -> list[str]:
    """Return the words that stand in a block's drawing, titles left out."""
    assert block is not None
    return [at.text or "" for at in ElementTree.fromstring(f"<x>{block.drawing}</x>").iter("text")]


def nobody() -> Progress:
    """Return the figures of someone who has not begun."""
    return learner(TODAY, days=0, decks={"rivers": 3}).progress()


def _class(shape: ElementTree.Element) -> str:
    return shape.get("class", shape.tag).split()[0]


def _attributes(shape: ElementTree.Element) -> dict[str, float | str]:
    return {name: _number(value) for name, value in shape.attrib.items()}


def _number(value: str) -> float | str:
    try:
        return float(value.removesuffix("%"))
    except ValueError:
        return value
