"""What a session's rows give to its posts: the public facts for templates, its own address, and what must not go out (R44)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from livestream.microblog import pictures, scan, templates
from livestream.models import MicroblogPost
from liwan_court.registry.defaults import COURT
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from livestream.models import Session

LATIN_COURT = "Liwan District People's Court, Guangzhou"
"""What a mark says where no Chinese font is installed."""


def facts_of(session: Session) -> templates.Facts:
    """The public facts of a session."""
    return templates.Facts(
        court=COURT,
        case_number=session.case_number,
        cause=session.cause,
        division=session.division.name,
        courtroom=session.courtroom,
        begins_at=clock.local(session.begins_at),
        judge=session.judge.name,
        panel=tuple(officer.name for officer in session.panel.all()),
        summary=session.summary,
    )


def address_of(session: Session) -> str:
    """The session's own page, as a link from outside: under the safe domain."""
    return f"{settings.SITE_URL}{session.get_absolute_url()}"


def draft_of(session: Session, stage: str) -> str:
    """The text a member starts from; empty for a correction."""
    if stage not in templates.STAGES:
        return ""
    return templates.draft(stage, facts_of(session), address_of(session))


def outgoing_of(post: MicroblogPost) -> str:
    """The post as it is read outside; before it is published its number is an n."""
    corrects = post.corrects.number if post.corrects else None
    return templates.outgoing(post.number or "n", post.stage, post.text, address_of(post.session), corrects)


def room_of(session: Session, stage: str, text: str, corrects: MicroblogPost | None = None) -> int:
    """Characters left of a text by Weibo's counting; negative when there are too many."""
    number = corrects.number if corrects else None
    return templates.room(stage, text, address_of(session), number)


def findings_in(session: Session, text: str) -> list[scan.Finding]:
    """What must not go out in a text of this session."""
    parties = [
        scan.Party(row.name, tuple(row.aliases), tuple(row.addresses))
        for row in session.nomination.case.parties.all()
    ]
    return scan.scan(text, parties, [settings.COURT_ADDRESS])


def marks_of(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The watermark of a picture: court and case number, in Chinese and in Latin letters."""
    return (COURT, session.case_number), (LATIN_COURT, session.slug)


def card_of(session: Session) -> bytes:
    """The session's data drawn as a picture."""
    begins = clock.local(session.begins_at)
    bench = "、".join(
        [session.judge.name, *(each.name for each in session.panel.all() if each.pk != session.judge_id)]
    )
    lines = (
        ("案号", session.case_number), ("案由", session.cause or "—"), ("审判庭", session.division.name),
        ("时间", f"{begins:%Y年%m月%d日 %H:%M}"), ("法庭", session.courtroom), ("合议庭", bench),
    )  # fmt: skip
    latin = (LATIN_COURT, session.slug, f"{begins:%Y-%m-%d %H:%M}")
    return pictures.card(lines, f"{COURT}　{'庭审直播' if session.livestream else '庭审微博'}", latin)
