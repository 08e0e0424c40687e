"""Charts as geometry: everything on the sheet, gaps where nothing was counted, words equal to figures."""

from __future__ import annotations

import datetime as dt
import math

from hypothesis import given
from hypothesis import strategies as st

from oversight.charts import bars, heatmap, matrix
from oversight.charts.axis import axis
from oversight.charts.trend import HEIGHT, WIDTH, Point, trend

numbers = st.none() | st.floats(0, 1e6, allow_nan=False)
counts = st.integers(0, 10**6)


@given(st.lists(st.floats(0, 1e7, allow_nan=False), max_size=12), st.booleans(), st.sampled_from([None, 100]))
def test_an_axis_holds_every_value_and_has_few_round_ticks(values, zero, top):
    values = [min(value, 100) for value in values] if top else values
    found = axis(values, start_at_zero=zero, top=top)
    assert found.low < found.high
    assert 2 <= len(found.ticks) <= 8
    assert all(0 <= found.place(value) <= 1 for value in values)
    if values:
        assert found.high >= max(values) - 1e-6


@given(st.lists(numbers, min_size=1, max_size=8), st.lists(numbers, min_size=1, max_size=8), numbers)
def test_a_trend_stays_on_its_sheet_and_leaves_a_gap_where_nothing_was_counted(one, other, target):
    size = min(len(one), len(other))
    series = [
        (name, [Point(f"Q{place}", value, f"{value}") for place, value in enumerate(values[:size])])
        for name, values in (("甲", one), ("乙", other))
    ]
    drawn = trend("t", "标题", series, target=target)
    for row, (_, points) in zip(drawn.series, series, strict=True):
        known = [point for point in points if point.value is not None]
        assert len(row.dots) == len(known)
        assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT and not math.isnan(dot.y) for dot in row.dots)
        assert sum(dot.last for dot in row.dots) == (1 if known else 0)
        drawn_points = sum(len(piece.split()) for piece in row.pieces)
        assert drawn_points <= len(known)
    assert drawn.is_empty == all(point.value is None for _, points in series for point in points)
    assert len(drawn.rows) == size


def test_a_quarter_without_data_breaks_the_line():
    points = [
        Point("1", 10, "10"),
        Point("2", 20, "20"),
        Point("3", None, "无数据"),
        Point("4", 30, "30"),
        Point("5", 40, "40"),
    ]
    drawn = trend("t", "标题", [("甲", points)]).series[0]
    assert [len(piece.split()) for piece in drawn.pieces] == [2, 2]


@given(st.lists(counts, min_size=4, max_size=4))
def test_the_bars_of_a_funnel_are_as_long_as_their_counts(parts):
    total = sum(parts)
    names = ("published", "excluded", "pending", "missing")
    fates = [(name, name, count, "") for name, count in zip(names, parts, strict=True)]
    drawn = bars.funnel("f", "标题", [("生效", total, "")], fates)
    assert drawn.is_empty == (total == 0)
    if total:
        assert all(0 <= bar.width <= bars.WIDTH - bars.LABEL - bars.NUMBER for bar in drawn.bars)
        assert sum(int(row[1]) for row in drawn.rows[1:]) == int(drawn.rows[0][1])


@given(st.lists(st.integers(0, 4000), max_size=200))
def test_a_histogram_counts_every_day_once(days):
    drawn = bars.histogram("h", "标题", days, [(9, "七个工作日")])
    assert sum(int(row[1]) for row in drawn.rows) == len(days)
    assert all(bar.height >= 0 and bar.y >= 0 for bar in drawn.bars)
    assert all(0 <= x <= bars.WIDTH for x, _ in drawn.marks)


@given(st.lists(st.tuples(counts, counts), max_size=20))
def test_progress_beyond_what_is_owed_is_a_full_bar_and_nothing_owed_is_none(pairs):
    drawn = bars.progress("p", "标题", [(f"第{n}庭", done, owed, "") for n, (done, owed) in enumerate(pairs)])
    room = bars.WIDTH - bars.LABEL - bars.NUMBER
    for bar, (done, owed) in zip(drawn.bars, pairs, strict=True):
        assert 0 <= bar.width <= room
        assert bar.kind == ("none" if not owed else "full" if done >= owed else "part")
        assert bar.text == (f"{done}/{owed}" if owed else "—")


def test_every_friday_of_a_year_has_its_place_and_none_lies_on_another():
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=n) for n in range(365)]
    fridays = [heatmap.Day(day, "on_time", "") for day in days if day.weekday() == 4]
    drawn = heatmap.heatmap("f", "标题", fridays)
    places = {(cell.x, cell.y) for cell in drawn.cells}
    assert len(places) == len(fridays) == 53
    assert all(0 <= x <= drawn.width - drawn.cell and 0 <= y <= drawn.height - drawn.cell for x, y in places)
    assert drawn.legend == (("on_time", "●", "按时", 53),)


def test_a_cell_is_never_told_by_its_colour_alone():
    cells = [matrix.Cell("1", verdict) for verdict in matrix.WORDS]
    assert len({cell.words for cell in cells}) == len(cells)
    assert matrix.Cell("1", "unmet", near=True).sign == "△"
    lines = tuple(matrix.Line(str(n), "", dimension, "", "", ()) for n, dimension in enumerate("甲甲乙甲"))
    assert [(name, len(rows)) for name, rows in matrix.Matrix("", (), lines).groups] == [
        ("甲", 2),
        ("乙", 1),
        ("甲", 1),
    ]
