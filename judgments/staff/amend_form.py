"""What a reviewer's step looks like as a form: checked field by field, turned into a correction of the engine's kind."""

from __future__ import annotations

from typing import Any

from django import forms

from judgments.models import DraftAmendment
from judgments.redaction.amendments import LONGEST_MASK, Amendment
from judgments.redaction.policies import MASK
from judgments.staff.compare import CATEGORIES, SECTIONS

TEXT_VERBS = frozenset({"mask", "keep", "remove", "restore"})


class AmendForm(forms.Form):
    """One step; places are offsets in the original, or `words` that stand in it."""

    draft = forms.IntegerField(min_value=0)
    revision = forms.IntegerField(min_value=0)
    verb = forms.ChoiceField(
        choices=DraftAmendment.Verb.choices, error_messages={"invalid_choice": "没有这种修改"}
    )
    paragraph = forms.IntegerField(min_value=0, required=False)
    start = forms.IntegerField(min_value=0, required=False)
    end = forms.IntegerField(min_value=0, required=False)
    until = forms.IntegerField(min_value=0, required=False)
    words = forms.CharField(required=False, max_length=200, strip=True)
    everywhere = forms.BooleanField(required=False)
    category = forms.ChoiceField(choices=list(CATEGORIES.items()), required=False)
    replacement = forms.CharField(required=False, max_length=LONGEST_MASK)
    passage = forms.ChoiceField(choices=list(SECTIONS.items()), required=False)
    doubt = forms.IntegerField(min_value=1, required=False)
    note = forms.CharField(required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """A correction of the text says where."""
        data = super().clean() or {}
        placed = all(data.get(name) is not None for name in ("paragraph", "start", "end"))
        if data.get("verb") in TEXT_VERBS and not (placed or data.get("words")):
            raise forms.ValidationError("请先选中要修改的文字")
        return data

    def amendment(
        self, paragraph: int | None = None, start: int | None = None, end: int | None = None
    ) -> Amendment | None:
        """The correction, at the given place or where the form says; None for a doubt that is only looked at."""
        data = self.cleaned_data
        if data["verb"] in ("settle", "undo", "redo"):
            return None
        given = paragraph is not None
        return Amendment.from_json(
            {
                "verb": data["verb"],
                "paragraph": paragraph if given else data["paragraph"] or 0,
                "start": start if given else data["start"] or 0,
                "end": end if given else data["end"] or 0,
                "until": None if given else data["until"],
                "everywhere": data["everywhere"],
                "category": data["category"] or "other",
                "replacement": data["replacement"] or MASK,
                "passage": data["passage"] or "claims",
            }
        )
