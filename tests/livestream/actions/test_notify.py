"""Notices by e-mail: once each, from the row, tried again when the mail server is away, never with a party's name (R47)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from livestream.actions.notify import to_mail
from livestream.models import Notice
from livestream.tasks import mail_notices
from liwan_court.mailing import MOST_ATTEMPTS
from liwan_court.timetable import clock
from tests.acceptance.month import announced, moment
from tests.livestream.court import BEFORE_JANUARY, Court


class Away(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, _messages: Any) -> int:
        raise ConnectionRefusedError("away")


@pytest.fixture
def told(live_court: Court, settings: Any) -> Court:
    settings.NOTICES_BY_MAIL = True
    for officer in (live_court.judge, live_court.head):
        officer.user.email = f"{officer.staff_no}@court.example.test"
        officer.user.save()
    announced(live_court)
    return live_court


def test_each_notice_is_mailed_once_to_those_with_an_address(told: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        mail_notices()
        mail_notices()
    assert sorted(to for message in mail.outbox for to in message.to) == sorted(
        [told.judge.user.email, told.head.user.email]
    )
    assert all("沈立平" not in f"{message.subject}{message.body}" for message in mail.outbox)
    assert Notice.objects.filter(mailed_at__isnull=False).count() == 2


def test_a_server_that_is_away_costs_an_attempt_and_the_notice_goes_out_later(
    told: Court, settings: Any
) -> None:
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Away"
    with clock.at(BEFORE_JANUARY):
        mail_notices()
        assert not Notice.objects.filter(mailed_at__isnull=False).exists()
        settings.EMAIL_BACKEND = working
        mail_notices()
    assert len(mail.outbox) == 2


def test_after_so_many_attempts_it_stands_in_the_portal_alone(told: Court, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Away"
    with clock.at(BEFORE_JANUARY):
        for _ in range(MOST_ATTEMPTS + 2):
            mail_notices()
        assert to_mail() == []
    assert set(Notice.objects.filter(officer=told.judge).values_list("mail_attempts", flat=True)) == {
        MOST_ATTEMPTS
    }


def test_old_news_and_a_court_without_a_mail_server_send_nothing(told: Court, settings: Any) -> None:
    with clock.at(moment("2026-01-20")):
        assert to_mail() == []
    settings.NOTICES_BY_MAIL = False
    with clock.at(BEFORE_JANUARY):
        assert to_mail() == []
