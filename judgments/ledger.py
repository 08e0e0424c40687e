"""The publication ledger: an append-only chain over everything published, corrected and withdrawn.

The hash of an entry is SHA-256 over its fields, one a line, and the hash before it. Anyone with the list can check the chain;
nobody can take an entry out without breaking every later one.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from judgments.models import LedgerEntry
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from judgments.models import PublicEdition

GENESIS = "0" * 64


def entry_hash(
    number: int, at: datetime, event: str, slug: str, version: int, content: str, previous: str
) -> str:
    """The hash of one entry, as documented on the public page of the ledger."""
    moment = clock.local(at).isoformat(timespec="seconds")
    lines = (str(number), moment, event, slug, str(version), content, previous)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def next_entry(event: str, edition: PublicEdition, slug: str, after: LedgerEntry | None) -> LedgerEntry:
    """The entry that follows `after`, not yet saved."""
    number = (after.number if after else 0) + 1
    at = clock.now().replace(microsecond=0)
    previous = after.hash if after else GENESIS
    digest = entry_hash(number, at, event, slug, edition.version, edition.sha256, previous)
    return LedgerEntry(
        number=number,
        at=at,
        event=event,
        slug=slug,
        version=edition.version,
        content_sha256=edition.sha256,
        previous_hash=previous,
        hash=digest,
    )


def append(event: str, edition: PublicEdition, slug: str) -> LedgerEntry:
    """Add one entry, inside the transaction of the action. Two writers meet at the unique number; one of them rolls back."""
    entry = next_entry(event, edition, slug, last())
    entry.save()
    return entry


def last() -> LedgerEntry | None:
    """The newest entry, locked where the database can."""
    return LedgerEntry.objects.select_for_update().order_by("-number").first()


def first_broken(entries: Iterable[LedgerEntry]) -> LedgerEntry | None:
    """The first entry, in order of number, that does not follow from the one before it; None when the chain holds."""
    previous = GENESIS
    for number, entry in enumerate(entries, start=1):
        expected = entry_hash(
            number, entry.at, entry.event, entry.slug, entry.version, entry.content_sha256, previous
        )
        if entry.number != number or entry.previous_hash != previous or entry.hash != expected:
            return entry
        previous = entry.hash
    return None
