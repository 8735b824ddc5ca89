"""What is wrong with a deck's content, as values."""
