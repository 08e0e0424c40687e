"""One attempt at the gate: the same steps, queries and single verification whatever is wrong with it (R64).

Unknown case, wrong key, revoked or expired key, and too many attempts have one answer. What a person is told about waiting or
about a sum depends on the number as typed and on the address, never on what exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liwan_court.registry import key_code
from liwan_court.registry.gate import hashing, sums
from liwan_court.registry.gate.counters import SUM, counters, name_of
from liwan_court.registry.gate.limits import Standing, standing
from liwan_court.registry.models import CaseKey, KeyVisit
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.case_numbers import CaseNumber


@dataclass(frozen=True, slots=True)
class Attempt:
    """A well-formed number and key, from an address; with the sum, where one was put."""

    number: CaseNumber
    key: str
    address: str
    token: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Not let in; what to expect of the next attempt with this number from this address."""

    standing: Standing


def knock(attempt: Attempt) -> CaseKey | Refused:
    """Let a party in, or not. A visit is recorded; a failure is counted, one that was not let through is not."""
    tally, names = counters(), _names(attempt)
    nonce = sums.solved(attempt.token, attempt.answer) if attempt.token else None
    spent = names | ({SUM: name_of(SUM, nonce)} if nonce else {})
    counts = tally.read(spent)
    used = counts.pop(SUM, None)
    solved = nonce is not None and used is not None and used.failures == 0
    let_through = solved or standing(counts, clock.now()).is_free
    found = _key_of(attempt)
    live = found is not None and found.is_live
    right = hashing.verify(found.digest if found and live else hashing.no_key(), attempt.key)
    if found is not None and live and right and let_through:
        if SUM in spent:
            tally.add({SUM: spent[SUM]}, 1)
        tally.forget(names["pair"])
        KeyVisit.objects.create(key=found, address=attempt.address[:45])
        return found
    after = {**counts, **tally.add(spent, 1 if let_through else 0)}
    after.pop(SUM, None)
    return Refused(standing(after, clock.now()))


def standing_of(number: CaseNumber, address: str) -> Standing:
    """What an attempt with this number from this address has to expect."""
    names = _names(Attempt(number, "", address))
    return standing(counters().read(names), clock.now())


def _names(attempt: Attempt) -> dict[str, str]:
    number = attempt.number.key
    return {
        "pair": name_of("pair", number, attempt.address),
        "address": name_of("address", attempt.address),
        "case": name_of("case", number),
        "site": name_of("site"),
    }


def _key_of(attempt: Attempt) -> CaseKey | None:
    """The one key that this attempt can be: by number and selector, in one query."""
    rows = CaseKey.objects.select_related("case__division", "party")
    return rows.filter(case__number_key=attempt.number.key, selector=key_code.selector(attempt.key)).first()
