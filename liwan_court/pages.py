"""Pages that say what the portal is and by which rules it works; none of them asks the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from liwan_court.decisions import TOPICS
from liwan_court.plan_text import sections
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest

HOUR = 3600
POLICIES = {
    "liwan-2013": "本院2013年工作方案（当事人写作×××，删除原告诉称、被告答辩）",
    "spc-2016": "最高人民法院法释〔2016〕19号",
}


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"public/{template}", context)


@public_page(seconds=HOUR)
def rules(request: HttpRequest) -> HttpResponse:
    """制度公开: the plan, its annexes and 实施办法第一条 in full (R67)."""
    return _page(request, "rules/plan.html", sections=sections())


@public_page(seconds=HOUR)
def decisions(request: HttpRequest) -> HttpResponse:
    """本站规则说明: what the portal decided where the plan is silent (D1–D22)."""
    policy = POLICIES.get(settings.REDACTION_POLICY, settings.REDACTION_POLICY)
    return _page(request, "rules/decisions.html", topics=TOPICS, policy=policy)


@public_page(seconds=HOUR)
def help_search(request: HttpRequest) -> HttpResponse:
    """检索方法, with examples that lead to real searches (R38)."""
    return _page(request, "help/search.html")


@public_page(seconds=HOUR)
def about(request: HttpRequest) -> HttpResponse:
    """What the portal is."""
    return _page(request, "about.html")


@public_page(seconds=HOUR)
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach the court."""
    address = {
        "address": getattr(settings, "COURT_ADDRESS", ""),
        "phone": getattr(settings, "COURT_PHONE", ""),
    }
    return _page(request, "contact.html", **address)


@public_page(seconds=HOUR)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was done so that everyone can read, and whom to tell when it is not enough."""
    return _page(request, "accessibility.html")


@public_page(seconds=HOUR)
def progress(request: HttpRequest) -> HttpResponse:
    """案件审判进度: how parties look today, and what will open (R10)."""
    return _page(request, "focus/progress.html")


@public_page(seconds=HOUR)
def logs(request: HttpRequest) -> HttpResponse:
    """执行日志: how parties look today, and what will open (R10)."""
    return _page(request, "focus/logs.html")


@public_page(seconds=HOUR)
def robots(_request: HttpRequest) -> HttpResponse:
    """Everything may be read; what must not be indexed says so in its own header, which a ban here would hide."""
    lines = ["User-agent: *", "Disallow:", "", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
