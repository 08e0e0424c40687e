"""Charts of the summary: plain bars and a line, in Chinese where a Chinese font is installed, else with Latin letters (R57)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from liwan_court.fonts import chinese_font

if TYPE_CHECKING:
    from collections.abc import Sequence

COURT: Final = "#1d3d63"
SEAL: Final = "#a3211f"
WIDE, HIGH, DOTS = 6.4, 3.0, 160


def bars(
    labels: Sequence[str], livestreams: Sequence[int], microblogs: Sequence[int], font: str | None = None
) -> bytes:
    """Sessions by division, as a PNG. `font` empty: numbers in place of names, as the caption under it explains."""
    face = chinese_font() if font is None else font
    figure, axes, text = _sheet(face)
    places = range(len(labels))
    names = list(labels) if face else [str(place + 1) for place in places]
    axes.bar(
        [place - 0.2 for place in places], livestreams, width=0.4, color=COURT, label="直播" if face else "livestream"
    )  # fmt: skip
    axes.bar(
        [place + 0.2 for place in places], microblogs, width=0.4, color=SEAL, label="微博" if face else "microblog"
    )  # fmt: skip
    axes.set_xticks(list(places), names, **text)
    axes.legend(prop=text.get("fontproperties"), frameon=False)
    return _png(figure)


def line(labels: Sequence[str], values: Sequence[int], font: str | None = None) -> bytes:
    """Visits by month, as a PNG."""
    figure, axes, _ = _sheet(chinese_font() if font is None else font)
    axes.plot(list(labels), list(values), color=COURT, marker="o", linewidth=1.5)
    axes.set_ylim(bottom=0)
    return _png(figure)


def _sheet(face: str) -> tuple[Any, Any, dict[str, Any]]:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(WIDE, HIGH), dpi=DOTS, layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    return figure, axes, {"fontproperties": FontProperties(fname=face, size=9)} if face else {}


def _png(figure: Any) -> bytes:
    out = BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()
