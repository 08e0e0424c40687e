"""Public forms: search (GET, works without script) and pointing at a problem in a judgment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from judgments.models import ProblemReport

if TYPE_CHECKING:
    from collections.abc import Mapping

SORTS = (("relevance", "按相关度"), ("date", "按裁判日期"), ("number", "按案号"))
_DATE_ERROR = "日期应写成2026-09-18的样式，已忽略这一条件。"


class SearchForm(forms.Form):
    """What the reader narrowed the list to. A value that makes no sense is left out and said so, never an error page."""

    division = forms.CharField(label="庭室", max_length=32, required=False)
    kind = forms.CharField(label="文书种类", max_length=8, required=False)
    field = forms.CharField(label="类别", max_length=8, required=False)
    cause = forms.CharField(label="案由", max_length=64, required=False)
    statute = forms.CharField(label="引用法律", max_length=120, required=False)
    batch = forms.RegexField(r"^\d{4}-(0[1-9]|1[0-2])$", label="批次", required=False)
    year = forms.IntegerField(label="裁判年份", min_value=1949, max_value=2999, required=False)
    decided_from = forms.DateField(
        label="裁判日期起", required=False, error_messages={"invalid": _DATE_ERROR}
    )
    decided_to = forms.DateField(label="裁判日期止", required=False, error_messages={"invalid": _DATE_ERROR})
    sort = forms.ChoiceField(label="排序", choices=SORTS, required=False)
    page = forms.IntegerField(min_value=1, max_value=1_000_000, required=False)

    NAMES = {"from": "decided_from", "to": "decided_to"}
    """Short names in the address for the two dates."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__({self.NAMES.get(name, name): value for name, value in data.items()})

    @property
    def trouble(self) -> list[str]:
        """What was left out, in Chinese."""
        named = ((self.fields[name].label, problems) for name, problems in self.errors.items())
        return [f"{label}：{problem}" for label, problems in named if label for problem in problems]


class ProblemForm(forms.ModelForm):  # type: ignore[type-arg]
    """指出问题: no account. `website` is a trap for programs that fill in every field; people never see it."""

    website = forms.CharField(required=False, label="请勿填写")

    class Meta:
        model = ProblemReport
        fields = ("text", "contact")
        labels = {"text": "哪里有问题", "contact": "联系方式（可以不填）"}
        help_texts = {
            "text": "写明在第几段、是什么问题即可。请不要在这里写出当事人的姓名、住址、证件号码。",
            "contact": "电话或者电子邮箱，只用于答复您，不会公布。",
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        error_messages = {"text": {"required": "请写明哪里有问题。"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].max_length = 2000  # type: ignore[attr-defined]
        self.fields["text"].widget.attrs["maxlength"] = "2000"
        for name in ("text", "contact"):
            described = [f"help-{name}"] + ([f"error-{name}"] if name in self.errors else [])
            self.fields[name].widget.attrs["aria-describedby"] = " ".join(described)

    def clean_text(self) -> str:
        """At most 2,000 characters: a problem, not a document."""
        text: str = self.cleaned_data["text"].strip()
        if len(text) > 2000:
            raise forms.ValidationError("问题说明请控制在2000字以内。")
        return text

    @property
    def is_trapped(self) -> bool:
        """Whether a program filled it in."""
        return bool(self.data.get("website"))
