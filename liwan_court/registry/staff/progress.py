"""The course of a case for those who enter it: milestones and notices of hearings (R40)."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.registry.actions.milestones import ENTERS, AddMilestone, VoidMilestone, kinds_for
from liwan_court.registry.actions.notices import ANNOUNCES, AnnounceHearing, CancelHearing, change_hearing
from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import Case, HearingNotice, Milestone, Party
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, opened_by, page, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor
    from liwan_court.staff_pages import View

SHOWN: Final = 60
DAY: Final = forms.DateInput(attrs={"type": "date"})
MOMENT: Final = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
FORMATS: Final = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]


class MilestoneForm(forms.Form):
    """What happened, when, and who may know."""

    kind = forms.ChoiceField(label="节点", choices=Milestone.Kind.choices)
    on = forms.DateField(label="日期", widget=DAY, error_messages={"invalid": "日期应写成 2026-01-05 的样式"})
    note = forms.CharField(label="说明", max_length=200, required=False)
    level = forms.ChoiceField(label="可见范围", choices=LEVELS, initial=Level.ALL)
    named = forms.ModelMultipleChoiceField(
        label="指定的当事人",
        queryset=Party.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, case: Case, kinds: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = [(code, label) for code, label in Milestone.Kind.choices if code in kinds]
        field = self.fields["named"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = case.parties.all()


class HearingForm(forms.Form):
    """When and where."""

    begins_at = forms.DateTimeField(
        label="开庭时间", input_formats=FORMATS, widget=MOMENT,
        error_messages={"invalid": "时间应写成 2026-01-05 09:30 的样式"},
    )  # fmt: skip
    courtroom = forms.CharField(label="法庭", max_length=32)
    panel = forms.CharField(label="审判人员", max_length=64, required=False)


def for_cases(view: View) -> View:
    """A page for those who enter the course of cases; a superuser's account, whatever posts it holds, sees none (403)."""
    by_post = needs(*ENTERS)(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request.user, "is_superuser", False):
            raise PermissionDenied("管理账号不能查看案件")
        return by_post(request, *args, **kwargs)

    return opened_by(lambda actor: actor.holds(*ENTERS), guarded)


def cases_of(actor: Actor) -> QuerySet[Case]:
    """The cases whose course is the actor's to enter."""
    rows = Case.objects.select_related("division", "handling_judge")
    if actor.holds(Post.FILING):
        return rows
    own = Q(division_id__in=actor.divisions(Post.DIVISION_HEAD))
    own |= Q(handling_judge__in=actor.acting_for(Post.JUDGE, Post.EXECUTION_OFFICER))
    return rows.filter(own)


@require_GET
@for_cases
def cases(request: HttpRequest) -> HttpResponse:
    """One's cases in hand, and the way to any by its number."""
    typed = request.GET.get("number", "").strip()[:80]
    mine = cases_of(actor_of(request))
    if typed:
        try:
            found = mine.filter(number_key=parse(typed).key).first()
        except InvalidCaseNumber as error:
            messages.error(request, f"案号：{error}")
        else:
            if found is not None:
                return redirect("admin:staff_register_case", found.pk)
            messages.error(request, "名册中没有这个案号，或者不是您承办、本庭的案件")
    rows = mine.filter(closed_on=None).order_by("-year", "-number_start")[:SHOWN]
    return show(request, "register/cases.html", "案件进度", rows=rows, number=typed)


@require_GET
@for_cases
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The milestones and notices of a case, and what can be entered."""
    actor = actor_of(request)
    row = get_object_or_404(cases_of(actor), pk=pk)
    kinds = kinds_for(actor, row)
    return show(
        request, "register/case.html", row.number, case=row, milestones=row.milestones.prefetch_related("named"),
        kinds=kinds, notices=row.hearing_notices.order_by("-begins_at"),
        milestone=MilestoneForm(case=row, kinds=kinds, initial={"on": clock.today()}),
        hearing=HearingForm(initial={"panel": row.handling_judge}), announces=actor.holds(*ANNOUNCES), now=clock.now(),
    )  # fmt: skip


@require_POST
@for_cases
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """One thing entered about a case."""
    actor = actor_of(request)
    row = get_object_or_404(cases_of(actor), pk=pk)
    action, done = _action(request, row, actor, verb)
    if action is not None:
        carry_out(request, action, done)
    return redirect("admin:staff_register_case", pk)


def _action(request: HttpRequest, row: Case, actor: Actor, verb: str) -> tuple[Any, str]:
    match verb:
        case "milestone":
            form = MilestoneForm(request.POST, case=row, kinds=kinds_for(actor, row))
            if form.is_valid():
                data = form.cleaned_data
                words = (data["kind"], data["on"], data["note"], data["level"], list(data["named"]))
                return AddMilestone(row, actor, *words), "节点已登记"
            say_form_errors(request, form)
            return None, ""
        case "void":
            return VoidMilestone(_mine(request, row.milestones), actor), "节点已作废"
        case "cancel":
            return CancelHearing(_mine(request, row.hearing_notices), actor), "已取消，公告上注明"
        case "announce" | "change":
            return _hearing(request, row, actor, verb)
        case _:
            raise Http404("没有这种操作")


def _hearing(request: HttpRequest, row: Case, actor: Actor, verb: str) -> tuple[Any, str]:
    form = HearingForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return None, ""
    data = form.cleaned_data
    words = (data["begins_at"], data["courtroom"], data["panel"])
    if verb == "announce":
        return AnnounceHearing(row, actor, *words), "开庭已公告"
    return change_hearing(_mine(request, row.hearing_notices), actor, *words), "已改期，原公告注明改期"


def _mine(request: HttpRequest, rows: Any) -> Any:
    """The row of this case that a form names."""
    typed = request.POST.get("row", "")
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 12):
        raise Http404("没有这一条")
    return get_object_or_404(rows, pk=int(typed))


def notices_of(actor: Actor) -> QuerySet[HearingNotice]:
    """Notices of the actor's cases to come."""
    return HearingNotice.objects.filter(case__in=cases_of(actor), begins_at__gte=clock.now())


urls = [
    page("cases/", cases, "register_cases"),
    page("cases/<int:pk>/", case, "register_case"),
    page("cases/<int:pk>/<slug:verb>/", act, "register_case_act"),
]
