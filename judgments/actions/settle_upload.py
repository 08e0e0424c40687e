"""What a person decides about a file that cannot go on by itself: its case number, or that it replaces another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from judgments.actions.base import ActionRefused, Check
from judgments.actions.identify import own_court
from judgments.actions.intake import MAY_BE_REPLACED
from judgments.actions.submit import hint_uploads
from judgments.models import Upload
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

WAITS = (Upload.State.NEEDS_NUMBER, Upload.State.CONFLICT)


def give_number(upload: Upload, actor: Actor, number: str) -> Upload:
    """Say which case a file belongs to and queue it again. Raises ActionRefused; a near miss comes with a suggestion."""
    _assert([*_common(upload, actor), *_number_checks(number)])
    return _queue(upload, number_typed=parse(number).display)


def process_again(upload: Upload, actor: Actor) -> Upload:
    """Queue a file again as it is, once what stood in its way is gone (a correction was opened). Raises ActionRefused."""
    _assert([*_common(upload, actor)])
    return _queue(upload)


def replace_file(upload: Upload, actor: Actor) -> Upload:
    """Let a file take the place of the one on record; its draft is made anew. Raises ActionRefused."""
    _assert([*_common(upload, actor), *_replace_checks(upload, actor)])
    return _queue(upload, replace=True)


def set_aside(upload: Upload, actor: Actor) -> Upload:
    """A person has looked: this file is not used. The original stays on record. Raises ActionRefused."""
    _assert([*_common(upload, actor)])
    upload.state, upload.processed_at = Upload.State.REFUSED, clock.now()
    upload.message = f"“{upload.filename}”：经{actor.name}核对，不使用本文件"
    upload.save()
    return upload


def _assert(checks: list[Check]) -> None:
    if failed := [check for check in checks if not check.passed]:
        raise ActionRefused(failed)


def _common(upload: Upload, actor: Actor) -> Iterator[Check]:
    """The uploader or 审判管理办公室, and a file that waits for a person."""
    mine = actor.holds(Post.TYPIST) and upload.batch.uploaded_by_id == actor.user_id
    may = mine or actor.holds(Post.TRIAL_MANAGEMENT)
    yield Check("post", may, "操作权限", f"“{upload.filename}”：只能由上传人或审判管理办公室处理")
    message = f"“{upload.filename}”现为“{upload.get_state_display()}”，不需要处理"
    yield Check("state", upload.state in WAITS, "文件状态", message)


def _number_checks(text: str) -> Iterator[Check]:
    try:
        number = parse(text)
    except InvalidCaseNumber as error:
        yield Check("number", False, "案号", str(error))
        return
    message = f"案号{number.display}不是本院案号，请核对"
    yield Check("own_court", own_court(number), "本院案号", message)


def _replace_checks(upload: Upload, actor: Actor) -> Iterator[Check]:
    """There is a file to replace, and it is the actor's own unless 审判管理办公室 decides."""
    judgment = upload.judgment
    replaceable = judgment is not None and judgment.state in MAY_BE_REPLACED
    message = f"“{upload.filename}”：没有可以替换的电子版；已经公布的文书请先启动更正，再重新处理"
    yield Check("replaceable", replaceable, "可以替换", message)
    if judgment is None or actor.holds(Post.TRIAL_MANAGEMENT):
        return
    current = judgment.uploads.filter(state=Upload.State.DRAFTED).select_related("batch").first()
    own = current is None or current.batch.uploaded_by_id == actor.user_id
    other = f"“{upload.filename}”：原来的文件由他人上传，请审判管理办公室核对后替换"
    yield Check("own_file", own, "原文件由本人上传", other)


def _queue(upload: Upload, *, number_typed: str = "", replace: bool = False) -> Upload:
    """Back into the queue with a fresh count of attempts. A lost hint to replace ends as a conflict again, never otherwise."""
    with transaction.atomic():
        row = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if row.state not in WAITS:
            raise ActionRefused([Check("state", False, "文件状态", f"“{row.filename}”已在处理，请刷新页面")])
        row.state, row.message, row.attempts, row.lease_until = Upload.State.QUEUED, "", 0, None
        row.number_typed = number_typed or row.number_typed
        row.save()
        transaction.on_commit(lambda: hint_uploads([row.pk], replace=replace))
    return row
