"""A reviewer's steps through the page: corrected, undone, recorded; refused to the wrong person, state, draft or place (R29–R32, R66)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from judgments.actions import engine
from judgments.models import DraftAmendment, Judgment
from tests.staff_court import (
    IN_WINDOW,
    PARTY,
    Court,
    at,
    confirm,
    document,
    drafted,
    in_review,
    page,
    said,
    shown,
    upload,
)

pytestmark = pytest.mark.django_db
WITNESS = "经审理查明，证人李四在场，李四签了名，高明区的仓库已交付。"


@pytest.fixture
def judgment(court: Court, clock_at) -> Judgment:
    clock_at(IN_WINDOW)
    upload(at(court.typist), ("判决.docx", document("（2026）粤0103民初88号", WITNESS)))
    return confirm(court, Judgment.objects.get(number="（2026）粤0103民初88号"))


def on_screen(judgment: Judgment) -> dict[str, str]:
    draft = judgment.drafts.latest("serial")
    return {**shown(judgment), "revision": str(draft.revision)}


def step(court: Court, judgment: Judgment, *, who: str = "reviewer", fetch: bool = True, **fields: str):
    headers = {"X-Requested-With": "fetch"} if fetch else {}
    data = on_screen(judgment) | fields
    return at(getattr(court, who)).post(page("amend", judgment.pk), data, headers=headers, follow=not fetch)


def public_text(judgment: Judgment) -> str:
    draft = judgment.drafts.latest("serial")
    return "\n".join(row["text"] for row in draft.edition["paragraphs"])


def test_a_word_is_hidden_everywhere_undone_and_redone(court, judgment):
    assert step(court, judgment, verb="mask", words="李四", everywhere="on").status_code == 200
    assert "李四" not in public_text(judgment)
    step(court, judgment, verb="undo")
    assert "证人李四在场，李四签了名" in public_text(judgment)
    step(court, judgment, verb="redo")
    assert "李四" not in public_text(judgment)
    rows = judgment.drafts.latest("serial").amendments.all()
    assert [(r.verb, r.places, r.by_name) for r in rows] == [
        ("mask", 2, "审核员甲"),
        ("undo", 2, "审核员甲"),
        ("redo", 2, "审核员甲"),
    ]


def test_a_step_taken_is_in_the_life_of_the_judgment_without_words_of_the_document(court, judgment):
    step(court, judgment, verb="mask", words="李四")
    last = judgment.transitions.last()
    assert (last.verb, last.before, last.after) == ("审核修改", "review", "review")
    assert last.detail == {"draft": 2, "step": 1, "what": "隐去"}
    assert "李四" not in str(judgment.drafts.latest("serial").amendments.get().data)


def test_steps_can_be_neither_changed_nor_deleted(court, judgment):
    step(court, judgment, verb="mask", words="李四")
    for change in (
        lambda: DraftAmendment.objects.update(places=0),
        lambda: DraftAmendment.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert DraftAmendment.objects.get().places == 1


def test_a_new_step_drops_what_was_undone(court, judgment):
    step(court, judgment, verb="mask", words="李四")
    step(court, judgment, verb="undo")
    step(court, judgment, verb="mask", words="仓库")
    refused = step(court, judgment, verb="redo")
    assert refused.status_code == 409
    assert refused.json()["problems"] == ["没有可以重做的修改"]


def test_without_script_the_answer_is_the_page_itself(court, judgment):
    answer = step(court, judgment, fetch=False, verb="mask", words="不存在的话")
    assert "原件中没有“不存在的话”" in said(answer)
    answer = step(court, judgment, fetch=False, verb="mask", words="李四")
    assert answer.redirect_chain[-1][0] == page("review", judgment.pk)
    assert "已修改 1 处" in said(answer)


def test_a_doubt_is_settled_by_one_step_and_open_again_after_undo(court, judgment):
    draft = judgment.drafts.latest("serial")
    number = next(row["number"] for row in draft.doubts if row["code"] == "other_person")
    step(court, judgment, verb="mask", words="李四", everywhere="on", doubt=str(number))
    assert judgment.drafts.latest("serial").settled[str(number)]["by"] == "审核员甲"
    step(court, judgment, verb="undo")
    assert judgment.drafts.latest("serial").settled == {}


def test_a_page_left_open_changes_nothing_after_another_step(court, judgment):
    old = on_screen(judgment)
    step(court, judgment, verb="mask", words="李四")
    answer = at(court.reviewer).post(
        page("amend", judgment.pk),
        old | {"verb": "mask", "words": "仓库"},
        headers={"X-Requested-With": "fetch"},
    )
    assert answer.status_code == 409
    assert "不是最新一稿" in answer.json()["problems"][0]
    assert "仓库" in public_text(judgment)
    at(court.reviewer).post(page("approve", judgment.pk), old)
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.REVIEW


def test_what_is_already_so_is_no_step(court, judgment):
    assert step(court, judgment, verb="keep", words=PARTY).status_code == 200
    again = step(court, judgment, verb="keep", words=PARTY)
    assert again.status_code == 409
    assert "没有需要修改的" in again.json()["problems"][0]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"verb": "rename"}, "没有这种修改"),
        ({"verb": "mask"}, "请先选中要修改的文字"),
        ({"verb": "settle"}, "没有要做的修改"),
        ({"verb": "settle", "doubt": "99"}, "没有这一处疑点"),
        ({"verb": "undo"}, "没有可以撤销的修改"),
        ({"verb": "remove", "paragraph": "400", "start": "0", "end": "9"}, "没有需要修改的"),
    ],
)
def test_a_step_that_cannot_be_taken_says_why_and_changes_nothing(court, judgment, fields, problem):
    before = judgment.drafts.latest("serial").edition
    answer = step(court, judgment, **fields)
    assert answer.status_code == 409
    assert any(problem in text for text in answer.json()["problems"]), answer.json()["problems"]
    after = judgment.drafts.latest("serial")
    assert (after.edition, after.revision) == (before, 0)


@pytest.mark.parametrize("who", ["typist", "judge", "head", "president", "vendor"])
def test_other_posts_take_no_step(court, judgment, who):
    assert step(court, judgment, who=who, verb="mask", words="李四").status_code in (403, 404)
    assert not DraftAmendment.objects.exists()


def test_a_draft_that_waits_for_its_parties_is_not_corrected_yet(court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    answer = step(court, judgment, verb="mask", words=PARTY)
    assert answer.status_code == 409
    assert any("不能进行" in text for text in answer.json()["problems"])


def test_after_an_upgrade_of_the_engine_the_newer_result_is_compared_first(court, judgment, monkeypatch):
    draft = judgment.drafts.latest("serial")
    draft.engine_version = "1.0"
    draft.save()
    answer = step(court, judgment, verb="mask", words="李四")
    assert answer.status_code == 409
    assert any("比较新版结果" in text for text in answer.json()["problems"])
    assert engine.ENGINE_VERSION != "1.0"


def test_a_passage_the_engine_did_not_find_is_set_by_the_reviewer_who_may_then_approve(court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    draft = judgment.drafts.latest("serial")
    draft.edition["doubts"] = [
        {"code": "section_end_missing", "blocking": True, "text": "没有找到结尾", "where": "诉辩部分"}
    ]
    draft.save()
    refused = at(court.reviewer).post(page("approve", judgment.pk), on_screen(judgment), follow=True)
    assert "须退回处理" in said(refused) or "没有找到结尾" in said(refused)
    answer = step(court, judgment, verb="passages_right")
    assert answer.status_code == 200
    at(court.reviewer).post(page("approve", judgment.pk), on_screen(judgment) | {"next": "1"})
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED


@pytest.mark.parametrize("typed", [PARTY, f"（{PARTY}）", " ".join(PARTY), "广州市粤荔皮具有限公司"])
def test_what_the_case_hides_is_not_typed_into_a_mask(court, judgment, typed):
    refused = step(court, judgment, verb="mask", words="李四", replacement=typed)
    assert refused.status_code == 409
    assert any("请改用" in text for text in refused.json()["problems"])
    assert "李四" in public_text(judgment)
    assert not DraftAmendment.objects.exists()
