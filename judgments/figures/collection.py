"""Whether numbers and files reached 审判管理办公室 before the collection of their window closed (R26, R27, D2)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import DateTimeField, Exists, OuterRef
from django.urls import reverse

from judgments.figures.counting import Figure, describe_judgment
from judgments.figures.windows import by_window, collected_in_service, due, to_be_public, windows_of
from judgments.models import EffectiveReport, Upload
from judgments.models.judgment import TAKEN_IN
from liwan_court.measuring import Row, Tally
from liwan_court.registry.models import Division
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from judgments.models import Judgment
    from liwan_court.measuring import Span, Tallies


class _Return(NamedTuple):
    """What one division owed for one month; no report: it filed none."""

    division: Division
    month: str
    report: EffectiveReport | None

    @property
    def on_time(self) -> bool:
        """Filed, nil or not, before the collection closed."""
        return self.report is not None and not self.report.late

    @property
    def words(self) -> str:
        """When it was filed."""
        if self.report is None:
            return "未报送"
        at = f"{clock.local(self.report.filed_at):%Y-%m-%d %H:%M}"
        return f"{at}{'逾期报送' if self.report.late else '零报告' if self.report.nil else '报送'}"


def report_tallies(span: Span) -> Tallies:
    """Returns owed and returns on time, by division."""
    found: dict[int | None, Tally] = defaultdict(Tally)
    for each in _returns(span):
        found[each.division.pk] += Tally(int(each.on_time), 1)
    return dict(found)


def report_rows(span: Span, division_id: int | None, counted: bool | None) -> Iterator[Row]:
    """The returns themselves, in the court's order and month by month."""
    for each in _returns(span):
        if division_id in (None, each.division.pk) and counted in (None, each.on_time):
            url = reverse("admin:staff_report", args=[each.month, each.division.code])
            yield Row(each.division.pk, f"{each.month} 生效案号报表", each.words, each.on_time, url)


def _returns(span: Span) -> Iterator[_Return]:
    """A return for each month whose collection is over and each division in use; of one no longer in use, what it filed."""
    months = [window.month for window in collected_in_service(windows_of(span.months))]
    if not months:
        return
    filed = {(row.division_id, row.period): row for row in EffectiveReport.objects.filter(period__in=months)}
    for division in Division.objects.filter(reports_effective=True):
        for month in months:
            report = filed.get((division.pk, month))
            if division.active or report:
                yield _Return(division, month, report)


def _files(span: Span) -> QuerySet[Judgment]:
    """Judgments whose publication is due, with whether a file was taken in before the collection of their window closed."""
    windows = collected_in_service(due(span))
    in_time = Upload.objects.filter(
        judgment=OuterRef("pk"), state__in=TAKEN_IN, batch__uploaded_at__lt=OuterRef("closes")
    )
    closes = by_window(windows, lambda each: each.collected, DateTimeField())
    return to_be_public(windows).annotate(closes=closes).annotate(counted=Exists(in_time))


FILES_ON_TIME = Figure(_files, describe_judgment)
