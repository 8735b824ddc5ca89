"""Deck files: YAML text to notes, notes to cards, and which card is which after an edit. Pure."""
