"""Bars: the funnel of judgments, days to publication, progress towards what is owed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oversight.charts.axis import axis

WIDTH: Final = 480
LABEL: Final = 104
NUMBER: Final = 64
ROW: Final = 30
BINS: Final = ((0, 7), (8, 14), (15, 21), (22, 30), (31, 45), (46, 60), (61, None))
HEIGHT: Final = 210
LEFT, TOP, BOTTOM = 36, 26, 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is, how long, what is written beside it."""

    label: str
    x: float
    y: float
    width: float
    height: float
    text: str
    note: str = ""
    url: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """What the template draws, and the same as rows of a table."""

    code: str
    title: str
    bars: tuple[Bar, ...]
    height: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[float, str], ...] = ()
    """Vertical lines with words."""
    ticks: tuple[tuple[float, str], ...] = ()
    width: int = WIDTH

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bars


def funnel(
    code: str, title: str, steps: list[tuple[str, int, str]], fates: list[tuple[str, str, int, str]]
) -> Bars:
    """Steps (label, count, page) as bars, then the fates (name, label, count, page), which add up to the first step."""
    most = max((count for _, count, _ in steps), default=0)
    if most == 0:
        return Bars(code, title, (), 0, ("", "件数"), ())
    room = WIDTH - LABEL - NUMBER
    bars = [
        Bar(label, LABEL, place * ROW + 4, round(room * count / most, 1), ROW - 10, str(count), _share(count, most), url, "step")
        for place, (label, count, url) in enumerate(steps)
    ]  # fmt: skip
    offset = len(steps) * ROW + 12
    bars += [
        Bar(label, LABEL, offset + place * ROW + 4, round(room * count / most, 1), ROW - 10, str(count),
            _share(count, most), url, f"fate-{name}")
        for place, (name, label, count, url) in enumerate(fates)
    ]  # fmt: skip
    rows = tuple((bar.label, bar.text, bar.note) for bar in bars)
    return Bars(code, title, tuple(bars), offset + len(fates) * ROW + 6, ("", "件数", "占生效"), rows)


def histogram(code: str, title: str, days: list[int], marks: list[tuple[float, str]]) -> Bars:
    """How many took how many days; `marks` (days, words) are drawn as lines."""
    if not days:
        return Bars(code, title, (), 0, ("天数", "件数"), ())
    counts = [sum(low <= day and (high is None or day <= high) for day in days) for low, high in BINS]
    scale = axis([float(max(counts))])
    room, step = HEIGHT - TOP - BOTTOM, (WIDTH - LEFT - 8) / len(BINS)
    bars = []
    for place, ((low, high), count) in enumerate(zip(BINS, counts, strict=True)):
        tall = round(scale.place(count) * room, 1)
        label = f"{low}以上" if high is None else f"{low}–{high}"
        bars.append(
            Bar(label, round(LEFT + place * step + 4, 1), round(HEIGHT - BOTTOM - tall, 1), round(step - 8, 1), tall,
                str(count), _share(count, len(days)))
        )  # fmt: skip
    ticks = tuple((round(HEIGHT - BOTTOM - scale.place(tick) * room, 1), f"{tick:g}") for tick in scale.ticks)
    rows = tuple((bar.label, bar.text, bar.note) for bar in bars)
    lines = tuple((round(LEFT + _along(value) * step, 1), words) for value, words in marks)
    return Bars(code, title, tuple(bars), HEIGHT, ("天数", "件数", "占公布"), rows, lines, ticks)


def progress(code: str, title: str, lines: list[tuple[str, int, int, str]]) -> Bars:
    """(label, done, owed, page) as bars: a full bar is what is owed; nothing owed is said and not drawn."""
    room = WIDTH - LABEL - NUMBER
    bars = []
    for place, (label, done, owed, url) in enumerate(lines):
        share = min(done / owed, 1.0) if owed else 0.0
        note = _share(done, owed) if owed else "没有应完成的"
        kind = "none" if not owed else "full" if done >= owed else "part"
        text = f"{done}/{owed}" if owed else "—"
        bars.append(
            Bar(label, LABEL, place * ROW + 4, round(room * share, 1), ROW - 10, text, note, url, kind)
        )
    rows = tuple((bar.label, bar.text, bar.note) for bar in bars)
    return Bars(code, title, tuple(bars), len(lines) * ROW + 6, ("", "完成/应完成", "比例"), rows)


def _along(value: float) -> float:
    """Where a number of days lies among the bins, in bins."""
    for place, (low, high) in enumerate(BINS):
        if high is None:
            return place + min((value - low) / 60, 1.0)
        if value <= high:
            return place + max(value - low, 0) / (high - low + 1)
    return float(len(BINS))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else ""
