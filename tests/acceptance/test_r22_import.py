"""R22: the supporting firm's system sends cases, progress and documents; each row is answered, and the firm sees no case."""

from __future__ import annotations

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from judgments.models import Judgment, PublicEdition, Upload
from liwan_court.registry.models import Case, HearingNotice, ImportRun, Milestone
from liwan_court.timetable import clock
from tests.documents import package, paragraph
from tests.enforcement_logs.bureau import WEDNESDAY, build_bureau, case_page, party_at, staff

pytestmark = pytest.mark.django_db
NAME = "龙静雯"
ROWS = [
    {"类型": "案件", "外部编号": "C1", "案号": "（2026）粤0103民初501号", "庭室": "民一庭", "案由": "民间借贷纠纷", "立案日期": "2026-02-03"},
    {"类型": "当事人", "外部编号": "P1", "案件外部编号": "C1", "诉讼地位": "原告", "姓名或名称": NAME},
    {"类型": "节点", "外部编号": "M1", "案件外部编号": "C1", "节点": "立案", "日期": "2026-02-03"},
    {"类型": "开庭", "外部编号": "H1", "案件外部编号": "C1", "开庭时间": "2026-03-20 09:30", "法庭": "第三法庭"},
    {"类型": "案件", "外部编号": "C2", "案号": "（2026）粤0103民初", "庭室": "民一庭"},
    {"类型": "节点", "外部编号": "M2", "案件外部编号": "C9", "节点": "立案", "日期": "2026-02-03"},
]  # fmt: skip


@pytest.fixture
def bureau():
    return build_bureau()


@pytest.fixture
def token(bureau):
    out = io.StringIO()
    call_command("vendor_token", bureau.vendor.staff_no, stdout=out)
    return next(word for word in out.getvalue().split() if len(word) > 30)


def send(token, rows):
    with clock.at(WEDNESDAY):
        return Client().post(
            f"{reverse('vendor-import')}?format=json",
            json.dumps(rows, ensure_ascii=False), content_type="application/json", headers={"authorization": f"Bearer {token}"},
        )  # fmt: skip


def test_r22_the_firms_system_sends_and_reads_its_own_report(bureau, token):
    answer = send(token, ROWS)
    assert answer.status_code == 200
    report = answer.json()
    assert report["counts"]["added"] == 4
    assert len(report["problems"]) == 2
    case = Case.objects.get(foreign_id="C1")
    assert (case.parties.get().name, case.cause) == (NAME, "民间借贷纠纷")
    assert Milestone.objects.get().kind == "filed"
    assert HearingNotice.objects.get().public
    with clock.at(WEDNESDAY):
        assert "立案" in case_page(party_at(case.parties.get()))
        public = Client().get(reverse("hearings:list")).content.decode()
    assert case.number in public
    assert NAME not in public
    again = send(token, ROWS).json()
    assert again["counts"]["same"] == 4
    assert Case.objects.filter(foreign_id="C1").count() == 1


def test_r22_a_report_names_columns_and_ids_and_no_party(bureau, token):
    rows = [
        *ROWS,
        {"类型": "当事人", "外部编号": "P2", "案件外部编号": "C1", "诉讼地位": "", "姓名或名称": "湛子墨"},
    ]
    report = send(token, rows).content.decode()
    assert "P2" in report
    assert NAME not in report
    assert "湛子墨" not in report


def test_r22_what_is_missing_in_a_file_is_not_deleted(bureau, token):
    send(token, ROWS)
    send(token, ROWS[:1])
    assert Milestone.objects.filter(void_at=None).count() == 1
    assert Case.objects.get(foreign_id="C1").parties.count() == 1


def test_r22_without_a_token_or_with_an_ended_one_nothing_is_taken(bureau, token):
    assert send("x", ROWS).status_code == 401
    call_command("vendor_token", bureau.vendor.staff_no, "--revoke", stdout=io.StringIO())
    assert send(token, ROWS).status_code == 401
    assert not ImportRun.objects.exists()


def test_r22_the_firm_sees_its_imports_and_no_case(bureau, token):
    send(token, ROWS)
    case = Case.objects.get(foreign_id="C1")
    vendor = staff(bureau.vendor)
    own = vendor.get(reverse("admin:staff_register_imports"))
    assert own.status_code == 200
    for hidden in (NAME, case.number, case.cause):
        assert hidden not in own.content.decode()
    for name in (
        "staff_register_cases",
        "staff_register_keys",
        "registry_case_changelist",
        "staff_enforcement_entries",
    ):
        assert vendor.get(reverse(f"admin:{name}")).status_code == 403
    assert vendor.get(reverse("admin:staff_register_case", args=[case.pk])).status_code == 403


def test_r22_the_counter_uploads_a_file_first_on_trial(bureau):
    lines = [
        "类型,外部编号,案号,庭室,案由,立案日期",
        "案件,C7,（2026）粤0103民初507号,民一庭,买卖合同纠纷,2026-02-03",
    ]
    with clock.at(WEDNESDAY):
        for dry_run in ({"dry_run": "on"}, {}):
            file = SimpleUploadedFile("cases.csv", "\n".join(lines).encode("gb18030"))
            staff(bureau.filing).post(reverse("admin:staff_register_imports"), {"file": file, **dry_run})
            assert Case.objects.filter(foreign_id="C7").exists() is not bool(dry_run)
        file = SimpleUploadedFile("cases.csv", "\n".join(lines).encode())
        assert (
            staff(bureau.judge).post(reverse("admin:staff_register_imports"), {"file": file}).status_code
            == 403
        )


def test_r22_the_command_imports_and_says_what_was_refused(bureau, tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(ROWS[:4], ensure_ascii=False), encoding="utf-8")
    with clock.at(WEDNESDAY):
        call_command("import_cases", str(path), "--dry-run", stdout=io.StringIO())
        assert not Case.objects.filter(foreign_id="C1").exists()
        call_command("import_cases", str(path), stdout=io.StringIO())
    assert Case.objects.filter(foreign_id="C1").exists()


def test_r22_a_document_of_the_firm_enters_intake_and_goes_no_further_by_itself(
    bureau, token, settings, tmp_path
):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    file = SimpleUploadedFile("文书.docx", package(paragraph("广州市荔湾区人民法院")))
    answer = Client().post(
        reverse("judgments:vendor-documents"), {"files": [file]}, headers={"authorization": f"Bearer {token}"}
    )
    assert answer.json()["files"][0]["queued"] is True
    upload = Upload.objects.get()
    assert upload.batch.uploaded_by == bureau.vendor.user
    assert not PublicEdition.objects.exists()
    assert not Judgment.objects.exclude(state=Judgment.State.DRAFT).exists()
    assert Client().post(reverse("judgments:vendor-documents"), {"files": []}).status_code == 401
    assert staff(bureau.vendor).get(reverse("admin:staff_upload")).status_code == 403
