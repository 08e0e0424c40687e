"""R25, R26: a clerk uploads many files at once; original and web edition are kept apart, the hash is kept as proof."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest
from django.conf import settings

from judgments.models import Judgment, OriginalAccess, Upload
from tests.staff_court import (
    IN_WINDOW,
    NUMBER,
    PARTY,
    STREET_TAIL,
    Court,
    at,
    document,
    drafted,
    in_review,
    page,
    said,
    upload,
)

pytestmark = pytest.mark.django_db
State = Upload.State


def test_r25_many_files_at_once_each_with_its_own_result(court: Court, clock_at):
    clock_at(IN_WINDOW)
    answer = upload(
        at(court.typist),
        ("一.docx", document("（2026）粤0103民初1号")),
        ("二.docx", b"not a document at all"),
        ("三.docx", b""),
        ("四.docx", document("（2026）粤0104民初4号")),
        ("五.docx", document("（2026）粤0103民初5号")),
    )
    states = dict(Upload.objects.values_list("filename", "state"))
    assert states == {
        "一.docx": State.DRAFTED,
        "二.docx": State.REFUSED,
        "三.docx": State.REFUSED,
        "四.docx": State.NEEDS_NUMBER,
        "五.docx": State.DRAFTED,
    }
    for name in states:
        assert name in said(answer)
    assert "文件是空的" in said(answer)
    assert "不是本院案号" in said(answer)


def test_r25_the_original_is_private_and_its_hash_is_kept(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    row = judgment.uploads.get()
    assert row.sha256 == hashlib.sha256(document()).hexdigest()
    path = Path(row.original.path)
    assert settings.PRIVATE_ROOT in path.parents
    assert PARTY not in row.original.name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert row.sha256[:16] in said(at(court.typist).get(page("life", judgment.pk)))


def test_r25_a_look_at_the_original_is_recorded_and_never_kept_by_a_cache(court: Court, clock_at):
    clock_at(IN_WINDOW)
    row = drafted(court).uploads.get()
    answer = at(court.reviewer).get(page("original", row.pk))
    assert answer.content == document()
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert OriginalAccess.objects.get().by == court.reviewer.user


def test_r25_nobody_without_sight_of_the_case_gets_the_original(court: Court, clock_at):
    clock_at(IN_WINDOW)
    row = drafted(court).uploads.get()
    for officer in (court.typist_two, court.judge_two, court.head_two):
        assert at(officer).get(page("original", row.pk)).status_code == 404
    assert at(court.vendor).get(page("original", row.pk)).status_code == 403
    assert not OriginalAccess.objects.exists()


def test_r25_the_web_edition_is_made_by_the_confirmed_list_and_holds_no_name(court: Court, clock_at):
    clock_at(IN_WINDOW)
    draft = in_review(court).drafts.latest("serial")
    text = "".join(paragraph["text"] for paragraph in draft.edition["paragraphs"])
    assert PARTY not in text
    assert STREET_TAIL not in text
    assert "龙津西路×××" in text


def test_r25_a_file_without_a_usable_number_goes_on_when_the_clerk_gives_it(court: Court, clock_at):
    clock_at(IN_WINDOW)
    upload(at(court.typist), ("四.docx", document("（2026）粤0104民初4号")))
    row = Upload.objects.get()
    near = at(court.typist).post(page("give_number", row.pk), {"number": "2026粤0103民初4"}, follow=True)
    assert "你是不是要找“（2026）粤0103民初4号”" in said(near)
    at(court.typist).post(page("give_number", row.pk), {"number": "（2026）粤0103民初4号"})
    row.refresh_from_db()
    assert (row.state, row.judgment.number) == (State.DRAFTED, "（2026）粤0103民初4号")


def test_r25_the_same_file_twice_and_two_files_for_one_number_are_told(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    again = upload(at(court.typist), ("同一份.docx", document()))
    assert "不必重复上传" in said(again)
    other = upload(at(court.typist), ("另一份.docx", document(NUMBER, "另查明，双方另有约定。")))
    assert "已有电子版" in said(other)
    row = Upload.objects.get(state=State.CONFLICT)
    at(court.typist).post(page("replace_file", row.pk))
    row.refresh_from_db()
    assert row.state == State.DRAFTED
    assert judgment.uploads.filter(state=State.SUPERSEDED).count() == 1


def test_r25_a_colleagues_file_is_not_replaced_or_seen_by_sending_another(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    upload(at(court.typist_two), ("冒名.docx", document(NUMBER, "另查明，双方另有约定。")))
    row = Upload.objects.get(state=State.CONFLICT)
    refused = at(court.typist_two).post(page("replace_file", row.pk), follow=True)
    assert "由他人上传" in said(refused)
    assert at(court.typist_two).get(page("life", judgment.pk)).status_code == 404
    assert judgment.uploads.get(state=State.DRAFTED).batch.uploaded_by == court.typist.user


def test_r26_only_clerks_and_the_trial_management_office_upload(court: Court, clock_at):
    clock_at(IN_WINDOW)
    for officer in (court.judge, court.head, court.president, court.vendor):
        assert upload(at(officer), ("一.docx", document())).status_code == 403
    assert not Upload.objects.exists()
    assert not Judgment.objects.exists()
