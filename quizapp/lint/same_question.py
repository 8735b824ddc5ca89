"""Which notes put the same question, card by card: the gaps of a cloze ask one question each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.lint.asking import asked, bare
from quizapp.lint.positions import earlier
from quizapp.lint.view import CollectionView, NoteView
from quizapp.model import Kind

_QUESTION_MARKS = ("?", "？", "؟", "\u037e")


class SameQuestion(NamedTuple):
    """Another note that asks what a note asks, what it wants to hear, and under which key the note asks it."""

    other: NoteView
    answer: str
    same_answer: bool
    key: str


class _Asking(NamedTuple):
    answer: str
    accept: tuple[str, ...]


def same_question(note: NoteView) -> Sequence[SameQuestion]:
    """Return what asks the same among the notes before this one; for a draft among all."""
    return note.memo(_same_question)


def _same_question(note: NoteView) -> Sequence[SameQuestion]:
    index = note.deck.collection.memo(_by_prompt)
    found: list[SameQuestion] = []
    for prompt in note.memo(_prompts):
        others = index.get(prompt, ())
        if len(others) > 1 or others[:1] != [note]:
            found += _matches(note, prompt, others)
    return found


def _matches(note: NoteView, prompt: str, others: Sequence[NoteView]) -> Iterator[SameQuestion]:
    ours = _asking(note, prompt)
    for other in earlier(note, others):
        theirs = _asking(other, prompt)
        if _are_compared(note, other, ours, theirs):
            yield SameQuestion(other, theirs.answer, _agree(ours, theirs), note.asked_under)


def _are_compared(note: NoteView, other: NoteView, ours: _Asking, theirs: _Asking) -> bool:
    """Tell whether two notes are in one deck or in two that are studied side by side, in whole questions."""
    if note.deck is other.deck:
        return True
    if note.deck.deck_id == other.deck.deck_id:  # a learner's copy of a shipped deck stands in its place
        return False
    return _agree(ours, theirs) or _is_whole(note)


def _is_whole(note: NoteView) -> bool:
    """Tell whether a question can be understood without its deck. “Georgia” asks for another thing in every deck."""
    return note.note.kind in (Kind.CLOZE, Kind.STATEMENT) or note.note.question.rstrip().endswith(_QUESTION_MARKS)


def _prompts(note: NoteView) -> Sequence[str]:
    """Return what the cards of a note ask, folded. The other direction is left out: there an answer asks."""
    if note.note.kind is Kind.CLOZE:
        return tuple({bare(card.prompt): None for card in note.cards})
    return (note.memo(asked).text,)


def _asking(note: NoteView, prompt: str) -> _Asking:
    if note.note.kind is Kind.CLOZE:
        card = next(card for card in note.cards if bare(card.prompt) == prompt)
        return _Asking(card.answer, card.accept)
    return _Asking(note.note.answer, note.note.accept)


def _agree(ours: _Asking, theirs: _Asking) -> bool:
    if bare(ours.answer) == bare(theirs.answer):
        return True
    return bare(theirs.answer) in map(bare, ours.accept) or bare(ours.answer) in map(bare, theirs.accept)


def _by_prompt(collection: CollectionView) -> Mapping[str, list[NoteView]]:
    found: defaultdict[str, list[NoteView]] = defaultdict(list)
    for note in collection.notes:
        for prompt in note.memo(_prompts):
            found[prompt].append(note)
    return found
