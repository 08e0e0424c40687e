"""Telling officers: rows in the portal with their acknowledgement, and an e-mail made from each row (R47)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from livestream.actions.base import Act, Check
from livestream.models import Notice, WorkingGroup
from liwan_court import mailing
from liwan_court.registry.models import Officer
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from livestream.models import Session


def when_and_where(session: Session) -> str:
    """The hour, the place and the case in a few words: never a party."""
    begins = clock.local(session.begins_at)
    what = "直播并微博" if session.livestream else "微博"
    return (
        f"{begins:%Y年%m月%d日}（{WEEKDAYS[begins.weekday()]}）{begins:%H:%M}{session.courtroom}，"
        f"{session.division}，{session.case_number}，{what}"
    )


def concerned(session: Session) -> set[int]:
    """Everyone concerned: handling judge, panel, division head, members on duty, heads of the groups that take part (R47)."""
    heads = Officer.objects.filter(holdings__in=_head_posts(session.division_id), active=True)
    kinds = [
        kind for kind, on in (("livestream", session.livestream), ("microblog", session.microblog)) if on
    ]
    groups = WorkingGroup.objects.filter(kind__in=kinds, head__isnull=False)
    return {
        session.judge_id,
        *session.panel.values_list("pk", flat=True),
        *heads.values_list("pk", flat=True),
        *session.duties.filter(cancelled=False).values_list("member__officer_id", flat=True),
        *(head for head in groups.values_list("head_id", flat=True) if head is not None),
    }


def _head_posts(division_id: int) -> list[int]:
    from liwan_court.registry.models import PostHolding

    rows = PostHolding.objects.on(clock.today()).filter(post=Post.DIVISION_HEAD, division_id=division_id)
    return list(rows.values_list("pk", flat=True))


def notify(session: Session, kind: str, officers: Iterable[int], text: str) -> list[Notice]:
    """One notice for each officer, once each; mailed by `send_notices` afterwards."""
    rows = [
        Notice(session=session, officer_id=pk, kind=kind, text=text[:300], created_at=clock.now())
        for pk in sorted(set(officers))
    ]
    return Notice.objects.bulk_create(rows)


class Acknowledge(Act[Notice, Notice]):
    """回执: the officer who was told says so."""

    verb = "回执"

    def post_check(self) -> Check:
        """One's own notice only."""
        mine = self.actor.officer_id is not None and self.subject.officer_id == self.actor.officer_id
        return Check("post", mine, "本人的通知", "这不是发给您的通知，不能代为回执")

    def checks(self) -> Iterator[Check]:
        """Once."""
        open_ = self.subject.acknowledged_at is None
        yield Check("open", open_, "尚未回执", "已经回执过，不必再次回执")

    def execute(self) -> None:
        """Keep when."""
        self.subject.acknowledged_at = clock.now()
        self.subject.save(update_fields=["acknowledged_at"])
        self.result = self.subject


def to_mail() -> list[int]:
    """Notices that wait to be mailed: recent ones of officers with an address, not yet tried too often."""
    rows = Notice.objects.filter(officer__active=True, officer__user__is_active=True).exclude(
        officer__user__email=""
    )
    return list(mailing.waiting(rows, "created_at").order_by("pk").values_list("pk", flat=True))


def _letter(notice: Notice) -> mailing.Letter:
    subject = f"【荔湾审判网】庭审直播与微博：{notice.get_kind_display()}通知"
    where = f"{settings.SITE_URL}/admin/live/notices/"
    body = f"{notice.officer.name}：\n\n{notice.text}\n\n请登录司法公开工作台，在“我的通知”中回执：{where}\n"
    address = notice.officer.user.email if notice.officer.user else ""
    return mailing.Letter(subject, body, (address,) if address else ())


def send_all() -> int:
    """Mail what waits; one that fails does not hold up the others. Returns how many went out."""
    rows = Notice.objects.select_related("officer__user")
    return sum(mailing.deliver(rows, pk, _letter) for pk in to_mail())
