"""直播控制台, the list: which broadcasts the actor may open, those of today and under review first (R42, R43, R51)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.views.decorators.http import require_GET

from livestream.actions.broadcasting import GROUP
from livestream.models import Broadcast, Duty, Session
from livestream.roles import is_group_head, membership
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Item, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

ALL = (Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)
OPEN = (Session.State.READY, Session.State.LIVE, Session.State.PAUSED)
SHOWN_FOR = timedelta(days=31)
ROWS = 50
TO_REVIEW = Q(broadcast__replay=Broadcast.Replay.REVIEW)


def seen_by(actor: Actor) -> QuerySet[Session]:
    """The announced livestreams whose console is open to the actor, as `broadcasting.may_look` has it for one."""
    rows = Session.objects.filter(livestream=True, announced_at__isnull=False)
    if actor.holds(*ALL) or membership(actor, GROUP) or is_group_head(actor, GROUP):
        return rows
    own = Q(judge_id=actor.officer_id or 0)
    return rows.filter(own | Q(division_id__in=actor.divisions(Post.DIVISION_HEAD)))


@require_GET
def consoles(request: HttpRequest) -> HttpResponse:
    """Today's first, then those to come, then those of the last month; what waits for a review stays until it had one."""
    actor, today = actor_of(request), clock.today()
    begins, ends = clock.moment(today), clock.moment(today + timedelta(days=1))
    operators = Duty.objects.filter(cancelled=False, member__group__kind=GROUP).select_related(
        "member__officer"
    )
    rows = (
        seen_by(actor)
        .exclude(state=Session.State.PULLED)
        .select_related("division", "judge", "broadcast")
        .prefetch_related(Prefetch("duties", operators, to_attr="operators"))
    )
    running = Q(state__in=(Session.State.LIVE, Session.State.PAUSED))
    now = rows.filter(running | Q(begins_at__gte=begins, begins_at__lt=ends)).order_by("begins_at")
    coming = rows.filter(begins_at__gte=ends).exclude(running).order_by("begins_at")
    past = rows.filter(begins_at__lt=begins).exclude(running)
    past = past.filter(TO_REVIEW | Q(begins_at__gte=begins - SHOWN_FOR)).order_by("-begins_at")
    page = Paginator(past, ROWS).get_page(request.GET.get("p"))
    return show(
        request, "live/consoles.html", "直播控制台", today=list(now), coming=list(coming[:ROWS]), page=page
    )


def items(actor: Actor) -> list[Item]:
    """What of today's broadcasts and of replays is the actor's to do."""
    today, url = clock.today(), reverse("admin:staff_live_consoles")
    rows = seen_by(actor)
    on_duty = Q(duties__member__officer_id=actor.officer_id or 0, duties__cancelled=False) & Q(
        duties__member__group__kind=GROUP
    )
    mine = rows if is_group_head(actor, GROUP) else rows.filter(on_duty | Q(judge_id=actor.officer_id or 0))
    day = (clock.moment(today), clock.moment(today + timedelta(days=1)))
    open_ones = mine.filter(state__in=OPEN, begins_at__gte=day[0], begins_at__lt=day[1]).distinct().count()
    found = [Item("今天由我操作或者审理的直播", url, open_ones, urgent=True)] if open_ones else []
    if actor.holds(Post.RESEARCH, Post.DIVISION_HEAD):
        waiting = rows if actor.holds(Post.RESEARCH) else rows.filter(
            division_id__in=actor.divisions(Post.DIVISION_HEAD)
        )  # fmt: skip
        found.append(Item("回放待审", url, waiting.filter(TO_REVIEW).count(), urgent=True))
    return found
