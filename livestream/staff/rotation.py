"""轮转: whose turn it is and will be, what if by another unit, and the research office's three decisions about it (R45, D8)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions.months import after, period_of
from livestream.actions.rotation import BeginRotation, ChangeUnit, SkipTurn, cursor_now, year_plan
from livestream.divisions import rotating_divisions
from livestream.models import SkippedTurn, UnitChange
from livestream.rotation import Unit
from livestream.staff.readers import for_readers
from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from livestream.rotation import Slot

YEARS_AHEAD = 20
MONTH_FIELD = {"placeholder": "2026-01", "pattern": r"20\d\d-(0[1-9]|1[0-2])", "size": 8}


class BeginForm(forms.Form):
    """Where the rotation begins."""

    since = forms.CharField(label="自哪个月起", max_length=7, widget=forms.TextInput(MONTH_FIELD))
    unit = forms.ChoiceField(label="轮转单位", choices=UnitChange.Unit.choices)
    first = forms.ModelChoiceField(Division.objects.none(), label="从哪个庭开始", empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rotating = Division.objects.filter(name__in=rotating_divisions())
        self.fields["first"].queryset = rotating  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    """Another unit from a month to come."""

    since = forms.CharField(label="自哪个月起", max_length=7, widget=forms.TextInput(MONTH_FIELD))
    unit = forms.ChoiceField(label="轮转单位", choices=UnitChange.Unit.choices)
    reason = forms.CharField(label="事由", max_length=200)


class SkipForm(forms.Form):
    """A turn that is skipped."""

    day = forms.DateField(label="场次日期", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    reason = forms.CharField(label="理由（公开）", max_length=100)


@require_GET
@for_readers
def rotation(request: HttpRequest) -> HttpResponse:
    """The position, the year by months, what was skipped and changed."""
    actor, today = actor_of(request), clock.today()
    year = _year(request.GET.get("year", ""), today.year)
    unit = request.GET.get("unit", "")
    imagined = Unit(unit) if unit in UnitChange.Unit.values else None
    slots = year_plan(year, imagined)
    changes = list(UnitChange.objects.select_related("first", "by__officer"))
    decides = actor.holds(Post.RESEARCH)
    return show(
        request, "live/rotation.html", "轮转",
        year=year, years=(year - 1, year + 1), unit=unit, units=UnitChange.Unit.choices, imagined=imagined is not None,
        months=_months(slots), now=cursor_now(), order=rotating_divisions(), changes=changes,
        skipped=SkippedTurn.objects.filter(date__year=year).select_related("division"), this_month=period_of(today),
        begin_form=BeginForm(initial={"since": period_of(today)}) if decides and not changes else None,
        unit_form=UnitForm(initial={"since": after(after(period_of(today)))}) if decides and changes else None,
        skip_form=SkipForm() if decides and changes else None,
    )  # fmt: skip


def _year(text: str, this: int) -> int:
    if not text.isdecimal() or len(text) != len("2026"):
        return this
    return min(max(int(text), this - YEARS_AHEAD), this + YEARS_AHEAD)


def _months(slots: list[Slot]) -> list[dict[str, Any]]:
    """One row a month: the divisions in the order of their turns with their days, and what is cancelled."""
    rows = []
    for period, group in groupby(slots, key=lambda slot: period_of(slot.date)):
        days = list(group)
        held = [slot for slot in days if slot.cancelled is None]
        turns = [
            {"division": division, "slots": list(each)}
            for division, each in groupby(held, key=lambda slot: slot.division)
        ]
        off = [slot for slot in days if slot.cancelled is not None]
        rows.append(
            {
                "period": period,
                "turns": turns,
                "held": len(held),
                "off": off,
                "livestreams": sum(slot.livestream for slot in held),
                "provisional": any(slot.provisional for slot in days),
            }
        )
    return rows


@require_POST
@needs(Post.RESEARCH)
def begin(request: HttpRequest) -> HttpResponse:
    """设定轮转起点, once."""
    form = BeginForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        action = BeginRotation(actor_of(request), data["since"], data["unit"], data["first"])
        carry_out(request, action, f"轮转自{data['since']}起，从{data['first']}开始")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_rotation")


@require_POST
@needs(Post.RESEARCH)
def change_unit(request: HttpRequest) -> HttpResponse:
    """变更轮转单位 from a month to come."""
    form = UnitForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        action = ChangeUnit(actor_of(request), data["since"], data["unit"], data["reason"])
        carry_out(request, action, f"自{data['since']}起变更轮转单位，从届时的位置续接")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_rotation")


@require_POST
@needs(Post.RESEARCH)
def skip(request: HttpRequest) -> HttpResponse:
    """登记轮空: the reason is public, the next division takes over."""
    form = SkipForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["day"]
        action = SkipTurn(actor_of(request), day, form.cleaned_data["reason"])
        carry_out(request, action, f"{day}已登记轮空，由下一庭接替")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_rotation")
