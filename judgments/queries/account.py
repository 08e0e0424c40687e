"""The account of all effective judgments: each of them is published, not public by rule, in review, or missing (R36).

Counts only. Which judgments are in review or missing is told to staff, day by day, and not to the public: some of them
may turn out not to be public at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Case, CharField, Count, Q, Value, When
from django.db.models.functions import TruncQuarter

from judgments.models import Judgment
from judgments.queries import batches
from judgments.queries.published import PUBLIC
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

Key = TypeVar("Key")
FATES = ("published", "excluded", "review", "missing")
LABELS = {"published": "已公布", "excluded": "依规定不公开", "review": "审核中", "missing": "缺漏，正在催报"}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four fates with its count, and its place on a bar of 1,000 units."""

    fate: str
    label: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a period (a quarter, or a division in it): every effective judgment is counted exactly once."""

    name: str
    counts: dict[str, int]
    first: date | None = None

    @property
    def total(self) -> int:
        """All effective judgments."""
        return sum(self.counts.values())

    @property
    def parts(self) -> list[Part]:
        """The four fates in order, those without a judgment too."""
        result, start = [], 0.0
        for fate in FATES:
            count = self.counts.get(fate, 0)
            width = round(1000 * count / self.total, 1) if self.total else 0.0
            result.append(Part(fate, LABELS[fate], count, start, width))
            start = round(start + width, 1)
        return result

    @property
    def sentence(self) -> str:
        """The account in words, for those who do not see the bar."""
        return "，".join(f"{part.label.split('，')[0]}{part.count}篇" for part in self.parts)


def by_quarter() -> list[Account]:
    """The account of each quarter of taking effect, the latest first."""
    counted = (
        with_fates()
        .annotate(quarter=TruncQuarter("effective_on"))
        .values_list("quarter", "fate")
        .annotate(number=Count("pk"))
        .order_by("-quarter")
    )
    quarters: dict[date, dict[str, int]] = _grouped(counted)
    return [Account(_name(first), counts, first) for first, counts in quarters.items()]


def latest_quarter() -> Account | None:
    """The account of the quarter that the latest batch reaches into; None before anything took effect."""
    accounts = by_quarter()
    end = batches.previous_window_end()
    covered = [account for account in accounts if end and account.first and account.first <= end]
    return next(iter(covered or accounts), None)


def by_division(account: Account) -> list[Account]:
    """One quarter's account, division by division, in the court's order."""
    if account.first is None:
        return []
    after = date(account.first.year + (account.first.month > 9), (account.first.month + 2) % 12 + 1, 1)
    counted = (
        with_fates()
        .filter(effective_on__gte=account.first, effective_on__lt=after)
        .order_by("division__order")
        .values_list("division__name", "fate")
        .annotate(number=Count("pk"))
    )
    return [Account(name or "未定庭室", counts) for name, counts in _grouped(counted).items()]


def with_fates() -> QuerySet[Any, Any]:
    """Judgments in force today, each with its fate."""
    end = batches.previous_window_end()
    due = Q(effective_on__lte=end) if end else Q(pk__in=[])
    return Judgment.objects.effective_by(clock.today()).annotate(
        fate=Case(
            When(PUBLIC, then=Value("published")),
            When(state=Judgment.State.EXCLUDED, then=Value("excluded")),
            When(due & Q(state=Judgment.State.AWAITING_FILE), then=Value("missing")),
            default=Value("review"),
            output_field=CharField(),
        )
    )


def _grouped(rows: Iterable[tuple[Key, str, int]]) -> dict[Key, dict[str, int]]:
    result: dict[Key, dict[str, int]] = {}
    for key, fate, number in rows:
        result.setdefault(key, {})[fate] = number
    return result


def _name(first: date) -> str:
    return f"{first.year}年第{'一二三四'[(first.month - 1) // 3]}季度"
