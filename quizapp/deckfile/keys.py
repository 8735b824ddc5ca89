"""Every key that a deck may have, defined once: the reader reads through these, and the schema is made of them.

A name that means something else in another kind of note stands here twice: the `answer` of a choice may be several.
"""

from __future__ import annotations

from quizapp.deckfile.shapes import (
    GroupKey,
    Lack,
    NotesKey,
    TextKey,
    TextOrGroupKey,
    TextOrTextsKey,
    TextsKey,
    TruthKey,
)

LONGEST_ID = 80
ID_PATTERN = rf"[^\W_][\w.-]{{0,{LONGEST_ID - 1}}}"
"""A letter or a digit of any script, then the same with `-`, `_` and `.` between."""

MOST_OPTIONS = 26
"""A letter chooses each."""

FEWEST_ITEMS, MOST_ITEMS = 2, 26
"""One item is an answer; and a letter stands for each when they are put in order."""

ASKS_NOTHING = Lack(
    "missing-question",
    "This note asks nothing.",
    "Write question: and answer:, or cloze:, or statement: and holds:",
)
NO_QUESTION = Lack(
    "missing-question",
    "This answer has no question.",
    "Write question: and its text on the line above the answer.",
)
NO_DECK_ID = Lack(
    "missing-deck-id",
    "The deck has no id, so it goes by its file's name and would lose its progress with it.",
    "Write as the first line: deck:",
)
NO_NOTES = Lack("empty-deck", "The deck has no notes.", "Write notes: and below it - question: and answer:")

# What any note may have

ID = TextKey(
    name="id",
    says="A name that the note keeps when you reword it. No two notes of a deck have the same.",
    examples=("qdii",),
    pattern=ID_PATTERN,
)
HINT = TextKey(
    name="hint",
    says="What you may look at before the answer.",
    examples=("The letters stand for four English words.",),
)
EXPLAIN = TextKey(
    name="explain",
    says="What is shown below the answer.",
    examples=("Qualified Domestic Institutional Investor, as the scheme is called in full.",),
)
WHERE = TextKey(
    name="where",
    says="The place in the source.",
    examples=("Helping Chinese investors access foreign markets, 5th paragraph",),
)
TAGS = TextsKey(
    name="tags",
    says="Words to find the note by, besides those of the deck, in brackets.",
    examples=(("figures",),),
)

# A question and its answer

QUESTION = TextKey(
    name="question",
    says="What the card asks.",
    examples=("What is QDII?",),
    lack=NO_QUESTION,
)
ANSWER = TextKey(
    name="answer",
    says="The answer, in words.",
    examples=("A scheme that lets Chinese savers invest abroad",),
    lack=Lack(
        "missing-answer",
        "This question has no answer.",
        "Write answer: and its text on the line below the question.",
    ),
)
BIDIRECTIONAL = TruthKey(
    name="bidirectional",
    says="true for a second card that shows the answer and asks for the question.",
    examples=("true",),
)
ACCEPT = TextOrTextsKey(
    name="accept",
    says="Other wordings that a typed answer may take; several go in brackets.",
    examples=(("a scheme to invest abroad", "an outbound investment scheme"),),
)

# A cloze

CLOZE = TextKey(
    name="cloze",
    says=(
        "A sentence with gaps: what stands in {{ and }} is hidden, each on a card of its own, and ::city behind it is "
        "its hint. Put the whole sentence in quotes."
    ),
    examples=("QDII quotas came to {{$103 billion}} at the end of {{October::month}}.",),
    lack=ASKS_NOTHING,
)

# A choice

RIGHT_OPTIONS = TextOrTextsKey(
    name="answer",
    says="The right option. Several go in brackets, and then all of them are to be chosen.",
    examples=("Parliament", ("2", "5")),
    fewest=1,
    most=MOST_OPTIONS - 1,
    lack=Lack(
        "missing-answer",
        "This choice has no right option.",
        "Write answer: and the right option; several go in brackets.",
    ),
)
CHOICES = TextsKey(
    name="choices",
    says="The wrong options, in brackets. There may be 26 options in all, no two the same.",
    examples=(("the cabinet", "the supreme court", "none of these"),),
    fewest=1,
    most=MOST_OPTIONS - 1,
    lack=Lack(
        "missing-choices",
        "This choice has no wrong options.",
        "Write choices: and the wrong options in brackets; the right ones stand under answer.",
    ),
)
LAST = TextKey(
    name="last",
    says="The option that always stands last, written as it is under answer or choices.",
    examples=("none of these",),
)

# A number

NUMBER = TextKey(
    name="number",
    says="The amount, in any usual writing. Its unit may stand under unit instead.",
    examples=("6,650", "$42 billion"),
    lack=ASKS_NOTHING,
)
UNIT = TextKey(
    name="unit",
    says="What stands beside the field and need not be typed.",
    examples=("km",),
)
WITHIN = TextKey(
    name="within",
    says=(
        "How far off an answer may be: 2 is two more or less in the same unit, 2 % two per cent of the number. Without "
        "it the number has to be met."
    ),
    examples=("2 %",),
)

# A list

ITEMS = TextsKey(
    name="items",
    says="What is to be named, in brackets: from 2 to 26 items. What stands in round brackets may be left out.",
    examples=(("new", "learning", "review"),),
    fewest=FEWEST_ITEMS,
    most=MOST_ITEMS,
    lack=Lack(
        "too-few-items",
        "A list needs at least two items.",
        "Write items: and at least two in brackets, or answer: for a single one.",
    ),
)
ORDERED = TruthKey(
    name="ordered",
    says="true if the order of the items counts.",
    examples=("true",),
)

# A statement

STATEMENT = TextKey(
    name="statement",
    says="A sentence that is true or false.",
    examples=("The Nile flows from north to south.",),
    lack=ASKS_NOTHING,
)
HOLDS = TruthKey(
    name="holds",
    says="Whether the statement is true; explain says why.",
    examples=("false",),
    lack=Lack(
        "missing-holds",
        "Nothing says whether this statement holds.",
        "Write holds: true, or holds: false.",
    ),
)

# The top of a deck

DECK = TextKey(
    name="deck",
    says="The deck’s id. Progress belongs to it, so you may rename or move the file, and should keep the id.",
    examples=("china-fund-market",),
    pattern=ID_PATTERN,
    lack=NO_DECK_ID,
)
TITLE = TextKey(
    name="title",
    says="What the deck is called on screen.",
    examples=("China’s savings pot",),
)
SOURCE_KEYS = (
    TextKey(name="title", says="What the source is called."),
    TextKey(name="publisher", says="Who published it."),
    TextKey(name="author", says="Who wrote it."),
    TextKey(name="date", says="When it was published, in any writing.", examples=("2018", "5 March 2018")),
    TextKey(name="url", says="Where it can be read.", examples=("https://example.org/savings",)),
)
SOURCE = GroupKey(
    name="source",
    says="What the deck was written from; the where of its notes points into it.",
    examples=({"title": "China’s Savings Pot Teases Global Wealth Managers", "date": "2018"},),
    keys=SOURCE_KEYS,
)
DECK_TAGS = TextsKey(
    name="tags",
    says="Words to find the deck’s cards by, in brackets.",
    examples=(("finance", "china"),),
)
LEVEL = TextKey(
    name="level",
    says="How much it matters what the check finds: off, hint, warning or error.",
    one_of=("off", "hint", "warning", "error"),
)
CHECK = TextOrGroupKey(
    name="(check)",
    says="off, hint, warning or error; or a group of level and the options of the check.",
    examples=("off", {"level": "hint", "words": "12"}),
    keys=(LEVEL,),
    others=TextKey(name="(option)", says="An option of the check."),
)
CHECKS = GroupKey(
    name="checks",
    says="How strict each check is with this deck: the name of a check, and off, hint, warning or error.",
    examples=({"answer-too-long": "off"},),
    others=CHECK,
)
NOTES = NotesKey(
    name="notes",
    says="The notes, each with a dash before its first key. Each becomes one or more cards.",
    lack=NO_NOTES,
)

DECK_KEYS = (DECK, TITLE, SOURCE, DECK_TAGS, CHECKS, NOTES)
KEYS_BEFORE = (ID,)
KEYS_BEHIND = (HINT, EXPLAIN, WHERE, TAGS)
"""What any note may have, before and behind the keys of its kind."""
