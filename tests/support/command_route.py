"""Command lines that make every command say something of hostile decks, files, settings and progress."""

from __future__ import annotations

from hostile_worlds import file_name
from worlds import World


def command_lines(world: World, texts: list[str]) -> dict[str, list[list[str]]]:
    """Return command lines by the command that they are of; a new command is put in here.

    What is read by one comes before what another changes. Each takes hostile words where it takes any.
    """
    word, name = texts[0].replace("\x00", ""), file_name(texts[0])
    card, orphan = "hostile/asked", f"deck{word}/note{word}"
    log = str(next(world.root.glob("log *")))
    out = str(world.root / f"out {name}")
    return {
        "decks": [["decks"], ["decks", "--json"]],
        "cards": [
            ["cards"],
            ["cards", "--json"],
            ["cards", word],
            ["cards", "--search", word],
            ["cards", "--search", "is:orphan"],
        ],
        "browse": [["browse"], ["browse", f"is:{word}"]],
        "study": [["study", "--plain"], ["study", word, "--plain"], ["study", "--tag", word, "--plain"]],
        "quiz": [["quiz", "--plain"], ["quiz", word], ["quiz", "--tag", word, "--plain"]],
        "due": [["due"], ["due", "--json"], ["due", word]],
        "check": [
            ["check"],
            *(["check", "--format", form] for form in ("text", "json", "github", "sarif")),
            ["check", out],
        ],
        "explain": [["explain", word], ["explain", orphan]],
        "author": [["author", word], ["author", out, "--article", out]],
        "suspend": [["suspend", word], ["suspend", orphan]],
        "unsuspend": [["unsuspend", orphan]],
        "bury": [["bury", orphan]],
        "set-due": [["set-due", orphan, word], ["set-due", orphan, "tomorrow"]],
        "reset": [["reset", orphan]],
        "exam": [["exam"], ["exam", word, word], ["exam", "hostile", "tomorrow"], ["exam"]],
        "spread": [["spread"], ["spread", "--days", word]],
        "carry": [["carry", orphan, card], ["carry", word, word]],
        "undo": [["undo"], ["undo"]],
        "new": [["new", out], ["new", f"{out}/\x07"], ["new", str(world.decks / f"{name}.yaml")]],
        "add": [
            ["add", "hostile", "--question", word, "--answer", word],
            ["add", word, "--question", "a", "--answer", "b"],
        ],
        "edit": [["edit", word], ["edit", orphan]],
        "fmt": [["fmt", "--diff"], ["fmt", out], ["fmt", "--check"]],
        "stats": [["stats"], ["stats", "--json"], ["stats", word]],
        "report": [["report", "-o", f"{out}.html"], ["report", "-o", f"{out}/x/y.html"]],
        "export": [
            ["export", "log"],
            *(
                ["export", what, "--format", form]
                for what in ("reviews", "cards", "days", "decks")
                for form in ("csv", "json", "md")
            ),
            ["export", "log"],
            ["export", "cards", "--deck", word],
            ["export", "cards", "-o", f"{out}/a/b"],
            ["export", word],
        ],
        "import": [
            ["import", "log", log],
            ["import", "log", out],
            ["import", "log", str(world.decks / "hostile.yaml")],
        ],
        "backup": [["backup", "-o", f"{out}/x/y"], ["backup"], ["backup", "--list"], ["backup", "--list", "--json"]],
        "restore": [["restore", word, "--yes"], ["restore", log, "--yes"], ["restore", "--day", word], ["restore"]],
        "doctor": [["doctor"], ["doctor", "--json"]],
        "schema": [["schema", "-o", f"{out}/x"], ["schema"]],
        "config": [["config"], ["config", word], ["config", "study.new_per_day", word], ["config", "--json"]],
        "help": [["help", word], ["help", "trust"], ["help", "decks"]],
        "completion": [["completion", word], ["completion", "bash"]],
    }
