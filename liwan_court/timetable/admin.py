"""The working calendar in the admin, and the runs of deadlines to be read (R65)."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from liwan_court.admin_access import Kept, ReadOnly
from liwan_court.timetable import clock
from liwan_court.timetable.defaults import load_calendar
from liwan_court.timetable.models import CalendarYear, DeadlineRun, WorkCalendarDay

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

HINT_FROM_MONTH = 11


def missing_year() -> int | None:
    """Next year, from November on, while its holidays are not in the calendar."""
    today = clock.today()
    if today.month < HINT_FROM_MONTH:
        return None
    year = today.year + 1
    known = CalendarYear.objects.filter(year=year, announced=True).exists()
    return None if known else year


class WithHint:
    """Says on the list that next year's holidays are due to be entered."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, with the hint above it."""
        if year := missing_year():
            messages.warning(
                request,
                f"{year}年放假安排尚未登记：国务院办公厅公布后请登记节假日和调休，"
                f"并将{year}年标为“已公布”；在此之前{year}年的期限均为暂定",
            )
        return super().changelist_view(request, extra_context)  # type: ignore[misc, no-any-return]


@admin.register(WorkCalendarDay)
class WorkCalendarDayAdmin(WithHint, Kept, admin.ModelAdmin):
    """Days off and make-up days."""

    list_display = ("date", "weekday", "is_workday", "name", "source", "changed_at")
    list_filter = ("is_workday",)
    date_hierarchy = "date"

    @admin.display(description="星期")
    def weekday(self, day: WorkCalendarDay) -> str:
        """In Chinese."""
        return f"周{'一二三四五六日'[day.date.weekday()]}"


@admin.register(CalendarYear)
class CalendarYearAdmin(WithHint, Kept, admin.ModelAdmin):
    """Which years have been announced; years that came with the portal are taken in with one button."""

    list_display = ("year", "announced", "source", "changed_at")
    change_list_template = "admin/timetable/calendaryear/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        """Beside the usual addresses, the one of the button."""
        take_in = self.admin_site.admin_view(require_POST(self.take_in_shipped))
        return [path("take-in/", take_in, name="timetable_calendaryear_take_in"), *super().get_urls()]

    def take_in_shipped(self, request: HttpRequest) -> HttpResponse:
        """Years not on record are added with their days; a year on record is the court's and stays as it is."""
        if not self.has_add_permission(request):
            raise PermissionDenied("您的岗位不能登记日历")
        added = load_calendar()
        if added:
            messages.success(request, f"已登记系统附带的放假安排，共{added}天")
        else:
            messages.info(request, "系统附带的年份都已登记；更新的年份请按国务院办公厅通知逐日登记")
        return redirect("admin:timetable_calendaryear_changelist")


@admin.register(DeadlineRun)
class DeadlineRunAdmin(ReadOnly, admin.ModelAdmin):
    """What ran by itself. What it did to which case stands on the timetable page, for those who see every case."""

    fields = ("deadline", "period", "supplement", "due", "state", "started_at", "finished_at", "run_by")
    list_display = ("deadline", "period", "supplement", "due", "state", "started_at", "finished_at", "run_by")
    list_filter = ("deadline", "state")
    list_select_related = ("run_by",)
