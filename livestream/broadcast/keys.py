"""The key with which an encoder may push to one session: made once, shown once, kept as a hash only."""

from __future__ import annotations

import hashlib
import hmac
import secrets

RANDOM_BYTES = 20
"""160 bits: the hash needs no salt and no stretching."""


def new_key() -> str:
    """A new key, safe inside an address."""
    return secrets.token_hex(RANDOM_BYTES)


def hash_of(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def opens(key: str, kept: str) -> bool:
    """Whether `key` is the one whose hash was kept; never where none was."""
    return bool(kept) and hmac.compare_digest(hash_of(key), kept)


def new_name() -> str:
    """A random name for a piece that becomes public: nobody guesses its neighbours."""
    return secrets.token_hex(16)
