"""Whether what should be public is public, and came with the batch of its own month (R29, R36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import CharField, Exists, OuterRef

from judgments.figures.counting import Figure, describe_judgment, whether
from judgments.figures.windows import by_window, due, to_be_public
from judgments.models import PublicEdition
from judgments.queries.published import PUBLIC

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from judgments.models import Judgment
    from liwan_court.measuring import Span


def _published(span: Span) -> QuerySet[Judgment]:
    return to_be_public(due(span)).annotate(counted=whether(PUBLIC))


def _on_schedule(span: Span) -> QuerySet[Judgment]:
    windows = due(span)
    with_its_month = PublicEdition.objects.filter(
        judgment=OuterRef("pk"), version=1, batch__supplement=0, batch__period=OuterRef("month")
    )
    rows = to_be_public(windows).annotate(month=by_window(windows, lambda each: each.month, CharField()))
    return rows.annotate(counted=Exists(with_its_month))


PUBLICATION_RATE = Figure(_published, describe_judgment)
ON_SCHEDULE = Figure(_on_schedule, describe_judgment)
