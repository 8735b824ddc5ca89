"""Plain mode as a state machine: told lines, it returns lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from worlds import MINUTE, World

from quizapp.cli.plain import HELP, PlainStudy, Step
from quizapp.collection import Collection
from quizapp.model import Rating, SchedulingSettings, StudySettings
from quizapp.study.scope import Scope
from quizapp.tui.stopwatch import Stopwatch

FIRST = ["", "1 of 3. Rivers, new.", "Which river flows through Cairo?"]
SHOWN = [
    "The Nile",
    "It reaches the sea in a delta north of the city.",
    "1 Again 1 min, 2 Hard 6 min, 3 Good 10 min, 4 Easy 8 days",
]


@pytest.fixture
def collection(world: World) -> Iterator[Collection]:
    world.scheduling = SchedulingSettings(fuzz=False)
    with world.open() as collection:
        yield collection


class Desk:
    """A learner in front of plain mode: types lines, reads what comes."""

    def __init__(self, collection: Collection, scope: Scope, *, can_wait: bool = False) -> None:
        self.seconds = 0.0
        self.session = collection.study(scope)
        watch = Stopwatch(lambda: self.seconds)
        self.study = PlainStudy(self.session, collection, can_wait=can_wait, watch=watch)
        self.first = list(self.study.begin())

    def type(self, *lines: str) -> list[str]:
        """Type lines and return what the last of them leads to."""
        shown: list[str] = []
        for line in lines:
            shown = list(self.study.tell(line + "\n"))
        return shown

    @property
    def asked(self) -> str | None:
        return self.session.current.card_id if self.session.current else None


@pytest.fixture
def desk(collection: Collection) -> Desk:
    return Desk(collection, Scope())


def test_it_begins_with_the_keys_and_the_first_card(desk: Desk) -> None:
    assert desk.first == [HELP[Step.QUESTION], *FIRST]


def test_enter_shows_the_answer_and_what_each_rating_leads_to(desk: Desk) -> None:
    assert desk.type("") == SHOWN


def test_a_digit_rates_and_the_next_card_comes(desk: Desk) -> None:
    assert desk.type("", "4")[:2] == ["", "2 of 3. Rivers, new."]
    assert desk.asked == "rivers/po"


def test_a_rating_is_on_record_before_the_next_card(desk: Desk, collection: Collection) -> None:
    desk.seconds = 4.2
    desk.type("", "3")
    (review,) = collection.store.iter_reviews()
    assert (review.card_id, review.rating, review.duration_ms) == ("rivers/nile", Rating.GOOD, 4200)


@pytest.mark.parametrize("line", ["3", "x", "again", "\x1b[A", "5", "ü"])
def test_what_means_nothing_gets_one_line_of_help(desk: Desk, line: str) -> None:
    assert desk.type(line) == [HELP[Step.QUESTION]]
    assert desk.asked == "rivers/nile"


def test_enter_does_not_rate(desk: Desk) -> None:
    assert desk.type("", "") == [HELP[Step.ANSWER]]


def test_a_card_that_comes_back_keeps_its_number(collection: Collection) -> None:
    desk = Desk(collection, Scope(limit=2))
    assert desk.type("", "1")[1] == "2 of 2. Rivers, new."
    assert desk.type("", "4")[1] == "1 of 2. Rivers, learning."


def test_hint_and_source_leave_the_card_where_it_is(desk: Desk) -> None:
    assert desk.type("h") == ["It begins with N."]
    assert desk.type("s") == ["Africa, ¶ 2"]
    assert desk.type("") == SHOWN


def test_a_card_without_hint_and_source_says_so(desk: Desk) -> None:
    desk.type("", "4")
    assert desk.type("H") == ["This card has no hint."]
    assert desk.type("S") == ["Neither the card nor its deck names a source."]


def test_undo_brings_the_card_back_with_its_answer(desk: Desk) -> None:
    assert desk.type("", "4", "u") == ["Took back: Easy.", *FIRST, *SHOWN]
    assert desk.study.step is Step.ANSWER


def test_undo_with_nothing_to_undo_says_so(desk: Desk) -> None:
    assert desk.type("u") == ["There is nothing to undo."]


def test_bury_and_suspend_put_the_card_away(desk: Desk, collection: Collection) -> None:
    assert desk.type("b")[:1] == ["Buried until tomorrow."]
    assert desk.type("!")[:1] == ["Suspended; quizapp unsuspend brings it back."]
    assert collection.states["rivers/nile"].buried_on == collection.today()
    assert collection.states["rivers/po"].suspended


def test_q_stops(desk: Desk) -> None:
    assert desk.type("q") == []
    assert desk.study.step is Step.OVER


def test_the_end_says_how_it_went(desk: Desk) -> None:
    desk.seconds = 5
    desk.type("", "4")
    desk.seconds = 12
    desk.type("", "1", "q")
    assert list(desk.study.end()) == [
        "",
        "2 cards, 2 answers, 12 s: Again 1, Easy 1.",
        "Again once, comes back in 1 min: Turin’s river",
        "No review for tomorrow so far.",
    ]


def test_recall_of_cards_in_review_is_told(collection: Collection, world: World) -> None:
    desk = Desk(collection, Scope(card_ids=("rivers/nile",)))
    desk.type("", "4")
    world.clock.pass_days(8)
    later = Desk(collection, Scope(card_ids=("rivers/nile",)))
    assert later.first[2] == "1 of 1. Rivers, review."
    later.type("", "3")
    assert later.study.step is Step.OVER
    told = list(later.study.end())
    assert told[2].startswith("Recalled 1 of 1 review, 100 %; ")
    assert told[2].endswith("was predicted, the target is 90 %.")


def test_nothing_due_names_what_can_be_done_instead(collection: Collection, world: World) -> None:
    desk = Desk(collection, Scope())
    while desk.study.step is not Step.OVER:
        desk.type("", "4")
    again = Desk(collection, Scope())
    assert again.study.step is Step.OVER
    assert again.first[0] == "Nothing is due here. The next card comes back on 30 Nov."
    assert "Go through any cards, their schedule left alone: quizapp study --cram" in again.first
    assert list(again.study.end()) == []


def test_without_somebody_to_wait_only_learning_cards_end_the_session(
    collection: Collection, world: World
) -> None:
    world.study = StudySettings(learn_ahead_ms=0)
    with world.open() as collection:
        desk = Desk(collection, Scope(card_ids=("rivers/nile",)))
        told = desk.type("", "1")
        assert told == ["", "Only cards in learning are left. The next one comes at 10:01, in 1 min."]
        assert desk.study.step is Step.OVER


def test_with_somebody_there_it_waits_for_the_learning_card(world: World) -> None:
    world.study = StudySettings(learn_ahead_ms=0)
    with world.open() as collection:
        desk = Desk(collection, Scope(card_ids=("rivers/nile",)), can_wait=True)
        assert desk.type("", "1")[-1] == HELP[Step.WAITING]
        assert desk.study.wait_ms == MINUTE
        assert list(desk.study.look()) == []
        assert desk.type("") != []
        assert desk.study.step is Step.WAITING
        world.clock.pass_ms(MINUTE)
        assert desk.study.wait_ms == 0
        assert list(desk.study.look())[1] == "1 of 1. Rivers, learning."
        assert desk.study.wait_ms is None


def test_a_cram_rates_without_intervals(collection: Collection) -> None:
    desk = Desk(collection, Scope(cram=True))
    assert desk.type("")[-1] == "1 Again, 2 Hard, 3 Good, 4 Easy"
    desk.type("3")
    assert list(collection.store.iter_reviews()) == []
