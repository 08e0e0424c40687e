"""我的工作 of this line: what waits for each post and each member of a group, and when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from livestream.actions.lists import asked, nomination_due
from livestream.actions.months import NoRotation
from livestream.actions.nominate import MAY_FILE
from livestream.actions.schedule import candidates
from livestream.models import Duty, Notice, Objection, Preparation, Session, Swap, UnitChange
from livestream.staff import consoles, figure_work, post_work
from livestream.staff.months import working_month
from livestream.staff.objections import decides
from livestream.staff.schedule_rows import in_a_group
from livestream.staff.screening import to_sign
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Desk, Item
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from livestream.actions.lists import Asked
    from liwan_court.registry.posts import Actor

TITLE = "庭审直播与微博"
BEFORE = (Session.State.SCHEDULED, Session.State.READY)


def desks(actor: Actor) -> list[Desk]:
    """One desk, with what the actor's posts and groups make his."""
    items = [*_division(actor), *_leader(actor), *_research(actor), *_person(actor)]
    items += [*consoles.items(actor), *post_work.items(actor), *figure_work.items(actor)]
    if not items:
        return []
    return [Desk(TITLE, items, due=_due(actor), warnings=post_work.warnings(actor))]


def _url(name: str, *args: object) -> str:
    return reverse(f"admin:staff_live_{name}", args=args)


def _due(actor: Actor) -> tuple[str, ...]:
    if not actor.holds(*MAY_FILE, Post.RESEARCH):
        return ()
    period = working_month()
    due = nomination_due(period).date
    return (f"{period}的直播、微博列表最迟{due:%m月%d日}报送调研科",)


def _asked() -> list[Asked]:
    try:
        return asked(working_month())
    except NoRotation:
        return []


def _division(actor: Actor) -> list[Item]:
    """What the head and the judges of a division do: file the lists, sign."""
    if not actor.holds(*MAY_FILE):
        return []
    mine = actor.divisions(*MAY_FILE)
    open_ones = [row for row in _asked() if row.division.pk in mine and row.filed is None]
    items = [
        Item(f"报送{row.kind.label}", _url("list", working_month(), row.division.code, row.kind), 1, urgent=True)
        for row in open_ones
    ]  # fmt: skip
    return [*items, Item("等待我签署把关", _url("screenings"), len(to_sign(actor)), urgent=True)]


def _leader(actor: Actor) -> list[Item]:
    if not actor.holds(Post.DIVISION_HEAD, Post.VICE_PRESIDENT):
        return []
    rows = Objection.objects.filter(decision=Objection.Decision.PENDING).select_related("case")
    waiting = sum(decides(actor, row) for row in rows)
    return [Item("等待我决定的不播申请", _url("objections"), waiting, urgent=True)]


def _research(actor: Actor) -> list[Item]:
    if not actor.holds(Post.RESEARCH):
        return []
    if not UnitChange.objects.exists():
        return [Item("设定轮转起点", _url("rotation"), 1, urgent=True)]
    period = working_month()
    missing = len({row.division.pk for row in _asked() if row.filed is None})
    sessions = Session.objects.filter(announced_at__isnull=True, state__in=BEFORE, begins_at__gt=clock.now())
    pulled = Session.objects.filter(
        state=Session.State.PULLED, announced_at__isnull=False, begins_at__gt=clock.now()
    )
    return [
        Item(f"{period}未报送列表的庭", _url("lists"), missing),
        Item("把关通过待排期", _url("schedule", period), len(candidates(period)), urgent=True),
        Item("已排入待公布", _url("schedule", period), sessions.count(), urgent=True),
        Item("已撤下、可排替补", _url("schedule", period), pulled.count()),
    ]


def _person(actor: Actor) -> list[Item]:
    """What is one's own: notices, duties, swaps asked, preparations."""
    if actor.officer_id is None:
        return []
    me = actor.officer_id
    notices = Notice.objects.filter(officer_id=me, acknowledged_at=None).count()
    duties = Duty.objects.filter(
        member__officer_id=me, cancelled=False, session__state__in=BEFORE, session__begins_at__gt=clock.now()
    )
    swaps = Swap.objects.filter(asked_of__officer_id=me, state=Swap.State.OFFERED).count()
    own = Q(item=Preparation.Item.JUDGE_CONFIRMED, session__judge_id=me) | (
        ~Q(item=Preparation.Item.JUDGE_CONFIRMED) & Q(session__in=duties.values("session"))
    )
    open_items = Preparation.objects.filter(
        own, done_at=None, session__state__in=BEFORE, session__begins_at__gt=clock.now()
    )
    rows = [
        Item("通知待回执", _url("notices"), notices, urgent=True),
        Item("我的值班", _url("duty"), duties.count()),
        Item("同事请我接替", _url("duty"), swaps, urgent=True),
        Item("庭前准备待办", _url("duty"), open_items.count(), urgent=True),
    ]
    return rows if in_a_group(actor) or any(row.count for row in rows) else []
