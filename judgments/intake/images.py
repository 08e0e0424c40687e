"""Pictures of a package: which of them may hold text that nobody has read."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from judgments.intake.container import Package
from judgments.intake.notes import Notes

_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".emf", ".wmf", ".emz", ".wmz",
    ".svg", ".webp", ".jp2", ".ico", ".pcx", ".pict", ".wdp", ".jxr", ".heic",
)  # fmt: skip
_SMALLEST_WIDTH = 32
_SMALLEST_HEIGHT = 12
_LARGEST_LOOKED_AT = 4_000_000
"""Pixels; a larger picture is reported without being decoded."""
_MAY_HOLD_TEXT = "图片可能含有文字（如扫描页、印章、签名），系统无法读取，请人工核对；公开版不含图片。"


def note_images(package: Package, notes: Notes) -> int:
    """Note pictures large enough for text, not lines and dots; returns how many pictures there are."""
    names = [name for name in package if name.lower().endswith(_SUFFIXES) and "thumbnail" not in name.lower()]
    for order, name in enumerate(names, start=1):
        if _may_hold_text(package.read(name)):
            notes.find("image", f"图片{order}", _MAY_HOLD_TEXT)
    return len(names)


def _may_hold_text(content: bytes) -> bool:
    """Unreadable and vector pictures may hold anything; one even colour holds nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as picture:
                width, height = picture.size
                if width < _SMALLEST_WIDTH or height < _SMALLEST_HEIGHT:
                    return False
                if width * height > _LARGEST_LOOKED_AT:
                    return True
                return not _is_even(picture)
    except Exception:  # noqa: BLE001 - a decoder may fail in any way; what it cannot read, a person looks at
        return True


def _is_even(picture: Image.Image) -> bool:
    bands = picture.convert("RGBA").getextrema()
    return all(low == high for low, high in bands)  # type: ignore[misc]
