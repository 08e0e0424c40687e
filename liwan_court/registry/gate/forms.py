"""The form at the gate: four fields as people in Guangzhou know it, or the whole number pasted, and the key (R63, R64)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from liwan_court.registry import key_code
from liwan_court.registry.case_numbers import CaseNumber, InvalidCaseNumber, parse

NEW_STYLE_COURT = "粤"


class GateForm(forms.Form):
    """What a person types; wrong forms are told by form alone, whatever exists.

    After `is_valid`, `number` and `secret` are what the attempt is made with.
    """

    pasted = forms.CharField(label="完整案号", max_length=80, required=False)
    year = forms.CharField(label="年号", max_length=8, required=False)
    court = forms.ChoiceField(label="法院简称", required=False)
    kind = forms.CharField(label="案件字号", max_length=12, required=False)
    serial = forms.CharField(label="案件编号", max_length=12, required=False)
    key = forms.CharField(
        label="查阅密码", max_length=60, error_messages={"required": "请填写查阅密码（密码单上的16位）"}
    )
    answer = forms.CharField(label="算一算", max_length=6, required=False)
    token = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)

    number: CaseNumber
    secret: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        courts = self.fields["court"]
        if isinstance(courts, forms.ChoiceField):
            courts.choices = [(name, name) for name in settings.COURT_ABBREVIATIONS]

    def clean_key(self) -> str:
        """A key by its form: length, letters, check character."""
        try:
            return key_code.read(self.cleaned_data["key"])
        except key_code.MalformedKey as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """The number, put together or pasted."""
        data: dict[str, Any] = self.cleaned_data
        written = data.get("pasted") or self._together(data)
        try:
            self.number = parse(written)
        except InvalidCaseNumber as error:
            raise forms.ValidationError(f"案号：{error}") from error
        self.secret = data.get("key", "")
        return data

    def _together(self, data: dict[str, Any]) -> str:
        """The four fields as one number. Raises ValidationError where one is missing."""
        names = ("year", "court", "kind", "serial")
        missing = [str(self.fields[name].label) for name in names if not data.get(name)]
        if missing:
            raise forms.ValidationError(f"请填写{'、'.join(missing)}，或者把完整案号粘贴在上面一栏")
        year, court, kind, serial = (str(data[name]).strip() for name in names)
        serial = serial.removeprefix("第").removesuffix("号")
        if court.startswith(NEW_STYLE_COURT):
            return f"（{year}）{court}{kind}{serial}号"
        return f"（{year}）{court}{kind.removesuffix('字')}字第{serial}号"
