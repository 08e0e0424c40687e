"""脱敏质量: the engine's precision and recall as the reviewers' corrections show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_GET

from judgments.staff.door import needs, show
from judgments.staff.navigation import SEES_BATCHES
from judgments.staff.quality_figures import DOCUMENTS_SHOWN
from judgments.staff.quality_figures import quality as figures

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
@needs(*SEES_BATCHES)
def quality(request: HttpRequest) -> HttpResponse:
    """The figures of each version, each with its definition and the documents behind it."""
    return show(request, "quality.html", "脱敏质量", rows=figures(), most=DOCUMENTS_SHOWN)
