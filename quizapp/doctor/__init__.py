"""Looking after what is on disk: what is checked, what can be rebuilt, and what can be saved from a damaged file."""
