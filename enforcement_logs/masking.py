"""The words of an entry as parties read them: numbers that identify somebody, and names of outsiders, are masked.

Pure, no Django. Of an account the last four digits stay, so that a party recognises its own (docs/domain.md §8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from liwan_court.privacy.identifiers import find_identifiers

MASK: Final = "×××"
_TAIL: Final = re.compile(r"(\d{4})\D*$")
_SEPARATORS: Final = re.compile(r"[、，,；;/／\s]+")


def names_in(typed: str) -> list[str]:
    """Names typed one behind another, with whatever between them."""
    return [name for name in _SEPARATORS.split(typed) if name]


def masked(text: str, outsiders: Iterable[str] = ()) -> str:
    """`text` without identifiers; each outsider keeps his family name: 王小明 → 王某."""
    for name in sorted(set(outsiders), key=len, reverse=True):
        if len(name) > 1:
            spaced = r"\s*".join(re.escape(character) for character in name)
            text = re.sub(spaced, f"{name[0]}某", text)
    pieces, position = [], 0
    for found in find_identifiers(text):
        tail = _TAIL.search(found.text) if found.category == "bank_account" else None
        pieces.append(text[position : found.start] + MASK + (tail[1] if tail else ""))
        position = found.end
    return "".join(pieces) + text[position:]
