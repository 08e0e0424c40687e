"""我的工作 of the register: keys to give out, applications to answer, hearings to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.registry.actions.corrections import AnswerCorrection, State
from liwan_court.registry.actions.keys import ISSUES
from liwan_court.registry.models import HearingNotice
from liwan_court.registry.posts import Post
from liwan_court.registry.staff import corrections, keys, progress
from liwan_court.staff_pages import Desk, Item

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def desks(actor: Actor) -> list[Desk]:
    """One desk for whoever serves parties; the supporting firm has its imports."""
    items: list[Item] = []
    if actor.holds(*ISSUES):
        waiting = keys.opened_by(actor).filter(keys__isnull=True, closed_on=None, parties__isnull=False)
        items.append(Item("还没有发放密码的在办案件", _url("keys"), waiting.distinct().count()))
    if actor.holds(*AnswerCorrection.posts):
        asked = corrections.seen_by(actor).filter(state=State.PENDING).count()
        items.append(Item("当事人的更正申请", _url("corrections"), asked, urgent=True))
    if actor.holds(Post.JUDGE, Post.DIVISION_HEAD, Post.FILING):
        ahead = progress.notices_of(actor).filter(state=HearingNotice.State.ANNOUNCED).count()
        items.append(Item("已公告将要开庭", _url("cases"), ahead))
    if actor.holds(Post.VENDOR):
        items.append(Item("报送文件、查看结果", _url("imports")))
    return [Desk("当事人服务", items)] if items else []


def _url(name: str) -> str:
    return reverse(f"admin:staff_register_{name}")
