"""The records of what was done: transitions (R66) and the publication ledger. Nobody changes or deletes them, here or below."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from judgments.models import Judgment, LedgerEntry, Transition
from judgments.staff.words import detail_words, state_word
from liwan_court.admin_access import ReadOnly, actor_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Transition)
class TransitionAdmin(ReadOnly, admin.ModelAdmin):
    """Who did what to which judgment, when, and what it was before and after."""

    list_display = ("at", "judgment", "verb", "actor_name", "states", "content", "injected_clock")
    list_filter = ("verb", "injected_clock")
    list_select_related = ("judgment",)
    search_fields = ("judgment__number", "actor_name")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Transition]:
        """Of the judgments one may see."""
        seen = Judgment.objects.visible_to(actor_of(request))
        return super().get_queryset(request).filter(judgment__in=seen)

    @admin.display(description="之前 → 之后")
    def states(self, row: Transition) -> str:
        """In Chinese."""
        return f"{state_word(row.before) or '—'} → {state_word(row.after)}"

    @admin.display(description="内容")
    def content(self, row: Transition) -> str:
        """Reasons, versions, periods; never content of a document."""
        return detail_words(row.detail)


@admin.register(LedgerEntry)
class LedgerEntryAdmin(ReadOnly, admin.ModelAdmin):
    """The links of the publication ledger."""

    list_display = ("number", "at", "event", "slug", "version", "content_sha256")
    list_filter = ("event",)
    search_fields = ("slug", "content_sha256")
