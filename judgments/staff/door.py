"""What the staff pages of the judgment line share: what the asking person may see, and the way back to a judgment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect

from judgments.models import Judgment
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from judgments.models.judgment import JudgmentQuerySet

__all__ = [
    "carry_out", "judgment_or_404", "needs", "say_form_errors", "say_refusal", "show", "to_life", "visible",
]  # fmt: skip


def visible(request: HttpRequest) -> JudgmentQuerySet:
    """The judgments that the asking person may see."""
    return Judgment.objects.visible_to(actor_of(request))


def judgment_or_404(request: HttpRequest, pk: int) -> Judgment:
    """A judgment the asking person may see. Raises Http404 for any other, whether it exists or not."""
    rows = visible(request).select_related("division", "case", "handling_judge", "edition")
    return get_object_or_404(rows, pk=pk)


def to_life(judgment: Judgment) -> HttpResponse:
    """Back to the page with the life of a judgment."""
    return redirect("admin:staff_life", judgment.pk)
