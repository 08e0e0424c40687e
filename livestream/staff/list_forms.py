"""Forms of nomination and screening. They read what is typed; the rules stand in the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from livestream.actions.listed_case import LONGEST_SUMMARY, Row
from livestream.actions.nominate import LONGEST_REASON
from livestream.grounds import CODES
from livestream.models import Objection, Signature
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

SHOWN_ROWS = 4
MOST_ROWS = 40


class RowForm(forms.Form):
    """One case of a list; a row without anything typed is no row."""

    number = forms.CharField(
        label="案号", max_length=64, required=False, widget=forms.TextInput({"list": "own-cases", "size": 26})
    )
    day = forms.DateField(
        label="开庭日期", required=False, widget=forms.DateInput({"type": "date", "list": "slot-days"}, format="%Y-%m-%d")
    )  # fmt: skip
    at = forms.TimeField(
        label="时间", required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    courtroom = forms.CharField(
        label="法庭", max_length=32, required=False, widget=forms.TextInput({"size": 10})
    )
    panel = forms.CharField(
        label="合议庭其他成员", max_length=100, required=False, widget=forms.TextInput({"size": 14})
    )
    summary = forms.CharField(
        label="案情简介（公开）", required=False, widget=forms.Textarea({"rows": 2, "cols": 30, "maxlength": LONGEST_SUMMARY})
    )  # fmt: skip

    def row(self) -> Row | None:
        """What was typed, None for an empty row. The form must be valid."""
        data = self.cleaned_data
        row = Row(
            (data.get("number") or "").strip(), data.get("day"), data.get("at"), data.get("courtroom") or "",
            data.get("panel") or "", data.get("summary") or "",
        )  # fmt: skip
        typed = (row.number, row.day, row.at, row.courtroom.strip(), row.panel.strip(), row.summary.strip())
        return row if any(typed) else None


RowFormSet = forms.formset_factory(
    RowForm, extra=SHOWN_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


class NilForm(forms.Form):
    """Why there is no case."""

    nil_reason = forms.CharField(label="零报送的理由（公开）", max_length=LONGEST_REASON, required=False)


def rows_of(formset: Any) -> list[Row]:
    """The rows with something in them. The formset must be valid."""
    return [row for form in formset if (row := form.row()) is not None]


def day_choices(days: Sequence[date]) -> list[str]:
    """Days as a date field writes them."""
    return [day.isoformat() for day in days]


class SignForm(forms.Form):
    """The checklist and the decision of one signature: each ground is answered 是 or 否."""

    role = forms.ChoiceField(choices=Signature.Role.choices, widget=forms.HiddenInput)
    decision = forms.ChoiceField(label="意见", choices=Signature.Decision.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="不同意的理由", max_length=200, required=False, widget=forms.Textarea({"rows": 2, "cols": 60})
    )

    def answers(self) -> tuple[list[str], list[str]]:
        """The codes that were answered, and those that apply."""
        given = {code: self.data.get(f"ground-{code}") for code in CODES}
        return (
            [code for code, said in given.items() if said in ("yes", "no")],
            [code for code, said in given.items() if said == "yes"],
        )


class ObjectionForm(forms.Form):
    """An application not to broadcast, as it came in."""

    number = forms.CharField(label="案号", max_length=64)
    by = forms.ChoiceField(label="提出人", choices=Objection.By.choices)
    received_on = forms.DateField(
        label="收到日期", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), initial=clock.today
    )
    reason = forms.CharField(label="理由", max_length=200, widget=forms.Textarea({"rows": 3, "cols": 60}))


class WithdrawForm(forms.Form):
    """Why a case is taken back."""

    reason = forms.CharField(label="撤回理由", max_length=LONGEST_REASON)
