"""How a learner wants to answer. Apart, since the first frame needs it and nothing else of answering."""

from __future__ import annotations

from enum import StrEnum


class Answering(StrEnum):
    """How questions are answered whose kind leaves it open; choices and statements are always chosen."""

    FLIPPED = "flipped"
    """The learner says to themselves whether they knew; not in a quiz."""
    TYPED = "typed"
    CHOSEN = "chosen"
    MIXED = "mixed"
    """Short answers are typed, sentences are chosen: a program can tell whether a name is right."""
