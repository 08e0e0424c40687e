"""Submitting files (R25): the original goes to private storage with its hash; what it holds is found out by the worker."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from judgments.actions.base import ActionRefused, Check
from judgments.models import Upload, UploadBatch
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liwan_court.registry.models import Division

MAY_SUBMIT = (Post.TYPIST, Post.TRIAL_MANAGEMENT)


def submit(
    actor: Actor,
    files: Sequence[tuple[str, bytes]],
    division: Division | None = None,
    *,
    by_system: bool = False,
) -> UploadBatch:
    """Take in many files at once; each becomes a row of its own, and one bad file never stops the others.

    `by_system`: through the endpoint of the case-management system, where the supporting firm may send too (R22); what it
    sends goes the same way, past the same eyes.

    Raises ActionRefused when the actor's post does not include uploading, or nothing was sent.
    """
    posts = (*MAY_SUBMIT, Post.VENDOR) if by_system else MAY_SUBMIT
    checks = [
        Check("post", actor.holds(*posts), "操作权限", "您的岗位不能上传裁判文书"),
        Check("files", bool(files), "文件", "没有选择文件：请选择一个或多个 .docx 文件"),
    ]
    if failed := [check for check in checks if not check.passed]:
        raise ActionRefused(failed)
    rows = _take_in_all(files)
    with transaction.atomic():
        batch = UploadBatch.objects.create(uploaded_by_id=actor.person_id, division=division)
        for row in rows:
            row.batch = batch
            row.save()
        queued = [row.pk for row in rows if row.state == Upload.State.QUEUED]
        transaction.on_commit(lambda: hint_uploads(queued))
    return batch


def _take_in_all(files: Sequence[tuple[str, bytes]]) -> list[Upload]:
    """Rows not yet saved, their originals stored: files are written before the transaction opens, not inside it."""
    rows: list[Upload] = []
    for name, data in files:
        row = _take_in(name, data)
        if row.state == Upload.State.QUEUED and any(r.sha256 == row.sha256 for r in rows):
            _refuse(row, "同一文件在本次上传中出现了两次，只处理第一份")
        rows.append(row)
    return rows


def _take_in(name: str, data: bytes) -> Upload:
    """Store one original under a name that says nothing, and queue it, or say at once why it cannot be queued."""
    name = PurePath(name.replace("\\", "/")).name[-200:] or "未命名"
    row = Upload(filename=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    if problem := _problem(row, data):
        _refuse(row, problem)
    if data and len(data) <= settings.UPLOAD_LIMIT_BYTES:
        row.original.save(f"{clock.today():%Y/%m}/{row.sha256}.bin", ContentFile(data), save=False)
    return row


def _refuse(row: Upload, problem: str) -> None:
    """Not taken in, and why; the message names the file."""
    row.state, row.message, row.processed_at = (
        Upload.State.REFUSED,
        f"“{row.filename}”：{problem}",
        clock.now(),
    )


def _problem(row: Upload, data: bytes) -> str:
    """Why a file cannot even be queued, empty when it can."""
    if not data:
        return "文件是空的，请检查后重新上传"
    if len(data) > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // 1024 // 1024
        return f"文件超过{limit}MB上限；请删去图片或拆分后再上传"
    gone = (Upload.State.REFUSED, Upload.State.SUPERSEDED)
    twin = (
        Upload.objects.filter(sha256=row.sha256)
        .exclude(state__in=gone)
        .select_related("batch", "judgment")
        .first()
    )
    if twin:
        on_record = f"，对应{twin.judgment}" if twin.judgment else ""
        return f"同一文件已于{clock.local(twin.batch.uploaded_at):%Y年%m月%d日}上传{on_record}，不必重复上传"
    return ""


def hint_uploads(ids: Sequence[int], *, replace: bool = False) -> None:
    """Tell the worker that there are rows to look at. A lost hint is made good by the sweep, which never replaces."""
    from judgments.tasks import process_upload_task

    for pk in ids:
        process_upload_task.delay(pk, replace=replace)
