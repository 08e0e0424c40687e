"""The review page: doubts first, both texts, approve or return; every opening is a recorded look."""

from __future__ import annotations

import pytest

from judgments.models import Judgment, OriginalAccess
from tests.staff_court import IN_WINDOW, PARTY, STREET_TAIL, Court, at, drafted, in_review, page, said, shown

pytestmark = pytest.mark.django_db
NOTICE = {
    "code": "converted", "blocking": True, "text": "本文件由 doc 格式转换而来，请与原件逐段核对", "where": "全文",
}  # fmt: skip


def _with_doubt(judgment: Judgment) -> None:
    draft = judgment.drafts.latest("serial")
    draft.edition["doubts"] = [NOTICE]
    draft.save()


def test_original_and_public_edition_stand_side_by_side_and_the_look_is_recorded(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    answer = at(court.reviewer).get(page("review", judgment.pk))
    rows = answer.context["rows"]
    left = "".join(piece.text for row in rows for piece in row.left)
    right = "".join(piece.text for row in rows for paragraph in row.right for piece in paragraph)
    assert PARTY in left
    assert STREET_TAIL in left
    assert PARTY not in right
    assert STREET_TAIL not in right
    look = OriginalAccess.objects.get()
    assert (look.by, look.purpose) == (court.reviewer.user, "对照审核")
    assert "no-store" in answer["Cache-Control"]


def test_an_open_doubt_keeps_the_draft_from_being_approved_until_it_is_ticked(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    _with_doubt(judgment)
    refused = at(court.reviewer).post(page("approve", judgment.pk), shown(judgment), follow=True)
    assert "还有1处疑点未核对" in said(refused)
    at(court.reviewer).post(
        page("approve", judgment.pk), shown(judgment) | {"settled": "1", "note-1": "逐段核对过"}
    )
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED
    assert judgment.drafts.latest("serial").settled["1"]["note"] == "逐段核对过"


def test_a_returned_draft_tells_its_clerk_why(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    at(court.reviewer).post(page("return", judgment.pk), shown(judgment) | {"reason": "漏了被告的简称"})
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.RETURNED
    assert "漏了被告的简称" in said(at(court.typist).get(page("life", judgment.pk)))


def test_only_the_trial_management_office_opens_and_decides_a_review(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court)
    for officer in (court.typist, court.judge, court.head, court.president, court.vendor):
        assert at(officer).get(page("review", judgment.pk)).status_code == 403
        at(officer).post(page("approve", judgment.pk), shown(judgment))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.REVIEW
    assert not OriginalAccess.objects.exists()


def test_before_any_draft_there_is_nothing_to_review(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    at(court.judge).post(page("approve", judgment.pk), shown(judgment))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.DRAFT
