"""When a card comes back: FSRS-6, steps, fuzz, and the replay of the log. Pure."""
