"""Looking for cards: a language for queries, an index over all cards, and what was found as sorted rows."""
