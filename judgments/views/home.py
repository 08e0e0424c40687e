"""The first page of the portal (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from judgments.queries import account, batches
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 6
EXAMPLES = ("“逾期交房” 违约金", "案由:买卖合同纠纷", "法条:民法典第五百七十七条")


@public_page()
def home(request: HttpRequest) -> HttpResponse:
    """Search, the four focus entries, the latest batch, the account of all effective judgments."""
    month = batches.latest_month()
    context = {
        "examples": EXAMPLES,
        "month": month,
        "judgments": batches.judgments_of(month.period).order_by("-decided_on", "-pk")[:SHOWN]
        if month
        else [],
        "next": batches.next_publication(),
        "account": account.latest_quarter(),
    }
    return render(request, "public/home.html", context)
