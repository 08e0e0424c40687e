"""An officer's own sessions as iCalendar (R47)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from livestream.models import Session


def sessions_ics(name: str, sessions: Iterable[Session], site: str) -> bytes:
    """One event for each session; the same session keeps its UID, a pulled one is cancelled. Never a party's name."""
    calendar = Calendar()
    calendar.add("prodid", "-//liwan-court//live//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for session in sessions:
        event = Event()
        event.add("uid", f"session-{session.pk}@liwan-court")
        event.add("dtstamp", clock.now().astimezone(clock.ZONE))
        event.add("dtstart", clock.local(session.begins_at))
        event.add("dtend", clock.local(session.ends_at))
        what = "直播、微博" if session.livestream else "微博"
        event.add("summary", f"{what}：{session.case_number}")
        event.add("location", session.courtroom)
        event.add("description", f"{session.division}，经办法官{session.judge.name}")
        event.add("url", f"{site}{session.get_absolute_url()}")
        event.add("status", "CANCELLED" if session.state == "pulled" else "CONFIRMED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
