"""One session as it is lived: preparation, going on air, posts by stage, the end (R52–R54, R44)."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from livestream.actions.check_post import CheckPost
from livestream.actions.end_broadcast import EndBroadcast
from livestream.actions.go_live import GoLive
from livestream.actions.posting import fingerprint, seats_needed, seats_taken
from livestream.actions.posts import DraftPost, Writing
from livestream.actions.prepare import DoItem
from livestream.actions.publish_post import PublishPost
from livestream.actions.set_up_broadcast import SetUpBroadcast
from livestream.actions.settle_dispatch import PasteAddress
from livestream.demo import camera
from livestream.demo.cases import LETTERS
from livestream.demo.people import actor
from livestream.microblog.facts import card_of, draft_of
from livestream.models import AudienceMinute, Dispatch, MicroblogPost, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

    from livestream.demo.people import Cast
    from liwan_court.registry.models import Officer

STAGES: Final = (
    ("opening", 2), ("rights", 8), ("investigation", 20), ("investigation", 45), ("debate", 75), ("adjournment", 110),
)  # fmt: skip
TOLD: Final = {
    "行": (
        "原告陈述诉讼请求及理由，被告就行政行为的职权、程序和法律依据发表答辩意见。",
        "法庭组织双方举证、质证，被告出示作出行政行为的证据和依据，原告对部分证据的真实性有异议。",
    ),
    "刑": (
        "公诉人宣读起诉书，被告人就指控的事实发表意见，公诉人、辩护人依次发问。",
        "法庭组织控辩双方举证、质证，公诉人出示书证、鉴定意见和视听资料，辩护人发表质证意见。",
    ),
    "民": (
        "原告陈述诉讼请求及所依据的事实和理由，被告发表答辩意见。",
        "法庭组织双方举证、质证，原告出示合同、照片等证据，被告对部分证据的关联性有异议。",
    ),
}
HEARING: Final = timedelta(hours=2)
PREVIEW: Final = time(17)
ACCOUNT: Final = "0000000000"
"""No account at Weibo has this number."""


def on_duty(session: Session, kind: str) -> Officer:
    """Who does the duty of a group at a session. Raises Duty.DoesNotExist."""
    rows = session.duties.select_related("member__officer__user")
    return rows.get(cancelled=False, member__group__kind=kind).member.officer


def prepare(session: Session) -> None:
    """Everything on the list, by whom it belongs to."""
    writer = on_duty(session, "microblog")
    operator = on_duty(session, "livestream") if session.livestream else writer
    for row in session.preparations.all():
        if row.item == "judge_confirmed":
            DoItem(row, actor(session.judge)).run()
        elif row.item == "judge_contacted":
            DoItem(row, actor(operator), "已与经办法官通话，举证约一小时，双方均到庭。").run()
        else:
            DoItem(row, actor(writer if row.item == "summary_read" else operator)).run()


def post(session: Session, stage: str, text: str, cast: Cast) -> MicroblogPost:
    """Draft, check, publish; a preview carries the session's card. A judge who stands in for the head checks it for both."""
    writer = actor(on_duty(session, "microblog"))
    card = card_of(session) if stage == "preview" else None
    drafted = DraftPost(session, writer, stage, Writing(text, card)).run()
    CheckPost(drafted, actor(session.judge), fingerprint(drafted)).run()
    drafted.refresh_from_db()
    if set(seats_needed(drafted)) - set(seats_taken(drafted)):
        CheckPost(drafted, actor(cast.head(session.division)), fingerprint(drafted)).run()
    drafted.refresh_from_db()
    return PublishPost(drafted, writer).run()


def preview(session: Session, cast: Cast, now: datetime) -> None:
    """The evening before, unless that is still to come."""
    at = clock.moment(clock.local(session.begins_at).date() - timedelta(days=1), PREVIEW)
    if at <= now:
        with clock.at(at):
            post(session, "preview", draft_of(session, "preview"), cast)


def hold(session: Session, cast: Cast, until: datetime | None = None) -> None:
    """From going on air to the end, or as far as `until`; every step at its own moment."""
    begins = session.begins_at
    if session.livestream:
        operator = actor(on_duty(session, "livestream"))
        with clock.at(begins - timedelta(minutes=20)):
            if until is not None and camera.is_possible():
                camera.open_stream(session, operator)
            else:
                SetUpBroadcast(session, operator, "text").run()
        with clock.at(begins):
            GoLive(session, operator).run()
    told = iter(TOLD[LETTERS.get(session.division.code, "民")])
    for stage, minutes in STAGES:
        at = begins + timedelta(minutes=minutes)
        if until is not None and at > until:
            return
        with clock.at(at):
            text = next(told) if stage == "investigation" else draft_of(session, stage)
            post(session, stage, text, cast)
    if session.livestream:
        with clock.at(begins + HEARING):
            EndBroadcast(Session.objects.get(pk=session.pk), actor(on_duty(session, "livestream"))).run()


def carry_over(session: Session) -> None:
    """Afterwards the writer has posted everything by hand and pasted the addresses back."""
    writer = actor(on_duty(session, "microblog"))
    for row in Dispatch.objects.filter(post__session=session).select_related("post"):
        PasteAddress(row, writer, f"https://weibo.com/{ACCOUNT}/demo{row.pk:05d}").run()


def audience(session: Session, seed: int) -> None:
    """How many watched, by the minute: no clicks are made up beyond what a small court has."""
    peak = 60 + seed * 37 % 240
    rows = [
        AudienceMinute(
            session=session, minute=session.begins_at + timedelta(minutes=minute), watching=peak - abs(60 - minute) * peak // 90
        )
        for minute in range(0, 120, 10)
    ]  # fmt: skip
    AudienceMinute.objects.bulk_create(rows)
    Session.objects.filter(pk=session.pk).update(views=peak * 4 + seed * 11 % 90)
