"""The figures in sentences, for somebody who has never seen such plots."""

from __future__ import annotations

import re

from drawings import nobody
from made_up_learner import TODAY

from quizapp.report.summary import in_short, key_figures
from quizapp.stats.activity import Amount
from quizapp.stats.forecast import Coming, Forecast
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Retained
from quizapp.stats.selection import Selection


def studied(recalled: int = 180) -> Progress:
    """Return figures of 210 reviews on two of ten days, 200 of them of known cards."""
    progress = nobody()
    days = {TODAY - 9: Amount(110, 600_000), TODAY: Amount(100, 300_000)}
    held = Retained(200, recalled)
    return progress._replace(
        activity=progress.activity._replace(
            total=Amount(210, 900_000), days=days, streak_days=1, longest_streak_days=1
        ),
        memory=progress.memory._replace(cards=50, known=45.4),
        retention=progress.retention._replace(total=held, young=held),
        forecast=Forecast(tuple(Coming(TODAY + day, 4, 4.0) for day in range(30)), 0, 0),
    )


def test_it_says_what_was_done_known_kept_and_is_to_come() -> None:
    assert words(in_short(studied())) == (
        "210 reviews on 2 of 10 days took 15 min. Of 50 cards seen so far about 45 would be recalled today. "
        "When cards came back, 90.0 % were recalled, in keeping with the 90 % asked for. "
        "About 4 reviews a day are to come in the next 30 days."
    )


def test_it_says_more_or_less_only_where_chance_does_not_explain_it() -> None:
    assert "in keeping with" in words(in_short(studied(175)))
    assert "less than the 90 % asked for" in words(in_short(studied(160)))
    assert "more than the 90 % asked for" in words(in_short(studied(199)))


def test_without_answers_it_says_so() -> None:
    assert words(in_short(nobody())).startswith("Nothing has been answered yet. About ")
    narrowed = nobody()._replace(selection=Selection(first_day=TODAY - 3))
    assert words(in_short(narrowed)).startswith("There are no reviews in these days. ")


def test_five_figures_stand_out() -> None:
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", key_figures(studied())) == [
        ("Known today", "45"), ("Recalled", "90.0 %"), ("Reviews", "210"), ("Time", "15 min"), ("Streak", "1 day"),
    ]  # fmt: skip


def words(markup: str) -> str:
    return re.sub(r"<.*?>", "", markup).strip()
