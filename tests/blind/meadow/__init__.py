"""First-instance judgments of many courts, as their clerks write them."""

from tests.blind.meadow.corpus import specimens

__all__ = ["specimens"]
