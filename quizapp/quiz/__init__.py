"""A scored test: a paper drawn from decks, the quiz that walks through it, and its marks. Pure."""
