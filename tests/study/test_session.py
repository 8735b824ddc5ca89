"""Which card a session asks next, and what happens to it after an answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from study_builders import MINUTE, card, due_on, learning_until

from quizapp.model import CardState, Schedule
from quizapp.study.queue import Queue
from quizapp.study.session import Session

DAY_END = 1440 * MINUTE


def session_of(
    *main: str, learning: dict[str, int] | None = None, ahead: int = 20, new: tuple[str, ...] = ()
) -> Session:
    learning = learning or {}
    queue = Queue(tuple(map(card, main)), tuple(map(card, learning)), frozenset(new))
    return Session(queue, learn_ahead_ms=ahead * MINUTE, due_at=learning, pace_ms=10_000)


def schedule(state: CardState) -> Schedule:
    assert state.schedule
    return state.schedule


REVIEW = schedule(due_on(20_010))


def step_until(at: int) -> Schedule:
    return schedule(learning_until(at))


def asked(session: Session) -> str | None:
    return session.current.card_id if session.current else None


def test_a_learning_card_whose_time_has_come_goes_first() -> None:
    session = session_of("a/x", learning={"a/l": 5 * MINUTE})
    session.advance(6 * MINUTE)
    assert asked(session) == "a/l"


def test_a_learning_card_whose_time_is_to_come_waits_for_the_others() -> None:
    session = session_of("a/x", learning={"a/l": 5 * MINUTE})
    session.advance(0)
    assert asked(session) == "a/x"
    session.answered(REVIEW, DAY_END)
    session.advance(MINUTE)
    assert asked(session) == "a/l"


def test_a_card_just_failed_is_not_asked_again_while_another_waits() -> None:
    session = session_of("a/x", "a/y")
    session.advance(0)
    session.answered(step_until(1), DAY_END)
    session.advance(MINUTE)
    assert asked(session) == "a/y"


def test_a_card_just_failed_lets_a_later_learning_card_go_first() -> None:
    session = session_of("a/x", learning={"a/l": 15 * MINUTE})
    session.advance(0)
    session.answered(step_until(MINUTE), DAY_END)
    session.advance(2 * MINUTE)
    assert asked(session) == "a/l"


def test_the_only_card_left_comes_again_at_once_within_the_learn_ahead_time() -> None:
    session = session_of("a/x")
    session.advance(0)
    session.answered(step_until(10 * MINUTE), DAY_END)
    session.advance(MINUTE)
    assert asked(session) == "a/x"


def test_a_session_waits_when_the_next_learning_card_is_too_far_off() -> None:
    session = session_of(learning={"a/l": 60 * MINUTE})
    session.advance(0)
    assert session.current is None
    assert session.waiting_until == 40 * MINUTE
    assert session.next_due_at == 60 * MINUTE
    session.advance(40 * MINUTE)
    assert asked(session) == "a/l"


def test_a_learning_card_due_after_the_day_is_done_for_now() -> None:
    session = session_of("a/x")
    session.advance(0)
    session.answered(step_until(DAY_END + MINUTE), DAY_END)
    session.advance(0)
    assert session.current is None
    assert session.waiting_until is None
    assert session.progress().done == 1


def test_progress_counts_a_card_once_it_will_not_come_back() -> None:
    session = session_of("a/x", "a/y", new=("a/x",))
    session.advance(0)
    before = session.progress()
    session.answered(step_until(10 * MINUTE), DAY_END)
    assert (before.done, before.total) == (0, 2)
    assert session.progress().done == 0
    session.advance(0)
    session.answered(REVIEW, DAY_END)
    assert session.progress().done == 1


def test_undo_brings_the_card_back_and_the_displaced_one_comes_right_after() -> None:
    session = session_of("a/x", "a/y", "a/z")
    session.advance(0)
    session.answered(REVIEW, DAY_END)
    session.advance(0)
    session.restore(card("a/x"), new=False, due_at=None)
    assert asked(session) == "a/x"
    assert session.progress().done == 0
    session.answered(REVIEW, DAY_END)
    session.advance(0)
    assert asked(session) == "a/y"


def test_undo_of_an_answer_from_an_earlier_session_adds_its_card() -> None:
    session = session_of("a/x")
    session.advance(0)
    session.restore(card("b/old"), new=True, due_at=None)
    assert asked(session) == "b/old"
    assert session.progress().total == 2


def test_undo_takes_a_card_out_of_its_learning_step() -> None:
    session = session_of("a/x")
    session.advance(0)
    session.answered(step_until(MINUTE), DAY_END)
    session.advance(MINUTE)
    session.restore(card("a/x"), new=True, due_at=None)
    session.answered(REVIEW, DAY_END)
    session.advance(MINUTE)
    assert session.current is None
    assert session.progress().done == session.progress().total == 1


def test_a_crammed_card_that_failed_goes_to_the_end() -> None:
    session = session_of("a/x", "a/y")
    session.advance(0)
    session.crammed(recalled=False)
    session.advance(0)
    session.crammed(recalled=True)
    session.advance(0)
    assert asked(session) == "a/x"


@given(st.data())
def test_every_card_is_asked_and_none_is_lost(data: st.DataObject) -> None:
    main = [f"a/m{i}" for i in range(data.draw(st.integers(0, 5)))]
    learning = {f"a/l{i}": data.draw(st.integers(0, 90)) * MINUTE for i in range(data.draw(st.integers(0, 4)))}
    session = session_of(*main, learning=learning)
    now, seen, last, answers, due = 0, set(), None, 0, dict(learning)
    while True:
        session.advance(now)
        if session.current is None:
            if session.waiting_until is None:
                break
            assert session.waiting_until > now
            now = session.waiting_until
            continue
        seen.add(session.current.card_id)
        if session.current.card_id == last:
            others = [item for item in due if item != last and due[item] <= now + 20 * MINUTE]
            assert not others
            assert set(main) <= seen
        last = session.current.card_id
        due.pop(last, None)
        answers += 1
        fails = answers < 30 and data.draw(st.booleans())
        if fails:
            due[last] = now + data.draw(st.sampled_from([1, 10, 60])) * MINUTE
        session.answered(step_until(due[last]) if fails else REVIEW, DAY_END * 9)
        now += data.draw(st.integers(0, 3)) * MINUTE
    assert seen == {*main, *learning}
    assert session.progress().done == session.progress().total


def test_cards_whose_notes_were_edited_are_asked_as_they_read_now_each_in_its_place() -> None:
    session = session_of("a", "b", "c", learning={"d": 30 * MINUTE}, new=("a", "b"))
    session.advance(0)
    before = session.progress()
    named = {"a": card("a2"), "b": card("b")._replace(prompt="Another?"), "c": card("c"), "d": card("d")}
    session.renew(lambda old: named[old.card_id], 0)
    assert asked(session) == "a2"
    assert session.progress() == before
    session.answered(step_until(10 * MINUTE), DAY_END)
    session.advance(0)
    assert session.current is not None
    assert session.current.prompt == "Another?"


def test_a_card_that_an_edit_took_away_leaves_the_session_and_the_next_is_asked() -> None:
    session = session_of("a", "b", "c")
    session.advance(0)
    session.renew(lambda old: None if old.card_id in "ac" else old, 0)
    assert asked(session) == "b"
    assert session.progress().total == 1
    session.answered(REVIEW, DAY_END)
    session.advance(0)
    assert asked(session) is None
