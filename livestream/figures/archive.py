"""资料归档: what belongs to the file of a session, what of it is still missing, and all of it as one .zip (R56)."""

from __future__ import annotations

import hashlib
import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Sum

from livestream.microblog.published import posts_of
from livestream.models import Broadcast, Dispatch, MicroblogPost, Session, Signature
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet


def ended() -> QuerySet[Session]:
    """The sessions that have a file: those that ended, newest first."""
    rows = Session.objects.filter(state=Session.State.ENDED).select_related("division", "judge", "broadcast")
    return rows.prefetch_related("panel", "posts__dispatch", "audience", "preparations").order_by(
        "-begins_at"
    )


def missing(session: Session) -> list[str]:
    """What the file of an ended session still lacks; rows are expected to be fetched by `ended`."""
    found = []
    posts = [row for row in session.posts.all() if row.state == MicroblogPost.State.PUBLISHED]
    if not posts:
        found.append("没有微博条目")
    outside = [getattr(row, "dispatch", None) for row in posts]
    waiting = sum(each is not None and each.state != Dispatch.State.SENT for each in outside)
    if waiting:
        found.append(f"{waiting}条微博没有外部地址")
    if not any(row.picture for row in posts):
        found.append("没有截图或图片")
    broadcast = getattr(session, "broadcast", None)
    if session.livestream and broadcast is None:
        found.append("没有直播设置")
    elif session.livestream and broadcast is not None:
        found += _replay(broadcast)
    return found


def _replay(broadcast: Broadcast) -> list[str]:
    waiting = (Broadcast.Replay.PROCESSING, Broadcast.Replay.REVIEW)
    if broadcast.replay in waiting:
        return ["回放未审核"]
    if broadcast.mode == Broadcast.Mode.OUTSIDE and not broadcast.replay_address:
        return ["没有填写外部回放地址"]
    return []


def manifest(session: Session) -> dict[str, Any]:
    """Everything on record of a session, without a party: for people and machines in twenty years."""
    audience = session.audience.aggregate(peak=Max("watching"), minutes=Sum("watching"))
    broadcast: Broadcast | None = getattr(session, "broadcast", None)
    signatures = Signature.objects.filter(screening__nomination_id=session.nomination_id)
    return {
        "场次": {
            "案号": session.case_number, "案由": session.cause, "审判庭": session.division.name,
            "轮次": session.turn, "法庭": session.courtroom, "开始": _when(session.begins_at),
            "预计结束": _when(session.ends_at), "形式": "直播并微博" if session.livestream else "微博",
            "经办法官": session.judge.name, "合议庭": [officer.name for officer in session.panel.all()],
            "案情简介": session.summary, "状态": session.get_state_display(), "地址": session.get_absolute_url(),
        },
        "把关": [
            {
                "身份": row.get_role_display(), "签署人": row.officer.name, "意见": row.get_decision_display(),
                "时间": _when(row.at),
            }
            for row in signatures.select_related("officer")
        ],
        "值班": [
            {"小组": str(row.member.group), "成员": row.member.officer.name, "按序轮到": row.rostered.officer.name}
            for row in session.duties.filter(cancelled=False)
        ],
        "庭前准备": [
            {"事项": row.get_item_display(), "时间": _when(row.done_at) if row.done_at else "", "记录": row.note}
            for row in session.preparations.all()
        ],
        "直播": _broadcast(broadcast) if broadcast else None,
        "微博": [
            {
                "序号": post.number, "阶段": post.label, "时间": _when(post.at), "正文": post.text,
                "更正": post.corrects, "图片": f"pictures/{post.number:03d}.jpg" if post.picture else "",
                "外部地址": post.outside_address,
            }
            for post in posts_of(session)
        ],
        "观看": {"人次": session.views, "最高同时在看": audience["peak"] or 0},
    }  # fmt: skip


def _broadcast(row: Broadcast) -> dict[str, Any]:
    return {
        "方式": row.get_mode_display(), "延迟秒数": row.delay_seconds,
        "开播": _when(row.started_at) if row.started_at else "", "结束": _when(row.ended_at) if row.ended_at else "",
        "切断": [
            {"时间": _when(cut.cut_at), "恢复": _when(cut.resumed_at) if cut.resumed_at else "", "原因": cut.reason}
            for cut in row.cuts.all()
        ],
        "回放": row.get_replay_display(), "外部回放地址": row.replay_address,
    }  # fmt: skip


def _when(moment: Any) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M:%S}"


def pack(session: Session) -> bytes:
    """The file as a .zip: session.json, the pictures, the replay's name, and a list of SHA-256 of everything in it."""
    files = {"session.json": json.dumps(manifest(session), ensure_ascii=False, indent=1).encode()}
    for row in session.posts.filter(state=MicroblogPost.State.PUBLISHED).exclude(picture=""):
        try:
            with row.picture.open("rb") as opened:
                files[f"pictures/{row.number:03d}.jpg"] = opened.read()
        except FileNotFoundError:
            continue
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*files.items(), ("SHA256SUMS", sums.encode())]:
            archive.writestr(name, content)
    return out.getvalue()
