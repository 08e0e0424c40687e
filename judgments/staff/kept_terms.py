"""保留词: the court's never-redact list, added to and retired by 审判管理办公室."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from judgments.actions import kept_terms as verbs
from judgments.models import KeptTerm
from judgments.staff.door import needs, show
from judgments.staff.navigation import SEES_BATCHES
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
@needs(*SEES_BATCHES)
def kept_terms(request: HttpRequest) -> HttpResponse:
    """The list, and a form for one more word."""
    actor = actor_of(request)
    if request.method == "POST":
        term, note = request.POST.get("term", ""), request.POST.get("note", "")
        try:
            row = verbs.add(actor, term, note)
        except verbs.KeptTermRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"“{row.term}”已加入保留词，今后脱敏时不再被当事人的短名截断")
        return redirect(_back(request))
    rows = KeptTerm.objects.select_related("added_by", "retired_by")
    return show(
        request,
        "kept_terms.html",
        "保留词",
        rows=rows.filter(retired_at__isnull=True),
        retired=rows.filter(retired_at__isnull=False),
        may_change=verbs.may_change(actor),
    )


@require_POST
@needs(Post.TRIAL_MANAGEMENT)
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a word off the list."""
    try:
        row = verbs.retire(actor_of(request), pk)
    except verbs.KeptTermRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"“{row.term}”已停用")
    return redirect("admin:staff_kept_terms")


def _back(request: HttpRequest) -> str:
    """The page the word was picked on, where it is one of ours."""
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}):
        return target
    return "admin:staff_kept_terms"
