"""我的通知: what one was told of sessions, with the acknowledgement (R47)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions.notify import Acknowledge
from livestream.models import Notice
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 30


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """One's own notices, the open ones first."""
    rows = Notice.objects.filter(officer_id=actor_of(request).officer_id or 0).select_related("session")
    ordered = rows.order_by("acknowledged_at", "-pk")
    page = Paginator(ordered, A_PAGE).get_page(request.GET.get("p"))
    return show(
        request, "live/notices.html", "我的通知", page=page, open=rows.filter(acknowledged_at=None).count()
    )


@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """回执 of one notice."""
    row = Notice.objects.filter(pk=pk).first()
    if row is None:
        raise Http404("没有这条通知")
    carry_out(request, Acknowledge(row, actor_of(request)), "已回执")
    return redirect("admin:staff_live_notices")


@require_POST
def acknowledge_all(request: HttpRequest) -> HttpResponse:
    """回执 of everything open."""
    actor = actor_of(request)
    for row in Notice.objects.filter(officer_id=actor.officer_id or 0, acknowledged_at=None):
        carry_out(request, Acknowledge(row, actor), f"已回执：{row.get_kind_display()}")
    return redirect("admin:staff_live_notices")
