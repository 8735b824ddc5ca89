"""Checking decks: what is wrong with their notes, before it costs anyone a month."""
