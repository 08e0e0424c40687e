"""What every template knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Names of the court, the permanent address of the page, and whether this is a demonstration."""
    return {
        "court_name": "广州市荔湾区人民法院",
        "site_name": "荔湾审判网",
        "canonical_url": f"{settings.SITE_URL}{request.path}",
        "is_demo": settings.DEMO,
    }
