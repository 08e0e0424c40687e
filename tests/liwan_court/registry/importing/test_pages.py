"""The staff pages: who may send, who sees which runs, and that the supporting firm sees no case."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from liwan_court.registry.models import Case, ImportRun, Party
from liwan_court.registry.posts import Actor
from tests.liwan_court.registry.importing.court import (
    CASE,
    FILE,
    PARTY,
    PLAINTIFF,
    as_csv,
    as_xlsx,
    send,
    with_,
)

LIST = "admin:staff_register_imports"


def at(officer) -> Client:
    client = Client()
    officer.user.refresh_from_db()
    client.force_login(officer.user)
    return client


def upload(client: Client, content: bytes, name: str = "一月.csv", **form):
    return client.post(reverse(LIST), {"file": SimpleUploadedFile(name, content), **form}, follow=True)


@pytest.mark.parametrize("who", ["filing", "office", "vendor"])
@pytest.mark.parametrize(("content", "name"), [(as_csv(*FILE), "a.csv"), (as_xlsx(*FILE), "a.xlsx")])
def test_who_may_send_sends_and_reads_the_report(people, who, content, name):
    answer = upload(at(getattr(people, who)), content, name)
    run = ImportRun.objects.get()
    assert answer.redirect_chain == [(reverse("admin:staff_register_import", args=[run.pk]), 302)]
    assert (run.source, run.sent_by, run.dry_run) == ("admin", getattr(people, who).user, False)
    assert (run.counts["added"], Case.objects.count()) == (4, 1)
    assert "已全部导入" in answer.content.decode()
    assert PARTY not in answer.content.decode()


def test_a_trial_writes_nothing(people):
    answer = upload(at(people.vendor), as_csv(*FILE), dry_run="on")
    assert "没有写入名册" in answer.content.decode()
    assert not Case.objects.exists()


def test_problems_stand_in_the_report_and_in_a_table(people):
    client = at(people.vendor)
    answer = upload(client, as_csv(CASE, with_(PLAINTIFF, 诉讼地位="")))
    run = ImportRun.objects.get()
    assert "诉讼地位：必须填写" in answer.content.decode()
    table = client.get(reverse("admin:staff_register_import_problems", args=[run.pk]))
    assert table.content.decode("utf-8-sig").splitlines() == ["行,外部编号,问题", "3,D-1,诉讼地位：必须填写"]
    assert "no-store" in table["Cache-Control"]
    assert not Party.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [(b"x", "a.pdf", "只接收"), (b"a,b\n", "a.csv", "缺少：类型"), (b"", "a.csv", "空的"), (b"x", "a.xlsx", "不是完整")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_said(people, content, name, said):
    assert said in upload(at(people.vendor), content, name).content.decode()
    assert not ImportRun.objects.exists()


def test_the_firm_sees_its_own_runs_only(people):
    own = send(CASE, actor=Actor.of(people.vendor.user))
    others = [send(CASE, actor=Actor.of(each.user)) for each in (people.filing, people.other_vendor)]
    client = at(people.vendor)
    listed = client.get(reverse(LIST)).content.decode()
    assert f"imports/{own.pk}/" in listed
    for run in others:
        assert f"imports/{run.pk}/" not in listed
        for name in ("import", "import_problems"):
            assert client.get(reverse(f"admin:staff_register_{name}", args=[run.pk])).status_code == 404
    everything = at(people.filing).get(reverse(LIST)).content.decode()
    assert all(f"imports/{run.pk}/" in everything for run in (own, *others))


def test_the_firm_opens_no_page_of_a_case(people):
    send(*FILE)
    case, client = Case.objects.get(), at(people.vendor)
    closed = [
        reverse("admin:staff_register_cases"), reverse("admin:staff_register_case", args=[case.pk]),
        reverse("admin:staff_register_keys"), reverse("admin:staff_register_corrections"),
        reverse("admin:registry_case_changelist"), reverse("admin:registry_case_change", args=[case.pk]),
    ]  # fmt: skip
    for address in closed:
        answer = client.get(address)
        assert answer.status_code in (403, 404), address
        assert PARTY not in answer.content.decode()
    assert client.get(reverse(LIST)).status_code == 200
    assert case.number not in client.get(reverse("admin:index")).content.decode()


def test_other_posts_and_strangers_do_not_come_in(people):
    run = send(CASE)
    addresses = [
        reverse(LIST),
        *(reverse(f"admin:staff_register_{name}", args=[run.pk]) for name in ("import", "import_problems")),
    ]
    for address in addresses:
        assert at(people.judge).get(address).status_code == 403
        assert Client().get(address).status_code == 302
    assert upload(at(people.judge), as_csv(*FILE)).status_code == 403
    assert ImportRun.objects.count() == 1
