"""Case keys as Argon2 hashes: made once, and verified exactly once for each attempt (R63, R64)."""

from __future__ import annotations

from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from liwan_court.registry import key_code

HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""19 MiB and two passes: the secret has 54 bits of chance, so the cost need not make up for a weak password, and a flood of
attempts must not take the machine's memory."""


def digest(key: str) -> str:
    """What is kept of a key."""
    return HASHER.hash(key)


@cache
def no_key() -> str:
    """The digest of a key nobody has: verified where no key matches, so that this costs the same."""
    return digest(key_code.generate())


def verify(kept: str, key: str) -> bool:
    """Whether a key is the one kept; never raises."""
    try:
        return HASHER.verify(kept, key)
    except (VerificationError, InvalidHashError):
        return False
