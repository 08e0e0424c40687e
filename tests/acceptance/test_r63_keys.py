"""R63, R64: each party has its own key, kept as a hash; without it nobody learns even that the case exists."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from docx import Document

from liwan_court.registry import key_code
from liwan_court.registry.models import CaseKey, RegisterRecord
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import (
    APPLICANT,
    DEBTOR,
    WEDNESDAY,
    build_bureau,
    case_page,
    key_for,
    knock,
    staff,
    write,
)

pytestmark = pytest.mark.django_db
KEY = re.compile(r"[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}")


@pytest.fixture
def bureau():
    return build_bureau()


def issue(officer, party, **data):
    return staff(officer).post(reverse("admin:staff_register_key_issue", args=[party.pk]), data)


def slip_of(answer):
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(answer.content)).paragraphs)


def test_r63_the_counter_hands_out_a_slip_and_the_key_opens_the_case(bureau):
    answer = issue(bureau.filing, bureau.applicant)
    text = slip_of(answer)
    key = KEY.search(text)[0]
    assert bureau.case.number in text
    assert APPLICANT not in text
    assert "/case/" in text
    assert "no-store" in answer.headers["Cache-Control"]
    assert "1002" not in answer.headers["Content-Disposition"]
    client = Client()
    assert knock(client, bureau.case.number, key).status_code == 302
    assert bureau.case.number in case_page(client)
    row = CaseKey.objects.get()
    assert row.digest.startswith("$argon2id$")
    assert key.replace("-", "") not in str(vars(row))
    assert key not in str(list(RegisterRecord.objects.values()))


def test_r63_the_qr_code_holds_the_address_alone(bureau, settings):
    answer = issue(bureau.filing, bureau.applicant)
    document = Document(io.BytesIO(answer.content))
    images = [part for part in document.part.package.iter_parts() if part.content_type == "image/png"]
    assert len(images) == 1
    from liwan_court.registry.documents.slip import qr_png

    assert images[0].blob == qr_png(f"{settings.SITE_URL}/case/")


def test_r63_each_party_and_each_agent_has_its_own(bureau):
    issue(bureau.filing, bureau.applicant)
    assert issue(bureau.filing, bureau.applicant, agent="甘晓晴").status_code == 302
    issue(bureau.filing, bureau.applicant, agent="甘晓晴", identity_check="授权委托书和代理人身份证件")
    issue(bureau.officer, bureau.debtor)
    assert CaseKey.objects.live().count() == 3


def test_r63_a_reissue_asks_who_stands_there_and_ends_the_old_key(bureau):
    old = KEY.search(slip_of(issue(bureau.filing, bureau.applicant)))[0]
    refused = issue(bureau.filing, bureau.applicant)
    assert refused.status_code == 302
    assert (
        "须当面核验身份" in staff(bureau.filing).get(refused.url).content.decode()
        or CaseKey.objects.count() == 1
    )
    assert CaseKey.objects.count() == 1
    new = KEY.search(slip_of(issue(bureau.filing, bureau.applicant, identity_check="居民身份证")))[0]
    assert knock(Client(), bureau.case.number, old).status_code == 403
    assert knock(Client(), bureau.case.number, new).status_code == 302
    record = RegisterRecord.objects.filter(verb="发放查阅密码").last()
    assert record.detail["identity_check"] == "居民身份证"


def test_r63_the_administrator_gives_out_keys_and_sees_no_name(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人。")
    address = reverse("admin:staff_register_keys")
    shown = staff(bureau.operator).get(address, {"number": bureau.case.number}).content.decode()
    assert "申请执行人" in shown
    for hidden in (APPLICANT, DEBTOR, bureau.case.cause, "约谈"):
        assert hidden not in shown
    assert KEY.search(slip_of(issue(bureau.operator, bureau.debtor)))
    assert staff(bureau.operator).get(reverse("admin:registry_case_changelist")).status_code == 403
    assert staff(bureau.operator).get(reverse("admin:staff_register_cases")).status_code == 403


def test_r63_a_key_ends_on_its_day_and_some_years_after_the_case_was_closed(bureau):
    with clock.at(WEDNESDAY):
        text = slip_of(issue(bureau.filing, bureau.applicant, agent="甘晓晴", expires_on="2026-03-12"))
        agent, own = KEY.search(text)[0], key_for(bureau.applicant)
        assert knock(Client(), bureau.case.number, agent).status_code == 302
        assert issue(bureau.filing, bureau.debtor, expires_on="2026-03-01").status_code == 302
        assert issue(bureau.filing, bureau.debtor, expires_on="明天").status_code == 302
        assert not CaseKey.objects.filter(party=bureau.debtor).exists()
    with clock.at(WEDNESDAY + dt.timedelta(days=2)):
        assert knock(Client(), bureau.case.number, agent).status_code == 403
        assert knock(Client(), bureau.case.number, own).status_code == 302
    bureau.case.closed_on = WEDNESDAY.date()
    bureau.case.save()
    with clock.at(WEDNESDAY + dt.timedelta(days=700)):
        assert knock(Client(), bureau.case.number, own).status_code == 302
    with clock.at(WEDNESDAY + dt.timedelta(days=800)):
        assert knock(Client(), bureau.case.number, own).status_code == 403


def test_r63_nobody_else_gives_out_a_key(bureau):
    for officer in (bureau.judge, bureau.vendor, bureau.president, bureau.head):
        assert issue(officer, bureau.applicant).status_code == 403
    assert issue(bureau.other, bureau.applicant).status_code == 404
    assert (
        Client().post(reverse("admin:staff_register_key_issue", args=[bureau.applicant.pk])).status_code
        == 302
    )
    assert not CaseKey.objects.exists()


def test_r63_the_command_gives_out_a_key(bureau, tmp_path):
    out = io.StringIO()
    call_command("issue_key", bureau.case.number, "1", stdout=out)
    key = KEY.search(out.getvalue())[0]
    assert knock(Client(), bureau.case.number, key).status_code == 302
    slip = tmp_path / "slip.docx"
    call_command("issue_key", bureau.case.number, "2", "--slip", str(slip), stdout=out)
    assert slip.stat().st_mode & 0o077 == 0
    assert KEY.search("\n".join(p.text for p in Document(str(slip)).paragraphs))
    for case, party in (("（2026）粤0103执9999号", "1"), (bureau.case.number, "9"), ("x", "1")):
        with pytest.raises(CommandError):
            call_command("issue_key", case, party, stdout=out)


def test_r64_without_a_key_nothing_says_that_the_case_exists(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人。")
    client, other = Client(), Client()
    real = knock(client, bureau.case.number, key_code.generate())
    unreal = knock(other, "（2026）粤0103执9999号", key_code.generate())
    assert real.status_code == unreal.status_code == 403
    strip = re.compile(r'name="(?:csrfmiddlewaretoken|key|pasted)"[^>]*>|value="[^"]*"')
    one, two = (strip.sub("", answer.content.decode()).replace("9999", "1002") for answer in (real, unreal))
    assert one == two
    for address in (
        "/",
        "/judgments/?q=1002",
        "/hearings/?q=1002",
        "/register/?q=1002",
        "/sitemap.xml",
        "/feed/",
        "/robots.txt",
    ):
        assert "执1002" not in Client().get(address).content.decode()


def test_r64_a_key_of_another_case_opens_nothing(bureau):
    key = key_for(bureau.applicant)
    assert knock(Client(), bureau.case_of_other.number, key).status_code == 403


def test_r64_pages_of_the_case_are_indexed_by_nobody(bureau):
    client = Client()
    answer = client.get(reverse("case:gate"))
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "no-store" in answer.headers["Cache-Control"]
