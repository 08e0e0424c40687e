"""Celery tasks of the judgment line: each takes ids or nothing, is safe to run twice, and holds no rule."""

from __future__ import annotations

from celery import shared_task

from judgments import indexing, nightly
from judgments.actions import outstanding, pdf, process


@shared_task
def process_upload_task(upload_id: int, *, replace: bool = False) -> None:
    """Take one uploaded file as far as it goes by itself; `replace` carries a person's decision to replace a file."""
    process.process_many([upload_id], replace=replace)


@shared_task
def redact_confirmed_task(judgment_id: int) -> None:
    """Redact again with a confirmed party list."""
    process.redact_confirmed(judgment_id)


@shared_task
def sweep_uploads() -> None:
    """Make good hints that were lost: rows nobody is working on."""
    for pk in process.stranded_uploads():
        process_upload_task.delay(pk)
    for pk in process.stranded_redactions():
        redact_confirmed_task.delay(pk)


@shared_task
def follow_index_outbox() -> None:
    """Bring the index up to date. Consumed by the one writer (queue `index`)."""
    indexing.follow_outbox()


@shared_task
def sweep_index_outbox() -> None:
    """Wake the writer of the index when something waits."""
    if indexing.waiting():
        follow_index_outbox.delay()


@shared_task
def keep_daily_list() -> None:
    """Freeze today's list of what should be public and is not (R36)."""
    outstanding.keep_list()


@shared_task
def check_everything_published() -> None:
    """Search everything published for everything known of its case, once more."""
    nightly.check_everything_published()


@shared_task
def make_pdf_task(edition_id: int) -> None:
    """Make one public .pdf."""
    pdf.make_pdf(edition_id)


@shared_task
def sweep_pdfs() -> None:
    """Make the .pdf files that are missing, where LibreOffice is installed."""
    for pk in pdf.wanted():
        make_pdf_task.delay(pk)


@shared_task
def purge_index() -> None:
    """Take what was withdrawn off the disk too. Consumed by the one writer (queue `index`)."""
    indexing.purge()
