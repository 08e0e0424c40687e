"""What is on record of a session, in words: what the public saw, and apart from it what the court keeps (R56).

Neither part reads a party of the case. Notes and reasons that officers typed stand in the part that stays inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.urls import reverse

from livestream.microblog.published import posts_of
from livestream.models import Broadcast, MicroblogPost, Session, Signature
from liwan_court.timetable import clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from datetime import datetime

    from livestream.microblog.published import Published


def picture_name(number: int) -> str:
    """What the picture of a post is called in the file of its session."""
    return f"pictures/{number:03d}.jpg"


def public_part(session: Session) -> dict[str, Any]:
    """Everything the public could see of it."""
    peak = session.audience.aggregate(peak=Max("watching"))["peak"] or 0
    broadcast: Broadcast | None = getattr(session, "broadcast", None)
    return {
        "场次": {
            "案号": session.case_number, "案由": session.cause, "审判庭": session.division.name,
            "轮次": session.turn, "法庭": session.courtroom, "日期": _day(session), "开始": _when(session.begins_at),
            "预计结束": _when(session.ends_at), "公布": _when(session.announced_at),
            "形式": "直播并微博" if session.livestream else "微博", "经办法官": session.judge.name,
            "合议庭": [officer.name for officer in session.panel.all()], "案情简介": session.summary,
            "状态": session.get_state_display(), "地址": session.get_absolute_url(),
        },
        "直播": _broadcast(broadcast) if broadcast else None,
        "微博": [_post(post) for post in posts_of(session)],
        "观看": {"人次": session.views, "最高同时在看": peak},
    }  # fmt: skip


def inner_part(session: Session) -> dict[str, Any]:
    """Who signed, stood by, prepared, checked, cut and reviewed, and when."""
    signatures = Signature.objects.filter(screening__nomination_id=session.nomination_id)
    broadcast: Broadcast | None = getattr(session, "broadcast", None)
    duties = session.duties.filter(cancelled=False).select_related(
        "member__group", "member__officer", "rostered__officer"
    )
    notices = session.notices.all()
    return {
        "把关": [
            {
                "身份": row.get_role_display(), "签署人": row.officer.name, "意见": row.get_decision_display(),
                "理由": row.reason, "时间": _when(row.at),
            }
            for row in signatures.select_related("officer")
        ],
        "值班": [
            {"小组": str(row.member.group), "成员": row.member.officer.name, "按序轮到": row.rostered.officer.name}
            for row in duties
        ],
        "庭前准备": [
            {
                "事项": row.get_item_display(), "完成人": row.done_by.name if row.done_by else "",
                "时间": _when(row.done_at), "记录": row.note,
            }
            for row in session.preparations.select_related("done_by")
        ],
        "通知": {"发出": len(notices), "已回执": sum(row.acknowledged_at is not None for row in notices)},
        "微博经手": [
            {
                "序号": row.number, "起草": _who(row.drafted_by), "核对": _who(row.checked_by), "核对时间": _when(row.checked_at),
                "庭长核对": _who(row.head_checked_by), "发布": _who(row.published_by),
            }
            for row in _handled(session)
        ],
        "切断": _cuts(broadcast) if broadcast else [],
        "回放": _replay(broadcast) if broadcast else None,
    }  # fmt: skip


def _handled(session: Session) -> list[MicroblogPost]:
    people = ("drafted_by", "checked_by", "head_checked_by", "published_by")
    rows = session.posts.filter(state=MicroblogPost.State.PUBLISHED).order_by("number")
    return list(rows.select_related(*(f"{person}__officer" for person in people)))


def _cuts(broadcast: Broadcast) -> list[dict[str, str]]:
    rows = broadcast.cuts.select_related("cut_by__officer", "resumed_by__officer")
    return [
        {
            "时间": _when(cut.cut_at), "切断人": _who(cut.cut_by), "原因": cut.reason,
            "恢复": _when(cut.resumed_at), "恢复人": _who(cut.resumed_by),
        }
        for cut in rows
    ]  # fmt: skip


def _replay(row: Broadcast) -> dict[str, Any]:
    return {
        "文件": str(row.replay_file.name or ""),
        "审核人": _who(row.replay_reviewed_by), "审核时间": _when(row.replay_reviewed_at),
    }  # fmt: skip


def _broadcast(row: Broadcast) -> dict[str, Any]:
    shown = row.replay == Broadcast.Replay.PUBLIC and bool(row.replay_file)
    return {
        "方式": row.get_mode_display(), "外部直播地址": row.outside_address, "延迟秒数": row.delay_seconds,
        "开播": _when(row.started_at), "结束": _when(row.ended_at), "切断次数": row.cuts.count(),
        "回放": row.get_replay_display(),
        "回放地址": reverse("livestream:replay", args=[row.session.slug]) if shown else "",
        "外部回放地址": row.replay_address,
    }  # fmt: skip


def _post(post: Published) -> dict[str, Any]:
    return {
        "序号": post.number, "阶段": post.label, "时间": _when(post.at), "正文": post.text, "更正第几条": post.corrects,
        "图片": picture_name(post.number) if post.picture else "", "外部地址": post.outside_address,
    }  # fmt: skip


def _day(session: Session) -> str:
    day = clock.local(session.begins_at).date()
    return f"{day:%Y年%m月%d日}（{WEEKDAYS[day.weekday()]}）"


def _who(user: Any) -> str:
    """The officer behind an account."""
    if user is None:
        return ""
    officer = getattr(user, "officer", None)
    return officer.name if officer is not None else str(user)


def _when(moment: datetime | None) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M:%S}" if moment else ""
