"""通报: drafted, edited, signed, numbered, published, withdrawn; the list for appraisal (R6, R19, R20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.measuring import quarter_of, quarters_up_to, span
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from liwan_court.timetable import clock
from liwan_court.timetable.periods import UnknownPeriod
from oversight.actions.base import LEADING, SEES_ALL, ActionRefused
from oversight.actions.bulletins import (
    SIGNS,
    DiscardBulletin,
    DraftBulletin,
    EditBulletin,
    PublishBulletin,
    RedraftBulletin,
    SignBulletin,
    SubmitBulletin,
    WithdrawBulletin,
    authors,
)
from oversight.documents.appraisal_xlsx import appraisal_xlsx
from oversight.models import Bulletin, Conclusion
from oversight.papers import paper_of
from oversight.reading import frozen_board
from oversight.staff.readers import READERS, year_or_404
from oversight.staff.tables import XLSX, attachment

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from liwan_court.registry.posts import Actor

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
State, Kind = Bulletin.State, Bulletin.Kind
B = TypeVar("B", EditBulletin, RedraftBulletin, SubmitBulletin, DiscardBulletin, SignBulletin)


class DraftForm(forms.Form):
    """Which kind, for which period."""

    kind = forms.ChoiceField(label="类别", choices=Kind.choices)
    period = forms.ChoiceField(label="期间")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        today = clock.today()
        spans = list(reversed(quarters_up_to(quarter_of(today), 8)))
        spans += [span(f"{year}{rest}") for year in (today.year, today.year - 1) for rest in ("H1", "")]
        self.fields["period"].choices = [(row.name, row.label) for row in spans]  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """The words of a draft."""

    title = forms.CharField(label="标题", max_length=120)
    text = forms.CharField(label="正文", max_length=20000, widget=forms.Textarea(attrs={"rows": 18}))
    demands = forms.CharField(
        label="工作要求", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


def bulletins_of(actor: Actor) -> QuerySet[Bulletin]:
    """What an actor may read: everything, or what was signed and is not about other divisions alone."""
    rows = Bulletin.objects.select_related("inspection__catalogue")
    if actor.holds(*SEES_ALL):
        return rows
    signed = rows.filter(state__in=[State.SIGNED, State.WITHDRAWN])
    own = actor.divisions(Post.DIVISION_HEAD)
    about = {Kind.COMMENDATION: "met", Kind.CRITICISM: "unmet"}
    mine = Q(kind__in=[kind for kind in Kind if kind not in about])
    for kind, verdict in about.items():
        mine |= Q(kind=kind, inspection__conclusions__in=_conclusions(own, verdict))
    return signed.filter(mine).distinct()


def _conclusions(own: set[int], verdict: str) -> QuerySet[Conclusion]:
    return Conclusion.objects.filter(division__in=own, verdict=verdict)


@require_GET
@needs(*READERS)
def bulletins(request: HttpRequest) -> HttpResponse:
    """Every bulletin one may read, and the way to draft one."""
    actor = actor_of(request)
    return show(
        request, "oversight/bulletins.html", "通报", bulletins=list(bulletins_of(actor)[:80]),
        steers=actor.holds(*LEADING), form=DraftForm(), year=clock.today().year,
        appraisal=actor.holds(*SEES_ALL, Post.POLITICAL),
    )  # fmt: skip


@require_POST
@needs(*LEADING)
def draft(request: HttpRequest) -> HttpResponse:
    """Draft one from the snapshot."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return redirect("admin:staff_oversight_bulletins")
    try:
        row = DraftBulletin(
            actor_of(request), form.cleaned_data["kind"], span(form.cleaned_data["period"])
        ).run()
    except (ActionRefused, UnknownPeriod) as refused:
        if isinstance(refused, ActionRefused):
            say_refusal(request, refused)
        return redirect("admin:staff_oversight_bulletins")
    messages.success(request, "已按检查的冻结结果起草，核对修改后送签")
    return redirect("admin:staff_oversight_bulletin", row.pk)


@require_GET
@needs(*READERS)
def bulletin(request: HttpRequest, pk: int) -> HttpResponse:
    """One bulletin: what it says, the tables from the snapshot, who signed."""
    actor = actor_of(request)
    row = get_object_or_404(bulletins_of(actor), pk=pk)
    return show(
        request, "oversight/bulletin.html", row.title, bulletin=row, board=frozen_board(row.inspection).seen_by(actor),
        signed=list(row.sign_offs.filter(sha256=row.sha256)), void=row.sign_offs.exclude(sha256=row.sha256).count(),
        lines=[(line[1:2] == "、", line) for line in row.text.splitlines()], demands=row.demands.splitlines(),
        steers=actor.holds(*LEADING), signs=actor.holds(*SIGNS) and actor.user_id not in authors(row),
        form=TextForm(initial={"title": row.title, "text": row.text, "demands": row.demands}),
    )  # fmt: skip


@require_POST
@needs(*LEADING, Post.PRESIDENT)
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Edit, submit, sign, publish, withdraw."""
    row, actor = get_object_or_404(Bulletin, pk=pk), actor_of(request)
    seen = request.POST.get("seen", "")
    if verb == "edit":
        form = TextForm(request.POST)
        if form.is_valid():
            action = _of_seen(EditBulletin(row, actor, **form.cleaned_data), seen)
            carry_out(request, action, "已修改；此前的签名对这一稿无效")
        else:
            say_form_errors(request, form)
    elif verb == "redraft":
        carry_out(request, _of_seen(RedraftBulletin(row, actor), seen), "已按最近一次检查重新起草")
    elif verb == "submit":
        carry_out(request, _of_seen(SubmitBulletin(row, actor), seen), "已送签，须由领导小组两名成员签发")
    elif verb == "sign":
        if carry_out(request, _of_seen(SignBulletin(row, actor), seen), "您已签发"):
            row.refresh_from_db()
            if row.number:
                messages.success(request, f"两人已签发，文号{row.document_number}")
    elif verb == "discard":
        carry_out(request, _of_seen(DiscardBulletin(row, actor), seen), "本件已作废，可以另行起草")
    elif verb == "publish":
        carry_out(request, PublishBulletin(row, actor), "已在门户公布")
    elif verb == "withdraw":
        carry_out(
            request,
            WithdrawBulletin(row, actor, request.POST.get("because", "")),
            "已撤回，文号和撤回原因保留",
        )
    else:
        raise Http404
    return redirect("admin:staff_oversight_bulletin", pk)


def _of_seen(action: B, seen: str) -> B:
    """The action on the text that was on the page; one that says nothing about it is on no text at all."""
    action.seen = seen or "unseen"
    return action


@require_GET
@needs(*READERS)
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper."""
    row = get_object_or_404(bulletins_of(actor_of(request)), pk=pk)
    return attachment(paper_of(row), DOCX, f"{row.document_number or '草稿'} {row.title}.docx")


@require_GET
@needs(*SEES_ALL, Post.POLITICAL)
def appraisal(request: HttpRequest, year: int) -> HttpResponse:
    """达标清单供评先评优 (R20)."""
    del request
    year_or_404(year, ahead=0)
    return attachment(appraisal_xlsx(year), XLSX, f"{year}年司法公开达标清单.xlsx")
