"""The part's own tables as they are loaded once: the example catalogue of the year, and what a post may see."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from liwan_court.registry.groups import grant
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight import example
from oversight.models import Catalogue, Indicator

_SEE = "view"
_RECORDS = dict.fromkeys(
    ("inspection", "conclusion", "samplecheck", "evidencereturn", "signoff", "oversightrecord"), _SEE
)
PERMISSIONS: Final[dict[str, dict[str, str]]] = {
    Post.LEADING_GROUP: {"catalogue": "view change", "indicator": "view add change delete", **_RECORDS},
    Post.PRESIDENT: {"catalogue": _SEE, "indicator": _SEE, **_RECORDS},
    Post.VICE_PRESIDENT: {"catalogue": _SEE, "indicator": _SEE, **_RECORDS},
    Post.AUDITOR: {"catalogue": _SEE, "indicator": _SEE, **_RECORDS},
    Post.DIVISION_HEAD: {"catalogue": _SEE, "indicator": _SEE},
}


def load() -> dict[str, int]:
    """Load what is missing; a year that has a catalogue is never touched. Returns rows added by Chinese name."""
    return {
        "指标目录（示例）": load_example(clock.today().year),
        "监督评价权限": grant("oversight", PERMISSIONS),
    }


@transaction.atomic
def load_example(year: int) -> int:
    """Put the example in force for a year that has no catalogue. Returns how many indicators."""
    if Catalogue.objects.filter(year=year).exists():
        return 0
    divisions = {row.code: row for row in Division.objects.all()}
    catalogue = Catalogue.objects.create(
        year=year, title=f"{year}年{example.TITLE}", sample=True, state=Catalogue.State.IN_FORCE,
        note=example.NOTE, adopted_at=clock.now(), adopted_by_name="系统",
    )  # fmt: skip
    for order, row in enumerate(example.INDICATORS, 1):
        weight, floor, target = row.lines
        indicator = Indicator.objects.create(
            catalogue=catalogue, order=order, code=row.code, dimension=row.dimension, name=row.name,
            definition=row.definition, measure=row.measure, weight=weight, floor=floor, target=target,
            source=Indicator.Source.AUTOMATIC if row.measure else Indicator.Source.EVIDENCE,
            reference=row.reference, whole_court=row.whole_court,
        )  # fmt: skip
        indicator.divisions.set(divisions[code] for code in row.divisions if code in divisions)
    return len(example.INDICATORS)
