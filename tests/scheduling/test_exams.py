from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY
from study_builders import card

from quizapp.scheduling.exam import LastPass
from quizapp.scheduling.exams import Exam, exam_to_detail, exams_ahead, next_exam

numbers = st.integers(1, 1_000)
exams = st.builds(
    lambda deck_id, tag, ahead, per_day, new: Exam(
        LastPass(TODAY + ahead - 1, TODAY + ahead, per_day), deck_id, "" if deck_id else tag, new
    ),
    st.sampled_from(["", "rivers", "kings"]),
    st.sampled_from(["finance", "law"]),
    numbers,
    numbers,
    numbers,
)


@given(exams)
def test_an_exam_comes_back_from_the_log_as_it_was(exam: Exam) -> None:
    assert exams_ahead([json.loads(json.dumps(exam_to_detail(exam)))], TODAY) == (exam,)


@given(st.lists(exams, max_size=8))
def test_of_each_deck_and_tag_the_last_exam_stands_and_the_next_comes_first(listed: list[Exam]) -> None:
    ahead = exams_ahead(map(exam_to_detail, listed), TODAY)
    last = {(exam.deck_id, exam.tag): exam for exam in listed}
    assert set(ahead) == set(last.values())
    assert [exam.last_pass.exam_on for exam in ahead] == sorted(exam.last_pass.exam_on for exam in ahead)


def test_an_exam_is_over_on_its_day() -> None:
    exam = Exam(LastPass(TODAY, TODAY + 1, 5), deck_id="rivers")
    assert exams_ahead([exam_to_detail(exam)], TODAY) == (exam,)
    assert exams_ahead([exam_to_detail(exam)], TODAY + 1) == ()


def test_an_exam_can_be_called_off_and_set_again() -> None:
    exam = Exam(LastPass(TODAY + 2, TODAY + 9, 5), tag="law")
    set_again, called_off = exam_to_detail(exam), {"tag": "law"}
    assert exams_ahead([set_again, called_off], TODAY) == ()
    assert exams_ahead([set_again, called_off, set_again], TODAY) == (exam,)


def test_a_card_is_studied_for_the_next_exam_that_holds_it() -> None:
    by_tag = Exam(LastPass(TODAY + 2, TODAY + 9, 5), tag="law")
    by_deck = Exam(LastPass(TODAY + 20, TODAY + 29, 5), deck_id="kings")
    ahead = exams_ahead([exam_to_detail(by_deck), exam_to_detail(by_tag)], TODAY)
    assert next_exam(card("kings/a", tags=("law",)), ahead) == by_tag
    assert next_exam(card("kings/a"), ahead) == by_deck
    assert next_exam(card("rivers/a"), ahead) is None
