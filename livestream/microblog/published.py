"""What the public reads of a session's posts: the published ones, in order, with what corrects what (R44, R58).

Nothing of a draft, of those who drafted and checked, or of the way out of the portal is in here, but the address outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from livestream.microblog.pictures import public_name
from livestream.models import Dispatch, MicroblogPost

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from livestream.models import Session


@dataclass(frozen=True, slots=True)
class Published:
    """One post as the public reads it. `picture` is an address below this portal, empty where there is none."""

    number: int
    stage: str
    label: str
    text: str
    at: datetime
    picture: str = ""
    corrects: int | None = None
    """The number of the post that this one corrects."""
    corrected_by: tuple[int, ...] = ()
    outside_address: str = ""

    @property
    def anchor(self) -> str:
        """The name of its place on the page: post-3."""
        return f"post-{self.number}"


def posts_of(session: Session) -> list[Published]:
    """Every published post of a session, the first one first; two queries at most, whatever their number."""
    rows = list(published_rows().filter(session=session).order_by("number"))
    corrections: dict[int, list[int]] = {}
    for row in rows:
        if row.corrects_id is not None and row.number is not None:
            corrections.setdefault(row.corrects_id, []).append(row.number)
    return [_published(row, tuple(corrections.get(row.pk, ()))) for row in rows]


def published_rows() -> QuerySet[MicroblogPost]:
    """The rows the public may read, those of sessions that were announced, for search and feeds."""
    rows = MicroblogPost.objects.filter(
        state=MicroblogPost.State.PUBLISHED, session__announced_at__isnull=False
    )
    return rows.select_related("corrects", "dispatch")


def _published(row: MicroblogPost, corrected_by: tuple[int, ...]) -> Published:
    if row.number is None or row.published_at is None:
        raise ValueError("a published post has a number and a time")
    return Published(
        row.number, row.stage, row.get_stage_display(), row.text, row.published_at,
        picture=picture_address(row),
        corrects=row.corrects.number if row.corrects else None,
        corrected_by=corrected_by,
        outside_address=_outside(row),
    )  # fmt: skip


def _outside(row: MicroblogPost) -> str:
    dispatch = getattr(row, "dispatch", None)
    return dispatch.outside_address if dispatch is not None and dispatch.state == Dispatch.State.SENT else ""


def picture_address(row: MicroblogPost) -> str:
    """The public address of a post's picture; empty before it is published and where there is none."""
    if row.state != MicroblogPost.State.PUBLISHED or not row.picture:
        return ""
    return reverse("livestream:picture", args=[public_name(str(row.picture.name))])
