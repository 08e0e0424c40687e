"""A session that was held, for the tests of what is counted and filed of it (R56, R57)."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from PIL import Image

from livestream.models import AudienceMinute, MicroblogPost, Session
from tests.acceptance.month import announced
from tests.livestream.court import Court

PARTIES = ("沈立平", "粤荔皮具")


def hold(court: Court, kind: str = "livestream", *day_and_number: object, picture: bool = False) -> Session:
    """A session of January 2026 that ended, with two posts and an audience of 345, at most 77 at once."""
    row = announced(court, kind, *day_and_number)  # type: ignore[arg-type]
    writer, judge = court.writers[0].user, court.judge.user
    for number in (1, 2):
        post = MicroblogPost(
            session=row, number=number, stage="investigation", text=f"法庭调查第{number}段。", state="published",
            drafted_by=writer, checked_by=judge, checked_at=row.begins_at, published_by=writer, published_at=row.begins_at,
        )  # fmt: skip
        if picture and number == 1:
            post.picture.save("posts/drawn.jpg", ContentFile(drawn()), save=False)
        post.save()
    AudienceMinute.objects.create(session=row, minute=row.begins_at, watching=77)
    Session.objects.filter(pk=row.pk).update(state="ended", views=345)
    row.refresh_from_db()
    return row


def drawn() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (64, 36), "#1f3f66").save(out, "JPEG")
    return out.getvalue()
