"""The grounds of non-publication, word for word, with who decides (R34)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render

from judgments.models import Ground
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public_page(seconds=600)
def grounds(request: HttpRequest) -> HttpResponse:
    """The table of the policy in force."""
    rows = Ground.objects.filter(policy=settings.REDACTION_POLICY)
    return render(request, "public/rules/grounds.html", {"grounds": rows})
