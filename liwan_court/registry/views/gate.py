"""The gate: where a party shows its key. One answer for everything that does not open (R63, R64)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from liwan_court.client_address import client_address
from liwan_court.registry.gate import grant as grants
from liwan_court.registry.gate import sums
from liwan_court.registry.gate.admission import Attempt, Refused, knock
from liwan_court.registry.gate.forms import GateForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.gate.limits import Standing

REFUSED = "案号或者查阅密码不正确，或者现在不能查询。请对照密码单核对后再试。"
"""The one answer: it says nothing about whether the case exists."""


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def gate(request: HttpRequest) -> HttpResponse:
    """The form; with a good key, on to the page of the case."""
    if request.method != "POST":
        return _page(request, GateForm(), ended=grants.has_ended(request))
    form = GateForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    data = form.cleaned_data
    attempt = Attempt(form.number, form.secret, client_address(request), data["token"], data["answer"])
    outcome = knock(attempt)
    if isinstance(outcome, Refused):
        return _page(request, form, standing=outcome.standing, refused=REFUSED, status=403)
    grants.give(request, outcome)
    return grants.private(redirect("case:view"))


def _page(
    request: HttpRequest, form: GateForm, *, standing: Standing | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    limited = standing is not None and not standing.is_free
    asked = sums.ask() if limited or request.POST.get("token") else None
    context = {"form": form, "standing": standing, "sum": asked, **more}
    return grants.private(render(request, "parties/gate.html", context, status=status))
