"""核对微博: what waits for the judge, whom he named, and the division head (R44, R49)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions.check_post import CheckPost, NameChecker, ReturnPost
from livestream.models import Session
from livestream.staff import post_rows
from livestream.staff.post_forms import CheckerForm
from livestream.staff.posts import post_or_403
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def checks(request: HttpRequest) -> HttpResponse:
    """The posts to check, with the text as the public will read it; and for a judge whom he names in his place."""
    actor = actor_of(request)
    open_ones, decided = post_rows.for_checker(actor)
    today = clock.moment(clock.today())
    mine = Session.objects.filter(
        judge_id=actor.officer_id or 0, microblog=True, announced_at__isnull=False,
        begins_at__gte=today, state__in=Session.ON_CALENDAR,
    ).select_related("post_checker__officer")  # fmt: skip
    return show(
        request, "live/post_checks.html", "核对微博",
        rows=[post_rows.row_of(post) for post in open_ones],
        decided=[post_rows.row_of(post) for post in decided],
        sessions=[(session, CheckerForm.of(session)) for session in mine],
    )  # fmt: skip


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """核对无误."""
    post = post_or_403(request, pk)
    seen = request.POST.get("seen", "")
    carry_out(request, CheckPost(post, actor_of(request), seen), "已核对，由值班成员发布")
    return redirect("admin:staff_live_post_checks")


@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """退回修改."""
    post = post_or_403(request, pk)
    seen, reason = request.POST.get("seen", ""), request.POST.get("reason", "")
    carry_out(request, ReturnPost(post, actor_of(request), seen, reason), "已退回，由值班成员修改")
    return redirect("admin:staff_live_post_checks")


@require_POST
def name_checker(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom the judge names."""
    session = Session.objects.filter(pk=pk, announced_at__isnull=False).first()
    if session is None:
        raise Http404("没有这一场次")
    form = CheckerForm(request.POST)
    if form.is_valid():
        officer = form.cleaned_data["officer"]
        done = f"本场微博由{officer}核对" if officer else "本场微博由您本人核对"
        carry_out(request, NameChecker(session, actor_of(request), officer), done)
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_post_checks")
