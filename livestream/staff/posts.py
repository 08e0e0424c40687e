"""微博工作台: the sessions with microblog, and the desk of one session for its member on duty (R44, R54)."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions.base import ActionRefused
from livestream.actions.posting import may_look, named_checker, writes
from livestream.actions.posts import DraftPost, DropPost, EditPost
from livestream.actions.publish_post import PublishPost
from livestream.actions.weibo_account import account_in_use, warning
from livestream.microblog import facts, pictures, templates
from livestream.models import MicroblogPost, Session
from livestream.staff import post_rows
from livestream.staff.post_forms import KEEP, NOTHING, PostForm
from livestream.staff.readers import readers_only
from liwan_court.admin_access import actor_of
from liwan_court.client_address import client_address
from liwan_court.fonts import chinese_font
from liwan_court.registry.models import Officer
from liwan_court.staff_pages import carry_out, say_form_errors, say_refusal, show

if TYPE_CHECKING:
    from django.http import HttpRequest

A_PAGE = 30
Stage, State = MicroblogPost.Stage, MicroblogPost.State


@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """The sessions with microblog, those to come and of the last month."""
    readers_only(request)
    rows = post_rows.sessions_with_posts().order_by("-begins_at", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("p"))
    return show(request, "live/post_sessions.html", "庭审微博", page=page, warning=warning(account_in_use()))


def session_or_403(request: HttpRequest, pk: int) -> Session:
    """A session whose posts the person may see. Raises Http404 and PermissionDenied."""
    rows = Session.objects.filter(pk=pk, announced_at__isnull=False, microblog=True)
    rows = rows.select_related("division", "judge", "nomination__case", "post_checker__officer")
    session = rows.prefetch_related("panel", "nomination__case__parties").first()
    if session is None:
        raise Http404("没有这一场微博")
    if not may_look(actor_of(request), session):
        raise PermissionDenied("您不参与本场微博")
    return session


def post_or_403(request: HttpRequest, pk: int) -> MicroblogPost:
    """A post that the person may see. Raises Http404 and PermissionDenied."""
    post = post_rows.whole(MicroblogPost.objects.filter(pk=pk)).first()
    if post is None:
        raise Http404("没有这一条微博")
    if not may_look(actor_of(request), post.session):
        raise PermissionDenied("您不参与本场微博")
    return post


def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Templates by stage, the drafts with what stands against them, and what was published with its way outside.

    A form that was not taken comes back as it was typed.
    """
    session = session_or_403(request, pk)
    if request.method == "POST":
        return _write(request, session)
    stage = request.GET.get("stage", "")
    corrects = _published(session, request.GET.get("corrects", ""))
    edited = _open(session, request.GET.get("edit", ""))
    form = None
    if edited is not None:
        stage, corrects = edited.stage, edited.corrects
        kept = KEEP if edited.picture_private else NOTHING
        initial = {"text": edited.text, "with_picture": kept}
        form = PostForm(initial=initial, stage=stage, corrects=_number(corrects), post=edited)
    elif corrects is not None or stage in templates.STAGES:
        stage = Stage.CORRECTION if corrects else stage
        initial = {"text": facts.draft_of(session, stage), "with_picture": NOTHING}
        form = PostForm(initial=initial, stage=stage, corrects=_number(corrects))
    return _desk(request, session, form, stage, corrects, edited)


def _write(request: HttpRequest, session: Session) -> HttpResponse:
    """Try a text, keep a new draft, or change one."""
    edited = _open(session, request.POST.get("edit", ""))
    if edited is None and request.POST.get("edit"):
        messages.error(request, "这一条已发布或不用，不能再改：请刷新页面")
        return redirect("admin:staff_live_posts", session.pk)
    corrects = edited.corrects if edited else _published(session, request.POST.get("corrects", ""))
    stage = edited.stage if edited else request.POST.get("stage", "")
    form = PostForm(request.POST, request.FILES, stage=stage, corrects=_number(corrects), post=edited)
    if not form.is_valid():
        say_form_errors(request, form)
    elif "try" in request.POST:
        tried = MicroblogPost(session=session, stage=stage, text=form.cleaned_data["text"], corrects=corrects)
        return _desk(request, session, form, stage, corrects, edited, post_rows.row_of(tried))
    elif _keep(request, session, form, stage, corrects, edited):
        return redirect("admin:staff_live_posts", session.pk)
    return _desk(request, session, form, stage, corrects, edited)


def _keep(
    request: HttpRequest, session: Session, form: PostForm, stage: str,
    corrects: MicroblogPost | None, edited: MicroblogPost | None,
) -> bool:  # fmt: skip
    actor = actor_of(request)
    if edited is not None:
        changed = EditPost(edited, actor, form.writing(), without_picture=form.without_picture)
        return carry_out(request, changed, "已保存，等待核对")
    return carry_out(
        request, DraftPost(session, actor, stage, form.writing(), corrects), "已存为草稿，等待核对"
    )


def _desk(
    request: HttpRequest, session: Session, form: PostForm | None, stage: str, corrects: MicroblogPost | None,
    edited: MicroblogPost | None, tried: post_rows.Row | None = None,
) -> HttpResponse:  # fmt: skip
    actor = actor_of(request)
    posts = list(post_rows.whole(session.posts.exclude(state=State.DROPPED)).order_by("number", "pk"))
    for post in posts:
        post.session = session
    rows = [post_rows.row_of(post, actor) for post in posts]
    checker = Officer.objects.filter(pk=named_checker(session) or 0).first()
    return show(
        request, "live/posts.html", f"微博工作台：{session.case_number}",
        session=session, may_write=writes(actor, session), form=form, stage=stage,
        stage_label=Stage(stage).label if stage in Stage.values else "", corrects=corrects, edited=edited,
        tried=tried, stages=[(each.value, each.label) for each in Stage if each != Stage.CORRECTION],
        drafts=[row for row in rows if row.post.state in MicroblogPost.OPEN],
        published=[row for row in reversed(rows) if row.post.state == State.PUBLISHED],
        checker=checker, warning=warning(account_in_use()), by_account=account_in_use() is not None,
        no_font="" if chinese_font() else pictures.NO_FONT,
    )  # fmt: skip


def _number(post: MicroblogPost | None) -> int | None:
    return post.number if post else None


def _one(session: Session, pk: str, states: tuple[str, ...]) -> MicroblogPost | None:
    rows = session.posts.filter(state__in=states).select_related("corrects")
    post = rows.filter(pk=int(pk)).first() if pk.isdecimal() else None
    if post is not None:
        post.session = session
    return post


def _published(session: Session, pk: str) -> MicroblogPost | None:
    return _one(session, pk, (State.PUBLISHED,))


def _open(session: Session, pk: str) -> MicroblogPost | None:
    return _one(session, pk, MicroblogPost.OPEN)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft that will not go out."""
    post = post_or_403(request, pk)
    carry_out(request, DropPost(post, actor_of(request)), "已弃用这一条草稿")
    return redirect("admin:staff_live_posts", post.session_id)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish on the portal; where it goes from there is said."""
    post = post_or_403(request, pk)
    try:
        done = PublishPost(post, actor_of(request), operator_address(request)).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
    else:
        by_hand = done.dispatch.state == done.dispatch.State.BY_HAND
        then = "请复制到微博发布，再把地址贴回本页" if by_hand else "正在自动发到微博"
        messages.success(request, f"第{done.number}条已在本站发布；{then}")
    return redirect("admin:staff_live_posts", post.session_id)


def operator_address(request: HttpRequest) -> str | None:
    """From where the person publishes, as Weibo asks for it; None where it is no address."""
    try:
        return str(ipaddress.ip_address(client_address(request)))
    except ValueError:
        return None


@require_GET
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A post's picture as it would go out, for those who write and check."""
    post = post_or_403(request, pk)
    if not post.picture_private:
        raise Http404("这一条没有配图")
    try:
        with post.picture_private.open("rb") as kept:
            return HttpResponse(kept.read(), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404("配图的文件不在了") from None
