"""From a processed file to a judgment: which document it is, whether another file stands in its way, and its first draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from judgments.actions.base import record
from judgments.actions.engine import ENGINE_VERSION
from judgments.actions.identify import create, find_judgment, own_court
from judgments.models import Draft, Judgment, PartyList, Upload
from judgments.redaction.policies import VERSION as POLICY_VERSION
from liwan_court.registry.case_numbers import CaseNumber, InvalidCaseNumber, parse
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from judgments.redaction.edition import Edition

State = Judgment.State
TAKES_A_FILE = (State.AWAITING_FILE, State.RETURNED, State.CORRECTING)
MAY_BE_REPLACED = (State.DRAFT, State.REVIEW, State.APPROVED)


@dataclass(frozen=True, slots=True)
class Stopped(Exception):  # noqa: N818  (not an error: the file waits for a person)
    """The file cannot go on by itself."""

    state: str
    message: str
    judgment: Judgment | None = None
    """The judgment that already has a file, where that is what stands in the way."""


def attach(upload: Upload, edition: Edition, *, replace: bool = False) -> Judgment:
    """Give a redacted file to its judgment. Raises Stopped with the state the upload takes and why.

    With `replace` a person has decided that this file takes the place of the one on record.
    """
    number, kind = _number_of(upload, edition), _kind_of(upload, edition)
    with transaction.atomic():
        judgment = find_judgment(number, kind) or create(number, kind, division=upload.batch.division)
        judgment = Judgment.objects.select_for_update(of=("self",)).get(pk=judgment.pk)
        _may_take(judgment, upload, replace=replace)
        judgment.uploads.filter(state=Upload.State.DRAFTED).update(
            state=Upload.State.SUPERSEDED, message="已由新上传的文件替换"
        )
        upload.judgment, upload.state = judgment, Upload.State.DRAFTED
        upload.message, upload.processed_at, upload.lease_until = "", clock.now(), None
        upload.save()
        before = judgment.state
        _fill_in(judgment, edition, upload)
        if judgment.division is None:
            upload.message = "庭室未定：请在文书页面确定承办庭室。"
            upload.save(update_fields=["message"])
        draft = add_draft(judgment, upload, edition, first_party_list(judgment, edition))
        judgment.state = State.DRAFT
        judgment.save()
        detail = {"file": upload.sha256[:12], "draft": draft.serial, "status": edition.status}
        record(judgment, "提交电子版", uploader_of(upload), before, State.DRAFT, detail)
    return judgment


def uploader_of(upload: Upload) -> Actor:
    """The clerk in whose name the file is taken in."""
    return Actor.of(upload.batch.uploaded_by)


def _number_of(upload: Upload, edition: Edition) -> CaseNumber:
    text = upload.number_typed or edition.case_number or ""
    if not text:
        raise Stopped(Upload.State.NEEDS_NUMBER, f"“{upload.filename}”：文书首部没有找到案号，请填写案号")
    try:
        number = parse(text)
    except InvalidCaseNumber as error:
        raise Stopped(Upload.State.NEEDS_NUMBER, f"“{upload.filename}”：{error}") from error
    if not own_court(number):
        raise Stopped(
            Upload.State.NEEDS_NUMBER,
            f"“{upload.filename}”：案号{number.display}不是本院案号，请核对文书或更正案号",
        )
    return number


def _kind_of(upload: Upload, edition: Edition) -> str:
    if edition.kind not in Judgment.Kind.values:
        raise Stopped(
            Upload.State.REFUSED,
            f"“{upload.filename}”：文书种类不能识别，请确认首部写有“判决书”“裁定书”等文书名称后重新上传",
        )
    return edition.kind


def _may_take(judgment: Judgment, upload: Upload, *, replace: bool) -> None:
    """Refuse a file for a judgment that has one, is published, or is not to be published."""
    if judgment.state in TAKES_A_FILE:
        return
    if replace and judgment.state in MAY_BE_REPLACED:
        return
    if judgment.state == State.EXCLUDED:
        raise Stopped(Upload.State.REFUSED, f"{judgment}已决定不上网公开，不需要提交电子版")
    if judgment.state in (State.PUBLISHED, State.WITHDRAWN):
        raise Stopped(
            Upload.State.CONFLICT,
            f"{judgment}已经公布过；如需更正，请审判管理办公室先启动更正，再重新处理本文件",
            judgment,
        )
    raise Stopped(
        Upload.State.CONFLICT,
        f"{judgment}已有电子版（{judgment.get_state_display()}）。请核对“{upload.filename}”是否应当替换原来的文件",
        judgment,
    )


def _fill_in(judgment: Judgment, edition: Edition, upload: Upload) -> None:
    """What the document says about itself, where the register has not said it."""
    judgment.cause = judgment.cause or (edition.cause or "")[:64]
    if edition.decided_on:
        judgment.decided_on = date.fromisoformat(edition.decided_on)
    judgment.division = judgment.division or upload.batch.division


def add_draft(judgment: Judgment, upload: Upload, edition: Edition, party_list: PartyList | None) -> Draft:
    """One more draft, numbered after the last."""
    last = judgment.drafts.order_by("-serial").first()
    return Draft.objects.create(
        judgment=judgment,
        upload=upload,
        party_list=party_list,
        serial=(last.serial if last else 0) + 1,
        policy=edition.policy,
        policy_version=POLICY_VERSION,
        engine_version=ENGINE_VERSION,
        status=edition.status,
        masks=masks_in(edition),
        ambiguous=edition.has_ambiguous_masks,
        edition=with_conversion(edition.to_json(), upload),
    )


def masks_in(edition: Edition) -> int:
    """How many places of an edition are masked."""
    return sum(row.count for row in edition.replacements)


def with_conversion(edition: dict[str, Any], upload: Upload) -> dict[str, Any]:
    """A converted file is looked at more closely: the conversion is a doubt of its own."""
    if upload.converted_from:
        doubt = {
            "code": "converted",
            "blocking": True,
            "text": f"本文件由 {upload.converted_from} 格式转换而来，请与原件逐段核对",
            "where": "全文",
        }
        edition["doubts"] = [doubt, *edition.get("doubts", ())]
    return edition


def first_party_list(judgment: Judgment, edition: Edition) -> PartyList:
    """The list to be confirmed: the register's where the case has one, else what the head of the document says."""
    rows = list(judgment.case.parties.all()) if judgment.case else []
    if rows:
        parties = [
            {"role": p.role, "name": p.name, "kind": p.kind, "aliases": p.aliases, "addresses": p.addresses}
            for p in rows
        ]
        return PartyList.objects.create(judgment=judgment, source=PartyList.Source.REGISTER, parties=parties)
    return PartyList.objects.create(
        judgment=judgment, source=PartyList.Source.DOCUMENT, parties=edition.to_json()["parties"]
    )
