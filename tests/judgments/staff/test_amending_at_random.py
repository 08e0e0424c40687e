"""Whatever is sent to the door of a reviewer's steps: an answer in words, never an error, and no name typed into the public text."""

from __future__ import annotations

from random import Random

import pytest

from judgments.models import DraftAmendment, Judgment
from judgments.staff.amend_form import TEXT_VERBS
from judgments.staff.compare import CATEGORIES, SECTIONS
from tests.hypothesis_runs import FAULTS
from tests.staff_court import IN_WINDOW, PARTY, Court, at, in_review, page, shown

pytestmark = pytest.mark.django_db
STEPS = 1200 if FAULTS else 60
ANSWERS = {200, 409}
WORDS = [
    "李四",
    PARTY,
    "×××",
    "本院认为",
    "。",
    "站前路88号",
    " ",
    "<script>",
    "\u200b",
    "粤荔皮具",
    "货款",
    "判决如下",
]
TYPED = [PARTY, "×××", "某公司", f"（{PARTY}）", "", "《合同》", "粤荔皮具", "1" * 19, "沈 立 平", "</td>"]
ODD = ["400", "-1", "9" * 30, "x", "1.5", "٣"]


def fields(draw: Random) -> dict[str, str]:
    """One form, of values that fit and values that do not."""
    verbs = [*DraftAmendment.Verb.values, *sorted(TEXT_VERBS), "rename", ""]
    made = {
        "paragraph": str(draw.randrange(20)),
        "start": str(draw.randrange(9)),
        "end": str(draw.randrange(30)),
    }
    made |= {
        "until": draw.choice(["", str(draw.randrange(20))]),
        "doubt": draw.choice([*[""] * 12, "1", "2"]),
    }
    if draw.random() < 0.1:
        made[draw.choice(list(made))] = draw.choice(ODD)
    made |= {
        "verb": draw.choice(verbs),
        "words": draw.choice(WORDS) if draw.random() < 0.6 else "",
        "everywhere": draw.choice(["", "on"]),
        "category": draw.choice([*CATEGORIES, ""]),
        "replacement": draw.choice(TYPED),
        "passage": draw.choice([*SECTIONS, ""]),
        "note": draw.choice(["", *["核对"] * 12, "x" * 300]),
    }
    return {name: value for name, value in made.items() if draw.random() < 0.99}


@pytest.mark.parametrize("seed", range(3))
def test_any_step_is_answered_and_no_name_is_typed_into_public(court: Court, clock_at, seed: int) -> None:
    clock_at(IN_WINDOW)
    judgment, draw = in_review(court), Random(seed)
    browser, taken = at(court.reviewer), 0
    for _ in range(STEPS):
        draft = judgment.drafts.latest("serial")
        data = shown(judgment) | {"revision": str(draft.revision)} | fields(draw)
        answer = browser.post(page("amend", judgment.pk), data, headers={"X-Requested-With": "fetch"})
        assert answer.status_code in ANSWERS, data
        assert "<script>" not in answer.json()["html"].replace("&lt;script&gt;", "")
        taken += answer.status_code == 200
    assert taken
    browser.post(page("approve", judgment.pk), shown(judgment) | {"revision": str(draft.revision)})
    judgment.refresh_from_db()
    assert judgment.state in (Judgment.State.REVIEW, Judgment.State.APPROVED)
    masks = judgment.drafts.latest("serial").amendments.filter(verb="mask")
    assert all(PARTY not in row.data.get("replacement", "") for row in masks)
