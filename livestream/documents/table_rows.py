"""The rows of a printed schedule: what stands in the table, the same in .docx and .xlsx (R47)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liwan_court.timetable import clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from livestream.models import Session

HEAD: Final = (
    "日期", "星期", "时间", "审判庭", "形式", "案号", "案由", "法庭", "经办法官", "合议庭", "直播组", "微博组", "状态",
)  # fmt: skip


def title_of(period: str) -> str:
    """The title of a month's table."""
    year, month = period.split("-")
    return f"广州市荔湾区人民法院{year}年{int(month)}月庭审直播、微博排期表"


def row_of(session: Session) -> tuple[str, ...]:
    """One session; `panel` and `duties__member` are expected to be fetched."""
    begins, ends = clock.local(session.begins_at), clock.local(session.ends_at)
    duties = [duty for duty in session.duties.all() if not duty.cancelled]
    on_duty = {
        kind: "、".join(duty.member.officer.name for duty in duties if duty.member.group.kind == kind)
        for kind in ("livestream", "microblog")
    }
    return (
        f"{begins:%Y-%m-%d}",
        WEEKDAYS[begins.weekday()],
        f"{begins:%H:%M}—{ends:%H:%M}",
        session.division.name,
        "直播、微博" if session.livestream else "微博",
        session.case_number,
        session.cause,
        session.courtroom,
        session.judge.name,
        "、".join(officer.name for officer in session.panel.all()),
        on_duty["livestream"],
        on_duty["microblog"],
        f"撤下：{session.pulled_reason}" if session.state == "pulled" else session.get_state_display(),
    )


def rows_of(sessions: Iterable[Session]) -> list[tuple[str, ...]]:
    """All rows, in the order given."""
    return [row_of(session) for session in sessions]
