"""Keys of the demonstration: the same ones each time, so that they can be printed at every start. Never used elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liwan_court.registry import key_code
from liwan_court.registry.gate import hashing
from liwan_court.registry.models import CaseKey

if TYPE_CHECKING:
    from liwan_court.registry.models import Party

BODIES: Final = ("DEMA7KQXRW3MP9T", "DEMB5HNVYC8UJ4G", "DEMC2ZSFKA6XQ7W", "DEMD9MTRHP3BVE5")


@dataclass(frozen=True, slots=True)
class DemoKey:
    """One line of what is printed."""

    number: str
    role: str
    key: str


def keys() -> list[str]:
    """The keys in their order."""
    return [body + key_code.check_character(body) for body in BODIES]


def give(party: Party, place: int) -> None:
    """Give a party the demonstration key of a place."""
    plain = keys()[place]
    CaseKey.objects.create(
        case_id=party.case_id, party=party, selector=key_code.selector(plain), digest=hashing.digest(plain)
    )


def printed() -> list[DemoKey]:
    """What a visitor of the demonstration needs: case number, role, key."""
    by_selector = {key_code.selector(key): key for key in keys()}
    rows = CaseKey.objects.live().filter(selector__in=by_selector, agent="").select_related("case", "party")
    return [
        DemoKey(row.case.number, row.party.role, key_code.grouped(by_selector[row.selector]))
        for row in rows.order_by("selector")
    ]
