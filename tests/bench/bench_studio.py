"""What a key costs in the studio, in a real terminal: `python tests/bench/bench_studio.py [--notes N] [--keys N]`.

First opening: from the start of the process until the article and how much of it is covered are painted. Then keys,
each from its press until what it does is painted: the caret moved by a word, and letters typed into the form; while
nothing else runs, and while the checks of the draft and of the whole deck run again and again without a rest.
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

from bench_form import BACKSPACE, LETTERS, deck_text, shows  # noqa: E402
from bench_start import ESCAPES, Terminal  # noqa: E402

from quizapp.clock import SystemClock  # noqa: E402
from quizapp.config import Settings  # noqa: E402
from quizapp.store.studio_file import StudioFile  # noqa: E402
from quizapp.tui.app import First, QuizApp  # noqa: E402
from quizapp.tui.screens.studio import StudioScreen  # noqa: E402
from quizapp.tui.studio_desk import FileDesk  # noqa: E402

P50_MS = 30
IDLE, CHECKING = "idle", "checking"
SITUATIONS = {IDLE: "nothing else runs", CHECKING: "checks run without a rest"}
KEY_EVERY_S = 0.12
"""As fast as a fast writer types."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=int, default=1_000)
    parser.add_argument("--paragraphs", type=int, default=300)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--serve", nargs=2, metavar=("FOLDER", "SITUATION"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(Path(options.serve[0]), options.serve[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "deck.yaml").write_text(deck_text(options.notes), encoding="utf-8")
        (home / "article.txt").write_text(article_text(options.paragraphs), encoding="utf-8")
        print(f"{options.notes:,} notes, {options.paragraphs:,} paragraphs")
        for situation, words in SITUATIONS.items():
            report(home, situation, words, options.keys)


def report(home: Path, situation: str, words: str, keys: int) -> None:
    terminal = Terminal([sys.executable, __file__, "--serve", str(home), situation], home)
    try:
        start = time.perf_counter()
        opened = terminal.until(lambda written: b"paragraphs covered" in ESCAPES.sub(b"", written))
        if situation == IDLE:
            print(f"  opening, the interpreter's start included {opened - start:17.2f} s")
        terminal.settle(2.0 if situation == IDLE else 0.5)
        row(f"the caret, while {words}", [moved(terminal) for _ in range(keys)])
        terminal.press("q")
        terminal.settle(1.0)
        row(f"a letter, while {words}", [typed(terminal, LETTERS[n % len(LETTERS)]) for n in range(keys)])
    finally:
        terminal.close()


def moved(terminal: Terminal) -> float:
    terminal.written = b""
    pressed = terminal.press("\x1b[C")
    taken = (terminal.until(lambda written: bool(ESCAPES.sub(b"", written).strip())) - pressed) * 1000
    rest(terminal)
    return taken


def typed(terminal: Terminal, letter: str) -> float:
    terminal.written = b""
    pressed = terminal.press(letter)
    taken = (terminal.until(partial(shows, letter)) - pressed) * 1000
    terminal.press(BACKSPACE)
    rest(terminal)
    return taken


def rest(terminal: Terminal) -> None:
    until = time.perf_counter() + KEY_EVERY_S
    while (left := until - time.perf_counter()) > 0:
        terminal.settle(min(left, 0.02))


def row(name: str, times: list[float]) -> None:
    p50, p95 = median(times), quantiles(times, n=20)[-1]
    print(f"  {name:46} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   (p50 at most {P50_MS})", flush=True)


def article_text(paragraphs: int) -> str:
    sentence = "In {n} the fund number {n} came to ${n} billion, as the bank of {m} said when the market slumped. "
    body = "\n\n".join("".join(sentence.format(n=n * 5 + k, m=n) for k in range(5)) for n in range(paragraphs))
    return f"A Bench\n\n{body}\n"


def serve(folder: Path, situation: str) -> None:
    """Run the studio, with checks that never rest where the situation wants them."""
    desk = FileDesk(StudioFile(folder / "deck.yaml", folder / "article.txt", folder / "state"))
    screens: list[StudioScreen] = []

    def studio(app: QuizApp) -> StudioScreen:
        screens.append(StudioScreen(desk))
        return screens[0]

    if situation == CHECKING:
        threading.Thread(target=check_without_rest, args=(screens,), daemon=True).start()
    settings = Settings(database=folder / "progress.db")
    first = First("studio", studio)
    QuizApp(settings, None, lambda settings: None, clock=SystemClock(), first=first).run()  # type: ignore[arg-type,return-value]


def check_without_rest(screens: list[StudioScreen]) -> None:
    while not screens or screens[0].bench is None or screens[0]._checks is None:
        time.sleep(0.05)
    studio = screens[0]
    while True:
        assert studio.bench is not None
        assert studio._checks is not None
        studio._checks.problems(studio.bench.session)
        studio._checker.check(studio.bench.draft)


if __name__ == "__main__":
    main()
