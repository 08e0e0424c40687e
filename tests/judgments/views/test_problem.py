"""指出问题: no account, a clock on the answer, no way to flood it."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client

from judgments.models import ProblemReport
from liwan_court.timetable import clock
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    cache.clear()
    return f"{factories.make_published().get_absolute_url()}problem/"


def report(client, address, **values):
    return client.post(address, {"text": "第三段的名称没有隐去", "contact": "", "website": "", **values})


def test_a_report_is_kept_and_due_in_three_working_days(client, address, clock_at):
    clock_at(clock.moment(dt.date(2026, 9, 29), dt.time(10)))
    response = report(client, address, contact="reader@example.com")
    kept = ProblemReport.objects.get()
    assert (kept.text, kept.contact) == ("第三段的名称没有隐去", "reader@example.com")
    assert kept.due_on == dt.date(2026, 10, 9), "the National Day holidays do not count"
    assert "不迟于2026年10月9日" in client.get(response.headers["Location"]).content.decode()


def test_an_empty_report_is_sent_back_with_what_is_missing(client, address):
    response = report(client, address, text=" ")
    assert response.status_code == 422
    assert "请写明哪里有问题" in response.content.decode()
    assert not ProblemReport.objects.exists()


def test_what_a_program_filled_in_is_thrown_away(client, address):
    assert report(client, address, website="http://example.com").status_code == 302
    assert not ProblemReport.objects.exists()


def test_one_address_may_report_five_times_an_hour(client, address):
    answers = [report(client, address).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert ProblemReport.objects.count() == 5


def test_a_forged_forwarding_header_does_not_escape_the_limit(client, address):
    answers = [
        client.post(
            address, {"text": "名称没有隐去"}, headers={"X-Forwarded-For": f"10.0.0.{number}"}
        ).status_code
        for number in range(6)
    ]
    assert answers[-1] == 429


def test_behind_a_trusted_proxy_each_reader_has_a_share_of_his_own(client, address, settings):
    settings.AXES_IPWARE_PROXY_COUNT = 1
    answers = [
        client.post(
            address, {"text": "名称没有隐去"}, headers={"X-Forwarded-For": f"6.6.6.6, 10.0.0.{number}"}
        ).status_code
        for number in range(6)
    ]
    assert answers == [302] * 6


def test_a_form_from_another_site_is_refused(address):
    assert report(Client(enforce_csrf_checks=True), address).status_code == 403


def test_the_form_is_never_kept_by_a_cache(client, address):
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_judgment_that_is_not_public_has_no_form(client):
    judgment = factories.make_judgment(state="review")
    assert client.get(f"{judgment.get_absolute_url()}problem/").status_code == 404
