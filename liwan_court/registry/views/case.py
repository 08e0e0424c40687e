"""The page of a party's own case, what it may take away, and what it may ask for (R40, R62)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from liwan_court.acting import ActionRefused
from liwan_court.registry import key_code
from liwan_court.registry.actions.corrections import LONGEST, AskCorrection
from liwan_court.registry.actions.keys import ChangeKey
from liwan_court.registry.case_page import sections
from liwan_court.registry.documents.case_docx import case_docx
from liwan_court.registry.gate.grant import for_parties, give, private, take_back
from liwan_court.registry.models import CorrectionRequest, KeyVisit
from liwan_court.registry.posts import Actor
from liwan_court.registry.views.gate import gate
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest

    from liwan_court.registry.gate.grant import Grant

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
app_name = "case"


@require_safe
@for_parties
def view(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Everything the party may see of its case."""
    visits = list(KeyVisit.objects.filter(key__party=grant.party)[:2])
    corrections = CorrectionRequest.objects.filter(case=grant.case, key__party=grant.party)
    return render(
        request,
        "parties/case.html",
        {
            "case": grant.case, "party": grant.party, "key": grant.key, "sections": sections(grant), "longest": LONGEST,
            "last_visit": visits[1] if len(visits) > 1 else None, "corrections": list(corrections),
        },
    )  # fmt: skip


@require_safe
@for_parties
def download(_request: HttpRequest, grant: Grant) -> HttpResponse:
    """The same as a .docx; its name says nothing of the case."""
    content = case_docx(grant.case.number, grant.party.role, sections(grant))
    response = HttpResponse(content, content_type=DOCX)
    name = content_disposition_header(as_attachment=True, filename=f"案件查询{clock.today():%Y%m%d}.docx")
    response.headers["Content-Disposition"] = str(name)
    return response


@require_POST
@for_parties
def change_key(request: HttpRequest, grant: Grant) -> HttpResponse:
    """A new key, shown once; the old one opens nothing any more."""
    try:
        row, plain = ChangeKey(grant.key, Actor.system("当事人（凭查阅密码）")).run()
    except ActionRefused as refused:
        for message in refused.messages:
            messages.error(request, message)
        return redirect("case:view")
    give(request, row)
    return render(request, "parties/new_key.html", {"key": key_code.grouped(plain), "case": grant.case})


@require_POST
@for_parties
def ask_correction(request: HttpRequest, grant: Grant) -> HttpResponse:
    """An application to correct what stands on the page."""
    try:
        AskCorrection(grant, request.POST.get("text", "")).run()
    except ActionRefused as refused:
        for message in refused.messages:
            messages.error(request, message)
    else:
        messages.success(request, "更正申请已经收到，答复会显示在本页。")
    return redirect("case:view")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """结束查询: the session opens nothing any more."""
    take_back(request)
    return private(redirect("case:gate"))


urlpatterns = [
    path("", gate, name="gate"),
    path("view/", view, name="view"),
    path("download/", download, name="download"),
    path("key/", change_key, name="change_key"),
    path("correction/", ask_correction, name="correction"),
    path("leave/", leave, name="leave"),
]
