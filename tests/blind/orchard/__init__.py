"""Civil and administrative judgments of first instance and retrial, all invented."""

from tests.blind.orchard.corpus import specimens

__all__ = ["specimens"]
