"""The sitemap of this line: every announced session, and the pages above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from livestream.models import Session

if TYPE_CHECKING:
    from django.db.models import QuerySet


class SessionSitemap(Sitemap):  # type: ignore[type-arg]
    """Announced sessions, in an order that does not change."""

    limit = 5000

    def items(self) -> QuerySet[Session]:
        """All of them."""
        return Session.objects.filter(announced_at__isnull=False).order_by("pk")


class LivePagesSitemap(Sitemap):  # type: ignore[type-arg]
    """Calendar and archive."""

    def items(self) -> tuple[str, ...]:
        """Names of their addresses."""
        return ("livestream:calendar", "livestream:archive")

    def location(self, item: str) -> str:
        """The address."""
        return reverse(item)


SITEMAPS = {"sessions": SessionSitemap, "live": LivePagesSitemap}
