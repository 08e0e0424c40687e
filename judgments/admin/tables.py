"""Tables the court may change: the grounds of non-publication (R34)."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from django.contrib import admin

from judgments.models import Ground
from liwan_court.admin_access import Business


@admin.register(Ground)
class GroundAdmin(Business, admin.ModelAdmin):
    """除外情形 of each policy. The text is quoted on the judge's mark page."""

    list_display = ("code", "label", "text", "approval", "register", "policy")
    list_filter = ("policy",)
