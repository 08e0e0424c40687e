"""One attempt at the gate: the same steps, queries and single verification whatever is wrong with it (R64).

Unknown case, wrong key, revoked or expired key, and too many attempts have one answer. What a person is told about waiting or
about a sum depends on the number as typed and on the address, never on what exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liwan_court.client_address import counted_address
from liwan_court.registry import key_code
from liwan_court.registry.gate import hashing, sums
from liwan_court.registry.gate.counters import SUM, counters, name_of
from liwan_court.registry.gate.limits import Standing, standing
from liwan_court.registry.models import CaseKey, KeyVisit
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.case_numbers import CaseNumber
    from liwan_court.registry.gate.counters import Counters


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
    solved = _claims_a_sum(attempt, tally)
    counts = tally.read(names)
    let_through = solved or standing(counts, clock.now()).is_free
    found = _key_of(attempt)
    live = found is not None and found.is_live
    right = hashing.verify(found.digest if found and live else hashing.no_key(), attempt.key)
    if found is not None and live and right and let_through:
        tally.forget(names["pair"])
        KeyVisit.objects.create(key=found, address=attempt.address[:45])
        return found
    after = {**counts, **tally.add(names, 1 if let_through else 0)}
    return Refused(standing(after, clock.now()))


def _claims_a_sum(attempt: Attempt, tally: Counters) -> bool:
    """Whether the attempt carries a solved sum that nobody has used: claimed in one step, before anything is read."""
    nonce = sums.solved(attempt.token, attempt.answer) if attempt.token else None
    return nonce is not None and tally.add({SUM: name_of(SUM, nonce)}, 1)[SUM].failures == 1


def standing_of(number: CaseNumber, address: str) -> Standing:
    """What an attempt with this number from this address has to expect."""
    names = _names(Attempt(number, "", address))
    return standing(counters().read(names), clock.now())


def _names(attempt: Attempt) -> dict[str, str]:
    number = attempt.number.key
    return {
        "pair": name_of("pair", number, counted_address(attempt.address)),
        "address": name_of("address", counted_address(attempt.address)),
        "case": name_of("case", number),
        "site": name_of("site"),
    }


def _key_of(attempt: Attempt) -> CaseKey | None:
    """The one key that this attempt can be: by number and selector, in one query."""
    rows = CaseKey.objects.select_related("case__division", "party")
    return rows.filter(case__number_key=attempt.number.key, selector=key_code.selector(attempt.key)).first()
