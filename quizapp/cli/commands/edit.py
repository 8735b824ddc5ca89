"""`quizapp edit`: a note in the learner's own editor."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_places import Place, named_note
from quizapp.cli.output import note, say
from quizapp.cli.text_editor import open_in_editor
from quizapp.deckfile.continuing import continued
from quizapp.paths import tilde
from quizapp.problem import Level, Problem
from quizapp.store.deckdesk import OpenDeck, open_deck, said_of_copy


@click.command("edit")
@click.argument("name", metavar="CARD")
@place_options
@click.pass_context
def command(ctx: click.Context, name: str) -> None:
    """Open a note in your editor.

    CARD is a card's id, the id of a note, or a deck and a line, as in china:120. The editor is $VISUAL or $EDITOR. When
    it is closed, the deck is read again, and you are told what is wrong with it, if anything.
    """
    cli: Cli = ctx.obj
    place = named_note(cli, name)
    before = place.deck
    if before.copy_to is not None:
        place = place._replace(deck=before.with_bytes(before.file.data))
    after, problems = _edited(place)
    if after.file.data == before.file.data:
        if before.copy_to is not None:
            after.path.unlink()
        note("Nothing was changed.")
        ctx.exit(1 if problems else 0)
    for sentence in said_of_copy(before, after):
        note(sentence)
    say(f"Changed: {tilde(after.path)}")
    _carry(cli, place, after)
    ctx.exit(1 if problems else 0)


def _edited(place: Place) -> tuple[OpenDeck, list[Problem]]:
    """Return the deck as the editor left it, and its errors; opened again as long as the learner wants to mend them."""
    path, line = place.deck.path, place.line
    while True:
        code = open_in_editor(path, line)
        if code:
            note(f"The editor ended with code {code}.")
        after = open_deck(path, may_be_shipped=False)
        for problem in after.deck.parsed.problems:
            note(str(problem))
        errors = [problem for problem in after.deck.parsed.problems if problem.level is Level.ERROR]
        if not errors or not _can_ask() or not click.confirm("Open it again?", default=True):
            return after, errors
        line = max(errors[0].line, 1)


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _carry(cli: Cli, place: Place, after: OpenDeck) -> None:
    """Let progress follow the note that was edited, where that is the only one that changed."""
    old, new = place.deck.deck, after.deck
    if place.at is None or len(old.notes) != len(new.notes) or not cli.settings().database.exists():
        return
    changed = [
        index
        for index, (one, other) in enumerate(zip(old.notes, new.notes, strict=True))
        if replace(one.note, line=0) != replace(other.note, line=0)
    ]
    if changed != [place.at]:
        return
    pairs = continued(new.parsed.deck_id, old.notes[place.at].note, new.notes[place.at].note)
    if any(old_id != new_id for old_id, new_id in pairs.items()):
        with cli.collection() as collection:
            collection.carry_known(pairs)
