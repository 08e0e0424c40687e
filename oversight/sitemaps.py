"""The sitemap of public bulletins: those that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from oversight.models import Bulletin
from oversight.views import public_bulletins

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


class BulletinSitemap(Sitemap):  # type: ignore[type-arg]
    """Signed and public."""

    limit = 5000

    def items(self) -> QuerySet[Bulletin]:
        """All of them, the latest first."""
        return public_bulletins().filter(state=Bulletin.State.SIGNED)

    def location(self, item: Bulletin) -> str:
        """The permanent address."""
        return reverse("bulletins:detail", args=[item.year, item.number])

    def lastmod(self, item: Bulletin) -> datetime | None:
        """When it was put on the portal."""
        return item.published_at


SITEMAPS = {"bulletins": BulletinSitemap}
