"""What an officer types: work on one or several cases, a correction, who may see it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from django import forms

from enforcement_logs.actions.write import Audience, Work
from enforcement_logs.masking import names_in
from enforcement_logs.models import Category, EntryTemplate
from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.models import Party
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.models import Case

USUAL: Final = "usual"
CHOSEN: Final = "chosen"


class PartyChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Parties by their role and order; officers of the case may read the name."""

    def label_from_instance(self, obj: Any) -> str:
        """The role with the name."""
        return f"{obj.role} {obj.name}"


class AudienceForm(forms.Form):
    """Who sees it, and from when."""

    level = forms.ChoiceField(label="最终可见范围", choices=LEVELS, initial=Level.ALL, required=False)
    meanwhile = forms.ChoiceField(
        label="此前可见范围", choices=LEVELS, initial=Level.INTERNAL, required=False
    )
    not_before = forms.DateField(
        label="不早于", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "日期应写成 2026-01-05 的样式"},
    )  # fmt: skip
    until_served = forms.BooleanField(label="措施送达以后才按最终范围公布", required=False)
    named = PartyChoices(
        label="指定的当事人",
        queryset=Party.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    confirmed = forms.BooleanField(label="我确认放宽可见范围不会惊动被执行人", required=False)

    def show_parties(self, case: Case | None) -> None:
        """The parties of the one case that may be named."""
        field = self.fields["named"]
        if isinstance(field, PartyChoices):
            field.queryset = Party.objects.filter(case=case) if case else Party.objects.none()
            field.widget.attrs["hidden"] = case is None

    def audience(self) -> Audience:
        """As typed."""
        data = self.cleaned_data
        return Audience(
            level=data["level"] or Level.ALL.value, meanwhile=data["meanwhile"] or Level.INTERNAL.value,
            not_before=data["not_before"], until_served=data["until_served"], named=tuple(data["named"]),
        )  # fmt: skip


class WorkForm(AudienceForm):
    """Work on some cases. A template chosen with no words of one's own gives the words."""

    form = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    category = forms.ModelChoiceField(
        label="类别", queryset=Category.objects.filter(active=True), error_messages={"required": "请选择类别"}
    )
    happened_at = forms.DateTimeField(
        label="工作时间",
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "时间应写成 2026-01-05 09:30 的样式", "required": "请填写工作时间"},
    )
    template = forms.ModelChoiceField(
        label="常用语", queryset=EntryTemplate.objects.select_related("category"), required=False,
        empty_label="（不用常用语）",
    )  # fmt: skip
    text = forms.CharField(
        label="做了什么", required=False, widget=forms.Textarea(attrs={"rows": 4, "maxlength": 2000})
    )
    outcome = forms.CharField(label="结果", required=False, max_length=200)
    amount = forms.DecimalField(
        label="金额（元）", required=False, max_digits=14, decimal_places=2,
        error_messages={"invalid": "金额应为数字，如 12000.50"},
    )  # fmt: skip
    outsiders = forms.CharField(
        label="案外人姓名", required=False, max_length=200,
        help_text="内容里写到的案外人、协助单位经办人，用顿号分开；当事人看到的是“王某”。证件号、电话、账号自动隐去。",
    )  # fmt: skip
    who = forms.ChoiceField(
        label="可见范围", choices=((USUAL, "按类别的通常范围"), (CHOSEN, "另行设定")), initial=USUAL, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "form": uuid.uuid4(), "happened_at": clock.local(clock.now()), **kwargs.get("initial", {})
        }  # fmt: skip
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Words, one's own or the template's."""
        data: dict[str, Any] = self.cleaned_data
        if not data.get("text") and data.get("template"):
            data["text"] = data["template"].text
        if not data.get("text"):
            self.add_error("text", "请写明做了什么，或者选用常用语")
        elif "○○" in data["text"]:
            self.add_error("text", "请把内容里的“○○”填写完整")
        return data

    def work(self) -> Work:
        """As typed."""
        data = self.cleaned_data
        return Work(
            category=data["category"], happened_at=data["happened_at"], text=data["text"], outcome=data["outcome"],
            amount=data["amount"], outsiders=tuple(names_in(data["outsiders"])), confirmed=data["confirmed"],
            audience=self.audience() if data["who"] == CHOSEN else None, form=data["form"],
        )  # fmt: skip


class CorrectionForm(forms.Form):
    """Other words, and why."""

    text = forms.CharField(label="内容", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    outcome = forms.CharField(label="结果", required=False, max_length=200)
    amount = forms.DecimalField(label="金额（元）", required=False, max_digits=14, decimal_places=2)
    outsiders = forms.CharField(label="案外人姓名", required=False, max_length=200)
    reason = forms.CharField(label="更正原因", max_length=100)


class ServedForm(forms.Form):
    """The day a measure was served."""

    served_on = forms.DateField(
        label="送达日期", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "日期应写成 2026-01-05 的样式"},
    )  # fmt: skip
