"""Public addresses of livestream and microblog. They are permanent: what was once given out keeps working (R58)."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "livestream"
urlpatterns: list[URLPattern] = []
