"""Everything a key can do, screen by screen: one table feeds bindings, footers, the help overlay and the palette.

An action's `id` is stable: a keymap that gives an action other keys names it. Keys are named as Textual names them;
`ctrl+h`, `ctrl+i`, `ctrl+j` and `ctrl+m` are Backspace, Tab and Enter to a terminal, so they are never used.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


class Place(Enum):
    """Where a screen shows an action's key."""

    LEFT = auto()
    """Left in the footer; dropped from the end when the line is short."""
    RIGHT = auto()
    """Right in the footer, always."""
    BESIDE = auto()
    """Beside the thing it acts on, so not in the footer."""


class Action(NamedTuple):
    """What a key does, in a `word` for the footer and as a line of help. `run` is the screen's action to call
    where it is not the end of the id.
    """

    id: str
    keys: str
    word: str
    tells: str
    place: Place = Place.BESIDE
    run: str = ""

    @property
    def call(self) -> str:
        return self.run or self.id.rpartition(".")[2]


EVERYWHERE = (
    Action("keys", "?", "keys", "Show the keys of this screen", Place.RIGHT, run="app.show_keys"),
    Action("manual", "f1", "manual", "Open the manual", run="app.show_manual"),
    Action("palette", "ctrl+p", "commands", "Find what a screen can do by its name", run="app.command_palette"),
    Action("theme", "ctrl+t", "theme", "Change between the dark and the light theme", run="app.other_theme"),
    Action("leave", "ctrl+q,ctrl+c", "leave", "Leave quizapp; every answer is stored", run="app.quit"),
)
"""Bound by the app itself, so these work on every screen."""

HOME = (
    Action("home.up", "up", "deck", "Mark the deck above", Place.LEFT),
    Action("home.down", "down", "deck", "Mark the deck below", Place.LEFT),
    Action("home.only", "space", "only this", "Study what is due in the marked deck", Place.LEFT),
    Action("home.take", "enter", "start", "Do what the button says"),
    Action("home.cram", "c", "cram", "Go through any cards; leaves their schedule alone"),
    Action("home.more_new", "n", "more new cards", "Begin more new cards than the day's limit"),
    Action("home.quiz", "z", "quiz", "Take a scored test", Place.LEFT),
    Action("home.browse", "/", "browse", "Look for cards, and act on them", Place.LEFT),
    Action("home.stats", "s", "stats", "See figures of your progress", Place.LEFT),
    Action("home.author", "a", "author", "Write notes for the marked deck, beside its article", Place.LEFT),
    Action("home.settings", "comma", "settings", "Change settings and keys", Place.LEFT),
    Action("home.plan", "x", "plan", "Set an exam date, or spread what has piled up", Place.LEFT),
    Action("home.problems", "p", "problems", "List what is wrong in the deck files", Place.LEFT),
    Action("home.quit", "q", "quit", "Leave quizapp", Place.RIGHT, run="app.quit"),
)

NO_DECKS = (
    Action("no_decks.take", "enter", "try the decks that come along", "Do what the button says"),
    Action("no_decks.again", "r", "look again", "Look for decks again"),
    Action("no_decks.problems", "p", "problems", "List what is wrong in the deck files", Place.LEFT),
    Action("no_decks.quit", "q", "quit", "Leave quizapp", Place.RIGHT, run="app.quit"),
)

STUDY = (
    Action("study.take", "space,enter", "show answer", "Show the answer, then take the marked rating"),
    Action("study.again", "1", "again", "Rate Again: not recalled", run="rate(1)"),
    Action("study.hard", "2", "hard", "Rate Hard: recalled with effort", run="rate(2)"),
    Action("study.good", "3", "good", "Rate Good: recalled", run="rate(3)"),
    Action("study.easy", "4", "easy", "Rate Easy: recalled at once", run="rate(4)"),
    Action("study.left", "left", "rating", "Mark the rating to the left"),
    Action("study.right", "right", "rating", "Mark the rating to the right"),
    Action("study.hint", "h,f2", "hint", "Show the hint"),
    Action("study.source", "s", "source", "Show the whole source"),
    Action("study.details", "i", "recall", "Show what is known of this card"),
    Action("study.page_down", "pagedown", "more", "Scroll a long card down"),
    Action("study.page_up", "pageup", "back", "Scroll a long card up"),
    Action("study.overrule", "o", "overrule", "Turn the verdict on your answer round", Place.LEFT),
    Action("study.flip", "f3", "flip instead", "Turn cards over instead of answering them", Place.LEFT),
    Action("study.undo", "u,f4", "undo", "Take back the last answer or action", Place.LEFT),
    Action("study.edit", "e,f9", "edit", "Edit the note of this card", Place.LEFT),
    Action("study.bury", "b,f5", "bury", "Set this card aside until tomorrow", Place.LEFT),
    Action("study.suspend", "!,f6", "suspend", "Set this card aside until you bring it back", Place.LEFT),
    Action("study.type", "t,f7", "type", "Type the answers", Place.LEFT),
    Action("study.choose", "c,f8", "choose", "Choose the answers among others of the deck", Place.LEFT),
    Action("study.end", "escape", "end session", "End the session; nothing is lost", Place.RIGHT),
)

WAITING = (
    Action("waiting.take", "enter", "end session", "Do what the button says"),
    Action("waiting.ahead", "a", "study ahead", "Study cards of the coming days now"),
    Action("waiting.cram", "c", "cram", "Go through any cards; leaves their schedule alone"),
    Action("waiting.more_new", "n", "more new cards", "Begin more new cards than the day's limit"),
    Action("waiting.undo", "u", "undo last answer", "Take back the last answer or action", Place.LEFT),
    Action("waiting.end", "escape", "end session", "End the session; nothing is lost", Place.RIGHT),
)

SUMMARY = (
    Action("summary.take", "enter", "back to the decks", "Do what the button says"),
    Action("summary.stats", "s", "stats", "See figures of your progress", Place.LEFT),
    Action("summary.ahead", "a", "study ahead", "Study cards of the coming days now"),
    Action("summary.again", "r", "look at these", "Go through these cards again; leaves their schedule alone"),
    Action("summary.undo", "u", "undo last answer", "Take back the last answer or action", Place.LEFT),
    Action("summary.home", "escape", "home", "Back to the decks", Place.RIGHT),
)

BROWSE = (
    Action("browse.search", "/", "search", "Write what to look for", Place.LEFT),
    Action("browse.confirm", "y", "reset", "Reset the cards, as was asked", Place.LEFT),
    Action("browse.open", "enter", "open", "Show all that is known of the card", Place.LEFT),
    Action("browse.edit", "e", "edit", "Edit the note of the card", Place.LEFT),
    Action("browse.mark", "space", "mark", "Mark the card for the next act, or take its mark away", Place.LEFT),
    Action("browse.bury", "b", "bury", "Set cards aside until tomorrow, or bring them back", Place.LEFT),
    Action("browse.suspend", "!", "suspend", "Set cards aside until you want them, or bring them back", Place.LEFT),
    Action("browse.due", "d", "due", "Set the day on which cards come back", Place.LEFT),
    Action("browse.sort", "o", "sort", "Order by due day, recall, stability, difficulty, lapses or deck", Place.LEFT),
    Action("browse.reset", "r", "reset", "Make cards new again; asks first", Place.LEFT),
    Action("browse.undo", "u", "undo", "Take back the last answer or action", Place.LEFT),
    Action("browse.mark_all", "a", "mark all", "Mark all cards that were found, or none", Place.LEFT),
    Action("browse.study", "s", "study", "Study the marked cards, or all that were found", Place.LEFT),
    Action("browse.cram", "c", "cram", "Go through these cards; leaves their schedule alone"),
    Action("browse.turn", "O", "turn round", "Turn the order round"),
    Action("browse.up", "up", "card", "The card above"),
    Action("browse.down", "down", "card", "The card below; from the search line, to the list"),
    Action("browse.page_up", "pageup", "back", "A screen up"),
    Action("browse.page_down", "pagedown", "more", "A screen down"),
    Action("browse.first", "home", "first", "The first card"),
    Action("browse.last", "end", "last", "The last card"),
    Action("browse.back", "escape", "back", "One step back", Place.RIGHT),
)

EDIT = (
    Action("edit.next", "tab", "next field", "Go to the next field", Place.LEFT),
    Action("edit.save", "ctrl+s", "save note", "Save the note in its deck", Place.LEFT),
    Action("edit.turn", "f6", "turn over", "Show the card in place of the form, or the form again", Place.LEFT),
    Action("edit.reload", "f7", "read anew", "Read the note from its deck again, under what you typed", Place.LEFT),
    Action("edit.problem", "f8", "problem", "Go to the next place that a check complains about", Place.LEFT),
    Action("edit.revert", "f3", "as in the deck", "Show the note as it is in its deck", Place.LEFT),
    Action("edit.previous", "shift+tab", "field before", "Go to the field before"),
    Action("edit.more", "f2", "more fields", "Show the fields that are seldom filled in"),
    Action("edit.kind", "f4", "kind", "Make it a note of another kind; what fits is kept"),
    Action("edit.mend", "f5", "do it", "Do what the advice says"),
    Action("edit.back", "escape", "back", "One step back; what is not saved is kept as a draft", Place.RIGHT),
)

STUDIO = (
    Action("studio.cloze", "c", "cloze", "Make a cloze with the marked words hidden", Place.LEFT),
    Action("studio.question", "q", "question", "Begin a question with the marked words as its answer", Place.LEFT),
    Action("studio.number", "n", "number", "Begin a question with the marked figure as its answer", Place.LEFT),
    Action("studio.merge", "m", "merge", "Merge the marked note of the list into the one at the cursor", Place.LEFT),
    Action("studio.delete", "d", "delete", "Delete the note at the cursor of the list", Place.LEFT),
    Action("studio.next", "tab", "next field", "Go to the next field", Place.LEFT),
    Action("studio.save_note", "ctrl+s", "save note", "Put the note into the list, then save the deck", Place.LEFT),
    Action("studio.other", "f6", "article/note", "Go from the article to the note, or back", Place.LEFT),
    Action("studio.uncovered", "f7", "next ○", "Go to the next paragraph without a note", Place.LEFT),
    Action("studio.problem", "f8", "problem", "Go to the next place that a check complains about", Place.LEFT),
    Action("studio.try_it", "f9", "try it", "See the card as it will be studied", Place.LEFT),
    Action("studio.enter", "enter", "open", "Open the note of the list, or those of the paragraph in turn", Place.LEFT),
    Action("studio.where", "w", "where", "Write only where the marked words stand into the note", Place.LEFT),
    Action("studio.list", "f3", "list", "Show the list of notes in place of the article, or go back", Place.LEFT),
    Action("studio.save_deck", "ctrl+o", "save deck", "Show what saving changes in the file, then save", Place.LEFT),
    Action("studio.undo", "u", "undo", "Take back the last change to the list of notes", Place.LEFT),
    Action("studio.redo", "r", "redo", "Do again what was taken back", Place.LEFT),
    Action("studio.fresh", "f10", "new note", "Begin a new note; the one at hand is kept as it is"),
    Action("studio.grow", "space", "more", "Mark the sentence, then the paragraph; in the list, mark for a merge"),
    Action("studio.left", "left", "word", "The word before"),
    Action("studio.right", "right", "word", "The next word"),
    Action("studio.up", "up", "line", "A line up; in the list, the note above"),
    Action("studio.down", "down", "line", "A line down; in the list, the note below"),
    Action("studio.mark_left", "shift+left", "mark", "Mark also the word before"),
    Action("studio.mark_right", "shift+right", "mark", "Mark also the next word"),
    Action("studio.mark_up", "shift+up", "mark", "Mark up to the line above; in the list, move the note up"),
    Action("studio.mark_down", "shift+down", "mark", "Mark up to the line below; in the list, move the note down"),
    Action("studio.sentence_left", "ctrl+left", "sentence", "To the beginning of the sentence, or the one before"),
    Action("studio.sentence_right", "ctrl+right", "sentence", "To the next sentence"),
    Action("studio.mark_sentence_left", "ctrl+shift+left", "mark", "Mark back to the beginning of a sentence"),
    Action("studio.mark_sentence_right", "ctrl+shift+right", "mark", "Mark up to the end of a sentence"),
    Action("studio.paragraph_up", "ctrl+up,left_square_bracket", "paragraph", "The paragraph before"),
    Action("studio.paragraph_down", "ctrl+down,right_square_bracket", "paragraph", "The next paragraph"),
    Action("studio.page_up", "pageup", "back", "A screen up"),
    Action("studio.page_down", "pagedown", "more", "A screen down"),
    Action("studio.first", "home", "first", "To the beginning"),
    Action("studio.last", "end", "last", "To the end"),
    Action("studio.previous", "shift+tab", "field before", "Go to the field before"),
    Action("studio.more", "f2", "more fields", "Show the fields that are seldom filled in"),
    Action("studio.kind", "f4", "kind", "Make it a note of another kind; what fits is kept"),
    Action("studio.mend", "f5", "do it", "Do what the advice says"),
    Action("studio.back", "escape", "back", "One step back; what is not saved is kept", Place.RIGHT),
)

STUDIO_DIFF = (
    Action("studio_diff.write", "enter", "write", "Write the file", Place.LEFT),
    Action("studio_diff.up", "up", "scroll", "A line up", Place.LEFT),
    Action("studio_diff.down", "down", "scroll", "A line down", Place.LEFT),
    Action("studio_diff.page_up", "pageup", "back", "A screen up"),
    Action("studio_diff.page_down", "pagedown,space", "more", "A screen down"),
    Action("studio_diff.close", "escape,q", "back", "Back to the notes; nothing is written", Place.RIGHT),
)

STUDIO_TRY = (
    Action("studio_try.take", "space,enter", "show answer", "Show the answer, then the next card of the note"),
    Action("studio_try.hint", "h", "hint", "Show the hint"),
    Action("studio_try.page_down", "pagedown", "more", "Scroll a long card down"),
    Action("studio_try.page_up", "pageup", "back", "Scroll a long card up"),
    Action("studio_try.close", "escape,q,f9", "back", "Back to the note", Place.RIGHT),
)

SETTINGS = (
    Action("settings.take", "enter,space", "change", "Change the marked setting, or take its next value", Place.LEFT),
    Action("settings.default", "d", "default", "Give the marked setting its default again"),
    Action("settings.previous", "left", "group", "The group of settings before", Place.LEFT),
    Action("settings.next", "right", "group", "The next group of settings", Place.LEFT),
    Action("settings.up", "up", "setting", "Mark the setting above", Place.LEFT),
    Action("settings.down", "down", "setting", "Mark the setting below", Place.LEFT),
    Action("settings.page_up", "pageup", "back", "A screen up"),
    Action("settings.page_down", "pagedown", "more", "A screen down"),
    Action("settings.back", "escape", "back", "One step back; what is half written is kept", Place.RIGHT),
)

PLAN = (
    Action("plan.up", "up", "row", "Mark the row above", Place.LEFT),
    Action("plan.down", "down", "row", "Mark the row below", Place.LEFT),
    Action("plan.take", "enter", "plan", "Write a plan for the marked row, then have it hold", Place.LEFT),
    Action("plan.off", "o", "call off", "Call the exam of the marked row off", Place.LEFT),
    Action("plan.undo", "u", "undo", "Take back the last answer or action", Place.LEFT),
    Action("plan.page_up", "pageup", "back", "A screen up"),
    Action("plan.page_down", "pagedown", "more", "A screen down"),
    Action("plan.first", "home", "first", "The first row"),
    Action("plan.last", "end", "last", "The last row"),
    Action("plan.back", "escape", "back", "One step back", Place.RIGHT),
)

QUIZ_SETUP = (
    Action("quiz_setup.up", "up", "row", "Mark the row above", Place.LEFT),
    Action("quiz_setup.down", "down", "row", "Mark the row below", Place.LEFT),
    Action("quiz_setup.less", "left", "change", "The choice before", Place.LEFT),
    Action("quiz_setup.more", "right", "change", "The next choice", Place.LEFT),
    Action("quiz_setup.take", "enter", "begin", "Do what the button says"),
    Action("quiz_setup.go_on", "g", "go on", "Go on with the quiz that was left", Place.LEFT),
    Action("quiz_setup.history", "h", "past quizzes", "List past quizzes with their scores", Place.LEFT),
    Action("quiz_setup.back", "escape", "home", "Back to the decks", Place.RIGHT),
)

QUIZ = (
    Action("quiz.take", "space,enter", "answer", "Do what the bar says"),
    Action("quiz.skip", "f3", "skip", "Leave this question for later", Place.LEFT),
    Action("quiz.dunno", "f4", "don’t know", "Say that you do not know; the question does not come back", Place.LEFT),
    Action("quiz.hand_in", "f8", "hand in", "End the quiz and see the score", Place.LEFT),
    Action("quiz.previous", "f5", "back", "The question before", Place.LEFT),
    Action("quiz.next", "f6", "on", "The question after", Place.LEFT),
    Action("quiz.source", "s", "source", "Show the whole source"),
    Action("quiz.page_down", "pagedown", "more", "Scroll a long question down"),
    Action("quiz.page_up", "pageup", "back", "Scroll a long question up"),
    Action("quiz.leave", "escape", "leave", "Leave the quiz; it goes on where it was", Place.RIGHT),
)

QUIZ_RESULT = (
    Action("quiz_result.up", "up", "question", "Mark the question above", Place.LEFT),
    Action("quiz_result.down", "down", "question", "Mark the question below", Place.LEFT),
    Action("quiz_result.open", "space", "look", "Show the answers to the marked question", Place.LEFT),
    Action("quiz_result.overrule", "o", "overrule", "Turn the mark of your answer round", Place.LEFT),
    Action("quiz_result.count", "c", "count", "Count the answers toward the schedule", Place.LEFT),
    Action("quiz_result.undo", "u", "undo", "Take back that the answers count", Place.LEFT),
    Action("quiz_result.markdown", "m", "markdown", "Write the result as Markdown", Place.LEFT),
    Action("quiz_result.again", "r", "same paper", "Take the same questions again", Place.LEFT),
    Action("quiz_result.take", "enter", "back to the decks", "Do what the button says"),
    Action("quiz_result.home", "escape", "home", "Back to the decks", Place.RIGHT),
)

QUIZ_HISTORY = (
    Action("quiz_history.up", "up", "quiz", "Mark the quiz above", Place.LEFT),
    Action("quiz_history.down", "down", "quiz", "Mark the quiz below", Place.LEFT),
    Action("quiz_history.open", "enter,space", "look", "Show the result of the marked quiz", Place.LEFT),
    Action("quiz_history.markdown", "m", "markdown", "Write the result as Markdown", Place.LEFT),
    Action("quiz_history.again", "r", "same paper", "Take the same questions again", Place.LEFT),
    Action("quiz_history.back", "escape", "back", "Back to setting a quiz up", Place.RIGHT),
)

STATS = (
    Action("stats.left", "left", "move", "The point or the week to the left", Place.LEFT),
    Action("stats.right", "right", "move", "The point or the week to the right", Place.LEFT),
    Action("stats.up", "up", "move", "The point or the day above", Place.LEFT),
    Action("stats.down", "down", "move", "The point or the day below", Place.LEFT),
    Action("stats.next", "tab", "next plot", "Go to the next plot", Place.LEFT),
    Action("stats.open", "enter", "look", "List the reviews of the day, or show the card", Place.LEFT),
    Action("stats.deck", "d", "deck", "Choose the deck that the figures are of", Place.LEFT),
    Action("stats.span", "y", "year", "The next range: 52 weeks, each calendar year, all time", Place.LEFT),
    Action("stats.table", "v", "table", "Show the plot as a table of its figures, or as a plot again", Place.LEFT),
    Action("stats.export", "x", "export", "Write what is shown into files", Place.LEFT),
    Action("stats.tag", "t", "tag", "Choose the tag that the figures are of", Place.LEFT),
    Action("stats.previous", "shift+tab", "plot before", "Go to the plot before"),
    Action("stats.span_back", "Y", "year before", "The range before"),
    Action("stats.page_down", "pagedown,space", "more", "The next page of plots"),
    Action("stats.page_up", "pageup", "back", "The page of plots before"),
    Action("stats.first", "home", "first", "The first point"),
    Action("stats.last", "end", "last", "The last point"),
    Action("stats.back", "escape", "back", "One step back", Place.RIGHT),
)

PICK = (
    Action("pick.up", "up", "row", "Mark the row above", Place.LEFT),
    Action("pick.down", "down", "row", "Mark the row below", Place.LEFT),
    Action("pick.take", "enter", "take", "Take the marked row", Place.LEFT),
    Action("pick.page_up", "pageup", "back", "A screen up"),
    Action("pick.page_down", "pagedown", "more", "A screen down"),
    Action("pick.first", "home", "first", "The first row"),
    Action("pick.last", "end", "last", "The last row"),
    Action("pick.close", "escape,q", "back", "Back to where you were", Place.RIGHT),
)

MANUAL = (
    Action("manual.previous", "left", "page", "The page before", Place.LEFT),
    Action("manual.next", "right", "page", "The next page", Place.LEFT),
    Action("manual.up", "up", "scroll", "A line up", Place.LEFT),
    Action("manual.down", "down", "scroll", "A line down", Place.LEFT),
    Action("manual.page_up", "pageup", "back", "A screen up"),
    Action("manual.page_down", "pagedown,space", "more", "A screen down"),
    Action("manual.close", "escape,q", "back", "Back to where you were", Place.RIGHT),
)

SHEET = (
    Action("sheet.up", "up", "scroll", "A line up", Place.LEFT),
    Action("sheet.down", "down", "scroll", "A line down", Place.LEFT),
    Action("sheet.page_up", "pageup", "back", "A screen up"),
    Action("sheet.page_down", "pagedown,space", "more", "A screen down"),
    Action("sheet.close", "escape,enter,q", "back", "Back to where you were", Place.RIGHT),
)

SCREENS = {
    "Everywhere": EVERYWHERE,
    "Home": HOME,
    "Home without decks": NO_DECKS,
    "Studying": STUDY,
    "Waiting for a card": WAITING,
    "Summary": SUMMARY,
    "Browse": BROWSE,
    "Editing a note": EDIT,
    "Authoring studio": STUDIO,
    "Saving from the studio": STUDIO_DIFF,
    "Trying a card": STUDIO_TRY,
    "Settings": SETTINGS,
    "Exams and backlog": PLAN,
    "Setting up a quiz": QUIZ_SETUP,
    "Quiz": QUIZ,
    "Result of a quiz": QUIZ_RESULT,
    "Past quizzes": QUIZ_HISTORY,
    "Stats": STATS,
    "Choosing from a list": PICK,
    "Manual": MANUAL,
    "Lists over a screen": SHEET,
}
"""Every table, by what its screen is called where keys are changed."""


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """Return the actions as Textual's bindings, with the action's id so that a keymap can give them other keys."""
    from textual.binding import Binding  # late, as in `key_name`: the command line reads these tables too

    return [Binding(a.keys, a.call, a.word, show=False, id=a.id) for a in actions]


def is_typed(key: str) -> bool:
    """Tell whether a key is a character where letters are typed."""
    return len(key) == 1 or key in ("space", "comma")


def key_name(key: str) -> str:
    """Return a key as a screen writes it: `enter`, `esc`, `↑`, `?`."""
    from textual.keys import format_key

    return key if key == "enter" else format_key(key)
