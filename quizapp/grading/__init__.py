"""Answers to verdicts: typed text, numbers, choices, lists and statements. Pure."""
