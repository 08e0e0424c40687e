"""What a person decides about a post on its way outside: paste its address, carry it over, send it again (R44)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from livestream.actions.settle_dispatch import PasteAddress, SendAgain, TakeByHand
from livestream.staff.posts import post_or_403
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HOW = {
    "by-hand": (TakeByHand, "已改为人工发布：请复制到微博发布，再把地址贴回"),
    "again": (SendAgain, "已重新排入，将自动发到微博"),
}


@require_POST
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """It stands outside, there."""
    post = post_or_403(request, pk)
    if not hasattr(post, "dispatch"):
        raise Http404("这一条还没有发布")
    action = PasteAddress(post.dispatch, actor_of(request), request.POST.get("address", ""))
    carry_out(request, action, f"已登记第{post.number}条的微博地址")
    return redirect("admin:staff_live_posts", post.session_id)


@require_POST
def decide(request: HttpRequest, pk: int, how: str) -> HttpResponse:
    """By hand, or again."""
    post = post_or_403(request, pk)
    if not hasattr(post, "dispatch") or how not in HOW:
        raise Http404("这一条还没有发布")
    kind, done = HOW[how]
    carry_out(request, kind(post.dispatch, actor_of(request), looked="looked" in request.POST), done)
    return redirect("admin:staff_live_posts", post.session_id)
