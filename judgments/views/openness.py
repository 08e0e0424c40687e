"""公开情况: the account of all effective judgments, quarter by quarter (R36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from judgments.queries import account, batches
from liwan_court.openness import sections
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public_page()
def openness(request: HttpRequest) -> HttpResponse:
    """Every quarter's account, the latest also by division, and what each figure means."""
    latest = account.latest_quarter()
    context = {
        "latest": latest,
        "divisions": account.by_division(latest) if latest else [],
        "quarters": account.by_quarter(),
        "window_end": batches.previous_window_end(),
        "sections": sections(),
    }
    return render(request, "public/openness.html", context)
