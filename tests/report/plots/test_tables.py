"""Decks and hardest cards, with whatever they are called."""

from __future__ import annotations

from drawings import nobody

from quizapp.report.plots.decks import MOST, SHOWN, decks
from quizapp.report.plots.hardest import hardest
from quizapp.stats.activity import Amount
from quizapp.stats.hardest import Hard
from quizapp.stats.leeches import Leech
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Retained

HOSTILE = '</script><img src=x onerror="alert(1)">&amp;'
ESCAPED = "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;"


def answered(number: int) -> Progress:
    progress = nobody()
    ids = [f"deck-{n}" for n in range(number)]
    return progress._replace(
        activity=progress.activity._replace(decks={deck: Amount(100, 60_000) for deck in ids}),
        retention=progress.retention._replace(decks={deck: Retained(80, 72) for deck in ids[1:]}),
    )


def test_a_deck_says_its_reviews_time_and_recall() -> None:
    block = decks(answered(2), {"deck-1": "Rivers"})
    assert block is not None
    first, second = block.table.rows
    assert first == ("<bdi>deck-0</bdi> <small>1 min</small>", "100", "–", None)
    assert second[:3] == ("<bdi>Rivers</bdi> <small>1 min</small>", "100", "90.0 % <small>81.5–94.8 %</small>")
    assert 'cx="50%"' in (second[3] or "")  # from 80 to 100 %


def test_many_decks_are_folded_and_very_many_left_out() -> None:
    block = decks(answered(MOST + 5), {})
    assert block is not None
    assert len(block.table.rows) == SHOWN
    assert block.folded is not None
    assert len(block.folded.rows) == MOST - SHOWN
    assert block.note.startswith("5 decks with fewer reviews are left out")
    assert f"{MOST - SHOWN} more" in block.markup()


def test_hardest_cards_show_what_they_ask_or_their_id() -> None:
    cards = (Hard("rivers/nile", 9, 9.84, 40), Hard("gone/card", 3, 5.0, 12))
    leeches = (Leech("rivers/nile", 9, False), Leech("gone/card", 8, True), Leech("rivers/po", 8, False))
    block = hardest(
        nobody()._replace(hardest=cards, leeches=leeches), {"rivers/nile": "Which river\nflows?"}, {"rivers": "Rivers"}
    )
    assert block is not None
    assert block.table.rows == [
        ("<bdi>Which river flows?</bdi> <small><bdi>Rivers</bdi>, a leech</small>", "9", "40", "9.8"),
        ("<bdi>gone/card</bdi> <small><bdi>gone</bdi>, suspended</small>", "3", "12", "5"),
    ]
    assert block.unit == "lapsed most often; 3 leeches in all"


def test_titles_and_questions_are_never_markup() -> None:
    of_decks = decks(answered(2), {"deck-1": HOSTILE})
    of_cards = hardest(
        nobody()._replace(hardest=(Hard("a/b", 9, 9.0, 40),)), {"a/b": HOSTILE}, {"a": HOSTILE + "\u202e"}
    )
    assert of_decks is not None
    assert of_cards is not None
    for block, times in ((of_decks, 2), (of_cards, 2)):
        markup = block.markup()
        assert markup.count(ESCAPED) == times
        assert "<img" not in markup
        assert "\u202e" not in markup


def test_without_an_answer_there_are_no_tables() -> None:
    assert decks(nobody(), {}) is None
    assert hardest(nobody(), {}, {}) is None
