"""Charts of a bulletin as PNG, lettered in Chinese where a font is installed, with numbers otherwise (R6)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from liwan_court.fonts import chinese_font

if TYPE_CHECKING:
    from collections.abc import Sequence

COURT: Final = "#1d3d63"
SEAL: Final = "#a3211f"
FULL: Final = 100


def points(names: Sequence[str], values: Sequence[float | None], font: str | None = None) -> bytes:
    """Points of each division as lying bars; a division without data has no bar and says so."""
    face = chinese_font() if font is None else font
    figure, axes, text = _sheet(face, 0.28 * len(names) + 0.8)
    places = list(range(len(names)))[::-1]
    axes.barh(places, [value or 0 for value in values], color=COURT, height=0.62)
    axes.set_yticks(
        places, list(names) if face else [str(number) for number in range(1, len(names) + 1)], **text
    )
    axes.set_xlim(0, FULL + 12)
    for place, value in zip(places, values, strict=True):
        said = f"{value:.1f}" if value is not None else ("无数据" if face else "-")
        axes.text(
            (value or 0) + 1,
            place,
            said,
            va="center",
            fontsize=8,
            **({"fontproperties": text["fontproperties"]} if face else {}),
        )
    return _png(figure)


def trend(labels: Sequence[str], values: Sequence[float | None], font: str | None = None) -> bytes:
    """The court's points over quarters; a quarter without data is a gap."""
    figure, axes, _ = _sheet(chinese_font() if font is None else font, 2.4)
    numbers = [value if value is not None else float("nan") for value in values]
    axes.plot(list(labels), numbers, color=COURT, marker="o", linewidth=1.5)
    known = [value for value in values if value is not None]
    if known:
        axes.set_ylim(max(0, min(known) - 10), min(FULL + 2, max(known) + 8))
    for place, value in enumerate(values):
        if value is not None:
            axes.annotate(
                f"{value:.1f}",
                (place, value),
                textcoords="offset points",
                xytext=(0, 6),
                ha="center",
                fontsize=8,
            )
    return _png(figure)


def _sheet(face: str, high: float) -> tuple[Any, Any, dict[str, Any]]:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    figure = Figure(figsize=(6.2, high), dpi=160, layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8)
    return figure, axes, {"fontproperties": FontProperties(fname=face, size=9)} if face else {}


def _png(figure: Any) -> bytes:
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
