"""How long a post is by Weibo's counting: a Chinese character 1, two ASCII characters 1, a link 10 (R44)."""

from __future__ import annotations

import re
from typing import Final

LIMIT: Final = 140
LINK: Final = re.compile(r"https?://[!-~]+")
LINK_COUNTS: Final = 10


def halves(text: str) -> int:
    """The length of a text without links, in halves of a character."""
    return sum(1 if character.isascii() else 2 for character in text)


def length(text: str) -> int:
    """The length of a text in characters as Weibo counts them, halves rounded up."""
    rest, links = LINK.subn("", text)
    return (halves(rest) + 1) // 2 + links * LINK_COUNTS


def left(text: str) -> int:
    """How many Chinese characters may still be written; negative when there are too many."""
    return LIMIT - length(text)
