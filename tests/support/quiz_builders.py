"""Cards of every kind, decks and papers for the quiz tests."""

from __future__ import annotations

from hypothesis import strategies as st

from quizapp.answering.manner import Answering
from quizapp.answering.marking import Answers, answers_of
from quizapp.model import Body, Card, Choice, Deck, Kind, Listing, Number, Statement
from quizapp.quiz.paper import Paper, build_paper
from quizapp.quiz.quiz import Quiz, begin
from quizapp.quiz.settings import QuizSettings

PEOPLE = (
    "Helmut Kohl",
    "Wilfried Martens",
    "Viktor Orbán",
    "Manfred Weber",
    "Angela Merkel",
    "Silvio Berlusconi",
)


def card(
    card_id: str,
    answer: str = "Helmut Kohl",
    body: Body | None = None,
    *,
    prompt: str = "",
    tags: tuple[str, ...] = (),
    accept: tuple[str, ...] = (),
    explain: str = "",
    where: str = "",
) -> Card:
    deck_id, _, rest = card_id.partition("/")
    plain = Card(
        card_id=card_id,
        note_id=rest.partition("#")[0],
        deck_id=deck_id,
        kind=Kind.QUESTION,
        position=0,
        prompt=prompt or f"Who is meant in {card_id}?",
        answer=answer,
        explain=explain,
        where=where,
        tags=tags,
        accept=accept,
    )
    return plain._replace(body=body)


def deck(deck_id: str, *cards: Card) -> Deck:
    return Deck(deck_id, deck_id.title(), f"{deck_id}.yaml", cards, len({one.note_id for one in cards}))


def plain_deck(deck_id: str, notes: int, tags: tuple[str, ...] = ()) -> Deck:
    """Return a deck of questions about people."""
    return deck(deck_id, *(card(f"{deck_id}/n{i}", PEOPLE[i % len(PEOPLE)], tags=tags) for i in range(notes)))


EVERY_KIND = deck(
    "every",
    card("every/typed", "Helmut Kohl", accept=("Kohl",), explain="He gave the dinner.", where="¶ 4"),
    card("every/choice", "Spain", Choice(right=("Spain",), wrong=("Portugal", "Greece"), last="None of these")),
    card("every/several", "Spain; Italy", Choice(right=("Spain", "Italy"), wrong=("Greece", "Malta"))),
    card("every/number", "42 %", Number("42", "%", "1")),
    card("every/list", "red, green, blue", Listing(("red", "green", "blue"))),
    card("every/ordered", "red, green, blue", Listing(("red", "green", "blue"), ordered=True)),
    card("every/statement", "False", Statement(holds=False)),
)
ANSWERS: Answers = answers_of([EVERY_KIND])
RIGHT = {
    "every/typed": ("Helmut Kohl",),
    "every/choice": ("Spain",),
    "every/several": ("Spain", "Italy"),
    "every/number": ("42",),
    "every/list": ("blue", "red", "green"),
    "every/ordered": ("red", "green", "blue"),
    "every/statement": ("False",),
}
WRONG = {
    "every/typed": ("Nobody",),
    "every/choice": ("None of these",),
    "every/several": ("Greece", "Malta"),
    "every/number": ("12",),
    "every/list": ("pink",),
    "every/ordered": ("pink",),
    "every/statement": ("True",),
}


def paper(seed: int = 1, **settings: object) -> Paper:
    """Return a paper that asks a card of every kind."""
    return build_paper([EVERY_KIND], QuizSettings(**{"questions": 7, "seed": seed, **settings}))  # type: ignore[arg-type]


def quiz(seed: int = 1, **settings: object) -> Quiz:
    return begin(paper(seed, **settings))


def at_card(quiz: Quiz, card_id: str) -> Quiz:
    """Return the quiz at the question about a card."""
    asked = [question.card.card_id for question in quiz.paper.questions]
    return quiz.go(asked.index(card_id), spent_ms=0)


def answered(quiz: Quiz, said: dict[str, tuple[str, ...]], spent_ms: int = 1_000) -> Quiz:
    """Return the quiz with answers to the cards named."""
    for card_id, texts in said.items():
        quiz = at_card(quiz, card_id).answer(texts, spent_ms=spent_ms)
    return quiz


settings_of_quizzes = st.builds(
    QuizSettings,
    questions=st.integers(1, 40),
    minutes=st.none() | st.integers(1, 5),
    tags=st.sampled_from([(), ("a",), ("a", "b")]),
    seed=st.integers(0, 2**63),
    answering=st.sampled_from([Answering.TYPED, Answering.CHOSEN, Answering.MIXED]),
)


TAGS = st.sampled_from(["", "a", "b", "ab"])


@st.composite
def decks_of_notes(draw: st.DrawFn) -> tuple[Deck, ...]:
    """Decks of different sizes, with siblings and tags."""
    decks = []
    for number in range(draw(st.integers(1, 4))):
        notes = draw(st.lists(st.tuples(st.integers(1, 3), TAGS), max_size=25))
        cards = [
            card(f"deck{number}/n{note}#{side}", PEOPLE[(note + side) % len(PEOPLE)], tags=tuple(tags))
            for note, (count, tags) in enumerate(notes)
            for side in range(count)
        ]
        decks.append(deck(f"deck{number}", *cards))
    return tuple(decks)
