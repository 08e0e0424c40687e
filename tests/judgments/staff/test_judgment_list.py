"""The list of judgments: sight by post, filters, and search by case number."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.staff_court import IN_WINDOW, NUMBER, Browser, Court, approved, at, drafted, page, said

pytestmark = pytest.mark.django_db
LIST = "admin:judgments_judgment_changelist"
OTHER = "（2026）粤0103民初12080号"


def _found(officer, **query: str) -> set[str]:
    response = at(officer).get(reverse(LIST), query)
    return {judgment.number for judgment in response.context["cl"].result_list}


def test_a_clerk_sees_own_uploads_only(court: Court, clock_at):
    clock_at(IN_WINDOW)
    drafted(court)
    assert _found(court.typist) == {NUMBER}
    assert _found(court.typist_two) == set()
    assert _found(court.reviewer) == {NUMBER}


def test_a_whole_number_is_found_however_it_is_written(court: Court, clock_at):
    clock_at(IN_WINDOW)
    drafted(court)
    drafted(court, OTHER)
    for written in (NUMBER, "(2026)粤0103民初1208号", " （2026） 粤0103民初1208号 "):
        assert _found(court.reviewer, q=written) == {NUMBER}
    assert _found(court.reviewer, q="民初1208") == {NUMBER, OTHER}


def test_a_near_miss_is_answered_with_a_suggestion(court: Court, clock_at):
    clock_at(IN_WINDOW)
    drafted(court)
    answer = at(court.reviewer).get(reverse(LIST), {"q": "2026粤0103民初1208"})
    assert f"你是不是要找“{NUMBER}”" in said(answer)


def test_the_list_is_filtered_by_state_division_and_window(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court)
    drafted(court, OTHER)
    assert _found(court.reviewer, state__exact="approved") == {NUMBER}
    assert _found(court.reviewer, window="2026-11") == {NUMBER}
    assert _found(court.reviewer, window="none") == {OTHER}
    assert _found(court.reviewer, division__id__exact=str(court.division_two.pk)) == set()


def test_a_row_leads_to_the_life_of_the_judgment(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    url = reverse("admin:judgments_judgment_change", args=[judgment.pk])
    assert at(court.reviewer).get(url).headers["Location"] == page("life", judgment.pk)


def test_the_superuser_and_the_supporting_firm_see_nothing_of_a_case(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    manager = Browser()
    manager.force_login(get_user_model().objects.create_superuser("系统管理员", password="一个很长的口令"))
    for browser in (manager, at(court.vendor)):
        assert browser.get(reverse(LIST)).status_code == 403
        assert browser.get(reverse("admin:registry_case_changelist")).status_code == 403
        assert browser.get(page("life", judgment.pk)).status_code == 403
        assert browser.get("/admin/").status_code == 200
    assert manager.get(reverse("admin:registry_officer_changelist")).status_code == 200


def test_nothing_of_the_line_is_deleted_or_edited_here(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    url = reverse("admin:judgments_judgment_delete", args=[judgment.pk])
    assert at(court.reviewer).post(url, {"post": "yes"}).status_code == 403
    answer = at(court.reviewer).post(
        reverse(LIST), {"action": "delete_selected", "_selected_action": judgment.pk}
    )
    judgment.refresh_from_db()
    assert judgment.pk
    assert answer.status_code in (200, 302)
