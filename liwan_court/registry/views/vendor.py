"""The door of the supporting firm's system: it sends files of the case-management system and reads its own reports (R22).

`POST imports/` with the file as the body, `Authorization: Bearer TOKEN`, and `Content-Type` or `?format=csv|json|xlsx`;
`?dry_run=1` checks only. `GET imports/PK/` is the report again. Nothing of a case is ever answered: numbers, and the column
that is wrong, by row and foreign id.
"""

from __future__ import annotations

from contextvars import copy_context
from functools import wraps
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from auditlog.context import set_actor
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from liwan_court.client_address import client_address
from liwan_court.registry.gate.grant import private
from liwan_court.registry.importing.apply import import_rows, report_of, sha256_of
from liwan_court.registry.importing.rows import FORMATS, LARGEST, UnreadableFile, read_rows
from liwan_court.registry.models import ImportRun
from liwan_court.registry.vendor_access import vendor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

_BLOCK: Final = 64 * 1024
_IN_MEMORY: Final = 1024 * 1024
_TYPES: Final = {
    "text/csv": "csv",
    "application/json": "json",
    "application/x-ndjson": "json",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}


def for_vendor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the firm's system: `view(request, user, actor, …)`; everybody else gets one and the same 401. Kept nowhere."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        known = vendor_of(request.headers.get("Authorization", ""))
        if known is None:
            refused = JsonResponse({"error": "口令无效"}, status=401, headers={"WWW-Authenticate": "Bearer"})
            return private(refused)
        return private(view(request, *known, *args, **kwargs))

    return guarded


@csrf_exempt
@require_POST
@for_vendor
def receive(request: HttpRequest, user: User, actor: Actor) -> HttpResponse:
    """Take a file in and answer with its report."""
    kind = request.GET.get("format") or _TYPES.get((request.content_type or "").lower(), "")
    if kind not in FORMATS:
        return _refusal("请用 Content-Type 或者 ?format= 写明格式：csv、json 或者 xlsx", 415)
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        if not _keep(request, cast("BinaryIO", kept)):
            return _refusal(f"文件超过{LARGEST // 1024 // 1024}MB，请分成几个文件报送", 413)

        def work() -> ImportRun:
            # In a copy of the context: the record of changes keeps one actor for a context, and here nobody logged in.
            with set_actor(user, remote_addr=client_address(request)):
                return _import(cast("BinaryIO", kept), kind, actor, dry_run=request.GET.get("dry_run") == "1")

        try:
            run = copy_context().run(work)
        except UnreadableFile as error:
            return _refusal(str(error), 400)
    return _answer(run)


@csrf_exempt
@require_GET
@for_vendor
def report(_request: HttpRequest, user: User, _actor: Actor, pk: int) -> HttpResponse:
    """The report of an import that the same user sent."""
    run = ImportRun.objects.filter(pk=pk, sent_by=user).first()
    return _answer(run) if run else _refusal("没有这次导入", 404)


def _keep(request: HttpRequest, kept: BinaryIO) -> bool:
    """Put the body into `kept`, a block at a time; False where it is too large."""
    size = 0
    while block := request.read(_BLOCK):
        size += len(block)
        if size > LARGEST:
            return False
        kept.write(block)
    return True


def _import(file: BinaryIO, kind: str, actor: Actor, *, dry_run: bool) -> ImportRun:
    checksum = sha256_of(file)
    rows = read_rows(file, kind)
    return import_rows(rows, source=ImportRun.Source.VENDOR, actor=actor, sha256=checksum, dry_run=dry_run)


def _answer(run: ImportRun) -> JsonResponse:
    return JsonResponse(report_of(run), json_dumps_params={"ensure_ascii": False})


def _refusal(message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": message}, status=status, json_dumps_params={"ensure_ascii": False})


urlpatterns = [
    path("imports/", receive, name="vendor-import"),
    path("imports/<int:pk>/", report, name="vendor-report"),
]
