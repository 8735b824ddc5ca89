"""Writing decks: drafts of notes, the article they come from, and how both become the text of a deck file."""
