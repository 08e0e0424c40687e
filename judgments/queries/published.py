"""Which judgments anyone may read, and what stands around one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from judgments.models import Judgment, LedgerEntry, PublicEdition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

PUBLIC = Q(edition__isnull=False, edition__withdrawn_at__isnull=True)
"""A judgment whose current public edition has not been withdrawn: the one place that says so."""
TEXTS = ("edition__html", "edition__text", "edition__outline", "edition__statutes")
"""What a list never needs: most of the bytes of a row."""


def published() -> QuerySet[Judgment]:
    """Judgments that anyone may read, each with its edition."""
    return Judgment.objects.filter(PUBLIC).select_related("edition__batch", "division")


def listed() -> QuerySet[Judgment]:
    """The same for a list: without the texts, the latest decision first."""
    return published().defer(*TEXTS).order_by("-decided_on", "-pk")


def rows_in_order(ids: Iterable[int], *, with_text: bool = False) -> list[Judgment]:
    """The published judgments of these ids, in their order; what the database no longer publishes is left out (R39)."""
    wanted = list(ids)
    rows = published().defer("edition__html") if with_text else published().defer(*TEXTS)
    found = {judgment.pk: judgment for judgment in rows.filter(pk__in=wanted)}
    return [found[pk] for pk in wanted if pk in found]


def by_slug(slug: str) -> Judgment:
    """The judgment at an address, published or withdrawn. Raises Judgment.DoesNotExist where nothing was ever published."""
    editions = PublicEdition.objects.select_related("batch").order_by("-version")
    rows = Judgment.objects.filter(edition__isnull=False).select_related("edition__batch", "division")
    return rows.prefetch_related(Prefetch("editions", editions.defer("html", "text"))).get(slug=slug)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside the text: other documents of the case, earlier versions, the ledger's entry."""

    related: list[Judgment]
    earlier: list[PublicEdition]
    entry: LedgerEntry | None


def surroundings(judgment: Judgment) -> Surroundings:
    """The surroundings of a published judgment, in two queries."""
    edition = judgment.edition
    version = edition.version if edition else 0
    related = listed().filter(number_key=judgment.number_key).exclude(pk=judgment.pk)
    entries = LedgerEntry.objects.filter(slug=judgment.slug, version=version)
    return Surroundings(
        related=list(related[:20]),
        earlier=[row for row in judgment.editions.all() if row.version < version],
        entry=entries.order_by("-number").first(),
    )
