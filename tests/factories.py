"""Rows for tests: a small invented court, and judgments at any step of their way. Each takes what a test cares about by name."""

from __future__ import annotations

import datetime as dt
import hashlib
from itertools import count
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from judgments import ledger
from judgments.actions.identify import find_or_create
from judgments.actions.outline import outline
from judgments.actions.report import window
from judgments.defaults import GROUNDS
from judgments.models import (
    Batch,
    Draft,
    Exclusion,
    Ground,
    Judgment,
    LedgerEntry,
    Mark,
    PartyList,
    PublicEdition,
    Upload,
    UploadBatch,
)
from judgments.redaction.edition import Edition, PublicParagraph
from judgments.redaction.writers.docx import to_docx
from judgments.redaction.writers.html import to_html
from judgments.redaction.writers.text import to_text
from judgments.search.statutes import cited
from liwan_court.registry.defaults import DIVISIONS
from liwan_court.registry.models import Case, Division, Officer, Party, PostHolding
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SECRET_NAME = "沈立平"
"""The name of a party in `make_private`: nothing public may hold it."""
SECRET_REASON = "当事人担心邻里知悉"
"""A reason written down inside the court: nothing public may hold it."""
LONG_AGO = dt.date(2020, 1, 1)

_serial = count(1)


def lines_of(
    number: str, kind: str = "判决书", cause: str = "买卖合同纠纷", facts: str = ""
) -> list[tuple[str, str]]:
    """The paragraphs of a short invented judgment, already redacted."""
    return [
        ("court", "广州市荔湾区人民法院"),
        ("kind", f"民事{kind}"),
        ("number", number),
        ("parties", "原告：×××，女，汉族，住广州市荔湾区龙津西路×××。"),
        ("parties", "被告：×××，住所地广州市荔湾区中山七路×××。"),
        ("procedure", f"原告×××与被告×××{cause}一案，本院立案后依法公开开庭进行了审理。本案现已审理终结。"),
        ("removed", "原告诉称、被告答辩的内容依《生效裁判文书网上公布工作程序》第五条删除。"),
        ("facts", f"经审理查明：双方签订合同后，被告逾期付款。{facts}"),
        ("reasoning", "本院认为，依法成立的合同，对当事人具有法律约束力。"),
        ("ruling", "依照《中华人民共和国民法典》第五百七十七条的规定，判决如下：被告×××向原告×××支付货款。"),
        ("signature", "二〇二六年九月十八日"),
    ]


def redacted(number: str, kind: str = "判决书", lines: Any = None, **values: Any) -> Edition:
    """A finished redaction whose public text are `lines`; every ××× is a mask."""
    cause = values.pop("cause", "买卖合同纠纷")
    rows = lines or lines_of(number, kind, cause)
    defaults: dict[str, Any] = {
        "status": "ready",
        "kind": kind,
        "case_number": number,
        "title": f"原告×××与被告×××{cause}一审民事{kind}",
        "policy": "liwan-2013",
        "paragraphs": tuple(PublicParagraph(text=text, part=part, spans=_masks(text)) for part, text in rows),
    }
    return Edition(**{**defaults, **values})


def make_division(name: str = "民一庭", **values: Any) -> Division:
    """A division of the court's table, or one of any other name; the same one when asked again."""
    known = next((row for row in DIVISIONS if row.name == name), None)
    defaults: dict[str, Any] = {"full_name": name, "kind": Division.Kind.TRIAL, "order": next(_serial)}
    if known:
        defaults |= {
            "code": known.code,
            "full_name": known.full_name,
            "kind": known.kind,
            "rotation_order": known.rotation_order,
            "reports_effective": known.reports_effective,
            "type_words": list(known.type_words),
            "order": DIVISIONS.index(known),
        }
    defaults.setdefault("code", f"division-{next(_serial)}")
    return Division.objects.get_or_create(name=name, defaults={**defaults, **values})[0]


def make_user(name: str | None = None, **values: Any) -> User:
    """Somebody who can log in."""
    return get_user_model().objects.create_user(
        name or f"user{next(_serial)}", password="一个很长的口令", **values
    )


def make_officer(
    name: str | None = None, post: str | None = None, division: Division | None = None
) -> Officer:
    """A person of the court with a login, holding `post` (of `division`, or of the whole court) since long ago."""
    name = name or f"人员{next(_serial)}"
    officer = Officer.objects.create(
        user=make_user(name), name=name, staff_no=f"S{next(_serial):04}", division=division
    )
    if post:
        PostHolding.objects.create(officer=officer, post=post, division=division, since=LONG_AGO)
    return officer


def make_judgment(
    number: str | None = None, kind: str = "判决书", state: str = Judgment.State.DRAFT, **values: Any
) -> Judgment:
    """A judgment on record in a state; only the row itself, none of what leads to the state."""
    number = number or f"（2026）粤0103民初{next(_serial)}号"
    division = values.pop("division", None) or make_division()
    judgment = find_or_create(number, kind, division=division)
    defaults: dict[str, Any] = {
        "division": division,
        "cause": "买卖合同纠纷",
        "decided_on": dt.date(2026, 9, 18),
        "effective_on": dt.date(2026, 10, 9),
        "state": state,
    }
    for name, value in {**defaults, **values}.items():
        setattr(judgment, name, value)
    judgment.save()
    return judgment


def make_batch(period: str = "2026-10", supplement: int = 0, **values: Any) -> Batch:
    """A published batch of a month, on the 25th at 09:00; a supplement two days later. The same one when asked again."""
    start, end = window(period)
    defaults = {"window_start": start, "window_end": end, "published_at": _moment(period, supplement)}
    batch, _ = Batch.objects.get_or_create(
        period=period, supplement=supplement, defaults={**defaults, **values}
    )
    return batch


def make_published(number: str | None = None, kind: str = "判决书", **values: Any) -> Judgment:
    """A judgment with its public edition, ledger entry and batch.

    `period`, `supplement`, `lines`, `facts`, `title`, `files` (write a real .docx), `late` and `from_history` describe the
    edition; everything else is a field of the judgment.
    """
    about = {name: values.pop(name, default) for name, default in _EDITION.items()}
    judgment = make_judgment(number, kind, **values)
    batch = make_batch(about["period"], about["supplement"])
    lines = about["lines"] or lines_of(judgment.number, kind, judgment.cause, about["facts"])
    source = redacted(judgment.number, kind, lines, cause=judgment.cause)
    return _publish(judgment, batch, source, about, version=1)


def make_corrected(
    judgment: Judgment, note: str = "补正判决主文中的笔误", facts: str = "已更正。"
) -> Judgment:
    """The same judgment with a second edition at its address, a month after the first."""
    lines = lines_of(judgment.number, judgment.kind, judgment.cause, facts)
    source = redacted(judgment.number, judgment.kind, lines, cause=judgment.cause)
    about = {**_EDITION, "note": note, "after": dt.timedelta(days=30), "files": bool(judgment.edition.docx)}
    return _publish(judgment, judgment.edition.batch, source, about, version=judgment.edition.version + 1)


def make_withdrawn(
    judgment: Judgment | None = None, ground: str = "技术处理不当，更正后重新公布"
) -> Judgment:
    """A judgment whose page was taken back: the edition stays as a row, its file is gone."""
    judgment = judgment or make_published()
    edition = judgment.edition
    edition.withdrawn_at, edition.withdrawal_ground = edition.published_at + dt.timedelta(days=3), ground
    edition.save()
    _enter(LedgerEntry.Event.WITHDRAWN, edition, judgment.slug, edition.withdrawn_at)
    if edition.docx:
        default_storage.delete(edition.docx.name)
    judgment.state = Judgment.State.WITHDRAWN
    judgment.save()
    return judgment


def make_ground(code: str = "E5") -> Ground:
    """A ground of the shipped table."""
    row = next(row for row in GROUNDS if row.code == code)
    values = {"label": row.label, "text": row.text, "approval": row.approval, "register": row.register}
    return Ground.objects.get_or_create(policy=row.policy, code=code, defaults=values)[0]


def make_excluded(
    number: str | None = None, ground: str = "E5", period: str | None = "2026-10", **values: Any
) -> Exclusion:
    """A judgment that is not published, on the register with the batch of `period`; None: not yet on it."""
    held_back = values.pop("held_back", False)
    judgment = make_judgment(number, state=Judgment.State.EXCLUDED, **values)
    return Exclusion.objects.create(
        judgment=judgment,
        ground=make_ground(ground),
        reason=SECRET_REASON,
        decided_by="审核员",
        batch=make_batch(period) if period else None,
        held_back=held_back,
    )


def make_private(judgment: Judgment) -> None:
    """What the court keeps to itself about a judgment: parties, original, draft, mark. For tests that none of it shows."""
    user = make_user()
    case = Case.objects.create(number=judgment.number, division=judgment.division)
    Party.objects.create(case=case, role="原告", name=SECRET_NAME)
    judgment.case = case
    judgment.save()
    batch = UploadBatch.objects.create(uploaded_by=user)
    upload = Upload.objects.create(
        batch=batch, judgment=judgment, filename=f"{SECRET_NAME}.docx", sha256=f"{judgment.pk:064}", size=1
    )
    parties = [{"role": "原告", "name": SECRET_NAME, "kind": "person"}]
    names = PartyList.objects.create(judgment=judgment, source="clerk", parties=parties)
    Draft.objects.create(
        judgment=judgment, upload=upload, party_list=names, serial=1, policy="liwan-2013", engine_version="1",
        status="ready", edition={"secrets": [["party", SECRET_NAME]]},
    )  # fmt: skip
    Mark.objects.create(
        judgment=judgment, ground=make_ground(), reason=SECRET_REASON, marked_by=user, state=Mark.State.LIFTED
    )


_EDITION: dict[str, Any] = {
    "period": "2026-10", "supplement": 0, "lines": None, "facts": "", "title": "", "files": False, "late": False,
    "from_history": False, "note": "", "after": dt.timedelta(),
}  # fmt: skip


def _publish(
    judgment: Judgment, batch: Batch, source: Edition, about: dict[str, Any], version: int
) -> Judgment:
    published_at = (batch.published_at or clock.now()) + about["after"]
    text = to_text(source)
    edition = PublicEdition.objects.create(
        judgment=judgment,
        batch=batch,
        version=version,
        title=about["title"] or source.title,
        html=to_html(source),
        text=text,
        outline=outline(source),
        statutes=list(cited(text)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        docx=_file(judgment.slug, version, to_docx(source)) if about["files"] else "",
        policy=source.policy,
        late=about["late"],
        from_history=about["from_history"],
        published_at=published_at,
        correction_note=about["note"],
    )
    event = LedgerEntry.Event.PUBLISHED if version == 1 else LedgerEntry.Event.CORRECTED
    _enter(event, edition, judgment.slug, published_at)
    judgment.edition, judgment.state = edition, Judgment.State.PUBLISHED
    judgment.save()
    return judgment


def _enter(event: str, edition: PublicEdition, slug: str, moment: dt.datetime) -> None:
    with clock.at(moment), transaction.atomic():
        ledger.append(event, edition, slug)


def _file(slug: str, version: int, content: bytes) -> str:
    return default_storage.save(f"{slug}/v{version}/{slug}.docx", ContentFile(content))


def _moment(period: str, supplement: int) -> dt.datetime:
    year, month = (int(part) for part in period.split("-"))
    return clock.moment(dt.date(year, month, 25), dt.time(9)) + dt.timedelta(days=2 * supplement)


def _masks(text: str) -> tuple[tuple[int, int, str], ...]:
    starts = [place for place in range(len(text)) if text.startswith("×××", place)]
    return tuple((start, start + 3, "party") for start in starts)
