"""What to ask next: today's queue, and the session that walks through it. Pure."""
