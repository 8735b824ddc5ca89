"""Laws that hold for every plot, drawn from the figures of a learner who is made up, at every size."""

from __future__ import annotations

import pytest
from made_up_learner import TODAY, learner

from quizapp.model import Kind
from quizapp.stats.activity import Amount
from quizapp.stats.forecast import forecast
from quizapp.stats.knowledge import Knowledge
from quizapp.stats.leeches import Leech
from quizapp.stats.quiz_scores import QuizScore
from quizapp.stats.selection import Selection
from quizapp.tui.cells import width as cells_of
from quizapp.tui.charts import gallery
from quizapp.tui.charts.amounts import ReviewsByKind, ReviewsByTag
from quizapp.tui.charts.chart import Chart, Place
from quizapp.tui.charts.table import Layout
from quizapp.tui.spans import spans
from quizapp.tui.stats_desk import Shown, Wanted

LEARNER = learner(TODAY, days=400, decks={"rivers": 60, "seas": 40})
SPANS = spans(TODAY, TODAY - 399)


def shown(span: int, *, empty: bool = False) -> Shown:
    chosen = SPANS[span]
    who = learner(TODAY, days=1, decks={}) if empty else LEARNER
    made = who.progress(Selection((), (), chosen.first_day, chosen.last_day))
    if not empty:
        quizzes = tuple(QuizScore(TODAY - 9 * n, n % 11, 10, ("rivers",), 60_000) for n in range(30, 0, -1))
        leeches = (*made.leeches, Leech("seas/n1", 12, suspended=True))
        done = made.activity
        kinds = {Kind.QUESTION: 900, Kind.CLOZE: 30, Kind.STATEMENT: 1}
        tags = {f"tag {n} {'家' * n}": Amount(1_000 // (n + 1), 60_000 * n) for n in range(30)}
        done = done._replace(by_tag=tags, kinds=kinds, kinds_ms=dict.fromkeys(kinds, 90_000))
        made = made._replace(quizzes=quizzes, leeches=leeches, activity=done)
    return Shown(Wanted(span=span), chosen, len(SPANS), made, {"rivers": "Rivers"}, (), {"seas/n1": "What is\nit?"})


FULL = {span: gallery.charts(shown(span)) for span in (0, len(SPANS) - 1)}
EVERY = [chart for charts in FULL.values() for chart in charts]
NONE = gallery.charts(shown(0, empty=True))


def name(chart: Chart) -> str:
    return type(chart).__name__


@pytest.mark.parametrize("chart", EVERY, ids=name)
def test_a_plot_keeps_to_its_place_at_every_size(chart: Chart) -> None:
    room = chart.ROOM
    for width in (76, room.least_width, 112):
        for rows, plain in ((room.least_rows, False), (room.most_rows, True)):
            for at in {None, 0, chart.first_point, chart.points - 1}:
                drawn = chart.draw(Place(width, rows, at, plain))
                assert 0 < len(drawn) <= rows
                assert max(cells_of(row.plain) for row in drawn) <= width


@pytest.mark.parametrize("chart", EVERY, ids=name)
def test_every_point_is_told_and_reached(chart: Chart) -> None:
    assert 0 <= chart.first_point < chart.points
    told = [chart.tell(at, 200).plain for at in range(chart.points)]
    assert all(told)
    at = 0
    for _ in range(chart.points):
        at = chart.moved(at, 0, 1)
    assert at == chart.points - 1
    assert chart.moved(at, 0, 1) == at
    assert chart.moved(0, 0, -1) == 0


@pytest.mark.parametrize("chart", EVERY, ids=name)
def test_words_give_way_to_their_figure_where_a_line_is_short(chart: Chart) -> None:
    for tell in (chart.headline, lambda width: chart.tell(chart.first_point, width)):
        long, short = tell(200).plain, tell(24).plain
        assert len(short) <= len(long)
        assert short.split()[0] == long.split()[0]


@pytest.mark.parametrize("chart", EVERY, ids=name)
def test_a_table_has_a_value_for_each_column_and_fits(chart: Chart) -> None:
    table = chart.table
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}
    laid = Layout(table, 76)
    for row in (laid.heading, *laid.lines(0, 500)):
        assert row.cell_length <= 76
        assert "\n" not in row.plain


@pytest.mark.parametrize("chart", EVERY, ids=name)
def test_what_is_clicked_is_the_point_that_is_drawn_there(chart: Chart) -> None:
    room = chart.ROOM
    place = Place(max(room.least_width, 60), room.rows, chart.first_point)
    hits = {chart.hit(place, column, row) for column in range(-2, place.width + 2) for row in range(-1, room.rows + 1)}
    points = hits - {None}
    assert all(0 <= point < chart.points for point in points if point is not None)
    assert points or name(chart) == "Calibration"


@pytest.mark.parametrize("chart", NONE, ids=name)
def test_without_an_answer_there_is_a_sentence_and_no_plot(chart: Chart) -> None:
    assert chart.NOTHING.endswith(".")
    if name(chart) == "Activity":
        assert chart.headline(80).plain.strip() == "no reviews"
        assert chart.draw(Place(112, 10))
    else:
        assert chart.points == 0


def test_plots_are_made_in_the_order_that_was_announced() -> None:
    for charts in FULL.values():
        assert tuple(map(type, charts)) == gallery.KINDS
    assert tuple(map(type, NONE)) == tuple(kind for kind in gallery.KINDS if kind not in (ReviewsByTag, ReviewsByKind))


def test_tags_and_kinds_are_compared_only_where_there_are_two() -> None:
    full = shown(0)
    done = full.progress.activity
    one = done._replace(
        by_tag=dict(list(done.by_tag.items())[:1]), kinds={Kind.CLOZE: 9}, kinds_ms={Kind.CLOZE: 1_000}
    )
    made = gallery.charts(full._replace(progress=full.progress._replace(activity=one)))
    assert not {ReviewsByTag, ReviewsByKind} & set(map(type, made))


def test_a_row_of_tags_has_its_name_its_bar_and_its_reviews_and_scrolls_with_the_cursor() -> None:
    tags = ReviewsByTag((("rivers", Amount(1_200, 60_000)), ("海", Amount(300, 5_000)), ("none", Amount(1, 9))), 1_400)
    rows = [row.plain.split() for row in tags.draw(Place(60, 3))]
    assert [(name, number) for name, _, number in rows] == [("rivers", "1,200"), ("海", "300"), ("none", "1")]
    assert [len(bar) for _, bar, _ in rows] == [40, 10, 1]
    assert tags.tell(0, 80).plain == "1,200 reviews rivers, 1 min, 86 % of all"
    assert [row.plain.split()[0] for row in tags.draw(Place(60, 2, 2))] == ["海", "none"]
    assert tags.hit(Place(60, 2, 2), 5, 1) == 2
    assert tags.table.rows[1] == ("海", "300", "21 %", "5 s")


def test_one_day_of_knowledge_is_a_dot() -> None:
    from quizapp.tui.charts.knowledge import KnowledgeOverTime

    drawn = KnowledgeOverTime(Knowledge((TODAY,), (3.2,)), TODAY - 5, TODAY).draw(Place(30, 6))
    assert sum(row.plain.count("•") for row in drawn) == 1


def test_a_forecast_of_nothing_has_no_points() -> None:
    from quizapp.model import SchedulingSettings
    from quizapp.tui.charts.coming import ComingReviews

    assert ComingReviews(forecast([], today=TODAY, settings=SchedulingSettings()), TODAY).points == 0


def test_what_a_card_asks_is_cleaned_wherever_it_is_shown() -> None:
    from quizapp.stats.hardest import Hard
    from quizapp.tui.charts.hardest import HardestCards

    trap = "\x1b]52;c;aGk=\x07[@click=app.quit]\x9b31m\u202e\nb"
    chart = HardestCards((Hard("a/b", 9, 5.0, 12),), (), {"a/b": trap})
    for row in (*chart.draw(Place(60, 3, 0)), *Layout(chart.table, 76).lines(0, 9)):
        assert "[@click=app.quit]" in row.plain
        assert row.plain.isprintable()


@pytest.mark.parametrize("chart", NONE, ids=name)
def test_a_plot_of_nothing_has_a_table_all_the_same(chart: Chart) -> None:
    assert chart.table.columns


@pytest.mark.parametrize("width", range(20, 60))
@pytest.mark.parametrize("a_day", [0, 20])
def test_words_on_new_cards_are_left_out_and_never_cut(width: int, a_day: int) -> None:
    from quizapp.model import SchedulingSettings
    from quizapp.tui.charts.coming import ComingReviews

    figures = forecast([], today=TODAY, settings=SchedulingSettings(), new_cards=307, new_per_day=a_day)
    *_, last = ComingReviews(figures, TODAY).draw(Place(width, 11))
    assert last.cell_length <= width
    assert last.plain.strip() in {
        *("307 new cards, begun in 16 days", "307 new cards in 16 days", "307 new cards"),
        *("307 new cards, none begun a day", "307 new cards, none a day"),
    }
