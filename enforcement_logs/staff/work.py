"""我的工作 of this line: what is missing before Friday noon, what goes out, what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from enforcement_logs import gaps, late, weeks
from enforcement_logs.models import LogEntry
from enforcement_logs.staff.readers import cases_of, heads_bureau, works_here
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Desk, Item
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def desks(actor: Actor) -> list[Desk]:
    """One desk for the bureau's people and for the administrator."""
    if not actor.holds(Post.EXECUTION_OFFICER, Post.DIVISION_HEAD, Post.SYSTEM_OPERATOR):
        return []
    items = [*_bureau(actor), *_administrator(actor)]
    if not items:
        return []
    due = weeks.current_cutoff()
    said = f"本周日志最迟{due.date:%m月%d日}12:00补录完，当日15:00公布"
    return [Desk("执行日志", items, due=(said, *([due.reason] if due.reason else [])), warnings=_warnings())]


def _url(name: str) -> str:
    return reverse(f"admin:staff_enforcement_{name}")


def _bureau(actor: Actor) -> list[Item]:
    if not works_here(actor):
        return []
    due = weeks.current_cutoff()
    window = due.window or (clock.today(), clock.today())
    mine = cases_of(actor).values("pk")
    missing = gaps.without_entry(*window).filter(pk__in=mine).count()
    silent = gaps.silent(clock.today()).filter(pk__in=mine).count()
    unserved = LogEntry.objects.filter(case__in=mine, until_served=True, served_on=None, void_at=None).count()
    rows = [
        Item("记录执行日志", _url("write")),
        Item(
            "本周还没有日志的案件", _url("gaps" if heads_bureau(actor) else "entries"), missing, urgent=True
        ),
        Item("三十日没有日志的案件", _url("gaps" if heads_bureau(actor) else "entries"), silent, urgent=True),
        Item("等待登记送达的措施", _url("entries"), unserved),
    ]
    if heads_bureau(actor):
        rows.append(Item("查看即将公布的日志", _url("going_out")))
    return rows


def _administrator(actor: Actor) -> list[Item]:
    return [Item("执行日志公布", _url("batches"))] if actor.holds(Post.SYSTEM_OPERATOR) else []


def _warnings() -> tuple[str, ...]:
    return tuple(
        f"{row.period}的日志应于{clock.local(row.due):%m月%d日%H:%M}公布，"
        + (f"迟至{clock.local(row.finished_at):%m月%d日%H:%M}" if row.finished_at else "至今没有公布")
        for row in late.missed()[:3]
    )
