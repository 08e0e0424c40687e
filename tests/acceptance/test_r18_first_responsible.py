"""R18: each division has exactly one first responsible person, for a term; the history stays."""

from __future__ import annotations

import datetime as dt

import pytest
from auditlog.models import LogEntry
from django.contrib.auth import get_user_model
from django.urls import reverse

from liwan_court.registry.models import FirstResponsible
from tests.staff_court import Browser, Court, at, said

pytestmark = pytest.mark.django_db
ADD = "admin:registry_firstresponsible_add"


@pytest.fixture
def manager(court: Court) -> Browser:
    user = get_user_model().objects.create_superuser("系统管理员", password="一个很长的口令")
    browser = Browser()
    browser.force_login(user)
    return browser


def _appoint(browser: Browser, court: Court, officer, since: str, until: str = ""):
    data = {"division": court.division.pk, "officer": officer.pk, "since": since, "until": until}
    return browser.post(reverse(ADD), data)


def test_r18_a_first_responsible_person_is_entered_and_recorded(court: Court, manager: Browser):
    assert _appoint(manager, court, court.head, "2026-01-01").status_code == 302
    assert court.division.first_responsible_on(dt.date(2026, 6, 1)) == court.head
    assert LogEntry.objects.get_for_model(FirstResponsible).exists()
    response = manager.get(reverse("admin:registry_division_changelist"))
    assert court.head.name in said(response)


def test_r18_a_second_one_at_the_same_time_is_refused(court: Court, manager: Browser):
    _appoint(manager, court, court.head, "2026-01-01")
    response = _appoint(manager, court, court.judge, "2026-05-01")
    assert response.status_code == 200
    assert "只能有一名第一责任人" in said(response)
    assert FirstResponsible.objects.count() == 1


def test_r18_a_change_keeps_the_one_before(court: Court, manager: Browser):
    _appoint(manager, court, court.head, "2026-01-01", "2026-04-30")
    assert _appoint(manager, court, court.judge, "2026-05-01").status_code == 302
    assert court.division.first_responsible_on(dt.date(2026, 3, 1)) == court.head
    assert court.division.first_responsible_on(dt.date(2026, 5, 1)) == court.judge


def test_r18_nobody_else_enters_one_and_nobody_deletes_one(court: Court, manager: Browser):
    for officer in (court.typist, court.judge, court.reviewer, court.vendor):
        assert _appoint(at(officer), court, court.head, "2026-01-01").status_code == 403
    _appoint(manager, court, court.head, "2026-01-01")
    row = FirstResponsible.objects.get()
    response = manager.post(reverse("admin:registry_firstresponsible_delete", args=[row.pk]), {"post": "yes"})
    assert response.status_code == 403
    assert FirstResponsible.objects.exists()
