"""The register of what was not published (D15): number, date and ground. Its reasons are never read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F

from judgments.models import Exclusion, Ground

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register."""

    number: str
    decided_on: date | None
    effective_on: date | None
    """Shown where nobody has entered the date of decision: a judgment may be marked before its file comes."""
    label: str
    period: str

    @property
    def batch_url(self) -> str:
        """The notice of the batch it was registered with."""
        return f"/batches/{self.period}/"


def rows(*, ground: str = "", period: str = "", number_key: str = "") -> QuerySet[Exclusion, Any]:
    """Registered with an announced batch, not held by the president, and of a ground that may be named at all."""
    found = Exclusion.objects.filter(
        batch__published_at__isnull=False, held_back=False, judgment__state="excluded"
    ).exclude(ground__register=Ground.Register.NEVER)
    conditions = {"ground__label": ground, "batch__period": period, "judgment__number_key": number_key}
    found = found.filter(**{name: value for name, value in conditions.items() if value})
    return found.order_by("-batch__period", "-judgment__year", "judgment__number_start", "pk").values(
        number=F("judgment__number"),
        decided_on=F("judgment__decided_on"),
        effective_on=F("judgment__effective_on"),
        label=F("ground__label"),
        period=F("batch__period"),
    )


def entries(**conditions: str) -> list[Entry]:
    """All lines that match."""
    return [Entry(**row) for row in rows(**conditions)]


def counts_by_ground() -> list[tuple[str, int]]:
    """How many lines each ground has, most first."""
    counted = rows().order_by().values_list("ground__label").annotate(number=Count("pk"))
    return sorted(counted, key=lambda pair: -pair[1])
