"""资料归档: what belongs to the file of a session, what of it is still missing, and all of it as one .zip (R56)."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from livestream.documents.record_docx import record_docx
from livestream.figures.record import inner_part, picture_name, public_part
from livestream.models import Broadcast, Dispatch, MicroblogPost, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet

RECENT: Final = timedelta(days=60)
"""So far back the desk of the research office counts files that lack something."""


def ended() -> QuerySet[Session]:
    """The sessions that have a file: those that ended, newest first."""
    rows = Session.objects.filter(state=Session.State.ENDED).select_related("division", "judge", "broadcast")
    return rows.prefetch_related("panel", "posts__dispatch", "audience", "preparations").order_by(
        "-begins_at"
    )


def incomplete_lately() -> int:
    """How many sessions of the last weeks have a file that lacks something."""
    return sum(bool(missing(row)) for row in ended().filter(begins_at__gte=clock.now() - RECENT))


def missing(session: Session) -> list[str]:
    """What the file of an ended session still lacks; rows are expected to be fetched by `ended`."""
    posts = [row for row in session.posts.all() if row.state == MicroblogPost.State.PUBLISHED]
    found = _posts(posts)
    undone = [row.get_item_display() for row in session.preparations.all() if row.done_at is None]
    if undone:
        found.append(f"庭前准备没有记录：{'、'.join(undone)}")
    if not (session.views or session.audience.all()):
        found.append("没有观看记录")
    broadcast: Broadcast | None = getattr(session, "broadcast", None)
    if session.livestream and broadcast is None:
        found.append("没有直播设置")
    elif session.livestream and broadcast is not None:
        found += _replay(broadcast)
    return found


def _posts(posts: list[MicroblogPost]) -> list[str]:
    found = [] if posts else ["没有微博条目"]
    outside: list[Dispatch | None] = [getattr(row, "dispatch", None) for row in posts]
    waiting = sum(each is not None and each.state != Dispatch.State.SENT for each in outside)
    if waiting:
        found.append(f"{waiting}条微博没有外部地址")
    if not any(row.picture for row in posts):
        found.append("没有截图或图片")
    return found


def _replay(broadcast: Broadcast) -> list[str]:
    if broadcast.replay == Broadcast.Replay.PROCESSING:
        return ["回放还在制作"]
    if broadcast.replay == Broadcast.Replay.REVIEW:
        return ["回放未审核"]
    if broadcast.mode == Broadcast.Mode.OUTSIDE and not broadcast.replay_address:
        return ["没有填写外部回放地址"]
    return []


def pack(session: Session) -> bytes:
    """The file as a .zip: a sheet to print, the pictures, and manifest.json, which names everything with its SHA-256.

    What cannot be read any more is named as missing, never left out in silence.
    """
    pictures, lost = _pictures(session)
    record: dict[str, Any] = {
        "公开部分": public_part(session),
        "内部部分": inner_part(session),
        "所缺": [*missing(session), *(f"图片文件已不在：{name}" for name in lost)],
        "归档时间": f"{clock.local(clock.now()):%Y-%m-%d %H:%M:%S}",
    }
    files = {"sheet.docx": record_docx(record, pictures), **pictures}
    record["文件"] = [
        {"名称": name, "字节": len(content), "SHA-256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    ]
    files["manifest.json"] = json.dumps(record, ensure_ascii=False, indent=1).encode()
    return _zip(files)


def _pictures(session: Session) -> tuple[dict[str, bytes], list[str]]:
    found: dict[str, bytes] = {}
    lost = []
    rows = session.posts.filter(state=MicroblogPost.State.PUBLISHED).exclude(picture="").order_by("number")
    for row in rows:
        name = picture_name(row.number or 0)
        try:
            with row.picture.open("rb") as opened:
                found[name] = opened.read()
        except FileNotFoundError:
            lost.append(name)
    return found, lost


def _zip(files: dict[str, bytes]) -> bytes:
    """The files and a list of sums that `sha256sum -c` reads."""
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*files.items(), ("SHA256SUMS", sums.encode())]:
            archive.writestr(name, content)
    return out.getvalue()
