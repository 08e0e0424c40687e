"""The Fridays of a year, a row for each month: on time, late, missing, moved into another week, still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

CELL: Final = 34
GAP: Final = 4
LABEL: Final = 44
STATES: Final = {
    "on_time": ("●", "按时"),
    "late": ("▲", "迟到"),
    "missing": ("✕", "没有上网"),
    "merged": ("→", "并入他周"),
    "future": ("·", "未到"),
    "before": (" ", "系统启用以前"),
}
MOST_FRIDAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Day:
    """One Friday: its state, and what there is to say."""

    day: date
    state: str
    detail: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A Friday on the sheet."""

    x: int
    y: int
    state: str
    sign: str
    words: str
    url: str
    number: str


@dataclass(frozen=True, slots=True)
class Heatmap:
    """What the template draws."""

    code: str
    title: str
    cells: tuple[Cell, ...]
    months: tuple[tuple[int, int, str], ...]
    """Where the name of each month stands."""
    legend: tuple[tuple[str, str, str, int], ...]
    """State, sign, words, how many."""
    rows: tuple[tuple[str, str, str], ...]
    width: int = LABEL + 2 * (6 * (CELL + GAP)) + 20
    height: int = 6 * (CELL + GAP) + 4
    cell: int = CELL


def heatmap(code: str, title: str, days: list[Day]) -> Heatmap:
    """Two columns of six months; each month's Fridays from left to right."""
    cells, counts = [], dict.fromkeys(STATES, 0)
    seen: dict[int, int] = {}
    half = LABEL + MOST_FRIDAYS * (CELL + GAP) + 24
    for day in sorted(days, key=lambda row: row.day):
        month = day.day.month
        place = seen[month] = seen.get(month, -1) + 1
        sign, words = STATES[day.state]
        counts[day.state] += 1
        x = (half if month > 6 else 0) + LABEL + place * (CELL + GAP)
        y = ((month - 1) % 6) * (CELL + GAP) + 2
        said = f"{day.day}：{words}" + (f"，{day.detail}" if day.detail else "")
        cells.append(Cell(x, y, day.state, sign, said, day.url, str(day.day.day)))
    labels = tuple(
        ((half if number > 6 else 0), ((number - 1) % 6) * (CELL + GAP) + 24, f"{number}月")
        for number in range(1, 13)
    )
    legend = tuple((state, *STATES[state], count) for state, count in counts.items() if count)
    rows = tuple(
        (str(day.day), STATES[day.state][1], day.detail) for day in sorted(days, key=lambda row: row.day)
    )
    return Heatmap(code, title, tuple(cells), labels, legend, rows, width=2 * half - 24)
