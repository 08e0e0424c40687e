"""把关: what waits for whose signature, and the checklist of one case (R49, R50)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from livestream.actions import screen
from livestream.grounds import GROUNDS, LABELS
from livestream.models import Nomination, Signature
from livestream.staff.list_forms import SignForm
from livestream.staff.months import around, asked_month
from livestream.staff.readers import for_readers
from livestream.staff.schedule_rows import ARRANGES
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

SEES_ALL = (*ARRANGES, Post.AUDITOR)


def seen_by(actor: Actor) -> QuerySet[Nomination]:
    """The nominations an actor may see: all, those of his division, those he hears."""
    rows = Nomination.objects.select_related("list__division", "case", "judge", "screening")
    rows = rows.prefetch_related("screening__signatures__officer", "case__broadcast_objections")
    if actor.holds(*SEES_ALL):
        return rows
    divisions = actor.divisions(Post.DIVISION_HEAD)
    return rows.filter(Q(list__division__in=divisions) | Q(judge_id=actor.officer_id or 0))


def waits_for(actor: Actor, row: Nomination) -> list[str]:
    """The roles in which the actor is still to sign a case."""
    if (
        row.state not in (Nomination.State.NOMINATED, Nomination.State.PASSED)
        or row.hearing_at <= clock.now()
    ):
        return []
    signed = screen.latest(screen.screening_of(row))
    mine = {each.role for each in signed.values() if each.officer_id == actor.officer_id}
    return [] if mine else [role for role in screen.roles_of(actor, row) if role not in signed]


def to_sign(actor: Actor) -> list[Nomination]:
    """Everything that waits for the actor's signature, the nearest hearing first."""
    ahead = seen_by(actor).filter(hearing_at__gt=clock.now(), state=Nomination.State.NOMINATED)
    return [row for row in ahead.order_by("hearing_at") if waits_for(actor, row)]


@require_GET
@for_readers
def screenings(request: HttpRequest) -> HttpResponse:
    """A month's cases with their signatures; those that wait for the actor first."""
    actor, period = actor_of(request), asked_month(request)
    rows = seen_by(actor).filter(list__period=period).order_by("hearing_at", "pk")
    return show(
        request, "live/screenings.html", f"{period} 把关", **around(period), mine=[_line(row) for row in to_sign(actor)],
        rows=[_line(row) for row in rows], roles=[role.label for role in screen.roles_needed()],
    )  # fmt: skip


def _line(row: Nomination) -> dict[str, Any]:
    signed = screen.latest(screen.screening_of(row))
    return {
        "row": row,
        "signed": [signed.get(role) for role in screen.roles_needed()],
        "last_day": screen.last_day_to_sign(clock.local(row.hearing_at).date()),
        "blocking": [hint.text for hint in screen.hints_of(row) if hint.blocking],
    }


@require_http_methods(["GET", "POST"])
@for_readers
def screening(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: facts and hints, the grounds word for word, who signed what, and the form of who is to sign."""
    actor = actor_of(request)
    row = seen_by(actor).filter(pk=pk).first()
    if row is None:
        if Nomination.objects.filter(pk=pk).exists():
            raise PermissionDenied("这不是您承办、也不是您部门的案件")
        raise Http404("没有这件报送案件")
    form = SignForm(request.POST or None)
    if request.method == "POST" and _sign(request, row, actor, form):
        return redirect("admin:staff_live_screening", pk)
    roles = screen.roles_of(actor, row)
    return show(
        request, "live/screening.html", f"把关 {row.case}", **_context(row, form),
        roles=[(role, waits_for(actor, row)) for role in roles], role=_role(actor, row, roles),
    )  # fmt: skip


def _context(row: Nomination, form: SignForm) -> dict[str, Any]:
    fresh = get_object_or_404(Nomination.objects.select_related("screening"), pk=row.pk)
    kept = screen.open_screening(fresh)
    said = {
        ground.code: form.data.get(f"ground-{ground.code}") if form.is_bound else None for ground in GROUNDS
    }
    return {
        "row": row,
        "form": form,
        "hints": screen.hints_of(row),
        "grounds": [(ground, kept.grounds.get(ground.code, {}), said[ground.code]) for ground in GROUNDS],
        "signatures": kept.signatures.select_related("officer"),
        "labels": LABELS,
        "missing": screen.signatures_missing(row, clock.local(row.hearing_at).date()),
        "last_day": screen.last_day_to_sign(clock.local(row.hearing_at).date()),
        "objections": row.case.broadcast_objections.all(),
        "session": row.sessions.order_by("-pk").first(),
    }


def _role(actor: Actor, row: Nomination, roles: list[Signature.Role]) -> str:
    """In which role the form signs: the one that is open, else the one in which he signed before."""
    open_ones = waits_for(actor, row)
    signed = screen.latest(screen.screening_of(row))
    mine = [role for role, each in signed.items() if each.officer_id == actor.officer_id]
    return next(iter([*open_ones, *mine, *roles]), "")


def _sign(request: HttpRequest, row: Nomination, actor: Actor, form: SignForm) -> bool:
    """Sign or veto; what was ticked stays on the page when it is refused."""
    if not form.is_valid():
        say_form_errors(request, form)
        return False
    answered, ticked = form.answers()
    data = form.cleaned_data
    action = screen.Sign(
        row, actor, data["role"], data["decision"], answered=answered, ticked=ticked, reason=data["reason"]
    )
    agreed = data["decision"] == Signature.Decision.PASS
    return carry_out(request, action, "已签署同意" if agreed else "已签署不同意：该案不再直播、微博")
