"""Flashcards and quizzes in the terminal: decks in YAML, FSRS-6, every answer kept."""

__version__ = "0.1.0"
