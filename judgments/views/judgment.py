"""The page of a judgment at its permanent address, its tombstone, and its record as data (R37)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, JsonResponse
from django.shortcuts import render

from judgments.models import Judgment
from judgments.queries import published
from liwan_court.public import NOINDEX, public_page
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from judgments.models import PublicEdition


class Withdrawn(Exception):  # noqa: N818  (what it is, not an error)
    """The judgment was published and taken back."""

    def __init__(self, judgment: Judgment) -> None:
        super().__init__(judgment.slug)
        self.judgment = judgment


def public_edition(slug: str) -> tuple[Judgment, PublicEdition]:
    """The judgment at an address with its current edition. Raises Http404, or Withdrawn."""
    try:
        judgment = published.by_slug(slug)
    except Judgment.DoesNotExist:
        raise Http404("没有这一篇文书") from None
    edition = judgment.edition
    if edition is None or edition.withdrawn_at is not None:
        raise Withdrawn(judgment)
    return judgment, edition


def tombstone(request: HttpRequest, judgment: Judgment) -> HttpResponse:
    """410 with the date and the ground, and nothing of the document."""
    context = {"judgment": judgment, "edition": judgment.edition}
    response = render(request, "public/judgments/withdrawn.html", context, status=410)
    response.headers["X-Robots-Tag"] = NOINDEX
    response.headers["Cache-Control"] = "no-store"
    return response


@public_page()
def judgment_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The judgment: its text, and everything else quiet around it."""
    try:
        judgment, edition = public_edition(slug)
    except Withdrawn as taken_back:
        return tombstone(request, taken_back.judgment)
    context = {
        "judgment": judgment,
        "edition": edition,
        "around": published.surroundings(judgment),
        "citation": citation(judgment),
        "division_url": _division_url(judgment),
        "outline": [{"anchor": anchor, "label": label} for anchor, label in edition.outline],
    }
    return render(request, "public/judgments/detail.html", context)


@public_page()
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """The judgment as data: what the page says, and where the files are."""
    try:
        judgment, edition = public_edition(slug)
    except Withdrawn as taken_back:
        return tombstone(request, taken_back.judgment)
    return JsonResponse(_record(judgment, edition), json_dumps_params={"ensure_ascii": False, "indent": 1})


def citation(judgment: Judgment) -> str:
    """How the judgment is quoted: court, number, kind, date, address."""
    day = judgment.decided_on
    date = f"（{day.year}年{day.month}月{day.day}日）" if day else ""
    return f"广州市荔湾区人民法院{judgment.number}{judgment.kind}{date}，{_address(judgment)}"


def _division_url(judgment: Judgment) -> str:
    return f"/judgments/?{urlencode({'division': judgment.division.name})}" if judgment.division else ""


def _address(judgment: Judgment) -> str:
    return f"{settings.SITE_URL}{judgment.get_absolute_url()}"


def _record(judgment: Judgment, edition: PublicEdition) -> dict[str, Any]:
    url = _address(judgment)
    files = {"txt": f"{url}{judgment.slug}.txt"}
    files |= {name: f"{url}{judgment.slug}.{name}" for name in ("docx", "pdf") if getattr(edition, name)}
    return {
        "court": "广州市荔湾区人民法院",
        "case_number": judgment.number,
        "kind": judgment.kind,
        "title": edition.title,
        "cause": judgment.cause,
        "division": judgment.division.name if judgment.division else None,
        "decided_on": judgment.decided_on,
        "effective_on": judgment.effective_on,
        "published_at": clock.local(edition.published_at).isoformat(timespec="seconds"),
        "batch": edition.batch.period,
        "supplement": edition.batch.supplement,
        "version": edition.version,
        "correction_note": edition.correction_note or None,
        "late": edition.late,
        "from_history": edition.from_history,
        "policy": edition.policy,
        "statutes": edition.statutes,
        "sha256": edition.sha256,
        "url": url,
        "files": files,
    }
