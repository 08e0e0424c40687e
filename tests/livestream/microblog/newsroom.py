"""A session with microblog, its member on duty, and a post at any step of its way."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PIL import Image

from livestream.actions.check_post import CheckPost
from livestream.actions.posting import fingerprint
from livestream.actions.posts import DraftPost, Writing
from livestream.actions.publish_post import PublishPost
from livestream.actions.weibo_account import KeepGrant, SwitchAccount, account
from livestream.microblog.adapters.oauth import Granted
from livestream.models import (
    Dispatch,
    Duty,
    Member,
    MicroblogPost,
    Nomination,
    NominationList,
    Screening,
    Session,
    Signature,
)
from liwan_court.timetable import clock
from tests.livestream.court import Court, actor
from tests.livestream.microblog.fake_weibo import TOKEN

if TYPE_CHECKING:
    from liwan_court.registry.models import Officer

BEGINS = dt.datetime(2026, 1, 13, 9, 30, tzinfo=clock.ZONE)
"""A Tuesday."""
DAY_BEFORE = BEGINS - dt.timedelta(days=1)
IN_COURT = BEGINS + dt.timedelta(minutes=5)
PARTY = "沈立平1"
"""A party of the case: no post may name it."""


@dataclass
class Newsroom:
    """The session and the people who write and check its posts."""

    court: Court
    session: Session

    @property
    def writer(self) -> Officer:
        return self.court.writers[0]

    def draft(self, text: str = "法庭调查开始。", stage: str = "investigation", **more: Any) -> MicroblogPost:
        corrects = more.pop("corrects", None)
        writing = Writing(text, more.pop("picture", None))
        return DraftPost(self.session, actor(more.pop("by", self.writer)), stage, writing, corrects).run()

    def check(self, post: MicroblogPost, by: Officer | None = None) -> MicroblogPost:
        post.refresh_from_db()
        return CheckPost(post, actor(by or self.court.judge), fingerprint(post)).run()

    def publish(
        self, text: str = "法庭调查开始。", stage: str = "investigation", **more: Any
    ) -> MicroblogPost:
        """Drafted, checked and published."""
        post = self.check(self.draft(text, stage, **more))
        if stage == "preview":
            post = self.check(post, self.court.head)
        return PublishPost(post, actor(self.writer), "203.0.113.7").run()

    def dispatch(self, post: MicroblogPost) -> Dispatch:
        return Dispatch.objects.get(post=post)


def make_newsroom(court: Court, **values: Any) -> Newsroom:
    """A screened and announced Tuesday session of the division on turn, with the first writer on duty."""
    case = court.cases[0]
    filed = NominationList.objects.create(
        period="2026-01", division=court.division, kind="microblog", filed_by=court.head.user
    )
    nomination = Nomination.objects.create(
        list=filed, case=case, hearing_at=BEGINS, courtroom="第三法庭", judge=court.judge,
        state=Nomination.State.SCHEDULED,
    )  # fmt: skip
    screening = Screening.objects.create(nomination=nomination)
    for role, officer in (("judge", court.judge), ("head", court.head)):
        Signature.objects.create(screening=screening, role=role, officer=officer, decision="pass")
    defaults: dict[str, Any] = {
        "begins_at": BEGINS, "ends_at": BEGINS + dt.timedelta(hours=2), "livestream": False,
        "state": Session.State.READY, "announced_at": BEGINS - dt.timedelta(days=5),
    }  # fmt: skip
    session = Session.objects.create(
        nomination=nomination, division=court.division, turn=1, case_number=case.number, cause=case.cause,
        courtroom="第三法庭", judge=court.judge, slug="20260113-y0103-minchu-1", summary="原告请求支付货款。",
        **{**defaults, **values},
    )  # fmt: skip
    session.panel.add(court.judge_two)
    member = Member.objects.get(officer=court.writers[0])
    Duty.objects.create(session=session, rostered=member, member=member)
    return Newsroom(court, session)


def authorise(court: Court, seconds: int = 7 * 24 * 3600) -> None:
    """The court's account is authorised and in use."""
    operator = actor(court.operator)
    KeepGrant(account(), operator, Granted(TOKEN, seconds, "1234567890")).run()
    SwitchAccount(account(), operator, on=True).run()


def photo(size: tuple[int, int] = (2400, 1200), kind: str = "JPEG", **more: Any) -> bytes:
    """A picture as a camera gives it, with the place where it was taken."""
    out = io.BytesIO()
    image = Image.new("RGB", size, "#8899aa")
    if kind == "JPEG":
        exif = Image.Exif()
        exif[0x010F] = "SecretCamera"
        exif[0x8825] = {1: "N", 2: (23.0, 7.0, 0.0)}
        more["exif"] = exif
    image.save(out, kind, **more)
    return out.getvalue()
