"""Study: a card, its answer, four ratings. Every answer is on disk before the next card shows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.answering.manner import Answering
from quizapp.errors import QuizappError
from quizapp.model import Card, Choice, Listing, Rating, Statement
from quizapp.study.scope import Undone
from quizapp.tui import sheets, words
from quizapp.tui.actions import STUDY, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.edit_words import after_edit
from quizapp.tui.lines import line
from quizapp.tui.screens.page import Page
from quizapp.tui.sitting import Asked, Sitting, Turn
from quizapp.tui.stopwatch import Stopwatch
from quizapp.tui.widgets.card import CardView
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.ratings import Ratings

if TYPE_CHECKING:
    from quizapp.answering.marking import Said
    from quizapp.collection.editor import Edited
    from quizapp.tui.answering.answerable import Given
    from quizapp.tui.answering.field import Field
    from quizapp.tui.answering.place import Answered

_WAYS = {"flip": Answering.FLIPPED, "type": Answering.TYPED, "choose": Answering.CHOSEN}


class StudyScreen(Page):
    """Asks the cards of a session, one after another.

    Keys are done in their order, also while an answer is being stored. But a rating counts only when the answer it
    rates has been painted, and a card is set aside only when it was asked as the key was pressed: what is pressed too
    early must not hit a card that nobody has seen.
    """

    PLACE = "Study"
    ACTIONS = STUDY
    BINDINGS = bindings(STUDY)
    CSS_PATH = "study.tcss"

    def __init__(self, sitting: Sitting, undone: Undone | None = None) -> None:
        """Begin a session or go on with it; `undone` is what was taken back to come here."""
        self._sitting = sitting
        super().__init__()
        self.card, self.ratings, self.notice = CardView(), Ratings(), Notice()
        self._undone = undone
        self._asked: Asked | None = None
        self._answer_seen = False
        self._answered: Answered | None = None
        self._watch = Stopwatch()
        self._acts = Acts()

    @property
    def place(self) -> str:
        return "Cram" if self._sitting.scope.cram else "Study"

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.card, self.ratings, id="desk"), self.notice)

    def on_mount(self) -> None:
        self.card.wait("Opening your decks…")
        self.ratings.offer("", "")
        self.run_worker(self._acts.serve(self.complain))
        self.call_after_refresh(self._acts.add, self._begin)

    def fitted(self) -> None:
        super().fitted()
        if self.is_attached and not self.tiny and self.card.place is not None:
            self.card.place.focus()
        self._watch.run(self.is_current and not self.tiny)

    def on_screen_suspend(self) -> None:
        self._watch.run(False)

    def can(self, action: str) -> bool:
        asked, revealed = self._asked, self.card.revealed
        if asked is None:
            return action == "end"
        if action in ("rate", "left", "right", "details"):
            return revealed
        if action in ("flip", "type", "choose"):
            return not revealed and _WAYS[action] is not self._way and _is_open(asked.card, action)
        if action == "overrule":
            return revealed and self._answered is not None
        if action == "source":
            return revealed and bool(words.source(asked))
        return action != "hint" or bool(asked.card.hint and not revealed and not self.card.hinted)

    @property
    def _way(self) -> Answering:
        return self._sitting.answering

    def complain(self, error: QuizappError) -> None:
        if self._asked is None:
            super().complain(error)
        else:
            self.card.complain(str(error))

    # What only changes how the card is shown is done at once.

    def action_left(self) -> None:
        self.ratings.move(-1)

    def action_right(self) -> None:
        self.ratings.move(1)

    def action_pick(self, place: int) -> None:
        if self.card.place is not None:
            self.card.place.choose(place)

    def action_overrule(self) -> None:
        """Turn the verdict round: what it called wrong is Good, anything else Again."""
        if self._answered is not None:
            overruled = self.ratings.marked is not Rating.AGAIN
            self.ratings.mark(Rating.AGAIN if overruled else Rating.GOOD)
            self.card.note("you say: not right" if overruled else "you say: right")

    def action_hint(self) -> None:
        self.card.hint()
        self.show_keys()

    def action_page_down(self) -> None:
        self.card.scroll_pages(1)

    def action_page_up(self) -> None:
        self.card.scroll_pages(-1)

    def action_source(self) -> None:
        if self._asked is not None:
            self.quizapp.lay("Source", sheets.source(self._asked))

    # Everything else waits for its turn.

    def action_take(self) -> None:
        if self.card.place is not None:
            self.card.place.enter()
        else:
            self._acts.add(self._take)

    def on_given(self, given: Given) -> None:
        self._acts.add(partial(self._check, self._asked, given.said))

    def action_rate(self, rating: int) -> None:
        self._acts.add(partial(self._rate, Rating(rating)))

    def action_undo(self) -> None:
        self._acts.add(self._undo)

    def action_flip(self) -> None:
        self._acts.add(partial(self._answer_by, Answering.FLIPPED))

    def action_type(self) -> None:
        self._acts.add(partial(self._answer_by, Answering.TYPED))

    def action_choose(self) -> None:
        self._acts.add(partial(self._answer_by, Answering.CHOSEN))

    def action_bury(self) -> None:
        self._acts.add(partial(self._put_aside, self._asked, self._sitting.bury))

    def action_suspend(self) -> None:
        self._acts.add(partial(self._put_aside, self._asked, self._sitting.suspend))

    def action_details(self) -> None:
        self._acts.add(self._details)

    def action_edit(self) -> None:
        self._acts.add(partial(self._edit, self._asked))

    def action_end(self) -> None:
        self._acts.add(self._end)

    async def _begin(self) -> None:
        turn = await self._sitting.begin()
        news = await self.news() if isinstance(turn, Asked) else ()
        with self.app.batch_update():
            self._show(turn, self._undone)
            self.notice.say(*news)

    async def _take(self) -> None:
        if self._asked is None or self.card.revealed:
            await self._rate(self.ratings.marked)
        elif self._asked.question is None:
            self._reveal(self._asked)

    async def _check(self, asked: Asked | None, said: Said) -> None:
        """Have an answer marked, and show what came of it; the grader proposes a rating."""
        from quizapp.answering.marking import proposed
        from quizapp.tui.answering.place import Answered

        if asked is None or asked is not self._asked or asked.question is None or self.card.revealed:
            return
        verdict = await self._sitting.mark(asked.question, said)
        rating = proposed(asked.question, verdict)
        self._answered = Answered(said, verdict, f"{rating.label} suggested", rating)
        self._reveal(asked, self._answered)

    async def _rate(self, rating: Rating) -> None:
        if self._asked is not None and self._answer_seen:
            self._show(await self._sitting.rate(self._asked, rating, self._watch.ms, self._answered))

    async def _answer_by(self, answering: Answering) -> None:
        """Change how cards are answered, this one first."""
        if self._asked is None or self.card.revealed:
            return
        turn = await self._sitting.answer_by(answering)
        self._show(turn)
        if isinstance(turn, Asked) and turn.question is None and answering is not Answering.FLIPPED:
            self.card.complain("This deck has too few answers of this sort to choose from.")

    async def _put_aside(self, asked: Asked | None, act: Callable[[], Awaitable[Turn]]) -> None:
        if asked is self._asked:
            self._show(await act())

    async def _undo(self) -> None:
        undone, turn = await self._sitting.undo()
        if undone is None:
            self.card.complain("There is nothing to undo.")
        else:
            self._show(turn, undone)

    async def _details(self) -> None:
        if self._asked is not None and self.is_current:
            await self.quizapp.lay_card(self._asked.card.card_id)

    async def _edit(self, asked: Asked | None) -> None:
        if asked is not None and asked is self._asked and self.is_current:
            self.quizapp.edit_note(asked.card.card_id, self._edited)

    def _edited(self, edited: Edited) -> None:
        self._acts.add(partial(self._go_on, edited))

    async def _go_on(self, edited: Edited) -> None:
        """Go on with the new text of the card, on the side that was shown."""
        revealed = self.card.revealed
        turn = await self._sitting.renew(edited.continued)
        self._show(turn, told=after_edit(edited))
        if isinstance(turn, Asked) and revealed and turn.card.card_id in edited.card_ids:
            self._reveal(turn)

    async def _end(self) -> None:
        if self._asked is None:
            self.quizapp.go_home()
            return
        over = await self._sitting.end()
        if over.summary.answers:
            self.quizapp.go_on(self._sitting, over)
        else:
            self.quizapp.go_home()

    def _show(self, turn: Turn, undone: Undone | None = None, told: str = "") -> None:
        """Paint what the session shows now, or leave to the screen that does; an undone card with both answers."""
        if not isinstance(turn, Asked):
            self._asked = None
            self.quizapp.go_on(self._sitting, turn)
            return
        if self._asked is None or turn.card is not self._asked.card or undone is not None:
            self._watch.restart()
            self.notice.say()
        self._asked, self._answer_seen, self._answered = turn, False, None
        with self.app.batch_update():
            self.card.show(turn)
            self._offer()
            self._show_progress(turn, undone, told)
            if undone is not None and undone.card is not None:
                self._answered = self._sitting.answered_before(undone)
                self._reveal(turn, self._answered)
            self.show_keys()

    def _offer(self) -> None:
        """Show what Enter does now."""
        if self._asked is None or self.card.revealed:
            return
        if self.card.place is None:
            self.ratings.offer("Show answer", self.key("take"))
        else:
            self.ratings.offer(self.card.place.enters, self.key("take", typing=True))

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_changed(self) -> None:
        self.card.complain("")
        self._offer()

    def on_field_refused(self, refused: Field.Refused) -> None:
        self.card.complain(refused.why)

    def _reveal(self, asked: Asked, answered: Answered | None = None) -> None:
        self.card.reveal(answered)
        returns = {rating: words.returns(preview) for rating, preview in asked.previews.items()}
        self.ratings.rate(returns, marked=answered.proposed if answered else Rating.GOOD)
        self.set_focus(None)
        self.show_keys()
        self.call_after_refresh(self._saw_answer, asked)

    def _saw_answer(self, asked: Asked) -> None:
        self._answer_seen = asked is self._asked

    def _show_progress(self, turn: Asked, undone: Undone | None, told: str) -> None:
        done, total, left_ms = turn.progress.done, turn.progress.total, turn.progress.left_ms
        facts = [
            line((str(min(done + 1, total)), "$soft"), (f" of {total}", "$muted")),
            Content.styled(words.time_left(left_ms), "$muted"),
        ]
        if undone is not None:
            facts.insert(0, line(("undid ", "$muted"), (undone.what, "$soft")))
        if told:
            facts.insert(0, Content.styled(told, "$soft"))
        self.header.show(*facts, done=done / total if total else 0.0)


def _is_open(card: Card, way: str) -> bool:
    """Tell whether a card's kind leaves it to the learner to answer in that way."""
    if isinstance(card.body, Choice | Statement):
        return False
    return way != "choose" or not isinstance(card.body, Listing)
