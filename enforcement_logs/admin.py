"""Categories and phrases in the admin, for the bureau's head; the record of this line for the auditor."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from enforcement_logs.models import Category, EntryTemplate, LogRecord
from enforcement_logs.staff.readers import heads_bureau
from liwan_court.admin_access import Business, ReadOnly, actor_of

if TYPE_CHECKING:
    from django.http import HttpRequest


class _OfTheHead(Business):
    """Changed by the bureau's head only; heads of other divisions have the group's right and no business here."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """The bureau's head."""
        return super().has_add_permission(request, *args) and heads_bureau(actor_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The bureau's head."""
        return super().has_change_permission(request, obj) and heads_bureau(actor_of(request))


class TemplateInline(_OfTheHead, admin.TabularInline):
    """The phrases of a category."""

    model = EntryTemplate
    extra = 1


@admin.register(Category)
class CategoryAdmin(_OfTheHead, admin.ModelAdmin):
    """Kinds of work, who sees them at first, and what they mean in plain words."""

    inlines = (TemplateInline,)
    list_display = ("name", "sensitive", "meanwhile", "stage", "order", "active")
    list_filter = ("sensitive", "active")
    readonly_fields = ()
    search_fields = ("name",)


@admin.register(LogRecord)
class LogRecordAdmin(ReadOnly, admin.ModelAdmin):
    """Who did what in the execution logs; ids and codes, no words (R66)."""

    list_display = ("at", "actor_name", "verb", "subject", "subject_id", "detail")
    list_filter = ("verb",)
    date_hierarchy = "at"
