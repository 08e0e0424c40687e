"""指出问题: a reader points at something in a published judgment, and the answer has a clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from judgments.forms import ProblemForm
from judgments.models import ProblemReport
from judgments.views.judgment import Withdrawn, public_edition, tombstone
from liwan_court.client_address import client_address
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from judgments.models import Judgment

ANSWER_WITHIN = 3
"""Working days."""
MOST_AN_HOUR = 5
"""From one address."""
MOST_OPEN = 50
"""Unanswered reports of one judgment."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_problem(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, without an account. What a program filled in is thanked for and thrown away."""
    try:
        judgment, edition = public_edition(slug)
    except Withdrawn as taken_back:
        return tombstone(request, taken_back.judgment)
    form = ProblemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.is_trapped:
            if _too_many(request, judgment):
                return _later(request)
            _keep(form, judgment)
        return redirect("judgments:problem-thanks", slug=slug)
    context = {"judgment": judgment, "edition": edition, "form": form, "days": ANSWER_WITHIN}
    return render(request, "public/judgments/problem.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD"])
def problem_thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Received, and by when it is answered."""
    try:
        judgment, _ = public_edition(slug)
    except Withdrawn as taken_back:
        return tombstone(request, taken_back.judgment)
    due = calendar.load().add_workdays(clock.today(), ANSWER_WITHIN)
    context = {"judgment": judgment, "due": due, "days": ANSWER_WITHIN}
    return render(request, "public/judgments/problem_thanks.html", context)


def _later(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "3600"
    return response


def _keep(form: ProblemForm, judgment: Judgment) -> ProblemReport:
    report: ProblemReport = form.save(commit=False)
    report.judgment = judgment
    report.due_on = calendar.load().add_workdays(clock.today(), ANSWER_WITHIN)
    report.save()
    return report


def _too_many(request: HttpRequest, judgment: Judgment) -> bool:
    """Whether this address, or this judgment, has had its share; counted by the hour and address."""
    key = f"problems:{client_address(request)}"
    cache.add(key, 0, timeout=timedelta(hours=1).total_seconds())
    if cache.incr(key) > MOST_AN_HOUR:
        return True
    waiting = ProblemReport.objects.filter(judgment=judgment, state=ProblemReport.State.OPEN)
    return waiting.count() >= MOST_OPEN
