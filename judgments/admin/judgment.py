"""The list of judgments: by division, batch, state, kind and window, found by case number; each opens its life."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.utils.html import format_html

from judgments.actions.identify import period_of
from judgments.actions.report import window
from judgments.models import Judgment
from liwan_court.admin_access import ReadOnly, actor_of
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

WINDOWS_SHOWN = 13


class WindowFilter(admin.SimpleListFilter):
    """The window of D1 in which a judgment took effect."""

    title = "生效窗口"
    parameter_name = "window"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        """The current window, a year of earlier ones, and what has no confirmed date."""
        rows = []
        period = period_of(clock.today())
        for _ in range(WINDOWS_SHOWN):
            start, end = window(period)
            rows.append((period, f"{period}（{start:%m-%d}至{end:%m-%d}）"))
            period = period_of(start.replace(day=1))
        return [*rows, ("none", "生效日未确认")]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Judgment]) -> QuerySet[Judgment]:
        """Rows of the chosen window."""
        if self.value() == "none":
            return queryset.filter(effective_on__isnull=True)
        if self.value() in {value for value, _ in self.lookup_choices}:
            return queryset.filter(effective_on__range=window(str(self.value())))
        return queryset


@admin.register(Judgment)
class JudgmentAdmin(ReadOnly, admin.ModelAdmin):
    """Only what the asking person may see; a row leads to the life of the judgment."""

    list_display = ("number_link", "kind", "division", "cause", "state_tag", "effective", "batch")
    list_display_links = None
    list_filter = ("state", "kind", "division", WindowFilter, "edition__batch")
    list_select_related = ("division", "edition__batch")
    list_per_page = 50
    search_fields = ("number",)
    search_help_text = "案号，如（2026）粤0103民初1208号；也可只输入其中几个字"
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Judgment]:
        """Sight by post."""
        return super().get_queryset(request).visible_to(actor_of(request))  # type: ignore[attr-defined, no-any-return]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Judgment], search_term: str
    ) -> tuple[QuerySet[Judgment], bool]:
        """A whole case number is compared by its key; a near miss is answered with the number probably meant."""
        term = search_term.strip()
        try:
            number = parse(term)
        except InvalidCaseNumber as error:
            if error.suggestion:
                messages.warning(request, f"“{term}”不是完整案号，你是不是要找“{error.suggestion}”？")
            return queryset.filter(number__icontains=term) if term else queryset, False
        rows = queryset.filter(number_key=number.key)
        return rows.filter(suffix=number.suffix) if number.suffix else rows, False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Under its own name."""
        return super().changelist_view(request, {"title": "裁判文书", **(extra_context or {})})

    def change_view(  # type: ignore[override]
        self, _request: HttpRequest, object_id: str, *_args: Any, **_kwargs: Any
    ) -> HttpResponse:
        """The life of a judgment takes the place of a form: its state is changed by actions only."""
        return redirect("admin:staff_life", object_id)

    @admin.display(description="案号", ordering="number_start")
    def number_link(self, judgment: Judgment) -> str:
        """The number, leading to the life of the judgment."""
        return format_html('<a href="{}/change/">{}</a>', judgment.pk, judgment.number)

    @admin.display(description="状态", ordering="state")
    def state_tag(self, judgment: Judgment) -> str:
        """In the colour of the state."""
        return format_html('<span class="tag {}">{}</span>', judgment.state, judgment.get_state_display())

    @admin.display(description="生效日", ordering="effective_on")
    def effective(self, judgment: Judgment) -> str:
        """Confirmed, or computed and said to be so."""
        if judgment.effective_on:
            return f"{judgment.effective_on:%Y-%m-%d}"
        return f"推算 {judgment.effective_computed:%Y-%m-%d}" if judgment.effective_computed else "—"

    @admin.display(description="公布批次", ordering="edition__batch")
    def batch(self, judgment: Judgment) -> str:
        """The batch it was published with."""
        return str(judgment.edition.batch) if judgment.edition else "—"
