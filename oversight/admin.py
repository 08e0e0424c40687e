"""Catalogues and indicators in the admin while they are drafts; snapshots and records to be read (R2, R11)."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

from liwan_court.admin_access import Business, ReadOnly
from oversight.measured import measures
from oversight.models import (
    Catalogue,
    Conclusion,
    EvidenceReturn,
    Indicator,
    Inspection,
    OversightRecord,
    SampleCheck,
    SignOff,
)

if TYPE_CHECKING:
    from django.http import HttpRequest


class IndicatorForm(forms.ModelForm):
    """An indicator; what is counted is chosen from a list and never typed as a formula (D20)."""

    measure = forms.ChoiceField(label="取数项", required=False)

    class Meta:
        model = Indicator
        fields = "__all__"  # noqa: DJ007  (every field of the model is the court's to set)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.name, f"{each.source}：{each.label}") for each in measures().values()]
        self.fields["measure"].choices = [("", "（人工举证）"), *offered]  # type: ignore[attr-defined]


class _Drafts(Business):
    """Changed while the version is a draft, by whoever the group allows."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not once it was put in force."""
        return super().has_change_permission(request, obj) and _open(obj)


class IndicatorInline(_Drafts, admin.StackedInline):
    """The indicators of a catalogue."""

    model = Indicator
    form = IndicatorForm
    extra = 0
    filter_horizontal = ("divisions",)
    fields = (
        ("code", "dimension", "order"), "name", "definition", ("source", "measure"), ("counts", "low_is_good"),
        ("weight", "floor", "target"), ("reference", "whole_court"), "divisions",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Indicators are added to drafts."""
        return super().has_add_permission(request, obj) and _open(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An indicator of a draft was never in force and may go."""
        return self.has_change_permission(request, obj) and obj is not None


@admin.register(Catalogue)
class CatalogueAdmin(_Drafts, admin.ModelAdmin):
    """Versions of a year's indicators; new ones come by copy or import on the staff page."""

    inlines = (IndicatorInline,)
    list_display = ("title", "year", "version", "state", "sample", "adopted_at", "adopted_by_name")
    list_filter = ("year", "state")
    readonly_fields = ("year", "version", "state", "created_at", "adopted_at", "adopted_by_name")

    def has_add_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """By copy or import only."""
        return False


@admin.register(Inspection)
class InspectionAdmin(ReadOnly, admin.ModelAdmin):
    """Snapshots: frozen."""

    list_display = ("period", "kind", "serial", "taken_at", "taken_by_name", "seal")
    list_filter = ("kind",)


@admin.register(Conclusion)
class ConclusionAdmin(ReadOnly, admin.ModelAdmin):
    """Conclusions on divisions."""

    list_display = ("inspection", "division_name", "points", "verdict", "met", "unmet", "no_data")
    list_filter = ("verdict",)
    list_select_related = ("inspection",)


@admin.register(EvidenceReturn, SampleCheck, SignOff)
class AppendedAdmin(ReadOnly, admin.ModelAdmin):
    """What was stated, looked at or signed by hand."""


@admin.register(OversightRecord)
class OversightRecordAdmin(ReadOnly, admin.ModelAdmin):
    """Who did what in oversight (R66)."""

    list_display = ("at", "actor_name", "verb", "subject", "subject_id", "detail")
    list_filter = ("verb",)
    date_hierarchy = "at"


def _open(obj: Any) -> bool:
    return obj is None or not isinstance(obj, Catalogue) or obj.is_draft
