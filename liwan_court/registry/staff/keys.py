"""查阅密码 for those who give it out: found by case number, given out as a slip, reissued, ended (R63).

The computer administrator sees roles and their order, no name, no cause, no course of the case.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_http_methods, require_POST

from liwan_court.acting import ActionRefused
from liwan_court.admin_access import actor_of
from liwan_court.registry.actions.keys import IDENTITY_CHECKS, ISSUES, IssueKey, RevokeKey
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.documents.slip import Slip, slip_docx
from liwan_court.registry.gate.grant import private
from liwan_court.registry.models import Case, CaseKey, Party
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, page, say_refusal, show

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from liwan_court.registry.posts import Actor

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEES_NAMES = (Post.FILING, Post.EXECUTION_OFFICER)


def opened_by(actor: Actor) -> QuerySet[Case]:
    """The cases whose keys are an actor's to give out."""
    rows = Case.objects.all()
    if actor.holds(Post.FILING, Post.SYSTEM_OPERATOR):
        return rows
    return rows.filter(handling_judge__in=actor.acting_for(Post.EXECUTION_OFFICER))


@require_http_methods(["GET"])
@needs(*ISSUES)
def keys(request: HttpRequest) -> HttpResponse:
    """One case, found by its number: its parties and their keys."""
    actor, typed = actor_of(request), request.GET.get("number", "").strip()[:80]
    case = _found(request, actor, typed) if typed else None
    parties = _rows(case) if case else []
    return show(
        request, "register/keys.html", "查阅密码", number=typed, case=case, rows=parties, identity_checks=IDENTITY_CHECKS,
        names=actor.holds(*SEES_NAMES), waiting=_without_key(actor),
    )  # fmt: skip


def _found(request: HttpRequest, actor: Actor, typed: str) -> Case | None:
    try:
        key = parse(typed).key
    except InvalidCaseNumber as error:
        messages.error(request, f"案号：{error}")
        return None
    case = opened_by(actor).filter(number_key=key).first()
    if case is None:
        messages.error(request, "名册中没有这个案号，或者不是您可以发放密码的案件")
    return case


def _rows(case: Case) -> list[dict[str, Any]]:
    kept: dict[int, list[CaseKey]] = {}
    for key in CaseKey.objects.filter(case=case).select_related("issued_by__officer"):
        kept.setdefault(key.party_id, []).append(key)
    return [{"party": party, "keys": kept.get(party.pk, [])} for party in case.parties.all()]


def _without_key(actor: Actor) -> list[Case]:
    """Cases one's own to serve in which nobody has a key yet, the latest first."""
    rows = opened_by(actor).filter(keys__isnull=True, closed_on=None, parties__isnull=False)
    return list(rows.distinct().order_by("-pk")[:10])


@require_POST
@needs(*ISSUES)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Give out a key: the answer is the slip itself, which is not kept."""
    actor = actor_of(request)
    party = get_object_or_404(Party.objects.select_related("case"), pk=pk)
    if not opened_by(actor).filter(pk=party.case_id).exists():
        raise Http404("没有这名当事人")
    agent, seen = request.POST.get("agent", ""), request.POST.get("identity_check", "")
    typed = request.POST.get("expires_on", "").strip()
    try:
        expires_on = date.fromisoformat(typed) if typed else None
    except ValueError:
        messages.error(request, "有效期应写成 2026-12-31 的样式")
        return redirect(_address(party.case))
    try:
        row, plain = IssueKey(party, actor, agent, seen, expires_on).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect(_address(party.case))
    address = f"{settings.SITE_URL}{reverse('case:gate')}"
    slip = Slip(party.case.number, party.role, plain, address, is_agent=bool(row.agent))
    response = HttpResponse(slip_docx(slip), content_type=DOCX)
    name = content_disposition_header(as_attachment=True, filename=f"密码单{row.pk}.docx")
    response.headers["Content-Disposition"] = str(name)
    return private(response)


@require_POST
@needs(*ISSUES)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a key."""
    actor = actor_of(request)
    key = get_object_or_404(CaseKey.objects.select_related("case"), pk=pk)
    if not opened_by(actor).filter(pk=key.case_id).exists():
        raise Http404("没有这个密码")
    carry_out(request, RevokeKey(key, actor, request.POST.get("because", "")), "密码已作废，持有人不能再查阅")
    return redirect(_address(key.case))


def _address(case: Case) -> str:
    return f"{reverse('admin:staff_register_keys')}?{urlencode({'number': case.number})}"


urls = [
    page("keys/", keys, "register_keys"),
    page("keys/parties/<int:pk>/issue/", issue, "register_key_issue"),
    page("keys/<int:pk>/revoke/", revoke, "register_key_revoke"),
]
