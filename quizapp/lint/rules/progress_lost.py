"""A card that has been studied is gone, and nothing continues it.

Its progress is kept, yet no card uses it any more. That is right where a note was deleted on purpose. Where an id was
changed together with the text, or another gap was made, putting the id or the gap back gives it back.
This is only known when the progress is looked at.

Before:

```yaml
- id: qdii
  question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
```

Fails:

```yaml
- id: qdii-purpose
  question: What does the QDII scheme let Chinese institutions do?
  answer: Invest abroad
```

Passes:

```yaml
- id: qdii
  question: What does the QDII scheme let Chinese institutions do?
  answer: Invest abroad
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.progress import fate
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import DeckView
from quizapp.problem import Level
from quizapp.text import shorten


def check_deck(deck: DeckView, options: Options) -> Iterator[Finding]:
    for card in deck.memo(fate).lost:
        card_said = f"{card.card_id}, “{shorten(card.prompt, 60)}”,"
        message = f"The card {card_said} is gone, and no card takes over its progress."
        yield Finding(message, "If it was not deleted on purpose, give its note the id that it had.")


RULE = Rule(Family.IDENTITY, Level.WARNING, check_deck=check_deck)
