"""The way of what took effect in a period: how far it got, and the one fate of each judgment (R28, R36)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q

from judgments.figures.counting import CHUNK, describe_judgment, whether
from judgments.figures.windows import windows_of, within
from judgments.models import Judgment, PublicEdition, ReportedJudgment, Upload
from judgments.models.judgment import TAKEN_IN
from judgments.queries import account
from judgments.queries.published import PUBLIC
from liwan_court.measuring import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from liwan_court.measuring import Span

STEPS = {
    "effective": "已生效",
    "reported": "已报送案号",
    "collected": "已归集电子版",
    "approved": "已审核通过",
    "published": "已公布",
}
FATES = {"published": "已公布", "excluded": "依规定不公开", "pending": "办理中", "missing": "缺漏"}
_KEPT_AS = {"pending": "review"}
"""What the account of all effective judgments calls a fate, where it has another name."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Every judgment in force by now that took effect in the windows of a period.

    A step counts those that reached it or a later one. `excluded` counts by code of the ground, `pending` by state; with
    `published` and `missing` they add up to `effective`.
    """

    effective: int
    reported: int
    collected: int
    approved: int
    published: int
    excluded: Mapping[str, int]
    pending: Mapping[str, int]
    missing: int

    @property
    def steps(self) -> tuple[tuple[str, str, int], ...]:
        """Name, Chinese label and count of each step, in order."""
        return tuple((name, label, getattr(self, name)) for name, label in STEPS.items())

    @property
    def fates(self) -> tuple[tuple[str, str, int], ...]:
        """Name, Chinese label and count of each fate, in order; the counts add up to `effective`."""
        counts = {
            "published": self.published,
            "excluded": sum(self.excluded.values()),
            "pending": sum(self.pending.values()),
            "missing": self.missing,
        }
        return tuple((name, label, counts[name]) for name, label in FATES.items())


def funnel(span: Span, division_id: int | None = None) -> Funnel:
    """How far the judgments of a period got, of one division or of the court; the same few queries for both."""
    judgments = _judgments(span, division_id)
    steps = _reached(judgments).aggregate(
        **{name: Count("pk", filter=Q(**{f"has_{name}": True})) for name in STEPS if name != "effective"},
        effective=Count("pk"),
    )
    grouped = judgments.order_by().values_list("fate", "state", "exclusion__ground__code")
    excluded: Counter[str] = Counter()
    pending: Counter[str] = Counter()
    missing = 0
    for fate, state, ground, number in grouped.annotate(number=Count("pk")):
        if fate == "excluded":
            excluded[ground or ""] += number
        elif fate == "review":
            pending[state] += number
        elif fate == "missing":
            missing += number
    return Funnel(**steps, excluded=dict(excluded), pending=dict(pending), missing=missing)


def funnel_rows(span: Span, division_id: int | None, fate: str) -> Iterator[Row]:
    """The judgments of one of FATES; counted are those that are public. Raises ValueError for any other fate."""
    if fate not in FATES:
        raise ValueError(f"no such fate: {fate}")
    judgments = _judgments(span, division_id).filter(fate=_KEPT_AS.get(fate, fate))
    return (_row(judgment, fate) for judgment in judgments.iterator(chunk_size=CHUNK))


def _row(judgment: Judgment, fate: str) -> Row:
    what, detail, url = describe_judgment(judgment)
    return Row(judgment.division_id, what, detail, fate == "published", url)


def _judgments(span: Span, division_id: int | None) -> QuerySet[Any, Any]:
    """The judgments of a period, each with its fate as the public account tells it."""
    rows = account.with_fates().filter(within(windows_of(span.months)))
    return rows if division_id is None else rows.filter(division_id=division_id)


def _reached(judgments: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Each with the steps it has reached. What was loaded from before the portal was published without report and file."""
    ever_public = Exists(PublicEdition.objects.filter(judgment=OuterRef("pk")))
    file = Exists(Upload.objects.filter(judgment=OuterRef("pk"), state__in=TAKEN_IN))
    line = Exists(ReportedJudgment.objects.filter(judgment=OuterRef("pk")))
    approved = Q(state=Judgment.State.APPROVED) | Q(ever_public)
    reached: QuerySet[Any, Any] = judgments.annotate(
        has_published=whether(PUBLIC),
        has_approved=whether(approved),
        has_collected=whether(approved | Q(file)),
        has_reported=whether(approved | Q(file) | Q(line)),
    )
    return reached
