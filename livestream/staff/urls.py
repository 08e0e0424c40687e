"""Addresses of the staff pages of livestream and microblog, below /admin/live/."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
