"""The endpoint of the supporting firm's system: a token, a file, a report, and nothing of a case."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse

from liwan_court.registry.models import Case, ImportRun, Officer, PostHolding
from liwan_court.registry.views import vendor
from tests.liwan_court.registry.importing.court import (
    CASE,
    FILE,
    PARTY,
    PLAINTIFF,
    as_csv,
    as_json,
    as_xlsx,
    token_for,
    with_,
)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def post(
    token: str, content: bytes, content_type: str = "text/csv", query: str = "", client: Client | None = None
):
    client = client or Client(enforce_csrf_checks=True)
    address = reverse("vendor-import") + query
    return client.post(address, content, content_type, headers={"authorization": f"Bearer {token}"})


def read(token: str, pk: int):
    return Client().get(reverse("vendor-report", args=[pk]), headers={"authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    ("content", "content_type", "query"),
    [
        (as_csv(*FILE), "text/csv", ""),
        (as_csv(*FILE), "text/csv; charset=utf-8", ""),
        (as_json(*FILE), "application/json", ""),
        (as_xlsx(*FILE), XLSX, ""),
        (as_xlsx(*FILE), "application/octet-stream", "?format=xlsx"),
    ],
)
def test_a_file_is_taken_in_and_reported(people, content, content_type, query):
    answer = post(token_for(people.vendor), content, content_type, query)
    run = ImportRun.objects.get()
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "run": run.pk, "dry_run": False, "counts": {"added": 4, "changed": 0, "same": 0, "refused": 0}, "problems": [],
        },
    )  # fmt: skip
    assert (run.source, run.sent_by, len(run.file_sha256)) == ("vendor", people.vendor.user, 64)
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_the_record_of_changes_names_who_sent_the_file(people):
    receivers = len(pre_save.receivers)
    post(token_for(people.vendor), as_csv(*FILE))
    entry = LogEntry.objects.get_for_object(Case.objects.get()).get()
    assert (entry.actor, entry.remote_addr) == (people.vendor.user, "127.0.0.1")
    assert len(pre_save.receivers) == receivers


def test_problems_name_row_and_foreign_id_and_nobody(people):
    token = token_for(people.vendor)
    answer = post(token, as_csv(*FILE, with_(PLAINTIFF, 外部编号="D-2", 诉讼地位="")))
    assert answer.json()["problems"] == [{"row": 6, "foreign_id": "D-2", "message": "诉讼地位：必须填写"}]
    assert PARTY not in answer.content.decode()
    assert read(token, answer.json()["run"]).json() == answer.json()


def test_a_trial_writes_nothing(people):
    answer = post(token_for(people.vendor), as_csv(*FILE), query="?dry_run=1")
    assert (answer.json()["counts"]["added"], answer.json()["dry_run"]) == (4, True)
    assert not Case.objects.exists()


def said(answer) -> tuple[object, ...]:
    """All that tells one answer from another."""
    return (answer.status_code, answer.content, answer["WWW-Authenticate"], answer["Cache-Control"])


def test_every_wrong_token_gets_one_and_the_same_answer(people):
    replaced = token_for(people.vendor)
    token_for(people.vendor)
    seen = {said(Client().post(reverse("vendor-import"), as_csv(*FILE), "text/csv"))}
    for shown in (replaced, "x" * 43, "", "%E5%8F%A3", "x" * 5000):
        seen |= {said(post(shown, as_csv(*FILE))), said(read(shown, 1))}
    assert [answer[:2] for answer in seen] == [(401, b'{"error": "\\u53e3\\u4ee4\\u65e0\\u6548"}')]
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("end", ["left the firm", "lost the post", "locked out", "token ended"])
def test_a_token_ends_with_what_it_was_given_for(people, end):
    token = token_for(people.vendor)
    assert post(token, as_csv(*FILE)).status_code == 200
    match end:
        case "left the firm":
            Officer.objects.filter(pk=people.vendor.pk).update(active=False)
        case "lost the post":
            PostHolding.objects.filter(officer=people.vendor).update(until=dt.date(2026, 1, 11))
        case "locked out":
            User.objects.filter(pk=people.vendor.user.pk).update(is_active=False)
        case "token ended":
            call_command("vendor_token", people.vendor.staff_no, "--revoke", stderr=io.StringIO())
    assert post(token, as_csv(*FILE)).status_code == 401


def test_another_scheme_and_a_logged_in_browser_are_not_enough(people):
    client = Client()
    client.force_login(people.vendor.user)
    assert client.post(reverse("vendor-import"), as_csv(*FILE), "text/csv").status_code == 401
    basic = {"authorization": f"Basic {token_for(people.vendor)}"}
    assert Client().post(reverse("vendor-import"), b"x", "text/csv", headers=basic).status_code == 401


def test_the_reports_of_others_are_not_there(people):
    mine, theirs = token_for(people.vendor), token_for(people.other_vendor)
    pk = post(theirs, as_csv(*FILE)).json()["run"]
    assert read(mine, pk).status_code == read(mine, 10**9).status_code == 404
    assert read(mine, pk).json() == read(mine, 10**9).json()
    assert read(theirs, pk).status_code == 200


@pytest.mark.parametrize(
    ("content", "content_type", "query", "status"),
    [
        (b"a,b\n", "text/csv", "", 400),
        (b"", "text/csv", "?format=csv", 400),
        (b"x", XLSX, "", 400),
        (b"x", "application/pdf", "", 415),
        (b"x", "text/csv", "?format=pdf", 415),
    ],
)
def test_what_cannot_be_read_is_said(people, content, content_type, query, status):
    answer = post(token_for(people.vendor), content, content_type, query)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert not ImportRun.objects.exists()


def test_a_body_that_is_too_large_is_not_kept(people, monkeypatch):
    monkeypatch.setattr(vendor, "LARGEST", 100)
    assert post(token_for(people.vendor), as_csv(*FILE)).status_code == 413


def test_a_body_larger_than_a_form_may_be_is_read(people, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert post(token_for(people.vendor), as_csv(CASE, *FILE)).status_code == 200


def test_other_methods_are_not_answered(people):
    headers = {"authorization": f"Bearer {token_for(people.vendor)}"}
    assert Client().get(reverse("vendor-import"), headers=headers).status_code == 405
    assert Client().post(reverse("vendor-report", args=[1]), headers=headers).status_code == 405
