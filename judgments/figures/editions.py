"""What happened to public editions in a period, and whether the index has followed (R37, R39)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from judgments.figures.counting import Figure, describe_judgment, life_of, whether
from judgments.models import IndexOutbox, Judgment, PublicEdition
from judgments.queries.published import PUBLIC
from liwan_court.measuring import Row, Tally, total
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.db.models import QuerySet

    from liwan_court.measuring import Span, Tallies

TEXTS = ("html", "text", "outline", "statutes")
"""What a row never needs: most of the bytes of an edition."""


def _bounds(span: Span) -> tuple[datetime, datetime]:
    """The first moment of a period and the first after it."""
    return clock.moment(span.first), clock.moment(span.last + timedelta(days=1))


def _to_come(span: Span) -> bool:
    """Whether a period has not begun: what is public now says nothing about it."""
    return clock.today() < span.first


def _editions(span: Span) -> QuerySet[PublicEdition]:
    """Editions that could be read at some time of a period; counted: a correction made in it, or taken back in it."""
    start, end = _bounds(span)
    replaced = PublicEdition.objects.filter(
        judgment=OuterRef("judgment"), version__gt=OuterRef("version"), published_at__lt=start
    )
    readable = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=start)
    corrected = Q(version__gt=1, published_at__gte=start)
    taken_back = Q(withdrawn_at__gte=start, withdrawn_at__lt=end)
    rows = PublicEdition.objects.filter(~Exists(replaced), readable, published_at__lt=end)
    rows = rows.annotate(counted=whether(corrected | taken_back)).select_related("judgment").defer(*TEXTS)
    return rows.none() if _to_come(span) else rows


def _describe_edition(edition: PublicEdition) -> tuple[str, str, str]:
    detail = f"第{edition.version}版，{clock.local(edition.published_at):%Y-%m-%d}公布"
    if edition.withdrawn_at:
        detail += f"，{clock.local(edition.withdrawn_at):%Y-%m-%d}撤回"
    return str(edition.judgment), detail, life_of(edition.judgment_id)


CORRECTIONS = Figure(_editions, _describe_edition, "judgment__division_id")


def _indexed(span: Span) -> QuerySet[Judgment]:
    """What can be read now and was published by the end of a period, with whether the index has nothing left to follow."""
    _, end = _bounds(span)
    waiting = IndexOutbox.objects.filter(judgment=OuterRef("pk"))
    rows = Judgment.objects.filter(PUBLIC, edition__published_at__lt=end).annotate(counted=~Exists(waiting))
    return rows.none() if _to_come(span) else rows


_INDEX = Figure(_indexed, describe_judgment)


def index_tallies(span: Span) -> Tallies:
    """The court's as a whole; nothing where nothing was public."""
    whole = total(_INDEX.tallies(span))
    return {None: whole} if whole != Tally() else {}


def index_rows(span: Span, division_id: int | None, counted: bool | None) -> Iterator[Row]:
    """The rows of the whole court; they belong to no division."""
    if division_id is None:
        for row in _INDEX.rows(span, None, counted):
            yield Row(None, row.what, row.detail, row.counted, row.url)
