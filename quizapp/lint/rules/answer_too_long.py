"""An answer is too long to be recalled as one thing.

A long answer is recalled in part, and then neither *I knew it* nor *I did not* is true. It comes back again and again
because of the one half that is hard, and takes its time for the other. Several notes with short answers are learned
sooner. What explains the answer goes under `explain:`.

Fails:

```yaml
- question: What are China's wealth management products?
  answer: Risky structured finance products that Chinese banks and trust companies distribute to retail investors as
    high-yield deposits, with a return that is all but guaranteed and assets that stand in no balance sheet
```

Passes:

```yaml
- question: What do China's wealth management products pass themselves off as?
  answer: High-yield deposits
  explain: They are risky structured finance products, distributed by banks and trust companies.
```

Options: `words` is the most that an answer may have (25), `item-words` the most in an item of a list or a gap (15).
Where words are not set apart by spaces, two characters count as one.

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 4: the minimum information
principle.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import count_words
from quizapp.model import Kind
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    most = options["words"] if note.note.kind is Kind.QUESTION else options["item-words"]
    for key, item, text in note.answers:
        if len(text) > most and (count := count_words(text)) > most:
            what = "This answer" if key == "answer" else "This item"
            mend = "Make several notes of it, or move what explains it to explain."
            yield Finding(f"{what} has {count} words, more than {most}.", mend, At(key, item=item))
    for gap in note.gaps:
        if len(gap.text) > most and (count := count_words(gap.text)) > most:
            message = f"This gap hides {count} words, more than {most}."
            yield Finding(message, "Hide only the words that count.", At("cloze", *note.gap_span(gap)))


RULE = Rule(
    Family.KNOWLEDGE,
    Level.WARNING,
    check,
    kinds=frozenset({Kind.QUESTION, Kind.LIST, Kind.CLOZE}),
    options={"words": 25, "item-words": 15},
)
