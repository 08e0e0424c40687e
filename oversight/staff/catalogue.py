"""指标目录: versions, their faults, copying, import and export, putting in force (R2, D20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, ActionRefused
from oversight.actions.catalogue import AdoptCatalogue, CopyCatalogue, DiscardCatalogue, ImportCatalogue
from oversight.catalogue_checks import faults
from oversight.documents import catalogue_xlsx
from oversight.inspecting import Defined, defined
from oversight.measured import UnknownMeasure
from oversight.models import Catalogue, Indicator
from oversight.staff.readers import READERS
from oversight.staff.tables import XLSX, attachment

if TYPE_CHECKING:
    from django.http import HttpRequest


class YearForm(forms.Form):
    """A year."""

    year = forms.IntegerField(label="年度", min_value=2013, max_value=2999)


class ImportForm(YearForm):
    """A table for a year."""

    title = forms.CharField(label="名称", max_length=80)
    file = forms.FileField(label="表格（.xlsx）", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))


@require_GET
@needs(*READERS)
def catalogues(request: HttpRequest) -> HttpResponse:
    """Every version, the latest year first."""
    year = clock.today().year
    initial = {"year": year, "title": f"{year}年司法公开评价指标"}
    return show(
        request, "oversight/catalogues.html", "指标目录", catalogues=list(Catalogue.objects.all()), this_year=year,
        steers=actor_of(request).holds(*LEADING), import_form=ImportForm(initial=initial),
        year_form=YearForm(initial={"year": year}),
        in_force=Catalogue.objects.filter(year=year, state=Catalogue.State.IN_FORCE).exists(),
    )  # fmt: skip


@require_GET
@needs(*READERS)
def catalogue(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: each indicator with the words of its measure, and what keeps a draft from being put in force."""
    row = get_object_or_404(Catalogue, pk=pk)
    return show(
        request, "oversight/catalogue.html", str(row), catalogue=row, rows=_rows(row),
        faults=faults(row) if row.is_draft else [], steers=actor_of(request).holds(*LEADING),
        year_form=YearForm(initial={"year": row.year}), total=sum(each.weight for each in row.indicators.all()),
    )  # fmt: skip


def _rows(catalogue: Catalogue) -> list[tuple[Indicator, Defined | None]]:
    indicators = list(catalogue.indicators.prefetch_related("divisions"))
    try:
        words = {each.code: each for each in defined(catalogue)}
    except UnknownMeasure:
        words = {}
    return [(row, words.get(row.code)) for row in indicators]


@require_GET
@needs(*READERS)
def export(_request: HttpRequest, pk: int) -> HttpResponse:
    """The version as .xlsx, to be changed and imported again."""
    row = get_object_or_404(Catalogue, pk=pk)
    return attachment(catalogue_xlsx.write(row), XLSX, f"{row.year}年指标目录第{row.version}版.xlsx")


@require_POST
@needs(*LEADING)
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft in force."""
    row = get_object_or_404(Catalogue, pk=pk)
    carry_out(request, AdoptCatalogue(row, actor_of(request)), f"“{row}”已施行")
    return redirect("admin:staff_oversight_catalogue", pk)


@require_POST
@needs(*LEADING)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    row = get_object_or_404(Catalogue, pk=pk)
    if carry_out(request, DiscardCatalogue(row, actor_of(request)), f"草稿“{row}”已删除"):
        return redirect("admin:staff_oversight_catalogues")
    return redirect("admin:staff_oversight_catalogue", pk)


@require_POST
@needs(*LEADING)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """A new draft from a version."""
    row, form = get_object_or_404(Catalogue, pk=pk), YearForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return redirect("admin:staff_oversight_catalogue", pk)
    action = CopyCatalogue(row, actor_of(request), form.cleaned_data["year"])
    if carry_out(request, action, "已新建草稿，修改后请施行"):
        return redirect("admin:staff_oversight_catalogue", action.result.pk)
    return redirect("admin:staff_oversight_catalogue", pk)


@require_POST
@needs(*LEADING)
def take_in(request: HttpRequest) -> HttpResponse:
    """Import a table as a new draft: whole or not at all."""
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        say_form_errors(request, form)
        return redirect("admin:staff_oversight_catalogues")
    data = form.cleaned_data
    try:
        rows = catalogue_xlsx.read(data["file"])
        draft = ImportCatalogue(actor_of(request), data["year"], data["title"], rows).run()
    except catalogue_xlsx.BadTable as bad:
        for fault in bad.faults[:30]:
            messages.error(request, fault)
        messages.error(request, "没有导入：请在表格里改正以上各处后重新导入")
        return redirect("admin:staff_oversight_catalogues")
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect("admin:staff_oversight_catalogues")
    messages.success(request, f"已导入{len(rows)}项指标为草稿，核对后请施行")
    return redirect("admin:staff_oversight_catalogue", draft.pk)
