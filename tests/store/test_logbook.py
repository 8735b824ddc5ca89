"""The log out of a database and into another: nothing lost, nothing twice, never half of it."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_builders import FIRST_DAY, Pen

from quizapp.answering.question import Way
from quizapp.errors import LogDamaged, LogUnreadable
from quizapp.export.answers import REVIEW_FIELDS, Wanted
from quizapp.export.log_lines import LoggedQuiz, log_text
from quizapp.model import ActionKind, Card, Kind, Rating
from quizapp.quiz.history import PastAnswer, answers_to_json
from quizapp.quiz.settings import QuizSettings, settings_to_json
from quizapp.store.logbook import import_log, iter_log
from quizapp.store.store import Store

CARDS = st.sampled_from(["rivers/a", "rivers/b", "lakes/c#1"])
ACTS = [ActionKind.BURY, ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.RESET]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), CARDS, st.sampled_from(Rating)),
        st.tuples(st.just("act"), CARDS, st.sampled_from(ACTS)),
        st.tuples(st.just("carry"), CARDS, CARDS),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("day"), st.none(), st.integers(-1, 30)),
        st.tuples(st.just("text"), CARDS, st.text(st.characters(codec="utf-8"))),
    ),
    max_size=12,
)


def follow(steps: list[tuple[str, Any, Any]], pen: Pen) -> None:
    for what, card_id, value in steps:
        if what == "answer":
            pen.answer(card_id, value)
        elif what == "act":
            pen.act(value, card_id)
        elif what == "carry":
            pen.act(ActionKind.CARRY, card_id, {"from": value})
        elif what == "day":
            pen.day += value
        elif what == "text":
            with pen.store.writing() as tx:
                tx.remember_cards([Card(card_id, "n", "d", Kind.QUESTION, 0, value, "answer")])
        else:
            with pen.store.writing() as tx:
                target = tx.newest_undoable()
            if target:
                pen.undo(target)


def text_of(store: Store) -> str:
    return "".join(log_text(iter_log(store)))


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


@settings(max_examples=25)
@given(STEPS)
def test_an_import_makes_the_same_collection_again(steps: list[tuple[str, Any, Any]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "a.db") as first, Store.open(folder / "b.db") as second:
            follow(steps, Pen(first))
            file = written(folder, "log.jsonl", text_of(first))
            done = import_log(second, file)
            assert done.known == 0
            assert text_of(second) == text_of(first)
            first.rebuild()
            assert second.states() == first.states()
            assert list(second.iter_reviews(include_undone=True)) == list(first.iter_reviews(include_undone=True))
            assert second.events_since("") == first.events_since("")
            again = import_log(second, file)
            assert (again.added, again.known) == (0, done.added)
            assert text_of(second) == text_of(first)


@settings(max_examples=15)
@given(STEPS, STEPS)
def test_two_devices_that_swap_their_logs_have_the_same(
    here: list[tuple[str, Any, Any]], there: list[tuple[str, Any, Any]]
) -> None:
    """All but what cards asked when they were read: each keeps its own, as it may have newer decks."""
    here, there = ([step for step in steps if step[0] != "text"] for steps in (here, there))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "a.db") as first, Store.open(folder / "b.db") as second:
            follow(here, Pen(first))
            follow(there, Pen(second))
            logs = [written(folder, "1", text_of(first)), written(folder, "2", text_of(second))]
            import_log(second, logs[0])
            import_log(first, logs[1])
            assert text_of(first) == text_of(second)
            first.rebuild()
            second.rebuild()
            assert first.states() == second.states()


def test_a_damaged_log_leaves_the_database_as_it_was(pen: Pen, tmp_path: Path) -> None:
    for _ in range(3):
        pen.answer()
    lines = text_of(pen.store).splitlines(keepends=True)
    lines[2] = lines[2].replace('"rating":3', '"rating":4')
    file = written(tmp_path, "log", "".join(lines))
    with Store.open(tmp_path / "other.db") as other:
        with pytest.raises(LogDamaged, match="line 3") as caught:
            import_log(other, file)
        assert [line for line, _ in caught.value.damages] == [3]
        assert list(iter_log(other)) == []
        done = import_log(other, file, skip_damaged=True)
        assert (done.added, [damage.line for damage in done.damages]) == (2, [3])
        stored = other.states()
        other.rebuild()
        assert other.states() == stored


def test_another_event_with_the_same_id_is_told_with_its_line(pen: Pen, tmp_path: Path) -> None:
    first, second = pen.answer(), pen.answer()
    changed = "".join(log_text([first._replace(duration_ms=1), second._replace(review_id="7" * 20)]))
    file = written(tmp_path, "log", changed)
    before = text_of(pen.store)
    with pytest.raises(LogDamaged, match=r"line 2 \(another event"):
        import_log(pen.store, file)
    assert text_of(pen.store) == before
    assert import_log(pen.store, file, skip_damaged=True).added == 1


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(LogUnreadable):
        import_log(store, tmp_path / "no")
    with pytest.raises(LogUnreadable):
        import_log(store, tmp_path)


def test_what_is_remembered_here_is_not_overwritten(pen: Pen, tmp_path: Path) -> None:
    pen.answer("rivers/a")
    follow([("text", "rivers/a", "old")], pen)
    file = written(tmp_path, "log", text_of(pen.store))
    follow([("text", "rivers/a", "new")], pen)
    import_log(pen.store, file)
    assert pen.store.remembered_cards(["rivers/a"])["rivers/a"].prompt == "new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_all_that_a_store_of_one_moment_reads_is_of_it_while_another_program_writes(path: Path) -> None:
    """Each batch adds an answer and two acts and puts the state of the card, in one transaction."""
    with Store.open(path):
        pass
    child = os.fork()
    if child == 0:
        try:
            _write_batches(path)
        finally:
            os._exit(0)
    seen = []
    try:
        while len(seen) < 50:
            with Store.open(path, read_only=True, one_moment=True) as store:
                answers = [event_id for (ids,) in store.answer_batches(REVIEW_FIELDS[:1], Wanted()) for event_id in ids]
                lines = "".join(store.answer_lines(REVIEW_FIELDS[:1], Wanted())).split()[1:]
                days = sum(day.answers for day in store.days(Wanted()))
                events = len(list(iter_log(store)))
                seen.append((len(answers), lines == answers, days, events, len(store.states()), store.count_answers()))
    finally:
        os.kill(child, 15)
        os.waitpid(child, 0)
    assert len({count for count, *_ in seen}) > 10, "the writer did not write meanwhile"
    assert seen == [(count, True, count, 3 * count, count, count) for count, *_ in seen]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_exports_taken_while_another_program_writes_are_each_of_one_moment(path: Path, tmp_path: Path) -> None:
    """The writer answers card after card in batches of an answer and two acts, each in one transaction."""
    with Store.open(path):
        pass
    child = os.fork()
    if child == 0:
        try:
            _write_batches(path)
        finally:
            os._exit(0)
    texts = []
    try:
        while len(texts) < 50 or (len({len(text) for text in texts[:-1]}) <= 10 and len(texts) < 2_000):
            with Store.open(path, read_only=True) as store:
                texts.append(text_of(store))
    finally:
        os.kill(child, 15)
        os.waitpid(child, 0)
    lengths = [len(text.splitlines()) for text in texts]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > 10, "the writer did not write meanwhile"
    for text in texts:
        events = [json.loads(line) for line in text.splitlines()[1:-1]]
        ids = [event.get("review_id") or event["action_id"] for event in events]
        assert ids == sorted(ids)
        assert [event["type"] for event in events] == ["review", "action", "action"] * (len(events) // 3)
    for text in texts[::10]:
        with Store.open(tmp_path / f"{len(text)}.db") as other:
            import_log(other, written(tmp_path, "log", text))
            assert text_of(other) == text


def _write_batches(path: Path) -> None:
    with Store.open(path, wait_s=30) as store:
        pen = Pen(store)
        for number in range(100_000):
            pen.day = FIRST_DAY + number // 100
            with store.writing() as tx:
                card_id = f"rivers/{number}"
                from store_builders import review

                answer = review(store.new_id(pen.day), card_id, device_id=store.device_id, day=pen.day)
                tx.add(answer)
                tx.add(pen.action(ActionKind.SUSPEND, card_id, detail={"batch": answer.review_id}))
                tx.add(pen.action(ActionKind.UNSUSPEND, card_id, detail={"batch": answer.review_id}))
                pen.put_replayed(tx, card_id)


QUIZ = LoggedQuiz(
    "0" * 19 + "9", "phone", 8, 60, FIRST_DAY, 900, 2, 1.5, settings_to_json(QuizSettings()),
    answers_to_json([PastAnswer("rivers/a", Way.TYPED, ("Nile",), 1.0, 900)]),
)


@pytest.mark.parametrize(
    "quiz",
    [
        QUIZ._replace(settings={"seed": 3}),
        QUIZ._replace(settings={**QUIZ.settings, "deck_ids": [1]}),
        QUIZ._replace(settings={**QUIZ.settings, "questions": "20"}),
        QUIZ._replace(answers=["Nile"]),
        QUIZ._replace(answers=[{**QUIZ.answers[0], "said": "Nile"}]),
        QUIZ._replace(answers=[{**QUIZ.answers[0], "credit": 1e300}]),
        QUIZ._replace(answers=[{**QUIZ.answers[0], "way": "sung"}]),
        QUIZ._replace(score=3.0),
    ],
)
def test_a_quiz_that_no_screen_could_show_is_not_taken(tmp_path: Path, quiz: LoggedQuiz) -> None:
    """A log comes from anywhere; what it says of quizzes is read again by every list of them."""
    log = tmp_path / "log.jsonl"
    with Store.open(tmp_path / "progress.db") as store:
        log.write_text("".join(log_text([QUIZ._replace(quiz_id="0" * 19 + "8"), quiz])), encoding="utf-8")
        with pytest.raises(LogDamaged, match=r"quiz|score"):
            import_log(store, log)
        assert import_log(store, log, skip_damaged=True).added == 1
        assert len(store.quizzes()) == 1
