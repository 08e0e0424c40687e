"""The Atom feed: sessions as they are announced or pulled, and the posts of the latest ones (R58)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from livestream import queries
from livestream.microblog.published import published_rows
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

LENGTH = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what happened, where it can be read, when."""

    title: str
    text: str
    path: str
    at: datetime


class LatestSessions(Feed):  # type: ignore[type-arg]
    """What was announced and posted last."""

    feed_type = Atom1Feed
    title = "荔湾审判网 庭审直播与微博"
    subtitle = "广州市荔湾区人民法院庭审直播、微博的预告和现场记录。"
    link = "/live/"
    feed_url = "/live/feed/"
    author_name = "广州市荔湾区人民法院"
    language = "zh-CN"

    def items(self) -> list[Entry]:
        """The latest of both."""
        sessions = [
            Entry(
                f"{'已撤下：' if row.pulled_reason else ''}{clock.local(row.begins_at):%Y-%m-%d %H:%M} {row.case_number}",
                row.pulled_reason or f"{row.division}，{row.cause}，{row.courtroom}",
                row.get_absolute_url(), row.announced_at,
            )
            for row in queries.announced().order_by("-announced_at", "-pk")[:LENGTH] if row.announced_at
        ]  # fmt: skip
        posts = [
            Entry(
                f"{row.get_stage_display()} {row.session.case_number}",
                row.text, f"{row.session.get_absolute_url()}#post-{row.number}", row.published_at,
            )
            for row in published_rows().select_related("session").order_by("-published_at", "-pk")[:LENGTH] if row.published_at
        ]  # fmt: skip
        return sorted([*sessions, *posts], key=lambda entry: entry.at, reverse=True)[:LENGTH]

    def item_title(self, item: Entry) -> str:
        """The title."""
        return item.title

    def item_description(self, item: Entry) -> str:
        """The text."""
        return item.text

    def item_link(self, item: Entry) -> str:
        """Where it stands."""
        return item.path

    def item_guid(self, item: Entry) -> str:
        """Its address; a session that was pulled comes up as what it was."""
        return f"{settings.SITE_URL}{item.path}"

    def item_pubdate(self, item: Entry) -> datetime:
        """When."""
        return item.at

    def item_updateddate(self, item: Entry) -> datetime:
        """The same."""
        return item.at
