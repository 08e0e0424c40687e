"""我的工作: each post sees what waits for it, and by when."""

from __future__ import annotations

import pytest

from judgments.models import Ground, Upload
from tests.staff_court import (
    IN_WINDOW,
    NUMBER,
    Court,
    approved,
    at,
    document,
    drafted,
    page,
    reported,
    upload,
)

pytestmark = pytest.mark.django_db


def _work(officer) -> dict[str, int | None]:
    desks = at(officer).get("/admin/").context["desks"]
    return {item.label: item.count for desk in desks for item in desk.items}


def test_a_clerk_sees_files_that_wait_for_him_and_by_when(court: Court, clock_at):
    clock_at(IN_WINDOW)
    drafted(court)
    upload(
        at(court.typist),
        ("外院.docx", document("（2026）粤0104民初4号")),
        ("又一份.docx", document(NUMBER, "另查明，双方另有约定。")),
    )
    work = _work(court.typist)
    assert (work["案号需确认的文件"], work["与已有文件冲突"], work["待确认当事人"]) == (1, 1, 1)
    assert _work(court.typist_two)["案号需确认的文件"] == 0
    due = at(court.typist).get("/admin/").context["desks"][0].due[0]
    assert due == "生效案号报送与文书归集：11月20日（周五）24:00前，还有2天。"


def test_a_head_sees_the_return_due_and_marks_that_wait(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    ground = Ground.objects.get(policy="liwan-2013", code="E5")
    data = {"number": NUMBER, "kind": "判决书", "ground": ground.pk, "reason": "理由"}
    at(court.judge).post(page("mark"), data)
    work = _work(court.head)
    assert (work["民一庭 2026-11 生效案号报送"], work["待审批的标记"]) == (0, 1)
    other = _work(court.head_two)
    assert (other["民二庭 2026-11 生效案号报送"], other["待审批的标记"]) == (1, 0)


def test_the_office_sees_the_next_batch_and_who_has_not_reported(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court)
    work = _work(court.reviewer)
    assert (work["下一批可公布"], work["应公开未公开"], work["2026-11 未报送的部门"]) == (1, 1, 8)


def test_a_file_set_aside_waits_no_longer_and_stays_on_record(court: Court, clock_at):
    clock_at(IN_WINDOW)
    upload(at(court.typist), ("外院.docx", document("（2026）粤0104民初4号")))
    row = Upload.objects.get()
    assert at(court.typist_two).post(page("set_aside", row.pk)).status_code == 404
    at(court.typist).post(page("set_aside", row.pk))
    row.refresh_from_db()
    assert (row.state, bool(row.original)) == (Upload.State.REFUSED, True)
    assert _work(court.typist)["案号需确认的文件"] == 0
