"""The sitemap: every published judgment, every notice, every page of the court's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from judgments.queries import batches, published

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from judgments.models import Judgment

STATIC_PAGES = (
    "judgments:home", "judgments:list", "judgments:batches", "judgments:register", "judgments:ledger",
    "judgments:openness", "judgments:grounds", "pages:rules", "pages:decisions", "pages:help-search", "pages:about",
    "pages:contact", "pages:accessibility", "pages:progress", "pages:logs", "hearings:list",
)  # fmt: skip


class JudgmentSitemap(Sitemap):  # type: ignore[type-arg]
    """Published judgments, in an order that does not change."""

    limit = 5000

    def items(self) -> QuerySet[Judgment]:
        """All of them."""
        return published.listed().order_by("pk")

    def lastmod(self, item: Judgment) -> datetime | None:
        """When the present edition was published."""
        return item.edition.published_at if item.edition else None


class BatchSitemap(Sitemap):  # type: ignore[type-arg]
    """Notices of batches."""

    def items(self) -> list[batches.Month]:
        """All months announced."""
        return batches.months()


class PageSitemap(Sitemap):  # type: ignore[type-arg]
    """Pages that do not change with a batch."""

    def items(self) -> tuple[str, ...]:
        """Names of their addresses."""
        return STATIC_PAGES

    def location(self, item: str) -> str:
        """The address."""
        return reverse(item)


SITEMAPS = {"judgments": JudgmentSitemap, "batches": BatchSitemap, "pages": PageSitemap}
