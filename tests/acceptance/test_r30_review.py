"""R30–R32: what a reviewer corrects on the review page is what the public reads; nobody else and nobody later corrects it."""

from __future__ import annotations

import pytest
from django.test import Client

from judgments.models import Judgment
from tests.acceptance.walked import VERDICT, everything_public, in_review, publish
from tests.staff_court import IN_WINDOW, Court, at, page, reported, shown

pytestmark = pytest.mark.django_db
WITNESS = "证人李四出庭，李四称货物由其送到仓库。"
LATE = "上述货款另有一笔5000元，由被告另行支付。"
LINES = [*VERDICT[:11], WITNESS, LATE, *VERDICT[11:]]


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


def step(court: Court, judgment: Judgment, who: str = "reviewer", **fields: str) -> int:
    revision = str(judgment.drafts.latest("serial").revision)
    data = shown(judgment) | {"revision": revision} | fields
    answer = at(getattr(court, who)).post(
        page("amend", judgment.pk), data, headers={"X-Requested-With": "fetch"}
    )
    return int(answer.status_code)


def place(words: str) -> dict[str, str]:
    """Where words stand in the original, as the page sends it."""
    paragraph = next(index for index, line in enumerate(LINES) if words in line)
    start = LINES[paragraph].index(words)
    return {"paragraph": str(paragraph), "start": str(start), "end": str(start + len(words))}


def approve(court: Court, judgment: Judgment) -> str:
    draft = judgment.drafts.latest("serial")
    ticks = {"settled": [row["number"] for row in draft.doubts], "revision": str(draft.revision)}
    at(court.reviewer).post(page("approve", judgment.pk), shown(judgment) | ticks)
    judgment.refresh_from_db()
    return judgment.state


def test_r30_a_name_the_reviewer_hides_is_nowhere_in_public_and_a_word_he_keeps_is(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, LINES))
    assert step(court, judgment, verb="mask", everywhere="on", **place("李四")) == 200
    assert step(court, judgment, verb="keep", **place("沈 立 平")) == 200
    assert approve(court, judgment) == Judgment.State.APPROVED
    publish(clock_at)
    judgment.refresh_from_db()
    public = everything_public(judgment)
    assert "李四" not in public
    assert "沈 立 平与" in public
    assert "原告沈立平" not in public
    assert step(court, judgment, verb="mask", **place("仓库")) == 409


def test_r32_a_sentence_the_reviewer_adds_to_the_removed_passage_is_nowhere_in_public(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, LINES))
    fields = place(LATE)
    assert step(court, judgment, verb="remove", passage="claims", **fields) == 200
    assert approve(court, judgment) == Judgment.State.APPROVED
    publish(clock_at)
    judgment.refresh_from_db()
    public = everything_public(judgment)
    assert "另有一笔5000元" not in public
    assert "货物已于当月交付" in public


def test_r30_only_a_reviewer_who_did_not_upload_corrects_and_the_public_sees_nothing_before_the_25th(
    court: Court, clock_at
):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, LINES))
    for who in ("typist", "judge", "head", "president", "vendor"):
        assert step(court, judgment, who, verb="keep", **place("沈 立 平")) in (403, 404)
    batch = judgment.uploads.get().batch
    batch.uploaded_by = court.reviewer.user
    batch.save()
    assert step(court, judgment, verb="keep", **place("沈 立 平")) == 409
    assert judgment.drafts.latest("serial").revision == 0
    assert Client().get(judgment.get_absolute_url()).status_code == 404
