"""更正申请: what parties ask to have corrected, answered by who handles the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.registry.actions.corrections import AnswerCorrection, State
from liwan_court.registry.models import CorrectionRequest
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, page, show

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

LATEST = 200


def seen_by(actor: Actor) -> QuerySet[CorrectionRequest]:
    """Applications of one's own cases, one's division; the filing office sees all."""
    rows = CorrectionRequest.objects.select_related("case__division", "key__party", "answered_by")
    if actor.holds(Post.FILING):
        return rows
    own = rows.filter(case__handling_judge__in=actor.acting_for(Post.JUDGE, Post.EXECUTION_OFFICER))
    return own | rows.filter(case__division__in=actor.divisions(Post.DIVISION_HEAD))


@require_GET
@needs(*AnswerCorrection.posts)
def corrections(request: HttpRequest) -> HttpResponse:
    """Those that wait stand first."""
    rows = sorted(seen_by(actor_of(request))[:LATEST], key=lambda row: row.state != State.PENDING)
    return show(request, "register/corrections.html", "更正申请", rows=rows)


@require_POST
@needs(*AnswerCorrection.posts)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """已更正 or 不予更正, with words."""
    actor = actor_of(request)
    row = get_object_or_404(seen_by(actor), pk=pk)
    corrected = request.POST.get("decision") == State.CORRECTED
    action = AnswerCorrection(row, actor, corrected=corrected, answer=request.POST.get("answer", ""))
    carry_out(request, action, "已答复，当事人可在查询页面看到")
    return redirect("admin:staff_register_corrections")


urls = [
    page("corrections/", corrections, "register_corrections"),
    page("corrections/<int:pk>/answer/", answer, "register_correction_answer"),
]
