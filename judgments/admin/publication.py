"""Batches, what was kept back, public editions, and readers' problems."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from judgments.models import Batch, Exclusion, Judgment, ProblemReport, PublicEdition
from liwan_court.admin_access import Business, ReadOnly, actor_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Batch)
class BatchAdmin(ReadOnly, admin.ModelAdmin):
    """Monthly batches and their supplements."""

    list_display = (
        "__str__",
        "window_start",
        "window_end",
        "published_at",
        "injected_clock",
        "from_history",
    )
    date_hierarchy = "published_at"


@admin.register(Exclusion)
class ExclusionAdmin(ReadOnly, admin.ModelAdmin):
    """The register of what was not published, with its internal reasons (D15)."""

    list_display = ("judgment", "ground", "decided_by", "decided_at", "batch", "held_back")
    list_filter = ("ground", "batch", "held_back")
    list_select_related = ("judgment", "ground", "batch")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Exclusion]:
        """Of the judgments one may see: the reasons are internal."""
        seen = Judgment.objects.visible_to(actor_of(request))
        return super().get_queryset(request).filter(judgment__in=seen)


@admin.register(PublicEdition)
class PublicEditionAdmin(ReadOnly, admin.ModelAdmin):
    """Every edition that was ever public."""

    fields = (
        "judgment", "batch", "version", "title", "sha256", "policy", "late", "published_at", "correction_note",
        "withdrawn_at", "withdrawal_ground",
    )  # fmt: skip
    list_display = ("title", "judgment", "version", "batch", "published_at", "late", "withdrawn_at")
    list_filter = ("late", "batch")
    list_select_related = ("judgment", "batch")


@admin.register(ProblemReport)
class ProblemReportAdmin(Business, admin.ModelAdmin):
    """Readers point at something; 审判管理办公室 answers, by the day that stands on the row."""

    fields = ("judgment", "text", "contact", "reported_at", "due_on", "state", "answer")
    readonly_fields = ("judgment", "text", "contact", "reported_at", "due_on")
    list_display = ("reported_at", "judgment", "due_on", "state")
    list_filter = ("state",)
    list_select_related = ("judgment",)

    def has_add_permission(self, *_args: object, **_kwargs: object) -> bool:
        """Readers add, on the public page."""
        return False
