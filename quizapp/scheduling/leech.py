"""Leeches: cards that are forgotten again and again, and better rewritten than repeated."""

from __future__ import annotations


def is_leech(lapses: int, threshold: int = 8) -> bool:
    """Tell whether a card has lapsed often enough to be shown as a leech."""
    return lapses >= threshold
