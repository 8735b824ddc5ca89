"""What a key costs in the note form, in a real terminal: `python tests/bench/bench_form.py [--notes N…] [--keys N]`.

From a key until its letter is painted, in a deck of so many notes: while nothing else runs, while a draft is checked
again and again without a rest, and while what the checks know of the whole deck is made anew again and again, as it is
once after opening. Last, how long one such check takes with nothing beside it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from statistics import median, quantiles

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_start import ESCAPES, Terminal  # noqa: E402

from quizapp.authoring.draft import Draft  # noqa: E402
from quizapp.clock import SystemClock  # noqa: E402
from quizapp.collection.editor import Edited  # noqa: E402
from quizapp.config import Settings  # noqa: E402
from quizapp.deckfile.located import locate_deck  # noqa: E402
from quizapp.deckfile.written import NoteFields, fields_of  # noqa: E402
from quizapp.lint.configuration import DEFAULT  # noqa: E402
from quizapp.lint.view import CollectionView  # noqa: E402
from quizapp.store.drafts import DraftFolder  # noqa: E402
from quizapp.tui.app import First, QuizApp  # noqa: E402
from quizapp.tui.checker import Against, Checker  # noqa: E402
from quizapp.tui.note_desk import NoteAtHand  # noqa: E402
from quizapp.tui.screens.edit import EditScreen  # noqa: E402

P50_MS = 30
LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
BACKSPACE = "\x7f"
IDLE, CHECKING, READING = "idle", "checking", "reading"
SITUATIONS = {
    IDLE: "nothing else runs",
    CHECKING: "checks run without a rest",
    READING: "the deck is read for them without a rest",
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--serve", nargs=2, metavar=("DECK", "SITUATION"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(Path(options.serve[0]), options.serve[1])
        return
    for notes in options.notes:
        with tempfile.TemporaryDirectory() as folder:
            report(Path(folder), notes, options.keys)


def report(home: Path, notes: int, keys: int) -> None:
    deck = home / "deck.yaml"
    deck.write_text(deck_text(notes), encoding="utf-8")
    print(f"{notes:,} notes")
    for situation, words in SITUATIONS.items():
        times = typed(home, deck, situation, keys)
        p50, p95 = median(times), quantiles(times, n=20)[-1]
        print(f"  a key while {words:44} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   (p50 at most {P50_MS})")
    checker = Checker(lambda: against(deck), lambda found: None)
    draft = Draft.of(fields_of(checker_note(checker, deck)))
    first, again = timed(checker, draft), median(timed(checker, draft) for _ in range(20))
    print(f"  one check: the first {first:,.0f} ms, another {again:.1f} ms")


def typed(home: Path, deck: Path, situation: str, keys: int) -> list[float]:
    """Return the milliseconds from each key until its letter is painted."""
    terminal = Terminal([sys.executable, __file__, "--serve", str(deck), situation], home)
    times = []
    try:
        terminal.until(lambda written: b"What is note 7 about" in ESCAPES.sub(b"", written))
        terminal.settle(1.0 if situation == IDLE else 0.3)
        for number in range(keys):
            letter = LETTERS[number % len(LETTERS)]
            terminal.written = b""
            pressed = terminal.press(letter)
            times.append((terminal.until(partial(shows, letter)) - pressed) * 1000)
            terminal.press(BACKSPACE)
            until = time.perf_counter() + 0.12  # as fast as a fast writer types
            while (rest := until - time.perf_counter()) > 0:
                terminal.settle(min(rest, 0.02))
    finally:
        terminal.close()
    return times


def shows(letter: str, written: bytes) -> bool:
    return letter.encode() in ESCAPES.sub(b"", written)


def timed(checker: Checker, draft: Draft) -> float:
    start = time.perf_counter()
    checker.check(draft)
    return (time.perf_counter() - start) * 1000


def deck_text(notes: int) -> str:
    """Return a deck whose questions share some words with others, as in life."""
    words = ("fund", "quota", "market", "bank", "party", "treaty", "camera", "base", "income", "share", "vote")
    said = "".join(
        f"  - id: note-{n}\n"
        f"    question: What is note {n} about, the {words[n % 11]} or the {words[n * 7 % 11]} of {1900 + n % 120}?\n"
        f"    answer: It is about the {words[n * 3 % 11]} number {n * 37 % 1009}\n"
        f"    explain: Of all the {words[n * 5 % 11]}s it is the one that came in {1900 + n % 97}.\n"
        for n in range(notes)
    )
    return f"deck: bench\ntitle: Bench\nnotes:\n{said}"


def against(deck: Path) -> Against:
    view = CollectionView().add(locate_deck(deck.read_bytes(), str(deck)))
    return Against(view, DEFAULT, view.notes[7])


def checker_note(checker: Checker, deck: Path):  # type: ignore[no-untyped-def]
    return locate_deck(deck.read_bytes(), str(deck)).notes[7]


class Desk:
    """Opens the eighth note of a deck file, and saves nothing."""

    def __init__(self, deck: Path) -> None:
        self._deck = deck

    async def open(self) -> NoteAtHand:
        note = locate_deck(self._deck.read_bytes(), str(self._deck)).notes[7]
        return NoteAtHand("bench", "Bench", "note-7", fields_of(note))

    async def save(self, fields: NoteFields) -> Edited:
        return Edited(self._deck)

    def against(self) -> Against:
        return against(self._deck)


def serve(deck: Path, situation: str) -> None:
    """Run the edit screen on a deck's eighth note, with checks that never rest where the situation wants them."""
    settings = Settings(database=deck.with_suffix(".db"))
    screens: list[EditScreen] = []

    def page(app: QuizApp) -> EditScreen:
        screens.append(EditScreen(Desk(deck), lambda edited, error: app.exit(), DraftFolder(None)))
        return screens[0]

    app = QuizApp(settings, None, lambda settings: None, clock=SystemClock(), first=First("edit", page))  # type: ignore[arg-type, return-value]
    if situation != IDLE:
        threading.Thread(target=keep_checking, args=(screens, situation == READING), daemon=True).start()
    app.run()


def keep_checking(screens: list[EditScreen], reads: bool) -> None:
    while not screens or screens[0].note is None:
        time.sleep(0.01)
    screen = screens[0]
    checker = Checker(screen._desk.against, lambda found: None)
    while True:
        if reads:
            checker.renew()
        checker.check(screen.form.draft)


if __name__ == "__main__":
    main()
