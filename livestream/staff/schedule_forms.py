"""Forms of schedule, duty, groups and preparation. They read what is typed; the rules stand in the actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from livestream.models import Member, WorkingGroup
from liwan_court.registry.models import Officer
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock


class TimeForm(forms.Form):
    """Day, hours and courtroom of a hearing."""

    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    begins = forms.TimeField(label="开始", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label="预计结束", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    courtroom = forms.CharField(label="法庭", max_length=32)

    def moments(self) -> tuple[datetime, datetime]:
        """Beginning and end."""
        day = self.cleaned_data["day"]
        return (
            clock.moment(day, self.cleaned_data["begins"]),
            clock.moment(day, self.cleaned_data["ends"]),
        )


class ArrangeForm(TimeForm):
    """A session as it is to be: also who hears it."""

    judge = forms.ModelChoiceField(Officer.objects.none(), label="经办法官", required=False)
    panel = forms.ModelMultipleChoiceField(Officer.objects.none(), label="合议庭", required=False)

    def __init__(self, *args: Any, division_id: int, keep: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        judges = Officer.objects.filter(
            active=True,
            holdings__post__in=(Post.JUDGE, Post.DIVISION_HEAD),
            holdings__division_id=division_id,
        )
        people = (judges | Officer.objects.filter(pk__in=keep)).distinct()
        for name in ("judge", "panel"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]


class PullForm(forms.Form):
    """Why it is pulled: the public reads it."""

    reason = forms.CharField(label="原因（公开）", max_length=100)


class SwapForm(forms.Form):
    """Whom to ask, and why."""

    asked_of = forms.ModelChoiceField(
        Member.objects.filter(active=True).select_related("officer"), label="请谁接替", empty_label="请选择"
    )
    reason = forms.CharField(label="事由", max_length=100, required=False)

    def __init__(self, *args: Any, member: Member | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if member is not None:
            rows = Member.objects.filter(active=True, group_id=member.group_id).exclude(pk=member.pk)
            self.fields["asked_of"].queryset = rows.select_related("officer")  # type: ignore[attr-defined]
        self.fields["asked_of"].label_from_instance = lambda row: row.officer.name  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    """Head and partner."""

    head = forms.ModelChoiceField(Officer.objects.filter(active=True), label="负责人", required=False)
    partner = forms.CharField(label="协作单位", max_length=64, required=False, help_text="待定的可留空")
    address = forms.URLField(label="协作单位直播地址", required=False, assume_scheme="https")

    @classmethod
    def of(cls, group: WorkingGroup) -> GroupForm:
        """As the group stands."""
        return cls(
            initial={"head": group.head_id, "partner": group.partner, "address": group.partner_address},
            prefix=group.kind,
        )


class MemberForm(forms.Form):
    """Who joins."""

    officer = forms.ModelChoiceField(Officer.objects.filter(active=True), label="人员", empty_label="请选择")
