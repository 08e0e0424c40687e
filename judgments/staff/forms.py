"""Forms of the staff pages: they read what was typed, and leave every rule to the actions."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms

from judgments.actions.withdraw import GROUNDS
from judgments.effective import RULINGS
from judgments.models import Ground, Judgment
from liwan_court.registry.models import Division, Party
from liwan_court.timetable import clock

RULING_LABELS = {"other": "其他裁定（不可上诉）"}
SEPARATORS = re.compile(r"[\s,，;；、]+")


class DayInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def day_field(label: str, *, required: bool = True, **kwargs: Any) -> forms.DateField:
    """A date, typed or picked."""
    return forms.DateField(label=label, required=required, widget=DayInput(), **kwargs)


def text_area(label: str, rows: int = 2, *, required: bool = True, **kwargs: Any) -> forms.CharField:
    """A text of some lines."""
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
    )


class Days(forms.CharField):
    """Several dates, parted by lines, blanks or commas."""

    def to_python(self, value: Any) -> Any:
        """A list of dates. Raises ValidationError naming the one that is none."""
        texts = [text for text in SEPARATORS.split(super().to_python(value) or "") if text]
        return [day_of(text) for text in texts]


def day_of(text: str) -> date:
    """A date written 2026-11-03, 2026/11/3, 2026.11.3 or 2026年11月3日. Raises ValidationError."""
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 0, 0)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise forms.ValidationError(f"“{text}”不是日期，请写成 2026-11-03 的样式") from error


class ManyFiles(forms.FileInput):
    """A file input that takes many files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Many uploaded files; an empty file is passed on, so that its clerk gets an answer about it by name."""

    widget = ManyFiles

    def clean(self, data: Any, _initial: Any = None) -> Any:
        """The list of files sent."""
        rows = list(data) if isinstance(data, list | tuple) else [data] if data else []
        if not rows:
            raise forms.ValidationError("没有选择文件：请选择一个或多个 .docx 文件")
        return rows


class UploadForm(forms.Form):
    """Bulk upload."""

    documents = FilesField(
        label="裁判文书", help_text="可一次选择多个 .docx 文件；原件存入内部库，不对外公开"
    )
    division = forms.ModelChoiceField(
        Division.objects.filter(active=True, reports_effective=True),
        label="庭室",
        required=False,
        empty_label="按案号自动识别",
    )


class DivisionForm(forms.Form):
    """The division that handles a judgment."""

    division = forms.ModelChoiceField(
        Division.objects.filter(active=True, reports_effective=True), label="承办庭室"
    )


class GiveNumberForm(forms.Form):
    """The number a file belongs to."""

    number = forms.CharField(label="案号", max_length=80)


class PartyForm(forms.Form):
    """One party: aliases and addresses one a line."""

    role = forms.CharField(label="诉讼地位", max_length=32, required=False)
    name = forms.CharField(label="姓名或名称", max_length=128, required=False)
    kind = forms.ChoiceField(label="类别", choices=Party.Kind.choices, required=False)
    aliases = text_area("别名、简称（每行一个）", required=False)
    addresses = text_area("地址（每行一个）", required=False)

    def party(self) -> dict[str, Any]:
        """The row as the action takes it."""
        data = self.cleaned_data
        return {
            "role": data.get("role", ""),
            "name": data.get("name", ""),
            "kind": data.get("kind") or "person",
            "aliases": data.get("aliases", "").splitlines(),
            "addresses": data.get("addresses", "").splitlines(),
        }


PartyFormSet = forms.formset_factory(PartyForm, extra=2, max_num=200, can_delete=True)


class ServiceForm(forms.Form):
    """When a judgment was served or announced."""

    served = Days(
        label="各当事人送达日期",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="每行一个，如 2026-11-03；调解书填签收日期",
    )
    announced = day_field("宣告日期", required=False)
    ruling = forms.ChoiceField(
        label="裁定种类",
        required=False,
        choices=[("", "不是裁定书"), *((code, RULING_LABELS.get(code, code)) for code in RULINGS)],
    )
    final = forms.BooleanField(label="终审（或一审终审）", required=False)
    days = forms.IntegerField(
        label="上诉期（日）", required=False, min_value=1, max_value=365, help_text="留空按法律规定"
    )


class ReasonForm(forms.Form):
    """A reason."""

    reason = text_area("理由")


class NoteForm(forms.Form):
    """What readers are told about a correction."""

    note = text_area("更正说明（对外公布，不得写入当事人信息）")


class DecisionForm(forms.Form):
    """Grant or refuse."""

    granted = forms.TypedChoiceField(
        label="决定",
        choices=[("yes", "准许"), ("no", "不准许")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = text_area("理由", required=False)


class RequestForm(forms.Form):
    """A party's application not to publish (R35)."""

    applicant_role = forms.CharField(label="申请人诉讼地位", max_length=32)
    reason = text_area("申请理由")
    received_on = day_field("收到日期", initial=clock.today)


class RequestByNumberForm(RequestForm):
    """The same where the judgment is not on the screen."""

    number = forms.CharField(label="案号", max_length=80)
    kind = forms.ChoiceField(label="文书种类", choices=Judgment.Kind.choices)
    field_order = ("number", "kind", "applicant_role", "reason", "received_on")


class WithdrawForm(forms.Form):
    """Taking a page back."""

    ground = forms.ChoiceField(label="撤回事由（对外公布）", choices=[(ground, ground) for ground in GROUNDS])
    reason = text_area("理由（内部留存）")


class HoldForm(forms.Form):
    """The president holds or releases an entry of the public register (D15)."""

    hold = forms.TypedChoiceField(
        label="决定",
        choices=[("yes", "暂不登记"), ("no", "恢复登记")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = text_area("理由")


class MarkForm(forms.Form):
    """The judge's mark: number, kind, ground and reason (R23, R24)."""

    number = forms.CharField(label="案号", max_length=80)
    kind = forms.ChoiceField(label="文书种类", choices=Judgment.Kind.choices)
    ground = forms.ModelChoiceField(
        Ground.objects.none(),
        label="除外情形",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "请选择《实施办法》第一条中的一项情形"},
    )
    reason = text_area("理由", rows=3, error_messages={"required": "请写明标记的理由"})

    def __init__(self, *args: Any, policy: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].queryset = Ground.objects.filter(policy=policy)  # type: ignore[attr-defined]


class ReportLineForm(forms.Form):
    """A judgment that should have taken effect: confirm it with its day, or leave it."""

    judgment = forms.IntegerField(widget=forms.HiddenInput)
    take = forms.BooleanField(label="报送", required=False)
    effective_on = day_field("确认生效日")


ReportFormSet = forms.formset_factory(ReportLineForm, extra=0, max_num=2000)


class MoreLinesForm(forms.Form):
    """Further numbers, one a line; a line may carry its own kind and date."""

    lines = text_area(
        "其他案号",
        rows=5,
        required=False,
        help_text="每行一个案号；可在其后写文书种类和生效日，如：（2026）粤0103民初1208号 判决书 2026-11-03",
    )
    kind = forms.ChoiceField(label="未写种类的为", choices=Judgment.Kind.choices)
    effective_on = day_field("未写日期的，生效日为", required=False)
