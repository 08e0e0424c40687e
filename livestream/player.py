"""The library that plays streams in browsers without HLS of their own: there after `make assets`, and never needed."""

from __future__ import annotations

from typing import Final

from django.contrib.staticfiles import finders

LIBRARY: Final = "vendor/hls.light.min.js"


def player_library() -> str:
    """The static name of the library; empty where it was not installed."""
    return LIBRARY if finders.find(LIBRARY) else ""
