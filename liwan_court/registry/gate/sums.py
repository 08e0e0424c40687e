"""A sum to solve in words, instead of a lock or somebody else's riddle: it works without script and without pictures (R64).

The form carries a signed token; it says nothing about the answer to whoever reads it, and it serves once.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final

from django.core import signing

from liwan_court.registry.gate.counters import name_of

MINUTES: Final = 15
_SALT: Final = "liwan_court.registry.gate.sums"
_DIGITS: Final = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Sum:
    """The question, and the token that knows its answer."""

    question: str
    token: str


def in_words(number: int) -> str:
    """11 to 99 in Chinese: 三十七."""
    tens, units = divmod(number, 10)
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")


def ask() -> Sum:
    """A new sum of two numbers of two digits."""
    one, other = secrets.randbelow(78) + 11, secrets.randbelow(78) + 11
    nonce = secrets.token_urlsafe(9)
    token = signing.dumps([nonce, name_of("answer", nonce, str(one + other))], salt=_SALT)
    return Sum(f"{in_words(one)}加{in_words(other)}等于多少？", token)


def solved(token: str, answer: str) -> str | None:
    """The nonce of a sum that is solved and not too old; None for everything else."""
    try:
        nonce, kept = signing.loads(token, salt=_SALT, max_age=MINUTES * 60)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    digits = unicodedata.normalize("NFKC", answer).strip()
    return str(nonce) if secrets.compare_digest(str(kept), name_of("answer", str(nonce), digits)) else None
