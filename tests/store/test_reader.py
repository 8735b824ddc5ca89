from __future__ import annotations

from store_builders import CARD, FIRST_DAY, Pen, review

from quizapp.model import DAY_MS, ActionKind, Phase, Rating
from quizapp.store.store import Store
from quizapp.study.overview import DayTotals


def test_an_empty_store_has_nothing_to_say(store: Store) -> None:
    assert store.states() == {}
    assert store.study_days() == []
    assert store.day_totals(FIRST_DAY) == DayTotals()
    assert store.reviewed_cards_on(FIRST_DAY) == []
    assert store.recent_pace_ms() is None
    assert store.newest_event_at() is None
    assert store.settings_events() == []
    assert store.carry_sources() == set()
    assert store.events_since("") == []
    assert store.remembered_cards([]) == {}


def test_the_cards_of_a_day_come_with_the_phase_they_had(store: Store, pen: Pen) -> None:
    pen.answer("rivers/a", Rating.EASY)
    pen.day += 20
    pen.answer("rivers/a", Rating.AGAIN)
    pen.answer("rivers/b")
    pen.undo(pen.answer("rivers/c"))
    assert store.reviewed_cards_on(FIRST_DAY) == [("rivers/a", Phase.NEW)]
    assert store.reviewed_cards_on(pen.day) == [("rivers/a", Phase.REVIEW), ("rivers/b", Phase.NEW)]


def test_the_totals_of_a_day_leave_out_what_was_undone(store: Store, pen: Pen) -> None:
    for card_id in ("rivers/a", "rivers/b"):
        pen.answer(card_id, Rating.EASY)
    pen.day += 30
    pen.answer("rivers/a", Rating.AGAIN, duration_ms=5_000)
    pen.answer("rivers/a", Rating.GOOD, duration_ms=3_000)
    pen.answer("rivers/b", Rating.HARD, duration_ms=2_000)
    pen.undo(pen.answer("rivers/c", duration_ms=60_000))
    assert store.day_totals(pen.day) == DayTotals(cards=2, answers=3, ms=10_000, reviewed=2, recalled=1)


def test_a_day_counts_as_studied_while_any_of_its_answers_holds(store: Store, pen: Pen) -> None:
    pen.answer()
    pen.undo(pen.answer())
    pen.day += 3
    undo = pen.undo(pen.answer())
    pen.day += 1
    pen.answer()
    assert store.study_days() == [FIRST_DAY, FIRST_DAY + 4]
    pen.undo(undo)
    assert store.study_days() == [FIRST_DAY, FIRST_DAY + 3, FIRST_DAY + 4]


def test_study_days_come_in_order_also_when_the_clock_was_set_back(store: Store, pen: Pen) -> None:
    for day in (FIRST_DAY, -3, FIRST_DAY + 1, FIRST_DAY):
        pen.day = day
        pen.answer()
    assert store.study_days() == [-3, FIRST_DAY, FIRST_DAY + 1]


def test_reviews_come_by_id_from_an_event_on(store: Store, pen: Pen) -> None:
    first, second, third = (pen.answer(card_id) for card_id in ("rivers/a", "rivers/b", "rivers/a"))
    pen.undo(second)
    assert list(store.iter_reviews()) == [first, third]
    assert list(store.iter_reviews(first.review_id)) == [third]
    assert list(store.iter_reviews(include_undone=True)) == [first, second, third]


def test_reviews_of_a_merged_log_come_in_the_order_of_the_acts(store: Store, pen: Pen) -> None:
    early_id = store.new_id(0)
    late = pen.answer()
    early = review(early_id, device_id="a phone")
    with store.writing() as tx:
        tx.add(early)
    assert list(store.iter_reviews()) == [early, late]
    assert store.card_events(CARD) == [early, late]


def test_reviews_can_be_read_while_more_are_written(store: Store, pen: Pen) -> None:
    for _ in range(5):
        pen.answer()
    seen = []
    for event in store.iter_reviews():
        pen.answer("rivers/po")
        assert store.states()[event.card_id].schedule
        seen.append(event)
    assert len(seen) == 5


def test_reviews_between_days_include_both_ends(store: Store, pen: Pen) -> None:
    reviews = []
    for _ in range(4):
        reviews.append(pen.answer())
        pen.day += 1
    assert store.reviews_between(FIRST_DAY + 1, FIRST_DAY + 2) == reviews[1:3]


def test_events_since_hold_everything_later_of_both_kinds(store: Store, pen: Pen) -> None:
    first = pen.answer()
    buried = pen.act(ActionKind.BURY)
    second = pen.answer()
    undo = pen.undo(second)
    assert store.events_since("") == [first, buried, second, undo]
    assert store.events_since(buried.event_id) == [second, undo]


def test_settings_that_were_undone_do_not_hold(store: Store, pen: Pen) -> None:
    kept = pen.act(ActionKind.SETTINGS, None, {"desired_retention": 0.85})
    pen.undo(pen.act(ActionKind.SETTINGS, None, {"desired_retention": 0.95}))
    assert store.settings_events() == [kept]


def test_carry_sources_are_known_also_when_the_carry_was_undone(store: Store, pen: Pen) -> None:
    pen.answer("rivers/a")
    pen.undo(pen.act(ActionKind.CARRY, "rivers/b", {"from": "rivers/a"}))
    assert store.carry_sources() == {"rivers/a"}


def test_the_newest_event_tells_its_own_instant_not_that_of_its_id(store: Store, pen: Pen) -> None:
    pen.answer()
    pen.day -= 100
    pen.act(ActionKind.BURY)
    assert store.newest_event_at() == pen.day * DAY_MS


def test_the_pace_is_the_median_of_the_newest_answers_that_hold(store: Store, pen: Pen) -> None:
    for duration_ms in (90_000, 1_000, 2_000, 9_000):
        pen.answer(duration_ms=duration_ms)
    pen.undo(pen.answer(duration_ms=500_000))
    assert store.recent_pace_ms(3, least=3) == 2_000
    assert store.recent_pace_ms(least=5) is None


def test_changes_by_another_program_are_noticed_once(store: Store, pen: Pen) -> None:
    pen.answer()
    assert not store.changed_outside()
    with Store.open(store.path) as other:
        Pen(other).answer("rivers/po")
    assert store.changed_outside()
    assert not store.changed_outside()


def test_changes_by_another_program_are_noticed_after_an_own_answer_too(store: Store, pen: Pen) -> None:
    with Store.open(store.path) as other:
        Pen(other).answer("rivers/po")
        pen.answer()
        assert other.changed_outside()
    assert store.changed_outside()
