"""A party applies, on the page of its case, that a judgment be not published (R35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from judgments.actions.applications import ApplyAsParty
from judgments.actions.base import ActionRefused
from judgments.models import Judgment
from liwan_court.registry.gate.grant import for_parties

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.gate.grant import Grant


@require_POST
@for_parties
def apply(request: HttpRequest, grant: Grant, pk: int) -> HttpResponse:
    """Put the application on record; only judgments of the party's own case exist here."""
    judgment = get_object_or_404(Judgment, pk=pk, number_key=grant.case.number_key)
    try:
        ApplyAsParty(judgment, grant, request.POST.get("reason", "")).run()
    except ActionRefused as refused:
        for message in refused.messages:
            messages.error(request, message)
    else:
        messages.success(request, "申请已经收到，决定会显示在本页。未准许以前，文书按规定公布。")
    return redirect("case:view")
