"""Which questions a quiz asks: reproducible, one a note, in proportion, fair."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import EVERY_KIND, card, deck, decks_of_notes, plain_deck, settings_of_quizzes

from quizapp.answering.manner import Answering
from quizapp.model import Deck
from quizapp.quiz.paper import Paper, build_paper
from quizapp.quiz.settings import QUESTIONS_A_MINUTE, QuizSettings


def ids(paper: Paper) -> list[str]:
    return [question.card.card_id for question in paper.questions]


@given(decks_of_notes(), settings_of_quizzes, st.randoms(use_true_random=False))
def test_the_same_seed_and_decks_give_the_same_paper(
    decks: tuple[Deck, ...], settings: QuizSettings, chance: object
) -> None:
    shuffled = list(decks)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert build_paper(decks, settings) == build_paper(shuffled, settings)


@given(decks_of_notes(), settings_of_quizzes)
def test_decks_out_of_scope_change_nothing(decks: tuple[Deck, ...], settings: QuizSettings) -> None:
    named = QuizSettings(questions=settings.questions, seed=settings.seed, deck_ids=("deck0",))
    assert build_paper(decks, named) == build_paper([one for one in decks if one.deck_id == "deck0"], named)


@given(decks_of_notes(), settings_of_quizzes)
def test_a_paper_asks_one_card_a_note_and_as_many_as_wanted(decks: tuple[Deck, ...], settings: QuizSettings) -> None:
    paper = build_paper(decks, settings)
    in_scope = {
        one.note_key for part in decks for one in part.cards if not settings.tags or set(settings.tags) & set(one.tags)
    }
    notes = [question.card.note_key for question in paper.questions]
    assert len(set(notes)) == len(notes) == min(settings.most_questions, len(in_scope))
    assert set(notes) <= in_scope


@given(decks_of_notes(), settings_of_quizzes)
def test_every_deck_has_questions_in_proportion(decks: tuple[Deck, ...], settings: QuizSettings) -> None:
    scope = QuizSettings(questions=settings.questions, seed=settings.seed)
    paper = build_paper(decks, scope)
    notes = {part.deck_id: len({one.note_id for one in part.cards}) for part in decks}
    asked = Counter(question.card.deck_id for question in paper.questions)
    for deck_id, size in notes.items():
        assert abs(asked[deck_id] - len(paper.questions) * size / max(sum(notes.values()), 1)) < 1


def test_the_tags_of_a_deck_have_questions_in_proportion() -> None:
    cards = [card(f"a/n{i}", tags=("people",) if i < 30 else ("dates",)) for i in range(40)]
    asked = Counter(
        question.card.tags[0] for question in build_paper([deck("a", *cards)], QuizSettings(questions=8)).questions
    )
    assert asked == {"people": 6, "dates": 2}


def test_every_note_is_as_likely_and_so_is_every_place_on_the_paper() -> None:
    decks, seeds = [plain_deck("a", 5), plain_deck("b", 3)], 2_000
    papers = [ids(build_paper(decks, QuizSettings(questions=4, seed=seed))) for seed in range(seeds)]
    chosen = Counter(card_id for asked in papers for card_id in asked)
    first = Counter(asked[0] for asked in papers)
    assert len(chosen) == 8
    assert all(abs(count - seeds / 2) < 0.1 * seeds for count in chosen.values())
    assert all(abs(count - seeds / 8) < 0.04 * seeds for count in first.values())


def test_every_card_of_a_note_comes_up() -> None:
    siblings = deck("a", *(card(f"a/n#{side}") for side in range(3)))
    papers = [build_paper([siblings], QuizSettings(questions=1, seed=seed)) for seed in range(300)]
    came = Counter(paper.questions[0].card.card_id for paper in papers)
    assert len(came) == 3
    assert min(came.values()) > 60


def test_another_seed_gives_another_paper() -> None:
    decks = [plain_deck("a", 60)]
    papers = {tuple(ids(build_paper(decks, QuizSettings(questions=20, seed=seed)))) for seed in range(50)}
    assert len(papers) == 50


def test_a_mended_text_leaves_the_questions_what_they_were() -> None:
    before = plain_deck("a", 60)
    mended = deck("a", *(one._replace(prompt=one.prompt + " Really?", explain="So") for one in before.cards))
    settings = QuizSettings(questions=20, seed=5)
    assert ids(build_paper([before], settings)) == ids(build_paper([mended], settings))


def test_cards_left_out_are_not_asked_but_their_siblings_may_be() -> None:
    siblings = deck("a", card("a/n"), card("a/n#reverse"), card("a/m"))
    paper = build_paper([siblings], QuizSettings(questions=9), left_out={"a/n", "a/m"})
    assert ids(paper) == ["a/n#reverse"]


def test_nothing_in_scope_is_a_paper_without_questions() -> None:
    assert build_paper([], QuizSettings()).questions == ()
    assert build_paper([plain_deck("a", 5)], QuizSettings(tags=("none",))).questions == ()


def test_a_quiz_of_minutes_has_as_many_questions_as_anyone_answers() -> None:
    paper = build_paper([plain_deck("a", 100)], QuizSettings(questions=None, minutes=2))
    assert len(paper.questions) == 2 * QUESTIONS_A_MINUTE


def test_options_come_from_the_questions_own_deck() -> None:
    towns = ("Amsterdam", "Brussels", "Copenhagen", "Dresden", "Edinburgh", "Florence")
    decks = [plain_deck("a", 6), deck("b", *(card(f"b/n{i}", town) for i, town in enumerate(towns)))]
    answers = {one.deck_id: {asked.answer for asked in one.cards} for one in decks}
    for question in build_paper(decks, QuizSettings(answering=Answering.CHOSEN)).questions:
        assert question.options
        assert set(question.options) <= answers[question.card.deck_id]


def test_a_deck_of_every_kind_asks_each_in_its_way() -> None:
    paper = build_paper([EVERY_KIND], QuizSettings())
    ways = sorted(question.way for question in paper.questions)
    assert ways == ["choice", "choice", "list", "list", "number", "statement", "typed"]
