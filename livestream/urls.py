"""Public addresses of livestream and microblog. They are permanent: what was once given out keeps working (R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from livestream.feeds import LatestSessions
from livestream.views import archive, calendar, hooks, pictures, session, streaming
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "livestream"
urlpatterns: list[URLPattern] = [
    path("", calendar.calendar, name="calendar"),
    path("months/<str:period>/", calendar.month, name="month"),
    path("archive/", archive.archive, name="archive"),
    path("calendar.ics", calendar.all_ics, name="all_ics"),
    path("feed/", public_page()(LatestSessions()), name="feed"),
    path("hooks/publish/", hooks.on_publish, name="on_publish"),
    path("hooks/update/", hooks.on_update, name="on_update"),
    path("hooks/publish-done/", hooks.on_publish_done, name="on_publish_done"),
    path("pictures/<slug:name>.jpg", pictures.picture, name="picture"),
    path("<slug:slug>/", session.session, name="session"),
    path("<slug:slug>/posts/", session.posts, name="posts"),
    path("<slug:slug>/session.ics", calendar.session_ics, name="session_ics"),
    path("<slug:slug>/stream.m3u8", streaming.stream, name="stream"),
    path("<slug:slug>/stream/", streaming.stream_state, name="stream_state"),
    path("<slug:slug>/pieces/<slug:name>.ts", streaming.piece, name="piece"),
    path("<slug:slug>/replay.mp4", streaming.replay, name="replay"),
    path("<slug:slug>/watching/", streaming.watching, name="watching"),
]
