"""Figures in words: 96.8%, 3件, 无数据."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

NOTHING: Final = "无数据"
_TENTH: Final = Decimal("0.1")
_WHOLE: Final = Decimal(100)


def shown(value: Decimal | None, *, counts: bool) -> str:
    """A value as it is shown. A share is never rounded up to 100 %, nor down to 0 %."""
    if value is None:
        return NOTHING
    if counts:
        return f"{value.normalize():f}件"
    share = (value * _WHOLE).quantize(_TENTH, ROUND_HALF_UP)
    if share >= _WHOLE > value * _WHOLE:
        share = (value * _WHOLE).quantize(_TENTH, ROUND_DOWN)
    if not share and value > 0:
        return "不足0.1%"
    return f"{share}%".replace(".0%", "%")


def fraction(numerator: int | None, denominator: int | None) -> str:
    """45/48; empty where nothing was counted."""
    return "" if denominator is None else f"{numerator}/{denominator}"
