"""Forms of the yearly work: tasks, reminders, meetings, training, rectification."""

from __future__ import annotations

from typing import Any

from django import forms

from liwan_court.registry.models import Division, Officer


def _area(label: str, rows: int = 3, *, required: bool = True, longest: int = 1000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=forms.Textarea(attrs={"rows": rows})
    )


def _day(label: str, *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}))


class TaskForm(forms.Form):
    """A new task."""

    division = forms.ModelChoiceField(Division.objects.filter(active=True), label="责任部门")
    title = forms.CharField(label="任务", max_length=80)
    requirement = _area("要求", 2, required=False)
    indicator_code = forms.CharField(label="对应指标编号", max_length=8, required=False)
    due = _day("期限")
    repeats = forms.BooleanField(label="每年重复", required=False)


class TextForm(forms.Form):
    """Some words."""

    text = _area("说明", required=False)


class AcknowledgeForm(forms.Form):
    """Why it is late, and until when."""

    reply = _area("没有按期完成的原因和打算", required=False)
    new_due = _day("申请的新期限（可不填）", required=False)


class MeetingForm(forms.Form):
    """When and where."""

    begins_at = forms.DateTimeField(
        label="会议时间",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    place = forms.CharField(label="地点", max_length=64)
    agenda = _area("议程", 3, required=False, longest=4000)


class TrainingForm(forms.Form):
    """A session and how many of each division came; the fields of the divisions are added."""

    held_on = _day("日期")
    topic = forms.CharField(label="内容", max_length=120)
    hours = forms.DecimalField(label="学时", min_value=0.5, max_value=99, decimal_places=1, initial=2)
    organiser = forms.ModelChoiceField(Division.objects.none(), label="组织部门")
    material = _area("材料、记录", 2, required=False)

    def __init__(self, divisions: list[Division], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.divisions = divisions
        self.fields["organiser"].queryset = Division.objects.filter(pk__in=[row.pk for row in divisions])  # type: ignore[attr-defined]
        for row in divisions:
            self.fields[f"people_{row.pk}"] = forms.IntegerField(
                label=f"{row.name}参加人数", min_value=0, max_value=999, required=False
            )

    @property
    def people(self) -> dict[Division, int]:
        """How many of each."""
        return {row: self.cleaned_data.get(f"people_{row.pk}") or 0 for row in self.divisions}


class RectificationForm(forms.Form):
    """A problem found by hand."""

    code = forms.CharField(label="指标编号", max_length=8)
    name = forms.CharField(label="指标", max_length=64)
    division = forms.ModelChoiceField(
        Division.objects.filter(active=True), label="责任部门（全院的不选）", required=False
    )
    problem = _area("问题")
    due = _day("期限")
    sample = forms.BooleanField(label="抽查发现", required=False)


class MeasuresForm(forms.Form):
    """Cause, measures, who, by when."""

    cause = _area("原因", 2, required=False)
    measures = _area("整改措施", 3, required=False)
    owner = forms.ModelChoiceField(Officer.objects.none(), label="责任人", required=False)
    due = _day("完成日期")

    def __init__(self, division: Division | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Officer.objects.filter(active=True)
        own = rows.filter(division=division) if division else rows
        self.fields["owner"].queryset = own if own.exists() else rows  # type: ignore[attr-defined]


class CheckForm(forms.Form):
    """What was seen."""

    passed = forms.TypedChoiceField(
        label="结果", choices=[("1", "属实，办结"), ("0", "退回继续整改")], coerce=lambda value: value == "1"
    )
    note = _area("查验意见", 2, required=False)
    lesson = _area("可供借鉴的经验（可不填）", 2, required=False)
