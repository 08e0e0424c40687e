"""The published judgments of a case, and what its party asked about them: a part of the page of the case (R35, R62)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.actions.applications import LONGEST_REASON, NOT_YET_PUBLIC
from judgments.models import Judgment, NonPublicationRequest
from judgments.queries.published import listed
from liwan_court.registry.case_page import Section

if TYPE_CHECKING:
    from liwan_court.registry.gate.grant import Grant


def judgments_section(grant: Grant) -> Section:
    """裁判文书 on the page: links to what is public, the way to apply, and the decisions on the party's applications."""
    number_key = grant.case.number_key
    public = list(listed().filter(number_key=number_key))
    mine = NonPublicationRequest.objects.filter(
        judgment__number_key=number_key, party_key__party=grant.party
    ).select_related("judgment")
    context: dict[str, Any] = {
        "published": public,
        "requests": list(mine),
        "open": list(
            Judgment.objects.filter(number_key=number_key, state__in=NOT_YET_PUBLIC).only(
                "pk", "number", "kind"
            )
        ),
        "longest": LONGEST_REASON,
    }
    lines = tuple(f"{row.kind} {row.edition.published_at:%Y-%m-%d}公布" for row in public if row.edition)
    return Section("judgments", "裁判文书", "parties/_judgments.html", context, lines)
