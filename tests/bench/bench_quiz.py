"""What a quiz costs: `python tests/bench/bench_quiz.py`.

100 questions from 100,000 cards in ten decks, two cards a note, by way of answering; then marking, saving
and restoring the quiz on that paper. The ratio is against walking all cards and touching each note id, the
least that any paper has to do.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable

from quizapp.answering.manner import Answering
from quizapp.answering.marking import answers_of
from quizapp.grading import distractors as option_making
from quizapp.grading import normal_form as comparing
from quizapp.model import Card, Deck, Kind
from quizapp.quiz.paper import Paper, build_paper
from quizapp.quiz.quiz import begin
from quizapp.quiz.save import restore, save
from quizapp.quiz.score import result_of
from quizapp.quiz.settings import QuizSettings

DECKS = 10
CARDS = 100_000
TAGS = ("people", "figures", "dates", "causes", "actors")
WORDS = ("bank", "fund", "camera", "party", "leader", "market", "share", "growth", "index", "trade", "vote")


def decks() -> list[Deck]:
    chance = random.Random(7)
    made = []
    for number in range(DECKS):
        cards = []
        for position in range(CARDS // DECKS):
            note = f"note-{position // 2}"
            text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 12))) + f" {position % 500}"
            tags = ("deck", TAGS[position // 2 % len(TAGS)])
            card_id = f"deck-{number}/{note}#{position % 2}"
            prompt = f"What is said of {position} here?"
            cards.append(Card(card_id, note, f"deck-{number}", Kind.QUESTION, position, prompt, text, tags=tags))
        made.append(Deck(f"deck-{number}", "title", "path", tuple(cards), len(cards) // 2))
    return made


def median_ms(work: Callable[[], object]) -> float:
    """Return the median of five runs, each with the graders' caches empty, as after a start."""
    times = []
    for _ in range(5):
        comparing.normal_form.cache_clear()
        option_making._looks.cache_clear()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[len(times) // 2]


def main() -> None:
    collection = decks()
    suspended = {card.card_id for deck in collection for card in deck.cards[::20]}
    walk_ms = median_ms(lambda: sum(card.note_id != "" for deck in collection for card in deck.cards))
    papers: dict[str, Callable[[], Paper]] = {
        f"100 questions, {way}": lambda way=way: build_paper(  # type: ignore[misc]
            collection, QuizSettings(questions=100, seed=1, answering=way)
        )
        for way in (Answering.MIXED, Answering.TYPED, Answering.CHOSEN)
    }
    papers["100 questions, 5 % suspended"] = lambda: build_paper(
        collection, QuizSettings(questions=100, seed=1), left_out=suspended
    )
    papers["100 questions of one tag"] = lambda: build_paper(
        collection, QuizSettings(questions=100, seed=1, tags=("people",))
    )
    papers["10 questions of one deck"] = lambda: build_paper(
        collection, QuizSettings(questions=10, seed=1, deck_ids=("deck-3",))
    )
    quiz, answers = begin(papers["100 questions, typed"]()), answers_of(collection)
    while quiz.unanswered:
        quiz = quiz.answer((quiz.question.card.answer[:-1] + "x",), spent_ms=9_000).skip(spent_ms=0)
    others: dict[str, Callable[[], object]] = {
        "answers of all decks": lambda: answers_of(collection),
        "marking 100 typed, decks new to it": lambda: result_of(quiz, answers_of(collection)),
        "marking 100 typed, once more": lambda: result_of(quiz, answers),
        "saving, to JSON text": lambda: json.dumps(save(quiz)),
        "restoring, from JSON text": lambda: restore(json.loads(json.dumps(save(quiz)))),
    }
    result_of(quiz, answers)
    print(f"{'':34} {'ms':>8} {'ratio':>6}")
    print(f"{'walk over 100,000 cards':34} {walk_ms:8.1f} {1:6.1f}")
    for name, work in (papers | others).items():
        ms = median_ms(work)
        print(f"{name:34} {ms:8.1f} {ms / walk_ms:6.1f}")


if __name__ == "__main__":
    main()
