"""Which cards a day asks, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from study_builders import MINUTE, TODAY, by_id, card, deck, due_on, learning_until

from quizapp.model import CardState, Deck, DeckLimits, DueOrder, MemoryState, StudySettings
from quizapp.scheduling.exam import LastPass
from quizapp.scheduling.exams import Exam
from quizapp.study.queue import DayLog, Queue, build_queue, cram_queue, interleave
from quizapp.study.scope import EVERYTHING, Scope

NOW = 60 * MINUTE
DAY_END = 1000 * MINUTE


def queue_of(
    *decks: Deck,
    states: dict[str, CardState] | None = None,
    log: DayLog = DayLog(),
    scope: Scope = EVERYTHING,
    exams: Sequence[Exam] = (),
    **limits: object,
) -> Queue:
    settings = StudySettings(**limits)  # type: ignore[arg-type]
    return build_queue(
        decks,
        by_id(*decks),
        states or {},
        now=NOW,
        today=TODAY,
        day_ends_at=DAY_END,
        log=log,
        settings=settings,
        scope=scope,
        exams=exams,
    )


def ids(cards: tuple) -> list[str]:
    return [item.card_id for item in cards]


def test_a_new_deck_offers_its_new_cards_in_file_order_up_to_the_limit() -> None:
    queue = queue_of(deck("a", *[f"n{i}" for i in range(30)]), new_per_day=20)
    assert ids(queue.main) == [f"a/n{i}" for i in range(20)]
    assert len(queue.new_left) == 10


def test_new_cards_begun_today_count_against_the_limit() -> None:
    queue = queue_of(deck("a", "x", "y", "z"), log=DayLog(begun=("z/z",) * 19), new_per_day=20)
    assert ids(queue.main) == ["a/x"]


def test_new_cards_take_turns_between_decks() -> None:
    queue = queue_of(deck("a", "1", "2", "3"), deck("b", "1"), deck("c", "1", "2"))
    assert ids(queue.main) == ["a/1", "b/1", "c/1", "a/2", "c/2", "a/3"]


def test_siblings_put_off_do_not_cost_a_deck_its_turn() -> None:
    queue = queue_of(deck("a", "n", "n#reverse", "m"), deck("b", "1", "2"))
    assert ids(queue.main) == ["a/n", "b/1", "a/m", "b/2"]


def test_siblings_wait_and_do_not_spend_the_limit() -> None:
    queue = queue_of(deck("a", "n", "n#reverse", "m", "m#reverse", "k"), new_per_day=3)
    assert ids(queue.main) == ["a/n", "a/m", "a/k"]


def test_siblings_of_a_note_answered_today_wait_until_tomorrow() -> None:
    queue = queue_of(deck("a", "n", "n#reverse", "m"), log=DayLog(note_keys=frozenset({"a/n"})))
    assert ids(queue.main) == ["a/m"]


def test_a_due_card_goes_before_its_new_sibling() -> None:
    queue = queue_of(deck("a", "n", "n#reverse"), states={"a/n#reverse": due_on(TODAY)})
    assert ids(queue.main) == ["a/n#reverse"]
    assert not queue.new_ids


def test_siblings_of_a_card_in_learning_wait() -> None:
    queue = queue_of(deck("a", "n", "n#reverse"), states={"a/n": learning_until(5)})
    assert (ids(queue.learning), ids(queue.main)) == (["a/n"], [])


def test_learning_cards_come_by_due_instant() -> None:
    states = {"a/x": learning_until(30 * MINUTE), "a/y": learning_until(10 * MINUTE)}
    assert ids(queue_of(deck("a", "x", "y"), states=states).learning) == ["a/y", "a/x"]


def test_cards_due_later_are_left_out_unless_studied_ahead() -> None:
    states = {"a/x": due_on(TODAY + 1), "a/y": due_on(TODAY + 2)}
    one = deck("a", "x", "y")
    assert ids(queue_of(one, states=states).main) == []
    assert ids(queue_of(one, states=states, scope=Scope(ahead_days=1)).main) == ["a/x"]


def test_a_learning_card_due_after_the_day_ends_belongs_to_a_later_day() -> None:
    late = learning_until(DAY_END)
    assert late.schedule
    late = late._replace(schedule=late.schedule._replace(last_review_at=NOW))
    queue = queue_of(deck("a", "x", "y"), states={"a/x": late}, scope=Scope(limit=1))
    assert (ids(queue.learning), ids(queue.main)) == ([], ["a/y"])


def test_cards_answered_while_the_clock_stood_ahead_are_asked_now() -> None:
    states = {"a/x": due_on(TODAY + 375), "a/l": learning_until(DAY_END * 9)}
    queue = queue_of(deck("a", "x", "l"), states=states)
    assert (ids(queue.learning), ids(queue.main)) == (["a/l"], ["a/x"])


def test_a_flight_over_the_date_line_asks_nothing_twice() -> None:
    assert ids(queue_of(deck("a", "x"), states={"a/x": due_on(TODAY + 11)}).main) == []


def test_overdue_cards_come_oldest_day_first() -> None:
    states = {"a/x": due_on(TODAY), "a/y": due_on(TODAY - 9), "a/z": due_on(TODAY - 3)}
    assert ids(queue_of(deck("a", "x", "y", "z"), states=states).main) == ["a/y", "a/z", "a/x"]


def test_suspended_and_buried_cards_are_left_out_and_burying_ends_with_the_day() -> None:
    states = {
        "a/x": due_on(TODAY, suspended=True),
        "a/y": due_on(TODAY, buried_on=TODAY),
        "a/z": due_on(TODAY, buried_on=TODAY - 1),
    }
    assert ids(queue_of(deck("a", "x", "y", "z"), states=states).main) == ["a/z"]


def test_a_suspended_new_card_is_left_out() -> None:
    queue = queue_of(deck("a", "x", "y"), states={"a/x": CardState(suspended=True)})
    assert ids(queue.main) == ["a/y"]


def test_the_review_limit_counts_reviews_already_done() -> None:
    states = {f"a/{i}": due_on(TODAY) for i in range(9)}
    one = deck("a", *map(str, range(9)))
    queue = queue_of(one, states=states, log=DayLog(reviewed=("z/z",) * 3), reviews_per_day=5)
    assert len(queue.main) == 2


def test_a_scope_names_decks_tags_and_a_number_of_cards() -> None:
    tagged = Deck("a", "A", "a.yaml", (card("a/x", tags=("t",)), card("a/y", 1)), 2)
    other = deck("b", "x")
    assert ids(queue_of(tagged, other, scope=Scope(deck_ids=("b",))).main) == ["b/x"]
    assert ids(queue_of(tagged, other, scope=Scope(tags=("t",))).main) == ["a/x"]
    assert len(queue_of(tagged, other, scope=Scope(limit=2)).main) == 2


def test_more_new_cards_come_on_top_of_the_limit() -> None:
    one = deck("a", *map(str, range(9)))
    assert len(queue_of(one, log=DayLog(begun=("z/z",) * 5), new_per_day=5, scope=Scope(extra_new=3)).main) == 3
    assert len(queue_of(one, new_per_day=0, scope=Scope(new_limit=4)).main) == 4


def test_progress_of_a_vanished_card_asks_nothing() -> None:
    assert len(queue_of(deck("a", "x"), states={"a/gone": due_on(TODAY)}, new_per_day=0)) == 0


def test_cram_takes_any_card_that_is_not_suspended() -> None:
    states = {"a/x": due_on(TODAY + 300), "a/y": due_on(TODAY, suspended=True)}
    queue = cram_queue([deck("a", "x", "y", "z")], states, today=TODAY, scope=EVERYTHING)
    assert sorted(ids(queue.main)) == ["a/x", "a/z"]


@given(st.lists(st.lists(st.integers(), max_size=20), max_size=6))
def test_interleaving_keeps_every_item_and_each_piles_order(piles: list[list[int]]) -> None:
    labelled = [[(number, index, item) for index, item in enumerate(pile)] for number, pile in enumerate(piles)]
    merged = interleave(labelled)
    assert sorted(merged) == sorted(item for pile in labelled for item in pile)
    for number, pile in enumerate(labelled):
        assert [item for item in merged if item[0] == number] == pile


@given(st.integers(1, 30), st.integers(1, 30))
def test_interleaving_spreads_a_pile_evenly(few: int, many: int) -> None:
    merged = interleave([["few"] * few, ["many"] * many])
    half = len(merged) // 2
    assert abs(merged[:half].count("few") - few * half / len(merged)) <= 1.5


states_of_cards = st.one_of(
    st.none(),
    st.builds(due_on, st.integers(TODAY - 5, TODAY + 5), suspended=st.booleans(), buried_on=st.just(TODAY) | st.none()),
    st.builds(learning_until, st.integers(0, 100 * MINUTE)),
)


@given(
    st.lists(states_of_cards, min_size=24, max_size=24),
    st.integers(0, 8),
    st.integers(0, 8),
    st.sets(st.integers(0, 5)),
)
def test_a_queue_asks_one_card_a_note_and_holds_the_limits(
    states: list[CardState | None], new_limit: int, review_limit: int, answered: set[int]
) -> None:
    names = [f"n{note}{side}" for note in range(6) for side in ("", "#reverse")]
    decks = (deck("a", *names), deck("b", *names))
    known = dict(zip(by_id(*decks), states, strict=True))
    log = DayLog(note_keys=frozenset(f"a/n{note}" for note in answered))
    queue = queue_of(
        *decks,
        states={key: state for key, state in known.items() if state},
        log=log,
        new_per_day=new_limit,
        reviews_per_day=review_limit,
    )
    notes = [item.note_key for item in queue.main]
    assert len(notes) == len(set(notes))
    assert set(notes).isdisjoint(item.note_key for item in queue.learning)
    assert set(notes).isdisjoint(log.note_keys)
    assert len(queue.new_ids) <= new_limit
    assert len(queue.main) - len(queue.new_ids) <= review_limit
    assert len({item.card_id for item in queue.main + queue.learning}) == len(queue)


def test_a_deck_has_limits_of_its_own_within_those_over_all() -> None:
    states = {f"a/{i}": due_on(TODAY) for i in range(5)}
    decks = (deck("a", *map(str, range(9))), deck("b", *map(str, range(9))))
    limits = {"a": DeckLimits(new_per_day=1, reviews_per_day=3)}
    queue = queue_of(*decks, states=states, decks=limits, log=DayLog(reviewed=("a/x",)), new_per_day=4)
    asked = [item for item in queue.main if item.deck_id == "a"]
    assert len([item for item in asked if item.card_id in queue.new_ids]) == 1
    assert len(asked) == 3
    assert len(queue.new_ids) == 4
    assert any(item.deck_id == "a" for item in queue.new_left)


def test_reviews_come_in_the_order_that_is_set() -> None:
    one, other = due_on(TODAY - 5), due_on(TODAY)
    assert one.schedule
    stable = one._replace(schedule=one.schedule._replace(memory=MemoryState(900.0, 5.0)))
    states = {"a/x": stable, "a/y": other}
    assert ids(queue_of(deck("a", "x", "y"), states=states).main) == ["a/x", "a/y"]
    by_recall = queue_of(deck("a", "x", "y"), states=states, due_order=DueOrder.RETRIEVABILITY)
    assert ids(by_recall.main) == ["a/y", "a/x"]


def test_new_cards_of_an_exam_come_first_but_not_when_a_number_is_asked_for() -> None:
    decks = (deck("a", *"12345"), deck("b", *"12345"))
    exam = Exam(LastPass(TODAY + 1, TODAY + 8, 10), deck_id="b", new_per_day=3)
    assert ids(queue_of(*decks, exams=(exam,), new_per_day=2).main) == ["b/1", "b/2", "b/3"]
    asked = queue_of(*decks, exams=(exam,), scope=Scope(new_limit=2))
    assert ids(asked.main) == ["a/1", "b/1"]
