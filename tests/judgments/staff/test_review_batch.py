"""The reviewer's batch: what comes next, which parties cannot be told apart, words that stay, newer engines, and the figures."""

from __future__ import annotations

import pytest

from judgments.models import Draft, Judgment, KeptTerm
from judgments.staff.quality_figures import quality
from tests.documents import JUDGMENT, judgment_docx
from tests.staff_court import IN_WINDOW, PARTY, Court, at, confirm, in_review, page, said, shown, upload

pytestmark = pytest.mark.django_db
FETCH = {"X-Requested-With": "fetch"}


def on_screen(judgment: Judgment) -> dict[str, str]:
    draft = judgment.drafts.latest("serial")
    return {**shown(judgment), "revision": str(draft.revision)}


def public_text(judgment: Judgment) -> str:
    return "\n".join(row["text"] for row in judgment.drafts.latest("serial").edition["paragraphs"])


def state(judgment: Judgment) -> str:
    judgment.refresh_from_db()
    return judgment.state


@pytest.fixture
def two_plaintiffs(court: Court, clock_at) -> Judgment:
    clock_at(IN_WINDOW)
    number = "（2026）粤0103民初99号"
    lines = [number if "字第" in line else line for line in JUDGMENT]
    lines.insert(4, "原告：麦少芬，女，1972年8月1日出生，汉族，住广州市荔湾区多宝路7号。")
    lines = [line.replace("原告沈立平诉", "原告沈立平、麦少芬诉") for line in lines]
    upload(at(court.typist), ("两名原告.docx", judgment_docx(lines)))
    return confirm(court, Judgment.objects.get(number=number))


def test_approving_with_next_opens_the_judgment_that_waits_and_then_the_desk(court: Court, clock_at):
    clock_at(IN_WINDOW)
    first, second = in_review(court, "（2026）粤0103民初1号"), in_review(court, "（2026）粤0103民初2号")
    answer = at(court.reviewer).post(page("approve", first.pk), on_screen(first) | {"next": "1"})
    assert answer["Location"] == page("review", second.pk)
    answer = at(court.reviewer).post(page("approve", second.pk), on_screen(second) | {"next": "1"})
    assert answer["Location"] == "/admin/"
    assert [state(first), state(second)] == [Judgment.State.APPROVED] * 2


def test_the_page_tells_how_far_the_day_is(court: Court, clock_at):
    clock_at(IN_WINDOW)
    first, second = in_review(court, "（2026）粤0103民初1号"), in_review(court, "（2026）粤0103民初2号")
    at(court.reviewer).post(page("approve", first.pk), on_screen(first))
    progress = at(court.reviewer).get(page("review", second.pk)).context["progress"]
    assert (progress.done, progress.waiting, progress.total, progress.following) == (1, 1, 2, None)


def test_ones_own_uploads_are_not_ones_next_work(court: Court, clock_at):
    clock_at(IN_WINDOW)
    mine, others = in_review(court, "（2026）粤0103民初1号"), in_review(court, "（2026）粤0103民初2号")
    batch = mine.uploads.get().batch
    batch.uploaded_by = court.reviewer.user
    batch.save()
    assert at(court.reviewer).get(page("review", others.pk)).context["progress"].following is None


def test_parties_that_cannot_be_told_apart_are_numbered_with_one_step_from_the_batch(court, two_plaintiffs):
    batches = at(court.reviewer).get(page("batches"))
    assert "当事人不分的文书（1）" in said(batches)
    at(court.reviewer).post(
        page("amend", two_plaintiffs.pk), on_screen(two_plaintiffs) | {"verb": "ordinals"}
    )
    assert "×××1、×××2" in public_text(two_plaintiffs)
    assert "当事人不分" not in said(at(court.reviewer).get(page("batches")))


def test_a_judgment_with_one_party_on_each_side_is_not_called_ambiguous(court: Court, clock_at):
    clock_at(IN_WINDOW)
    in_review(court)
    assert "当事人不分" not in said(at(court.reviewer).get(page("batches")))


def test_a_kept_word_is_added_used_and_retired(court: Court, clock_at):
    clock_at(IN_WINDOW)
    at(court.reviewer).post(page("kept_terms"), {"term": "沈立平安居中心", "note": "房产中介"})
    row = KeptTerm.objects.get()
    assert (row.term, row.added_by) == ("沈立平安居中心", court.reviewer.user)
    upload(
        at(court.typist),
        ("判决.docx", judgment_docx([*JUDGMENT[:10], "沈立平安居中心出具收据。", *JUDGMENT[10:]])),
    )
    judgment = confirm(court, Judgment.objects.get())
    assert "沈立平安居中心出具收据" in public_text(judgment)
    assert "原告：×××" in public_text(judgment)
    at(court.reviewer).post(page("kept_term_retire", row.pk))
    row.refresh_from_db()
    assert row.retired_by == court.reviewer.user
    assert KeptTerm.objects.count() == 1


@pytest.mark.parametrize(
    ("term", "problem"), [("平安", "3至40个字"), ("  ", "3至40个字"), ("长" * 41, "3至40个字")]
)
def test_a_word_that_would_hide_names_is_not_taken(court: Court, term, problem):
    answer = at(court.reviewer).post(page("kept_terms"), {"term": term}, follow=True)
    assert problem in said(answer)
    assert not KeptTerm.objects.exists()


def test_only_the_trial_management_office_changes_the_words(court: Court):
    at(court.president).post(page("kept_terms"), {"term": "平安保险公司"})
    assert at(court.typist).post(page("kept_terms"), {"term": "平安保险公司"}).status_code == 403
    assert not KeptTerm.objects.exists()


def older(judgment: Judgment) -> Draft:
    """The latest draft as an earlier engine would have left it: a name overlooked."""
    draft = judgment.drafts.latest("serial")
    draft.engine_version = "1.0"
    for row in draft.edition["paragraphs"]:
        row["text"] = row["text"].replace("原告×××货款", f"原告{PARTY}货款")
    draft.save()
    return draft


def test_what_a_newer_engine_changes_is_shown_and_changes_nothing_until_it_is_adopted(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    draft = older(judgment)
    answer = at(court.reviewer).get(page("rerun", judgment.pk))
    assert any(PARTY in change.before and PARTY not in change.after for change in answer.context["changes"])
    assert judgment.drafts.latest("serial").pk == draft.pk
    at(court.reviewer).post(page("rerun", judgment.pk), on_screen(judgment))
    adopted = judgment.drafts.latest("serial")
    assert adopted.serial == draft.serial + 1
    assert PARTY not in public_text(judgment)
    assert state(judgment) == Judgment.State.REVIEW


def test_corrections_are_carried_over_to_the_newer_result_and_counted_once(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    at(court.reviewer).post(
        page("amend", judgment.pk),
        on_screen(judgment) | {"verb": "mask", "words": "买卖合同合法"},
        headers=FETCH,
    )
    older(judgment)
    at(court.reviewer).post(page("rerun", judgment.pk), on_screen(judgment))
    assert "买卖合同合法" not in public_text(judgment)
    assert [row.carried for row in judgment.drafts.latest("serial").amendments.all()] == [True]
    at(court.reviewer).post(page("approve", judgment.pk), on_screen(judgment))
    assert [(row.too_few, row.corrected) for row in quality()] == [(0, [])]


def test_without_anything_newer_nothing_is_adopted(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    answer = at(court.reviewer).post(page("rerun", judgment.pk), on_screen(judgment), follow=True)
    assert "没有变化" in said(answer)
    assert judgment.drafts.count() == 2


def test_a_change_of_policy_is_something_newer(court: Court, clock_at, settings):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    settings.REDACTION_POLICY = "spc-2016"
    answer = at(court.reviewer).get(page("rerun", judgment.pk))
    assert any("沈立平" in change.after for change in answer.context["changes"])
    assert answer.context["offer"].possible


def test_the_figures_count_what_reviewers_changed_in_approved_drafts(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    masks = judgment.drafts.latest("serial").masks
    for verb, words in (("keep", PARTY), ("mask", "买卖合同合法"), ("mask", "十日内")):
        fields = on_screen(judgment) | {"verb": verb, "words": words}
        at(court.reviewer).post(page("amend", judgment.pk), fields, headers=FETCH)
    at(court.reviewer).post(page("amend", judgment.pk), on_screen(judgment) | {"verb": "undo"}, headers=FETCH)
    assert quality() == []
    at(court.reviewer).post(page("approve", judgment.pk), on_screen(judgment))
    row = quality()[0]
    assert (row.documents, row.masks, row.too_many, row.too_few) == (1, masks, 1, 1)
    assert row.precision == pytest.approx((masks - 1) / masks)
    assert row.recall == pytest.approx((masks - 1) / masks)
    assert judgment.number in said(at(court.president).get(page("quality")))


def test_the_figures_are_for_the_office_and_leaders_only(court: Court):
    assert at(court.typist).get(page("quality")).status_code == 403
    assert "还没有审核通过的文书" in said(at(court.reviewer).get(page("quality")))
