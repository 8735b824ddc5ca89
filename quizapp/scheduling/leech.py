"""Leeches: cards that are forgotten again and again, and better rewritten than repeated."""

from __future__ import annotations

from quizapp.humanize import count


def is_leech(lapses: int, threshold: int = 8) -> bool:
    """Tell whether a card has lapsed often enough to be shown as a leech."""
    return lapses >= threshold


def leech_advice(lapses: int) -> str:
    """Return in one sentence that a card is a leech and what helps."""
    return f"A leech, with {count(lapses, 'lapse')}: reword it, split it, add a hint, or suspend it."
