"""The registers in the admin: who may enter, what is refused, what follows from an entry."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from liwan_court.registry.models import Case, Delegation, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from liwan_court.timetable.models import CalendarYear
from tests.staff_court import Browser, Court, at, build_court, said

pytestmark = pytest.mark.django_db
NOVEMBER = dt.datetime(2026, 11, 18, 10, tzinfo=clock.ZONE)


@pytest.fixture
def court(db: None) -> Court:
    return build_court()


@pytest.fixture
def manager() -> Browser:
    browser = Browser()
    browser.force_login(get_user_model().objects.create_superuser("系统管理员", password="一个很长的口令"))
    return browser


def _case(number: str, court: Court) -> dict[str, object]:
    return {
        "number": number,
        "field": "民事",
        "division": court.division.pk,
        "parties-TOTAL_FORMS": "1",
        "parties-INITIAL_FORMS": "0",
        "parties-0-role": "原告",
        "parties-0-name": "沈立平",
        "parties-0-kind": "person",
        "parties-0-order": "0",
        "parties-0-aliases": "老沈\n\n",
        "parties-0-addresses": "广州市荔湾区龙津西路123号4楼",
    }


def test_a_case_is_entered_with_its_parties_line_by_line(court: Court):
    at(court.filing).post(reverse("admin:registry_case_add"), _case("（2026）粤0103民初7号", court))
    party = Case.objects.get().parties.get()
    assert (party.aliases, party.addresses) == (["老沈"], ["广州市荔湾区龙津西路123号4楼"])


def test_a_near_miss_of_a_number_is_refused_with_a_suggestion(court: Court):
    answer = at(court.filing).post(reverse("admin:registry_case_add"), _case("2026粤0103民初7", court))
    assert "你是不是要找“（2026）粤0103民初7号”" in said(answer)
    assert not Case.objects.exists()


def test_a_judge_sees_own_cases_and_a_head_the_divisions(court: Court):
    Case.objects.create(number="（2026）粤0103民初7号", division=court.division, handling_judge=court.judge)
    url = reverse("admin:registry_case_changelist")

    def count(officer) -> int:
        return at(officer).get(url).context["cl"].result_count

    assert (count(court.judge), count(court.judge_two)) == (1, 0)
    assert (count(court.head), count(court.head_two)) == (1, 0)
    assert at(court.typist).get(url).status_code == 403


def test_a_deputy_acts_from_the_entry_on_and_who_entered_it_is_kept(court: Court, manager: Browser, clock_at):
    clock_at(NOVEMBER)
    holding = PostHolding.objects.get(officer=court.head)
    data = {
        "holding": holding.pk,
        "deputy": court.judge.pk,
        "since": "2026-11-16",
        "until": "2026-11-30",
        "reason": "出差",
    }
    assert manager.post(reverse("admin:registry_delegation_add"), data).status_code == 302
    assert Delegation.objects.get().recorded_by.username == "系统管理员"
    assert Actor.of(court.judge.user).holds(Post.DIVISION_HEAD, division_id=court.division.pk)
    assert court.judge.user.groups.filter(name=Post.DIVISION_HEAD).exists()


def test_a_post_that_ends_closes_the_admin(court: Court, manager: Browser, clock_at):
    clock_at(NOVEMBER)
    holding = PostHolding.objects.get(officer=court.typist)
    url = reverse("admin:registry_postholding_change", args=[holding.pk])
    data = {"officer": court.typist.pk, "post": Post.TYPIST, "since": "2020-01-01", "until": "2026-11-17"}
    assert manager.post(url, data).status_code == 302
    assert at(court.typist).get("/admin/").status_code == 302
    assert not court.typist.user.groups.exists()
    assert at(court.typist_two).get("/admin/").status_code == 200


def test_from_november_on_next_years_holidays_are_asked_for(court: Court, manager: Browser, clock_at):
    clock_at(NOVEMBER)
    CalendarYear.objects.filter(year=2027).delete()
    url = reverse("admin:timetable_calendaryear_changelist")
    assert "2027年放假安排尚未登记" in said(manager.get(url))
    CalendarYear.objects.create(year=2027)
    assert "放假安排尚未登记" not in said(manager.get(url))


def test_shipped_years_are_taken_in_once_and_never_over_the_courts_own(
    court: Court, manager: Browser, clock_at
):
    clock_at(NOVEMBER)
    url = reverse("admin:timetable_calendaryear_take_in")
    assert "已登记系统附带的放假安排" in said(manager.post(url, follow=True))
    assert "都已登记" in said(manager.post(url, follow=True))
    assert at(court.judge).post(url).status_code == 403
    assert manager.get(url).status_code == 405


def test_a_visitor_is_sent_to_the_login(court: Court):
    answer = Browser().get(reverse("admin:staff_upload"))
    assert answer.status_code == 302
    assert "/admin/login/" in answer.headers["Location"]
