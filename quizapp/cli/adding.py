"""What `quizapp add` does: with a note from options, with lines, and with a learner who is asked note after note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from quizapp.cli.output import note, say
from quizapp.deckfile.editing import insert_notes
from quizapp.deckfile.naming import asked, with_id
from quizapp.deckfile.written import NoteFields, fields_of, read_note
from quizapp.errors import NoteRefused
from quizapp.humanize import count
from quizapp.paths import tilde
from quizapp.problem import Level, Problem
from quizapp.store.deckdesk import OpenDeck, said_of_copy
from quizapp.text import fold

BETWEEN = " :: "
FORM = "Write a question, a tab or ::, and its answer; or a sentence with gaps in {{ and }}."
_UNREADABLE = "\ufffd"
_BOM = "\ufeff"


def add_one(deck: OpenDeck, fields: NoteFields) -> int:
    """Add a note and say its id; return the exit code."""
    added = _added(deck, fields)
    return 1 if added is None else 0


def add_lines(deck: OpenDeck, lines: Iterable[str], common: NoteFields) -> int:
    """Add a note for each line, or none where a line is wrong, as is then told of each; return the exit code.

    Args:
        common: what every note has besides, such as tags.
    """
    notes, refused = notes_of_lines(deck, lines, common)
    for number, why in refused:
        note(f"Line {number}: {why}")
    if refused:
        note(f"Nothing was added. Mend {count(len(refused), 'line')}, and add them all again.")
        return 1
    if not notes:
        note(f"There was nothing to add. {FORM}")
        return 0
    after, _ = put(deck, notes)
    _tell(deck, after)
    say(f"Added {count(len(notes), 'note')} to “{after.title}”: {tilde(after.path)}")
    return 0


def ask(deck: OpenDeck, lines: TextIO, common: NoteFields) -> int:
    """Ask for one note after another until an empty question or the end of the input; return the exit code.

    Each is in the deck before the next is asked for.
    """
    say(f"Notes for “{deck.title}”. A question, or a sentence with gaps in {{{{ and }}}}; an empty line ends.")
    code = 0
    while question := _asked_for("question? ", lines):
        if "{{" in question:
            fields = {"cloze": question}
        elif answer := _asked_for("answer? ", lines):
            fields = {"question": question, "answer": answer}
        else:
            note("A note needs an answer; this one was not added.")
            code = 1
            continue
        after = _added(deck, {**fields, **common})
        code = code if after else 1
        deck = after or deck
    return code


def notes_of_lines(
    deck: OpenDeck, lines: Iterable[str], common: NoteFields
) -> tuple[list[NoteFields], list[tuple[int, str]]]:
    """Return the notes that lines make, and the number of each line that makes none, from 1, with a sentence on why.

    A line is a question and its answer, with a tab or ` :: ` between, or a sentence with gaps. Empty lines and lines
    that begin with `#` are passed over.
    """
    known = _known(deck)
    notes: list[NoteFields] = []
    refused: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(_BOM).strip()
        if not text or text.startswith("#"):
            continue
        fields = {**_fields(text), **common}
        why = FORM if len(fields) == len(common) else _why_not(fields, known)
        if _UNREADABLE in text:
            why = "Some of its characters are not UTF-8. Save the lines as UTF-8."
        if why:
            refused.append((number, why))
        else:
            notes.append(fields)
            known[_key(fields)] = f"in line {number}"
    return notes, refused


def put(deck: OpenDeck, notes: Sequence[NoteFields]) -> tuple[OpenDeck, tuple[str, ...]]:
    """Put notes behind the last of a deck, all or none, and return it with their ids; those without one get one.

    Raises:
        NoteRefused: the reader does not take one of them.
        DeckChanged, DeckNotEdited, DeckNotWritten: the deck's file could not be changed.
    """
    taken = {fold(located.note.note_id) for located in deck.deck.notes}
    named = []
    for fields in notes:
        named.append(with_id(fields, taken))
        taken.add(fold(str(named[-1]["id"])))
    after = deck.written(insert_notes(deck.deck, len(deck.deck.notes), named))
    return after, tuple(str(fields["id"]) for fields in named)


def _added(deck: OpenDeck, fields: NoteFields) -> OpenDeck | None:
    """Return the deck with a note in it; None when it was refused, as is then told."""
    why = _why_not(fields, _known(deck))
    if why:
        note(f"The note was not added. {why}")
        return None
    try:
        after, (note_id,) = put(deck, [fields])
    except NoteRefused as refusal:
        note(str(refusal))
        return None
    _tell(deck, after)
    say(f"Added: {after.deck.parsed.deck_id}/{note_id}")
    return after


def _why_not(fields: NoteFields, known: Mapping[tuple[str, bool], str]) -> str:
    """Return why a note cannot be added, or nothing."""
    for problem in read_note(fields)[1]:
        if problem.level is Level.ERROR:
            return _said(problem)
    where = known.get(_key(fields))
    return f"This is asked already, {where}." if where else ""


def _known(deck: OpenDeck) -> dict[tuple[str, bool], str]:
    """Return where a deck asks what it asks."""
    return {_key(fields_of(at)): f"on line {at.source.line(at.start)} of the deck" for at in deck.deck.notes}


def _key(fields: NoteFields) -> tuple[str, bool]:
    return fold(asked(fields)), "cloze" in fields


def _said(problem: Problem) -> str:
    return f"{problem.message} {problem.mend}".rstrip()


def _tell(before: OpenDeck, after: OpenDeck) -> None:
    for sentence in said_of_copy(before, after):
        note(sentence)


def _fields(text: str) -> dict[str, str]:
    if "{{" in text and "\t" not in text:
        return {"cloze": text}
    question, _, answer = (part.strip() for part in text.partition("\t" if "\t" in text else BETWEEN))
    return {"question": question, "answer": answer} if question and answer and "\t" not in answer else {}


def _asked_for(prompt: str, lines: TextIO) -> str:
    print(prompt, end="", flush=True)
    return lines.readline().strip()
