"""微博账号, for the operator: authorise it, switch it on or off, see until when it may post. The token is shown nowhere (R44)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions import weibo_account as actions
from livestream.actions.send_posts import COUNTED
from livestream.microblog.adapters import weibo as adapter
from livestream.microblog.adapters.oauth import NotGranted
from livestream.microblog.limits import LIMITS
from livestream.models import Dispatch
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SALT = "livestream.weibo.authorise"
TEN_MINUTES = 600
SHOWN_ERRORS = ("10014", "10017", "21327", "21332", "10013")


@require_GET
@needs(Post.SYSTEM_OPERATOR)
def account(request: HttpRequest) -> HttpResponse:
    """How the account stands, and what its errors mean."""
    row, oauth = actions.account(), actions.oauth()
    state = signing.dumps(actor_of(request).person_id, salt=SALT)
    tried = Dispatch.objects.filter(adapter="weibo", state__in=COUNTED)
    used = [
        (
            most,
            tried.filter(tried_at__gt=clock.now() - span).count(),
            "小时" if span == timedelta(hours=1) else "天",
        )
        for span, most in LIMITS
    ]
    return show(
        request, "live/weibo.html", "微博账号", row=row, ready=oauth.ready,
        why_not=actions.why_not(row), warning=actions.warning(row) if row.active else "",
        authorise=oauth.address(state) if oauth.ready else "", back=oauth.back, used=used,
        safe_domain=actions.adapter_for(row, None).safe_domain,
        waiting=Dispatch.objects.filter(state=Dispatch.State.QUEUED).count(),
        errors=[adapter.ACCOUNT[code] for code in SHOWN_ERRORS],
    )  # fmt: skip


@require_GET
@needs(Post.SYSTEM_OPERATOR)
def back(request: HttpRequest) -> HttpResponse:
    """Where Weibo sends the operator back to, with a code that is good once."""
    actor = actor_of(request)
    try:
        asked_by = signing.loads(request.GET.get("state", ""), salt=SALT, max_age=TEN_MINUTES)
    except signing.BadSignature:
        asked_by = None
    if asked_by != actor.person_id:
        messages.error(request, "这不是您刚才在本页发起的授权，没有采用：请从本页重新授权")
    elif not request.GET.get("code"):
        messages.error(request, "微博上没有同意授权：账号状态没有变")
    else:
        granted = actions.oauth().exchange(request.GET["code"])
        if isinstance(granted, NotGranted):
            messages.error(request, granted.problem)
        else:
            carry_out(request, actions.KeepGrant(actions.account(), actor, granted), "授权成功")
    return redirect("admin:staff_live_weibo")


@require_POST
@needs(Post.SYSTEM_OPERATOR)
def switch(request: HttpRequest) -> HttpResponse:
    """启用、停用."""
    on = request.POST.get("on") == "1"
    done = "已启用：此后发布的微博自动发出" if on else "已停用：待发的微博已改为人工发布"
    carry_out(request, actions.SwitchAccount(actions.account(), actor_of(request), on=on), done)
    return redirect("admin:staff_live_weibo")
