"""Who looked at an original, and the kept daily lists: to be read, never changed."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from django.contrib import admin

from judgments.models import OriginalAccess, OutstandingList
from liwan_court.admin_access import ReadOnly


@admin.register(OriginalAccess)
class OriginalAccessAdmin(ReadOnly, admin.ModelAdmin):
    """Each look at an original."""

    list_display = ("at", "by", "upload", "purpose")
    list_filter = ("purpose", "at")
    list_select_related = ("by", "upload")
    date_hierarchy = "at"


@admin.register(OutstandingList)
class OutstandingListAdmin(ReadOnly, admin.ModelAdmin):
    """The frozen lists of R36, day by day."""

    list_display = ("day", "count")
    date_hierarchy = "day"

    @admin.display(description="件数")
    def count(self, kept: OutstandingList) -> int:
        """How many judgments stood on it."""
        return len(kept.rows)
