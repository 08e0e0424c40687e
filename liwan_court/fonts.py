"""Where a Chinese font lies on this machine, for pictures and charts that the portal draws itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts")
FONT_NAMES: Final = (
    "NotoSansCJK-Regular*", "NotoSansSC*", "SourceHanSans*", "NotoSerifCJK-Regular*", "wqy-*", "DroidSansFallback*", "uming*",
)  # fmt: skip


@cache
def chinese_font() -> str:
    """The file of a Chinese font on this machine; empty where none is installed."""
    for name in FONT_NAMES:
        for folder in FONT_FOLDERS:
            if found := sorted(Path(folder).rglob(name)):
                return str(found[0])
    return ""
