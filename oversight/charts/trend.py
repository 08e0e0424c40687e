"""A line over several quarters; a quarter without data is a gap in the line, never a nought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from oversight.charts.axis import axis

WIDTH: Final = 480
HEIGHT: Final = 210
LEFT, RIGHT, TOP, BOTTOM = 44, 56, 18, 34


@dataclass(frozen=True, slots=True)
class Point:
    """One quarter: its label, its value or None, the value in words, the page behind it."""

    label: str
    value: float | None
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on the sheet."""

    x: float
    y: float
    label: str
    text: str
    url: str
    last: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One series on the sheet: pieces of its line, and its dots."""

    name: str
    pieces: tuple[str, ...]
    dots: tuple[Dot, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Trend:
    """What the template draws."""

    code: str
    title: str
    labels: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    target: tuple[float, str] | None
    series: tuple[Drawn, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """For the table beside it: a label and the value of each series."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def is_empty(self) -> bool:
        """Whether no quarter has any data."""
        return not any(row.dots for row in self.series)


def trend(
    code: str,
    title: str,
    series: list[tuple[str, list[Point]]],
    *,
    percent: bool = False,
    target: float | None = None,
) -> Trend:
    """A trend of one to three series over the same labels; `code` makes its ids unique on the page; shares run from 0 to 100."""
    known = [point.value for _, points in series for point in points if point.value is not None]
    scale = axis(
        known + ([target] if target is not None else []),
        start_at_zero=not percent,
        top=100 if percent else None,
    )
    labels = [point.label for point in series[0][1]] if series else []
    step = (WIDTH - LEFT - RIGHT) / max(len(labels) - 1, 1)

    def high(value: float) -> float:
        return round(HEIGHT - BOTTOM - scale.place(value) * (HEIGHT - TOP - BOTTOM), 1)

    across = [round(LEFT + place * step, 1) for place in range(len(labels))]
    drawn = tuple(_draw(name, points, across, high, number) for number, (name, points) in enumerate(series))
    rows = tuple(
        (label, tuple(points[place].text for _, points in series)) for place, label in enumerate(labels)
    )
    sign = "%" if percent else ""
    return Trend(
        code, title, tuple(zip(across, labels, strict=True)), tuple((high(tick), f"{tick:g}{sign}") for tick in scale.ticks),
        (high(target), f"{target:g}{sign}") if target is not None else None, drawn, rows,
    )  # fmt: skip


def _draw(
    name: str, points: list[Point], across: list[float], high: Callable[[float], float], number: int
) -> Drawn:
    pieces: list[list[str]] = [[]]
    dots: list[Dot] = []
    for x, point in zip(across, points, strict=True):
        if point.value is None:
            pieces.append([])
            continue
        y = high(point.value)
        pieces[-1].append(f"{x},{y}")
        dots.append(Dot(x, y, point.label, point.text, point.url, last=False))
    if dots:
        end = dots[-1]
        dots[-1] = Dot(end.x, end.y, end.label, end.text, end.url, last=True)
    return Drawn(name, tuple(" ".join(piece) for piece in pieces if len(piece) > 1), tuple(dots), number)
