"""A field to name the items of a list in, one after another or several at once."""

from __future__ import annotations

from textual.content import Content

from quizapp.answering.marking import Said
from quizapp.answering.question import Question
from quizapp.grading.listing import MOST_ENTRIES, split_entries
from quizapp.humanize import count
from quizapp.text import clean_line
from quizapp.tui.answering.answerable import Changed
from quizapp.tui.answering.field import Field
from quizapp.tui.lines import paragraph


class Naming(Field):
    """Enter adds what is typed to the items named, and in an empty field gives them as the answer.

    How many there are to name is not told: that would be a part of the answer.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question, "Type an item.")
        self._named: list[str] = []

    @property
    def said(self) -> Said:
        return (*self._named, *split_entries(clean_line(self.value), self.question.right))

    @property
    def enters(self) -> str:
        return "Add the item" if self.value.strip() else super().enters

    def below(self, cells: int, rows: int) -> list[Content]:
        """Return the items named so far, the newest where not all of them fit."""
        if not self._named:
            return []
        named = Content.styled(" · ", "$muted").join([Content(item) for item in self._named])
        head = Content.styled(f"{count(len(self._named), 'item')} so far", "$muted")
        return [head, *paragraph(named, "$ink", cells)[1 - rows :]][:rows]

    def enter(self) -> None:
        if not self.value.strip():
            super().enter()
            return
        self._named = list(self.said[:MOST_ENTRIES])
        self.value = ""
        self.post_message(Changed())

    def action_delete_left(self) -> None:
        """Delete a letter; in an empty field, take the last item back into it."""
        if self.value or not self._named:
            super().action_delete_left()
        else:
            self.value = self._named.pop()
            self.cursor_position = len(self.value)

    def flattened(self, text: str) -> str:
        return "; ".join(filter(None, map(clean_line, text.splitlines())))
