"""外部发布: the worker takes queued rows outside, in order, each once (R44).

The row is the job. It is claimed before anything leaves the portal, and what came of it is written afterwards. A worker that
dies in between leaves a row whose outcome nobody knows: it is never sent again by itself, a person looks and decides.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from livestream.actions.base import record
from livestream.actions.notify import notify
from livestream.actions.posting import GROUP
from livestream.actions.weibo_account import account_in_use, adapter_for, why_not
from livestream.microblog import facts, limits
from livestream.microblog.adapters.base import Later, Outgoing, Refused, Sent, Unknown
from livestream.microblog.adapters.weibo import ACCOUNT, RATE
from livestream.models import Dispatch, Notice, WeiboAccount, WorkingGroup
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from livestream.microblog.adapters.base import Answer
    from livestream.models import Session

log = logging.getLogger(__name__)
State = Dispatch.State
LEASE: Final = timedelta(minutes=5)
"""Longer than any call may take."""
MOST_ATTEMPTS: Final = 6
"""About a quarter of an hour; then a person carries it over: a hearing does not wait."""
MOST_WITH_ACCOUNT_TROUBLE: Final = 2
COUNTED = (State.SENDING, State.SENT, State.UNCERTAIN)
SENDER = Actor.system("微博发送")
LOST = "发送中断，不知是否已经发出：请到微博查看后再决定"


def send_due() -> int:
    """Send whatever may go now, one after the other. Returns how many were tried."""
    give_up_leases()
    tried = 0
    while (row := claim()) is not None:
        send(row)
        tried += 1
    return tried


def claim() -> Dispatch | None:
    """The next row to send, marked as being sent; None when nothing may go now.

    One at a time for the account, so that posts keep their order; of each session the first that waits.
    """
    with transaction.atomic():
        account = WeiboAccount.objects.select_for_update().filter(active=True).order_by("pk").first()
        now = clock.now()
        if account is None or Dispatch.objects.filter(state=State.SENDING, lease_until__gt=now).exists():
            return None
        row = next(iter(_first_of_each_session(now)), None)
        if row is None or not _within_limits(now):
            return None
        row.state, row.adapter, row.attempts = State.SENDING, "weibo", row.attempts + 1
        row.tried_at, row.lease_until, row.problem = now, now + LEASE, ""
        row.save()
        return row


def _first_of_each_session(now: datetime) -> Iterable[Dispatch]:
    """Rows that are due, each the first of its session that waits."""
    seen: set[int] = set()
    waiting = Dispatch.objects.filter(state=State.QUEUED).select_related("post").order_by("pk")
    for row in waiting:
        if row.post.session_id not in seen and row.not_before <= now:
            yield row
        seen.add(row.post.session_id)


def _within_limits(now: datetime) -> bool:
    """Whether the account may post now; if not, what waits is told from when."""
    recent = Dispatch.objects.filter(adapter="weibo", state__in=COUNTED, tried_at__gt=now - limits.DAY)
    moments = [each for each in recent.values_list("tried_at", flat=True) if each is not None]
    free = limits.free_at(moments, now)
    if free <= now:
        return True
    local = clock.local(free)
    told = f"已到微博的发布频次（每小时30条、每天100条），{local:%m月%d日%H:%M}起按顺序继续发出"
    Dispatch.objects.filter(state=State.QUEUED).update(problem=told)
    return False


def send(row: Dispatch) -> None:
    """Send a claimed row and keep what came of it."""
    account = account_in_use()
    post = row.post
    picture = b""
    answer: Answer
    if account is None:
        settle(row, Refused("已停用自动发布：请人工发布", "off"))
        return
    if problem := why_not(account):
        settle(row, Later(problem, timedelta(minutes=30), "21327"))
        return
    try:
        if post.picture:
            with post.picture.open("rb") as kept:
                picture = kept.read()
    except OSError:
        settle(row, Refused("配图的文件读不出来：请人工发布，并告知电脑管理员", "picture"))
        return
    try:
        outgoing = Outgoing(facts.outgoing_of(post), picture)
        answer = adapter_for(account, row.operator_address).send(outgoing)
    except Exception as error:  # noqa: BLE001  (whatever broke, the post may have left)
        log.error("dispatch %s: %s", row.pk, type(error).__name__)  # noqa: TRY400  (never the text or the token)
        answer = Unknown(LOST, "error")
    settle(row, answer)


def settle(row: Dispatch, answer: Answer) -> None:
    """Write what came of one attempt; nothing where a person has decided meanwhile."""
    with transaction.atomic():
        known = (
            Dispatch.objects.select_for_update(of=("self",)).select_related("post__session").get(pk=row.pk)
        )
        if known.tried_at != row.tried_at or known.state not in (State.SENDING, State.UNCERTAIN):
            return
        before, known.lease_until = known.state, None
        if isinstance(answer, Sent):
            known.state, known.problem, known.sent_at = State.SENT, "", clock.now()
            known.outside_id, known.outside_address = answer.outside_id[:64], answer.address[:200]
        elif isinstance(answer, Later):
            _put_off(known, answer)
        else:
            known.state = State.FAILED if isinstance(answer, Refused) else State.UNCERTAIN
            known.problem = answer.problem
        known.save()
        code = "" if isinstance(answer, Sent) else answer.code
        record(known, "外部发送", SENDER, before, known.state, {"attempt": known.attempts, "code": code})
        _tell(known, before)


def _put_off(row: Dispatch, answer: Later) -> None:
    """Try again later; after enough attempts the session's posts are carried over by hand."""
    row.problem = answer.problem
    most = MOST_WITH_ACCOUNT_TROUBLE if answer.code in ACCOUNT else MOST_ATTEMPTS
    if row.attempts < most or answer.code in RATE:
        row.state = State.QUEUED
        row.not_before = clock.now() + (answer.wait or limits.wait_after(row.attempts))
        return
    row.state = State.BY_HAND
    behind = Dispatch.objects.filter(state=State.QUEUED, post__session_id=row.post.session_id)
    behind.exclude(pk=row.pk).update(state=State.BY_HAND, problem=answer.problem)


def _tell(row: Dispatch, before: str) -> None:
    """Those on duty and the group's head hear of what they have to do."""
    first_trouble = row.state == State.QUEUED and row.attempts == 1 and row.problem
    if row.state != before and (row.state in (State.UNCERTAIN, State.FAILED, State.BY_HAND) or first_trouble):
        tell(row.post.session, f"第{row.post.number}条微博{row.get_state_display()}：{row.problem}")


def tell(session: Session, text: str) -> None:
    """A notice to the members on duty and the head of the group."""
    on_duty = session.duties.filter(cancelled=False, member__group__kind=GROUP)
    heads = WorkingGroup.objects.filter(kind=GROUP, head__isnull=False).values_list("head_id", flat=True)
    officers = {*on_duty.values_list("member__officer_id", flat=True), *(pk for pk in heads if pk)}
    notify(session, Notice.Kind.MICROBLOG, officers, f"{session.case_number}：{text}")


def give_up_leases() -> int:
    """Rows whose worker is gone: nobody knows whether they went out. Returns how many."""
    gone = Dispatch.objects.filter(state=State.SENDING, lease_until__lte=clock.now())
    lost = 0
    for pk in list(gone.values_list("pk", flat=True)):
        row = Dispatch.objects.get(pk=pk)
        settle(row, Unknown(LOST, "lease"))
        lost += 1
    return lost
