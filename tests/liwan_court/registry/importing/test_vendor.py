"""The endpoint of the supporting firm's system: a token, a file, a report, and nothing of a case."""

from __future__ import annotations

import pytest
from auditlog.models import LogEntry
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse

from liwan_court.registry.models import Case, ImportRun, Officer, PostHolding, VendorToken
from liwan_court.registry.views import vendor
from liwan_court.timetable import clock
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


def refused_tokens(people) -> dict[str, str]:
    """Tokens that open nothing."""
    replaced = token_for(people.vendor)
    token_for(people.vendor)
    left, lost, locked = (token_for(people.other_vendor) for _ in range(3))
    VendorToken.objects.filter(officer=people.other_vendor).update(revoked_at=None)
    assert left != lost != locked
    return {"replaced": replaced, "wrong": "x" * 43, "empty": "", "odd": "口令", "long": "x" * 5000}


def test_every_wrong_token_gets_one_and_the_same_answer(people):
    seen = set()
    tokens = refused_tokens(people)
    token = token_for(people.other_vendor)
    for shown in tokens.values():
        for answer in (post(shown, as_csv(*FILE)), read(shown, 1)):
            seen.add(
                (answer.status_code, answer.content, answer["WWW-Authenticate"], answer["Cache-Control"])
            )
    seen_before = seen.copy()
    for end in (
        lambda: Officer.objects.filter(pk=people.other_vendor.pk).update(active=False),
        lambda: PostHolding.objects.filter(officer=people.other_vendor).update(
            until=clock.today() - clock.now().resolution * 86400 * 10**6
        ),
    ):
        end()
        answer = post(token, as_csv(*FILE))
        seen.add((answer.status_code, answer.content, answer["WWW-Authenticate"], answer["Cache-Control"]))
        Officer.objects.filter(pk=people.other_vendor.pk).update(active=True)
    unnamed = Client().post(reverse("vendor-import"), b"", "text/csv")
    assert unnamed.status_code == 401
    assert seen == seen_before
    assert len(seen) == 1
    assert not ImportRun.objects.exists()


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
    ("content", "content_type", "status"),
    [(b"a,b\n", "text/csv", 400), (b"", "text/csv", 400), (b"x", "application/pdf", 415), (b"x", XLSX, 400)],
)
def test_what_cannot_be_read_is_said(people, content, content_type, status):
    answer = post(token_for(people.vendor), content, content_type)
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
