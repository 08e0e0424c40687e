"""System checks of this line: what a machine lacks to publish pictures as they should be."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Info, register

from livestream.microblog import pictures
from liwan_court.fonts import chinese_font


@register("microblog", deploy=True)
def chinese_can_be_drawn(**_: Any) -> list[CheckMessage]:
    """Watermarks and cards are drawn in Chinese (R44). Without a font they are drawn in Latin letters: told, and no failure."""
    if chinese_font():
        return []
    return [Info(f"{pictures.NO_FONT}。", hint="执行 apt install fonts-noto-cjk", id="livestream.I001")]
