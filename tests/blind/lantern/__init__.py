"""One invented judgment or ruling for every numbered trap of REDACTION.md §3, each told twice."""

from tests.blind.lantern.corpus import specimens

__all__ = ["specimens"]
