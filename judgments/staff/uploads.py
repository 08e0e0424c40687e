"""Uploading many files at once, watching what becomes of each, and settling those that wait for a person (R25, R26)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from judgments.actions import settle_upload
from judgments.actions.base import ActionRefused
from judgments.actions.submit import MAY_SUBMIT, submit
from judgments.models import Upload, UploadBatch
from judgments.staff.door import needs, say_form_errors, say_refusal, show, visible
from judgments.staff.forms import GiveNumberForm, UploadForm
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

State = Upload.State
AT_WORK = (State.QUEUED, State.PROCESSING)
FOR_A_PERSON = (State.NEEDS_NUMBER, State.CONFLICT)
BATCHES_A_PAGE = 20


class Sent(Sequence[tuple[str, bytes]]):
    """The files of a request, each read when its turn comes and no further than the limit: never all in memory at once."""

    def __init__(self, files: Sequence[UploadedFile[Any]]) -> None:
        self._files = files

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, place: Any) -> Any:
        file = self._files[place]
        return file.name or "", file.read(settings.UPLOAD_LIMIT_BYTES + 1)


def batches_of(actor: Actor) -> QuerySet[UploadBatch]:
    """A clerk's own uploads; 审判管理办公室 sees all."""
    rows = UploadBatch.objects.select_related("uploaded_by__officer", "division")
    return rows if actor.holds(Post.TRIAL_MANAGEMENT) else rows.filter(uploaded_by_id=actor.user_id)


def uploads_of(actor: Actor) -> QuerySet[Upload]:
    """The files in the uploads an actor may see."""
    return Upload.objects.filter(batch__in=batches_of(actor)).select_related(
        "batch__uploaded_by__officer", "judgment__division"
    )


@needs(*MAY_SUBMIT)
def upload(request: HttpRequest) -> HttpResponse:
    """Choose files and send them; below, the uploads of late."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if form.is_valid():
            return _take_in(request, form.cleaned_data)
        say_form_errors(request, form)
    counted = batches_of(actor_of(request)).annotate(
        files=Count("uploads"),
        waiting=Count("uploads", filter=Q(uploads__state__in=FOR_A_PERSON)),
        refused=Count("uploads", filter=Q(uploads__state=State.REFUSED)),
    )
    page = Paginator(counted.order_by("-uploaded_at", "-pk"), BATCHES_A_PAGE).get_page(request.GET.get("p"))
    return show(request, "upload.html", "上传裁判文书", form=form, page=page)


def _take_in(request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
    files = Sent(data["documents"])
    try:
        batch = submit(actor_of(request), files, data["division"])
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect("admin:staff_upload")
    messages.success(request, f"已收到{len(files)}个文件，正在逐个处理；离开本页不影响处理")
    return redirect("admin:staff_upload_batch", batch.pk)


@require_GET
@needs(*MAY_SUBMIT)
def upload_batch(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each file of one upload; asked by htmx, only the table."""
    batch = get_object_or_404(batches_of(actor_of(request)), pk=pk)
    context = {"batch": batch, **_progress(request, batch.uploads.all())}
    if getattr(request, "htmx", False):
        return render(request, "admin/staff/_upload_rows.html", context)
    title = f"{clock.local(batch.uploaded_at):%Y-%m-%d %H:%M} 上传的文件"
    return show(request, "upload_batch.html", title, **context)


@require_GET
@needs(*MAY_SUBMIT)
def waiting_files(request: HttpRequest) -> HttpResponse:
    """Every file that waits for a person, whichever upload it came with."""
    rows = uploads_of(actor_of(request)).filter(state__in=FOR_A_PERSON)
    return show(request, "waiting_files.html", "待处理的文件", **_progress(request, rows))


def _progress(request: HttpRequest, uploads: QuerySet[Upload]) -> dict[str, Any]:
    rows = list(uploads.select_related("judgment", "batch"))
    mine = set(
        visible(request)
        .filter(pk__in=[row.judgment_id for row in rows if row.judgment_id])
        .values_list("pk", flat=True)
    )
    running = sum(row.state in AT_WORK for row in rows)
    return {
        "rows": [(row, row.judgment_id in mine) for row in rows],
        "running": running,
        "done": len(rows) - running,
        "total": len(rows),
    }


def _settle(
    request: HttpRequest, pk: int, decide: Callable[[Upload, Actor], Upload], done: str
) -> HttpResponse:
    actor = actor_of(request)
    row = get_object_or_404(uploads_of(actor), pk=pk)
    try:
        decide(row, actor)
    except ActionRefused as refused:
        say_refusal(request, refused)
    else:
        messages.success(request, f"“{row.filename}”：{done}")
    return redirect("admin:staff_upload_batch", row.batch_id)


@require_POST
@needs(*MAY_SUBMIT)
def give_number(request: HttpRequest, pk: int) -> HttpResponse:
    """案号需确认: say which case the file belongs to."""
    form = GiveNumberForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else ""
    return _settle(
        request,
        pk,
        lambda row, actor: settle_upload.give_number(row, actor, number),
        "已填写案号，重新处理",
    )


@require_POST
@needs(*MAY_SUBMIT)
def replace_file(request: HttpRequest, pk: int) -> HttpResponse:
    """冲突: this file replaces the one on record."""
    return _settle(request, pk, settle_upload.replace_file, "将替换原来的文件，重新处理")


@require_POST
@needs(*MAY_SUBMIT)
def process_again(request: HttpRequest, pk: int) -> HttpResponse:
    """冲突 after a correction was opened: look at the file again."""
    return _settle(request, pk, settle_upload.process_again, "重新处理")


@require_POST
@needs(*MAY_SUBMIT)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a file unused."""
    return _settle(request, pk, settle_upload.set_aside, "不使用本文件，原件仍留存备查")
