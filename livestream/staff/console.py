"""直播控制台: how one session goes on air, is cut, goes on, ends, and what becomes of its replay (R42, R43, R51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions import broadcasting
from livestream.actions.cut import CutBroadcast, ExplainCut, ResumeBroadcast
from livestream.actions.end_broadcast import EndBroadcast
from livestream.actions.go_live import GoLive
from livestream.actions.replay import DecideReplay, SetReplayAddress
from livestream.actions.set_up_broadcast import IssueKey, SetUpBroadcast
from livestream.broadcast import audience, public_list, storage
from livestream.broadcast.clock_rules import LONGEST_DELAY
from livestream.broadcast.playlist import CONTENT_TYPE
from livestream.models import Broadcast, Session, WorkingGroup
from livestream.player import player_library
from liwan_court.acting import ActionRefused
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, say_form_errors, say_refusal, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest

    from liwan_court.registry.posts import Actor

VERBS: dict[str, type[broadcasting.BroadcastAct[Any]]] = {
    "go-live": GoLive, "cut": CutBroadcast, "resume": ResumeBroadcast, "end": EndBroadcast,
}  # fmt: skip
DONE = {
    "go-live": "已开播，公众将在延迟时间后看到",
    "cut": "已切断：未公开的画面不再公开",
    "resume": "已恢复，从现在起继续",
    "end": "直播已结束，回放生成后等待审核",
}
REVIEW_FOLDER = "piece/"


class SetUpForm(forms.Form):
    """Mode, delay, a partner's address."""

    mode = forms.ChoiceField(label="直播方式", choices=Broadcast.Mode.choices)
    delay = forms.IntegerField(
        label="延迟（秒）",
        min_value=0,
        max_value=LONGEST_DELAY,
        initial=60,
        help_text="公众看到的画面晚这么多秒，供切断之用",
    )
    address = forms.URLField(label="协作单位直播地址", required=False, assume_scheme="https")


class ReplayAddressForm(forms.Form):
    """Where a partner keeps the recording."""

    address = forms.URLField(label="外部回放地址", assume_scheme="https")


def session_or_404(request: HttpRequest, pk: int) -> Session:
    """An announced session that the actor may look at. Raises Http404 and PermissionDenied."""
    rows = Session.objects.select_related("division", "judge", "nomination", "broadcast")
    row = get_object_or_404(rows, pk=pk, announced_at__isnull=False)
    if not broadcasting.may_look(actor_of(request), row):
        raise PermissionDenied("您在本场没有任务，不能使用控制台")
    return row


@require_GET
def console(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one broadcast on one page."""
    session, actor = session_or_404(request, pk), actor_of(request)
    broadcast: Broadcast | None = getattr(session, "broadcast", None)
    return show(
        request, "live/console.html", f"控制台 {session.case_number}", session=session, broadcast=broadcast,
        setup=_setup_form(session, actor, broadcast), offers=_offers(session, actor),
        may_cut=broadcasting.may_cut(actor, session), reviewer=broadcasting.reviews(actor, session),
        cuts=list(broadcast.cuts.select_related("cut_by__officer")) if broadcast else [],
        push_address=settings.LIVE_PUSH_ADDRESS, may_key=_possible(IssueKey(session, actor)) if broadcast else False,
        replay_form=_replay_form(session, actor, broadcast), hls=player_library(), **_now(session, broadcast),
    )  # fmt: skip


def _setup_form(session: Session, actor: Actor, broadcast: Broadcast | None) -> SetUpForm | None:
    mode = broadcast.mode if broadcast else Broadcast.Mode.TEXT
    if not _possible(SetUpBroadcast(session, actor, Broadcast.Mode.TEXT)):
        return None
    initial = {"mode": mode, "delay": broadcast.delay_seconds if broadcast else 60}
    group = WorkingGroup.objects.filter(kind=broadcasting.GROUP).first()
    address = broadcast.outside_address if broadcast else ""
    return SetUpForm(initial=initial | {"address": address or (group.partner_address if group else "")})


def _replay_form(session: Session, actor: Actor, broadcast: Broadcast | None) -> ReplayAddressForm | None:
    outside = broadcast is not None and broadcast.mode == Broadcast.Mode.OUTSIDE
    fits = session.state == Session.State.ENDED and broadcasting.sets_up(actor, session)
    return ReplayAddressForm() if outside and fits else None


def _possible(action: broadcasting.BroadcastAct[Any]) -> bool:
    return not action.failures()


def _offers(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """Opening, resuming and ending as far as the actor's part goes, with what still stands in the way."""
    rows = []
    for name, kind in VERBS.items():
        action = kind(session, actor)
        checks = action.all_checks()
        mine = next((check.passed for check in checks if check.code == "post"), False)
        timely = all(check.passed for check in checks if check.code == "state")
        if name != "cut" and mine and timely:
            failed = [check for check in checks if not check.passed]
            rows.append({"name": name, "verb": kind.verb, "failed": failed, "possible": not failed})
    return rows


def _now(session: Session, broadcast: Broadcast | None) -> dict[str, Any]:
    """What the page shows anew every few seconds."""
    last = public_list.last_sign(broadcast) if broadcast else None
    state = public_list.state_of(broadcast) if broadcast else "none"
    return {
        "state": state,
        "says": public_list.SAYS.get(state, "尚未设置直播方式"),
        "publishing": bool(broadcast and broadcast.publishing),
        "last_sign": clock.local(last) if last else None,
        "watching": audience.watching(session.pk),
        "pieces": broadcast.segments.exclude(public_name="").count() if broadcast else 0,
        "page": _fingerprint(session, broadcast),
        "room": storage.room_left() >= storage.ROOM_NEEDED,
    }


def _fingerprint(session: Session, broadcast: Broadcast | None) -> str:
    """What decides which buttons the page has: when it changes, the page is fetched anew."""
    return f"{session.state} {broadcast.replay} {broadcast.publishing}" if broadcast else session.state


@require_GET
def console_state(request: HttpRequest, pk: int) -> JsonResponse:
    """The same as JSON, for the page."""
    session = session_or_404(request, pk)
    now = _now(session, getattr(session, "broadcast", None))
    last = now.pop("last_sign")
    return JsonResponse(now | {"last_sign": f"{last:%H:%M:%S}" if last else ""})


@require_POST
def set_up(request: HttpRequest, pk: int) -> HttpResponse:
    """设置直播."""
    session, form = session_or_404(request, pk), SetUpForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        action = SetUpBroadcast(session, actor_of(request), data["mode"], data["address"], data["delay"])
        carry_out(request, action, "直播方式已设置")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_console", pk)


@require_POST
def issue_key(request: HttpRequest, pk: int) -> HttpResponse:
    """A new key, shown on this answer and never again."""
    session = session_or_404(request, pk)
    try:
        key = IssueKey(session, actor_of(request)).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect("admin:staff_live_console", pk)
    answer = show(
        request, "live/key.html", "推流密钥", session=session, server=settings.LIVE_PUSH_ADDRESS,
        stream_key=f"{session.slug}?key={key}",
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """开播、切断、恢复、结束."""
    session = session_or_404(request, pk)
    kind = VERBS.get(verb)
    if kind is None:
        raise Http404("没有这种操作")
    extra = (request.POST.get("reason", ""),) if kind is CutBroadcast else ()
    carry_out(request, kind(session, actor_of(request), *extra), DONE[verb])
    return redirect("admin:staff_live_console", pk)


@require_POST
def explain(request: HttpRequest, pk: int, cut: int) -> HttpResponse:
    """Why it was cut, written down afterwards."""
    session = session_or_404(request, pk)
    carry_out(
        request, ExplainCut(session, actor_of(request), cut, request.POST.get("reason", "")), "已记下原因"
    )
    return redirect("admin:staff_live_console", pk)


@require_POST
def replay_address(request: HttpRequest, pk: int) -> HttpResponse:
    """外部回放地址."""
    session, form = session_or_404(request, pk), ReplayAddressForm(request.POST)
    if form.is_valid():
        action = SetReplayAddress(session, actor_of(request), form.cleaned_data["address"])
        carry_out(request, action, "回放地址已填写，等待审核")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_console", pk)


@require_POST
def decide_replay(request: HttpRequest, pk: int) -> HttpResponse:
    """公开 or 不公开."""
    session = session_or_404(request, pk)
    public = request.POST.get("decision") == "public"
    action = DecideReplay(session, actor_of(request), public=public, reason=request.POST.get("reason", ""))
    carry_out(request, action, "回放已公开" if public else "回放不公开")
    return redirect("admin:staff_live_console", pk)


def _reviewed(request: HttpRequest, pk: int) -> Session:
    session = session_or_404(request, pk)
    if not broadcasting.reviews(actor_of(request), session):
        raise PermissionDenied("只有审核回放的人可以预览")
    return session


@require_GET
def review_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole recording as it would be public, for who reviews it."""
    broadcast = get_object_or_404(Broadcast, session=_reviewed(request, pk))
    text = public_list.list_of(broadcast, whole=True, folder=REVIEW_FOLDER)
    return HttpResponse(text, content_type=CONTENT_TYPE)


@require_GET
def review_piece(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A released piece for the review."""
    path = storage.public_file(_reviewed(request, pk).slug, name)
    if path is None:
        raise Http404("没有这个片段")
    return HttpResponse(path.read_bytes(), content_type="video/mp2t")
