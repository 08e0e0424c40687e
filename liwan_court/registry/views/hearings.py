"""开庭公告 for the public: to come and past, searchable, as iCalendar and feed (R40)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.feedgenerator import Atom1Feed

from liwan_court.paging import Pager
from liwan_court.public import public_page
from liwan_court.registry import hearings
from liwan_court.registry.documents.hearings_ics import hearings_ics
from liwan_court.registry.models import Division, HearingNotice
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

app_name = "hearings"
A_PAGE: Final = 20
LONGEST: Final = 80
FARTHEST: Final = 6
MOST_EVENTS: Final = 500
IN_FEED: Final = 50
YEARS: Final = range(1949, 2100)
"""A day outside of these years is taken for no day."""


@public_page()
def notices(request: HttpRequest) -> HttpResponse:
    """Those to come, or the archive; words, division, days."""
    asked = {
        name: request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]
        for name in ("when", "q", "division", "from", "to")
    }
    since, until = _day(asked["from"]), _day(asked["to"])
    rows = hearings.past() if asked["when"] == "past" else hearings.coming()
    rows = hearings.narrowed(rows, asked["q"], asked["division"], since, until)
    kept = {name: value for name, value in asked.items() if value}
    pager = Pager(
        rows.count(), _page(request), A_PAGE, lambda number: f"?{urlencode(kept | {'page': number})}"
    )
    divisions = Division.objects.filter(kind=Division.Kind.TRIAL)
    trouble = [
        value for value, day in ((asked["from"], since), (asked["to"], until)) if value and day is None
    ]
    return render(
        request, "public/hearings/notices.html",
        {
            "asked": asked, "since": asked["from"], "pager": pager, "rows": list(rows[pager.slice]),
            "divisions": divisions, "is_past": asked["when"] == "past", "trouble": trouble,
            "meant": "" if pager.total else hearings.suggestion(asked["q"]),
        },
    )  # fmt: skip


@public_page()
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice at its permanent address; one that is not public does not exist here."""
    row = get_object_or_404(hearings.listed(), pk=pk)
    context = {
        "row": row, "now": clock.now(), "later": hearings.listed().filter(replaces=row).first(),
        "earlier": hearings.listed().filter(pk=row.replaces_id or 0).first(),
    }  # fmt: skip
    return render(request, "public/hearings/notice.html", context)


@public_page()
def calendar(_request: HttpRequest) -> HttpResponse:
    """Everything to come as one calendar to subscribe to."""
    return _ics(list(hearings.coming()[:MOST_EVENTS]), "hearings")


@public_page()
def event(_request: HttpRequest, pk: int) -> HttpResponse:
    """One hearing."""
    return _ics([get_object_or_404(hearings.listed(), pk=pk)], f"hearing-{pk}")


def _ics(rows: list[HearingNotice], name: str) -> HttpResponse:
    content = hearings_ics("荔湾区人民法院开庭公告", rows, settings.SITE_URL)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


class LatestNotices(Feed):  # type: ignore[type-arg]
    """The latest notices as Atom; changes are entries of their own."""

    feed_type = Atom1Feed
    title = "荔湾区人民法院开庭公告"
    description_template = None

    def link(self) -> str:
        """The page."""
        return reverse("hearings:list")

    def items(self) -> list[HearingNotice]:
        """What was announced, changed or cancelled last."""
        return list(hearings.latest(IN_FEED))

    def item_title(self, item: HearingNotice) -> str:
        """Number, cause, and what became of it."""
        return f"{item.case_number} {item.cause} {item.get_state_display()}"

    def item_description(self, item: HearingNotice) -> str:
        """When and where."""
        return f"{clock.local(item.begins_at):%Y-%m-%d %H:%M} {item.courtroom} {item.division}"

    def item_updateddate(self, item: HearingNotice) -> datetime:
        """The last change."""
        return item.ended_at or item.published_at

    def item_pubdate(self, item: HearingNotice) -> datetime:
        """When it was announced."""
        return item.published_at


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return max(1, int(text)) if text.isdecimal() and text.isascii() and len(text) <= FARTHEST else 1


def _urls() -> list[Any]:
    return [
        path("", notices, name="list"),
        path("calendar.ics", calendar, name="calendar"),
        path("feed/", public_page()(LatestNotices()), name="feed"),
        path("<int:pk>/", notice, name="detail"),
        path("<int:pk>/hearing.ics", event, name="event"),
    ]


urlpatterns = _urls()
