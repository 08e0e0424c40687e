"""The sitemap of hearing notices: every public one, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sitemaps import Sitemap

from liwan_court.registry import hearings

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from liwan_court.registry.models import HearingNotice


class HearingSitemap(Sitemap):  # type: ignore[type-arg]
    """Notices in an order that does not change."""

    limit = 5000

    def items(self) -> QuerySet[HearingNotice]:
        """All of them."""
        return hearings.listed().order_by("pk")

    def lastmod(self, item: HearingNotice) -> datetime:
        """The last change."""
        return item.ended_at or item.published_at


SITEMAPS = {"hearings": HearingSitemap}
