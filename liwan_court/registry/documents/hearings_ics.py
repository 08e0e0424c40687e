"""Hearings as iCalendar: a changed or cancelled one says so under its own UID. Never a party's name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liwan_court.registry.models import HearingNotice

USUAL_LENGTH = timedelta(hours=2)


def hearings_ics(name: str, notices: Iterable[HearingNotice], site: str) -> bytes:
    """One event for each notice."""
    calendar = Calendar()
    calendar.add("prodid", "-//liwan-court//hearings//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for notice in notices:
        event = Event()
        event.add("uid", f"hearing-{notice.pk}@liwan-court")
        event.add("dtstamp", clock.local(notice.ended_at or notice.published_at))
        event.add("dtstart", clock.local(notice.begins_at))
        event.add("dtend", clock.local(notice.begins_at) + USUAL_LENGTH)
        event.add("summary", f"开庭：{notice.case_number} {notice.cause}".strip())
        event.add("location", notice.courtroom)
        event.add("description", f"{notice.division} {notice.panel}".strip())
        event.add("url", f"{site}{notice.get_absolute_url()}")
        event.add("status", "CONFIRMED" if notice.state == "announced" else "CANCELLED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
