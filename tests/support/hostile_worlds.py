"""A collection in which every text is hostile, and a reader that lets it in: so that what stands behind is seen alone.

The reader refuses such texts (tests/deckfile), so that none of them is ever shown. Here it is told not to, and the
texts reach every screen and every command as if a way round it had been found.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from store_builders import review
from worlds import World

from quizapp.answering.question import Way
from quizapp.deckfile.scalars import in_quotes
from quizapp.export.log_lines import CardText, LoggedQuiz, log_text
from quizapp.model import Action, ActionKind
from quizapp.quiz.history import PastAnswer, answers_to_json
from quizapp.quiz.settings import QuizSettings, settings_to_json
from quizapp.store.logbook import import_log
from quizapp.store.store import Store

GATES = (
    "quizapp.deckfile.nodes.is_clean",
    "quizapp.deckfile.characters.is_clean",
    "quizapp.authoring.article.clean",
    "quizapp.export.log_values.is_clean",
)
"""What keeps such texts out where they are read."""

ID = "0" * 19
DAY_MS = 86_400_000


def open_gates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the readers of decks and articles take any text; what refuses a whole file takes it as it is too."""
    for gate in GATES:
        monkeypatch.setattr(gate, (lambda text: True) if gate.endswith("is_clean") else (lambda text: text))


def deck_text(texts: list[str], deck_id: str = "hostile") -> str:
    """Return a deck with notes of every kind, whose fields are these texts in turn, each behind a word of its own."""
    number = 0

    def hostile(word: str) -> str:
        nonlocal number
        text = texts[number % len(texts)]
        number += 1
        return in_quotes(f"{word} {text} {word}")

    def more() -> str:
        where = in_quotes(f"{texts[number % len(texts)]}, ¶ 1")
        return f"hint: {hostile('hint')}, explain: {hostile('explain')}, where: {where}, tags: [{hostile('tag')}]"

    hidden = texts[0].translate({ord(sign): None for sign in "{}:\\"})
    cloze = in_quotes(f"Before {{{{gap {hidden}::hinted}}}} behind {texts[-1]}")
    notes = [
        f"{{question: {hostile('asked')}, answer: {hostile('told')}, accept: [{hostile('or')}], {more()}}}",
        f"{{question: {hostile('two')}, answer: {hostile('ways')}, bidirectional: true, {more()}}}",
        f"{{cloze: {cloze}, {more()}}}",
        f"{{question: {hostile('which')}, answer: {hostile('one')}, choices: [{hostile('b')}, c, d], {more()}}}",
        f"{{question: {hostile('many')}, number: 5, unit: {hostile('m')}, within: 1, {more()}}}",
        f"{{question: {hostile('list')}, items: [{hostile('x')}, {hostile('y')}], ordered: true, {more()}}}",
        f"{{statement: {hostile('so')}, holds: false, {more()}}}",
    ]
    source = ", ".join(f"{key}: {hostile(key)}" for key in ("title", "publisher", "author", "date", "url"))
    head = f"deck: {deck_id}\ntitle: {hostile('title')}\nsource: {{{source}}}\ntags: [{hostile('all')}]\nnotes:\n"
    return head + "".join(f"  - {note}\n" for note in notes)


def file_name(text: str) -> str:
    """Return a hostile text as a name that a file can have, with its path."""
    return text.replace("/", "|").replace("\x00", "")[:60]


def hostile_log(texts: list[str], at_ms: int) -> str:
    """Return a log whose ids and texts are hostile wherever a log may have any: cards, devices, answers."""
    records = []
    for number, text in enumerate(texts[:9]):
        card = f"deck{text}/note{text}".replace("\x00", "")  # no database takes that in an id, gates or not
        device = f"device {text}"
        day = at_ms // DAY_MS
        event = f"{ID}{number + 1:x}"
        records.append(review(event, card_id=card, device_id=device, day=day - 1, answer=f"typed {text}"))
        records.append(CardText(card, f"orphan {text}", f"gone {text}"))
    settings = settings_to_json(QuizSettings(deck_ids=(f"deck{texts[0]}",), tags=(texts[-1],)))
    gone = [f"gone/{text}".replace("\x00", "") for text in texts]
    given = [PastAnswer(card, Way.TYPED, (text,), 0.5, 900) for card, text in zip(gone, texts, strict=True)]
    answers = answers_to_json(given)
    records.append(LoggedQuiz(f"{ID}g", texts[0], at_ms - DAY_MS, 0, day - 1, 900, 2, 1.5, settings, answers))
    records.append(Action(f"{ID}h", ActionKind.SUSPEND, records[0].card_id, texts[0], at_ms, 0, day, None))
    return "".join(log_text(records))


def hostile_world(root: Path, texts: list[str]) -> World:
    """Return a world in a folder with a hostile name, with a deck, an article and progress of such texts in it."""
    world = World(root / f"world {file_name(texts[0])}")
    world.write("hostile.yaml", deck_text(texts))
    world.write(f"second {file_name(texts[-1])}.yaml", deck_text(texts[::-1], "second"))
    world.write("third.yaml", f"deck: broken\nnotes:\n  - question: {in_quotes(texts[0])}\n    answr: 1\n")
    log = world.root / f"log {file_name(texts[0])}.jsonl"
    log.write_text(hostile_log(texts, world.clock.at_ms), encoding="utf-8")
    with Store.open(world.settings.database) as store:
        import_log(store, log)
    return world
