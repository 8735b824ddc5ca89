"""What the reader of deck files complains of, each with what it means and how to mend it: the rules of the format.

They are listed in the manual among the rules of the linter, and cannot be switched off: what they complain of cannot be
studied. A test holds this table to what `quizapp.deckfile` and `quizapp.store.deckfolder` report.
"""

from __future__ import annotations

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    # Files
    "unreadable": "The system does not let the file or folder be read; make it readable, or move it out of the folder.",
    "not-a-file": "A deck has to be a regular file; move what is none out of the folder.",
    "file-too-large": "A deck file holds at most 64 MiB; split it into several decks.",
    "broken-link": "A link in the deck folder leads nowhere; mend or delete it.",
    "folder-named-as-deck": "A folder has the name of a deck file, and its files are read; rename it.",
    "duplicate-deck-id": "Two decks of yours have one id, and only the first is studied; give one another `deck:`.",
    "too-many-problems": "A file has so many problems that the rest are not listed; mend the first ones.",
    # Text
    "not-text": "The file is not text; a deck is a text file in UTF-8.",
    "not-utf-8": "The file, or some bytes of it, are in another encoding; save it as UTF-8.",
    "control-character": "An invisible character could act on the terminal; delete it.",
    "text-too-long": "A text has at most 20,000 characters; make several notes of it.",
    # YAML
    "yaml-syntax": "The line does not fit those above it; line up the keys, with a colon and a space after each.",
    "needs-quotes": "The text begins with a sign of YAML’s, or has a colon and a space in it; put all of it in quotes.",
    "unclosed-quote": "A quotation mark has no closing one; close it, or use the other kind of quotes.",
    "unclosed-bracket": "A bracket is not closed, or holds what needs quotes; close it, or put the value in quotes.",
    "bad-escape": "In double quotes a backslash begins an escape, and this is none; double it, or use single quotes.",
    "tab": "A tab stands where YAML wants spaces; put spaces in its place.",
    "too-deep": "Lists and groups are nested deeper than 16 levels; put the value in quotes if it is text.",
    "yaml-anchor": "A value that begins with & is an anchor to YAML; put it in quotes if it is text.",
    "yaml-alias": "A value that begins with * is an alias to YAML; put it in quotes if it is text, or write it out.",
    "yaml-tag": "A value that begins with ! is a tag to YAML; put it in quotes if it is text.",
    "merge-key": "Decks do without YAML’s merge key <<; write the keys out.",
    "several-documents": "A line --- begins a second document, which is not read; delete the line, or make two files.",
    "duplicate-key": "A key stands twice in one group; keep one of the two.",
    "swallowed-by-hash": "YAML takes the text from a # on for a comment; put the whole text in quotes.",
    "number-cut-by-comma": "In brackets a comma ends an item, so 1,200 is read as two; put the number in quotes.",
    # Deck
    "empty-file": "The file is empty; begin with `deck:` and an id, then `notes:`.",
    "not-a-deck": "The file does not begin with keys; begin with `deck:` and an id, then `notes:`.",
    "empty-deck": "The deck has no notes; write each below `notes:`, with a dash before its first key.",
    "missing-deck-id": "Without `deck:` a deck goes by its file’s name, and loses its progress with it; add it.",
    "bad-id": "An id has letters and digits, with - _ . between, up to 80 in all; write one that has no others.",
    # Notes
    "unknown-key": "There is no such key in this place; mend its spelling, or delete it.",
    "wrong-shape": "A text stands where a list or a group should be, or one of these where text should; change it.",
    "empty-text": "There is a key without a text; write the text, or delete the key.",
    "not-true-or-false": "The key takes `true` or `false` and nothing else; write one of them.",
    "unfitting-key": "The key has no meaning for this kind of note; delete it.",
    "two-kinds": "The note has the keys of two kinds; make two notes of it.",
    "missing-question": "The note asks nothing; write `question:`, or make it a cloze or a statement.",
    "missing-answer": "The question has no answer; write `answer:` below it.",
    "duplicate-id": "Two notes have one id; give one of them another.",
    "duplicate-note": "Two notes without id ask the same; delete one, or give one an `id:`.",
    # Kinds
    "missing-choices": "A choice has no wrong options; write them under `choices:`, in brackets.",
    "too-many-options": "A choice has more than 26 options, and a letter chooses each; leave some out.",
    "repeated-option": "An option stands twice; delete one, and keep the right ones under `answer` alone.",
    "unknown-last": "What `last` names is none of the options; write it as it stands there.",
    "bad-number": "The number cannot be read; write one such as 1,500 or 42 billion.",
    "bad-tolerance": "`within` does not say how far off an answer may be; write 2, or 5 %.",
    "two-units": "The number has a unit of its own besides `unit`; write all of it in one place.",
    "too-few-items": "A list has less than two items; add some, or write `answer:` for a single one.",
    "too-many-items": "A list has more than 26 items; make several notes of it.",
    "repeated-item": "An item stands twice; delete one.",
    "missing-holds": "Nothing says whether the statement is true; write `holds: true` or `holds: false`.",
    "cloze-without-gap": "The sentence hides nothing; put the words to hide between {{ and }}.",
    "cloze-empty-gap": "A gap has no words in it; write those to hide.",
    "cloze-unclosed-gap": "A gap has no end; write }} behind it.",
    "cloze-unopened-gap": "A gap has no beginning; write {{ before it.",
    "cloze-nested-gap": "A gap begins inside another; end the first with }} before the next.",
    "cloze-three-braces": "Three braces in a row can be read in two ways; put a space between.",
    "cloze-group-or-text": "A digit and a colon can be a group or text; put a space after, or a backslash between.",
    "cloze-anki-gap": "Anki writes a gap as {{c1::so}}; here it is `{{so}}`, or `{{1:so}}` in a group.",
    "accept-for-many-gaps": "`accept` does not tell which of the gaps it is for; delete it, or make several notes.",
}
