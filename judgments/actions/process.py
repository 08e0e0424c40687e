"""What the worker does with an uploaded file: claim the row, redact in a child process, give the result to its judgment.

The row is the job. No transaction is open while a document is read, converted or redacted.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from judgments.actions.base import record
from judgments.actions.engine import Order, Outcome, redact_file
from judgments.actions.intake import Stopped, add_draft, attach
from judgments.actions.kept_terms import terms_in_force
from judgments.models import Judgment, PartyList, Upload
from judgments.redaction.edition import Edition, Party
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from judgments.redaction.amendments import Amendment

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3


def process_upload(upload_id: int, *, replace: bool = False) -> None:
    """Take one upload as far as it goes by itself. Safe to call twice: a row that is claimed or done is left alone."""
    upload = _claim(upload_id)
    if upload is None:
        return
    outcome = _redact(upload, None)
    if outcome.edition is None:
        _finish(upload, Upload.State.REFUSED, f"“{upload.filename}”：{outcome.message}")
        return
    try:
        attach(upload, outcome.edition, replace=replace)
    except Stopped as stopped:
        upload.judgment = stopped.judgment
        _finish(upload, stopped.state, stopped.message)


def process_many(upload_ids: Iterable[int], *, replace: bool = False) -> None:
    """Take several uploads; a failure of one is logged without its content and never stops the others."""
    for pk in upload_ids:
        try:
            process_upload(pk, replace=replace)
        except Exception as error:  # noqa: BLE001  (isolation of one item is the point)
            log.error("upload %s: %s", pk, type(error).__name__)  # noqa: TRY400  (a traceback may quote the document)


def redact_confirmed(judgment_id: int) -> None:
    """Redact again with the confirmed party list; the judgment waits for review afterwards."""
    judgment = Judgment.objects.filter(pk=judgment_id, state=Judgment.State.REDACTING).first()
    if judgment is None:
        return
    upload = judgment.uploads.get(state=Upload.State.DRAFTED)
    party_list = judgment.party_lists.filter(confirmed_at__isnull=False).latest("pk")
    outcome = _redact(upload, party_list)
    with transaction.atomic():
        judgment = Judgment.objects.select_for_update(of=("self",)).get(pk=judgment_id)
        current = judgment.party_lists.filter(confirmed_at__isnull=False).latest("pk")
        if judgment.state != Judgment.State.REDACTING or current.pk != party_list.pk:
            return
        detail: dict[str, object] = {"parties": len(party_list.parties)}
        if outcome.edition is None:
            judgment.state, detail["refused"] = Judgment.State.DRAFT, outcome.message
        else:
            draft = add_draft(judgment, upload, outcome.edition, party_list)
            judgment.state = Judgment.State.REVIEW
            detail |= {"draft": draft.serial, "status": draft.status}
        judgment.save()
        record(judgment, "脱敏", Actor.system("脱敏引擎"), Judgment.State.REDACTING, judgment.state, detail)


def stranded_uploads() -> list[int]:
    """Rows that wait without anybody working on them: a hint was lost or a worker died."""
    lost = Q(state=Upload.State.QUEUED) | Q(state=Upload.State.PROCESSING, lease_until__lt=clock.now())
    return list(Upload.objects.filter(lost).values_list("pk", flat=True)[:200])


def stranded_redactions() -> list[int]:
    """Judgments whose confirmed list has not been worked in for a minute."""
    minute_ago = clock.now() - timedelta(minutes=1)
    waiting = Judgment.objects.filter(state=Judgment.State.REDACTING)
    waiting = waiting.exclude(party_lists__confirmed_at__gt=minute_ago)
    return list(waiting.values_list("pk", flat=True)[:200])


def _claim(upload_id: int) -> Upload | None:
    """Take the row for three minutes; None when somebody else has it or it is finished."""
    free = Q(state=Upload.State.QUEUED) | Q(state=Upload.State.PROCESSING, lease_until__lt=clock.now())
    with transaction.atomic():
        row = Upload.objects.select_for_update(of=("self",)).filter(free, pk=upload_id).first()
        if row is None:
            return None
        row.attempts += 1
        if row.attempts > MOST_ATTEMPTS:
            _finish(
                row, Upload.State.REFUSED, f"“{row.filename}”：处理三次均未成功，请另存为新的 .docx 再上传"
            )
            return None
        row.state, row.lease_until = Upload.State.PROCESSING, clock.now() + LEASE
        row.save()
        return row


def _redact(upload: Upload, party_list: PartyList | None) -> Outcome:
    outcome = redact_upload(upload, party_list, settings.REDACTION_POLICY)
    if outcome.converted_from and not upload.converted_from:
        upload.converted_from = outcome.converted_from
    return outcome


def redact_upload(
    upload: Upload,
    party_list: PartyList | None,
    policy: str,
    amendments: Sequence[Amendment] = (),
) -> Outcome:
    """Redact a stored original with a party list, the court's kept words and a reviewer's corrections; nothing is saved."""
    parties = None if party_list is None else tuple(_party(row) for row in party_list.parties)
    order = Order(policy, parties, amendments, terms_in_force())
    return redact_file(upload.original.path, upload.filename, order)


def _party(row: dict[str, object]) -> Party:
    return Edition.from_json(
        {"status": "held", "kind": None, "case_number": None, "title": "", "policy": "", "parties": [row]}
    ).parties[0]


def _finish(upload: Upload, state: str, message: str) -> None:
    upload.state, upload.message = state, message
    upload.processed_at, upload.lease_until = clock.now(), None
    upload.save()
