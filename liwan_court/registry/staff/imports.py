"""导入: files of the case-management system sent by hand, and the reports (R22).

The filing office and 审判管理办公室 see every run; the supporting firm sends files, sees its own runs, and nothing of a case.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from liwan_court.admin_access import actor_of
from liwan_court.registry.gate.grant import private
from liwan_court.registry.importing.apply import MOST_PROBLEMS, import_rows, sha256_of
from liwan_court.registry.importing.columns import COLUMNS, FOREIGN_ID, TYPE
from liwan_court.registry.importing.rows import LARGEST, MOST_ROWS, UnreadableFile, format_of, read_rows
from liwan_court.registry.models import ImportRun
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import needs, page, say_form_errors, show

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from liwan_court.registry.posts import Actor

SEES_ALL = (Post.FILING, Post.TRIAL_MANAGEMENT)
SENDS = (*SEES_ALL, Post.VENDOR)
PAGE_SIZE = 50


class ImportForm(forms.Form):
    """A file, and whether it is only to be checked."""

    file = forms.FileField(
        label="文件",
        help_text=f".csv、.xlsx 或者 .json，不超过{LARGEST // 1024 // 1024}MB、{MOST_ROWS}行。",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.json"}),
        error_messages={"required": "请选择文件", "empty": "文件是空的，请核对后重新导出"},
    )
    dry_run = forms.BooleanField(label="试导入（只核对、出报告，不写入名册）", required=False)


def seen_by(actor: Actor) -> QuerySet[ImportRun]:
    """The runs an actor may see: all, or those he sent."""
    rows = ImportRun.objects.select_related("sent_by__officer")
    if actor.holds(*SEES_ALL):
        return rows
    return rows.filter(sent_by_id=actor.user_id) if actor.user_id else rows.none()


@require_http_methods(["GET", "POST"])
@needs(*SENDS)
def imports(request: HttpRequest) -> HttpResponse:
    """Send a file; the runs so far."""
    actor = actor_of(request)
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        run = _sent(request, form, actor)
        if run is not None:
            return redirect("admin:staff_register_import", run.pk)
    rows = Paginator(seen_by(actor), PAGE_SIZE).get_page(request.GET.get("p"))
    columns = [
        (kind.value, [TYPE, FOREIGN_ID, *(_told(column.name, column.required) for column in each)])
        for kind, each in COLUMNS.items()
    ]
    return show(
        request, "register/imports.html", "外部系统导入", form=ImportForm(), page=rows, columns=columns
    )


def _told(name: str, required: bool) -> str:
    return name if required else f"{name}（可空）"


def _sent(request: HttpRequest, form: ImportForm, actor: Actor) -> ImportRun | None:
    """Take in the file of a form; None, with messages, where it cannot be read."""
    if not form.is_valid():
        say_form_errors(request, form)
        return None
    try:
        run = _import(form.cleaned_data["file"], actor, dry_run=form.cleaned_data["dry_run"])
    except UnreadableFile as error:
        messages.error(request, f"文件没有导入：{error}")
        return None
    if run.counts["refused"]:
        messages.warning(request, f"有{run.counts['refused']}行没有导入，请按下列问题更正后重新报送")
    else:
        messages.success(request, "试导入没有发现问题" if run.dry_run else "已全部导入")
    return run


def _import(upload: UploadedFile, actor: Actor, *, dry_run: bool) -> ImportRun:  # type: ignore[type-arg]
    kind = format_of(upload.name or "")
    file = cast("BinaryIO", upload.file)
    return import_rows(
        read_rows(file, kind), source=ImportRun.Source.ADMIN, actor=actor, sha256=sha256_of(file), dry_run=dry_run
    )  # fmt: skip


@require_GET
@needs(*SENDS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of one run."""
    run = get_object_or_404(seen_by(actor_of(request)), pk=pk)
    title = f"{'试导入' if run.dry_run else '导入'}{run.pk}"
    return show(request, "register/import.html", title, run=run, most=MOST_PROBLEMS)


@require_GET
@needs(*SENDS)
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The problems of one run as a table, for whoever corrects the file."""
    run = get_object_or_404(seen_by(actor_of(request)), pk=pk)
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("行", FOREIGN_ID, "问题"))
    writer.writerows(run.problems)
    response = HttpResponse(table.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    name = content_disposition_header(as_attachment=True, filename=f"导入{run.pk}-问题.csv")
    response.headers["Content-Disposition"] = str(name)
    return private(response)


urls = [
    page("imports/", imports, "register_imports"),
    page("imports/<int:pk>/", one, "register_import"),
    page("imports/<int:pk>/problems.csv", download, "register_import_problems"),
]
