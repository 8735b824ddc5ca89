"""`quizapp` alone: the home screen, or the same overview as text where no screen can be drawn."""

from __future__ import annotations

from quizapp.cli.context import Cli
from quizapp.cli.output import note, say
from quizapp.cli.terminal import why_no_screen


def home(cli: Cli) -> int:
    """Return the exit code of the home screen, 0 for the overview."""
    if why_no_screen() is None:
        from quizapp.cli.screens import run_screens

        return run_screens(cli)
    _overview(cli)
    return 0


def _overview(cli: Cli) -> None:
    from quizapp.cli.deck_table import deck_lines, no_decks_sentence, today_sentence
    from quizapp.humanize import count, short_date

    with cli.collection(read_only=True) as collection:
        overview = collection.overview()
        for problem in collection.problems:
            note(str(problem))
        if not overview.decks:
            say(no_decks_sentence(collection))
            return
        say(today_sentence(overview, collection.clock), bold=True)
        say()
        for line in deck_lines(overview, collection.clock):
            say(line)
        say()
        if overview.streak_days:
            longest = count(overview.longest_streak_days, "day")
            say(f"Streak: {count(overview.streak_days, 'day')}, longest {longest}.")
        coming = [f"{short_date(day)} {cards}" for day, cards in overview.forecast if cards]
        if coming:
            say(f"Coming back: {', '.join(coming)}.")
        say("Study in a terminal: quizapp study. In lines: quizapp study --plain")
