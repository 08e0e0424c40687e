"""The Atom feed: the latest public editions, corrections among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from judgments.queries import published

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from judgments.models import Judgment

LENGTH = 100


class LatestEditions(Feed):  # type: ignore[type-arg]
    """The current editions by the time of publication; a correction comes up again, a withdrawn judgment disappears."""

    feed_type = Atom1Feed
    title = "荔湾审判网 裁判文书"
    subtitle = "广州市荔湾区人民法院每月25日公布的裁判文书，以及此后的更正。"
    link = "/judgments/"
    feed_url = "/feed/"
    author_name = "广州市荔湾区人民法院"
    language = "zh-CN"

    def items(self) -> QuerySet[Judgment]:
        """The latest editions."""
        return published.listed().order_by("-edition__published_at", "-pk")[:LENGTH]

    def item_title(self, item: Judgment) -> str:
        """The title of the edition, with what it is when it corrects an earlier one."""
        title = item.edition.title if item.edition else ""
        return f"【更正】{title}" if item.edition and item.edition.version > 1 else title

    def item_description(self, item: Judgment) -> str:
        """Number, division, cause, date; nothing of the text."""
        division = item.division.name if item.division else ""
        day = f"{item.decided_on:%Y-%m-%d}裁判" if item.decided_on else ""
        note = item.edition.correction_note if item.edition else ""
        return "　".join(filter(None, [item.number, division, item.cause, day, note and f"更正说明：{note}"]))

    def item_pubdate(self, item: Judgment) -> datetime | None:
        """When this edition was published."""
        return item.edition.published_at if item.edition else None

    def item_updateddate(self, item: Judgment) -> datetime | None:
        """The same: an edition never changes."""
        return self.item_pubdate(item)

    def item_guid(self, item: Judgment) -> str:
        """The address and the version, so that a correction is a new entry."""
        return f"{settings.SITE_URL}{item.get_absolute_url()}#v{item.edition.version if item.edition else 0}"
