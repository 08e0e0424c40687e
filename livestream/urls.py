"""Public addresses of livestream and microblog. They are permanent: what was once given out keeps working (R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from livestream.views import hooks, pictures, streaming

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "livestream"
urlpatterns: list[URLPattern] = [
    path("hooks/publish/", hooks.on_publish, name="on_publish"),
    path("hooks/publish-done/", hooks.on_publish_done, name="on_publish_done"),
    path("pictures/<slug:name>.jpg", pictures.picture, name="picture"),
    path("<slug:slug>/stream.m3u8", streaming.stream, name="stream"),
    path("<slug:slug>/stream/", streaming.stream_state, name="stream_state"),
    path("<slug:slug>/pieces/<slug:name>.ts", streaming.piece, name="piece"),
    path("<slug:slug>/replay.mp4", streaming.replay, name="replay"),
    path("<slug:slug>/watching/", streaming.watching, name="watching"),
]
