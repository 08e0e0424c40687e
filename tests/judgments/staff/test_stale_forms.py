"""A page left open decides on nothing that came after it, and what becomes public in a form passes the gate as well."""

from __future__ import annotations

import pytest

from judgments.models import Judgment, PublicEdition
from tests.acceptance.walked import VERDICT, approved, in_review, party_rows, publish, walked
from tests.staff_court import IN_WINDOW, Court, at, page, reported, said, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


def state(judgment: Judgment) -> str:
    judgment.refresh_from_db()
    return judgment.state


def test_a_review_page_opened_before_the_draft_changed_does_not_approve(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, VERDICT))
    on_screen = shown(judgment)
    parties = judgment.party_lists.latest("pk").parties
    at(court.typist).post(page("parties", judgment.pk), party_rows(parties) | shown(judgment))
    for verb, form in (("approve", {}), ("return", {"reason": "漏名"})):
        answer = at(court.reviewer).post(page(verb, judgment.pk), on_screen | form, follow=True)
        assert "不是最新一稿" in said(answer)
        assert state(judgment) == Judgment.State.REVIEW
    at(court.reviewer).post(page("approve", judgment.pk), shown(judgment))
    assert state(judgment) == Judgment.State.APPROVED


def test_a_form_that_does_not_say_what_it_shows_is_refused(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, VERDICT))
    at(court.reviewer).post(page("approve", judgment.pk), {})
    assert state(judgment) == Judgment.State.REVIEW


def test_a_party_list_is_not_confirmed_over_a_newer_one(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court, VERDICT)
    before = shown(judgment)
    parties = judgment.party_lists.latest("pk").parties
    at(court.typist).post(page("parties", judgment.pk), party_rows(parties) | before)
    lists = judgment.party_lists.count()
    at(court.judge).post(page("parties", judgment.pk), party_rows(parties[:1]) | before)
    assert judgment.party_lists.count() == lists


def test_a_correction_note_that_names_a_party_is_refused(court: Court, clock_at):
    judgment = walked(court, clock_at, VERDICT)
    at(court.reviewer).post(page("begin-correction", judgment.pk), {"reason": "笔误"})
    changed = [
        line.replace("五月", "六月").replace("货物已于当月交付", "货物已于次月交付") for line in VERDICT
    ]
    judgment = approved(court, changed)
    for note in ("更正沈立平的地址", "更正龙津西路123号4楼", "更正沈 立 平的姓名"):
        answer = at(court.reviewer).post(page("correct", judgment.pk), {"note": note}, follow=True)
        assert "应隐去的内容" in said(answer)
    assert PublicEdition.objects.count() == 1
    at(court.reviewer).post(page("correct", judgment.pk), {"note": "更正交付时间"})
    assert PublicEdition.objects.count() == 2


def test_what_is_public_is_not_marked_but_withdrawn_first(court: Court, clock_at):
    judgment = walked(court, clock_at, VERDICT)
    at(court.reviewer).post(page("begin-correction", judgment.pk), {"reason": "笔误"})
    ground = {"ground": _ground(), "reason": "涉密", "number": judgment.number, "kind": judgment.kind}
    answer = at(court.judge).post(page("mark"), ground, follow=True)
    assert "请先由审判管理办公室撤回" in said(answer)
    assert state(judgment) == Judgment.State.CORRECTING


def test_a_judge_does_not_mark_what_the_number_gives_to_another_division(court: Court, clock_at):
    clock_at(IN_WINDOW)
    form = {"ground": _ground(), "reason": "x", "number": "（2026）粤0103刑初273号", "kind": "判决书"}
    at(court.judge).post(page("mark"), form)
    assert not Judgment.objects.exists()


def test_the_division_is_assigned_by_the_clerk_where_nothing_tells_it(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = in_review(court, VERDICT)
    judgment.division = None
    judgment.save()
    assert "承办庭室未定" in said(at(court.typist).get(page("life", judgment.pk)))
    assert at(court.head).get(page("life", judgment.pk)).status_code == 404
    at(court.typist).post(page("division", judgment.pk), {"division": court.division.pk})
    assert at(court.head).get(page("life", judgment.pk)).status_code == 200
    at(court.head).post(page("division", judgment.pk), {"division": court.division_two.pk})
    judgment.refresh_from_db()
    assert judgment.division == court.division


def test_a_dry_run_counts_what_would_be_published(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court, VERDICT)
    answer = said(at(court.reviewer).get(page("dry_run", "publication", "2026-11")))
    assert "公布 1" in answer
    publish(clock_at)
    assert PublicEdition.objects.count() == 1


def _ground() -> int:
    from judgments.models import Ground

    return Ground.objects.get(policy="liwan-2013", code="E1a").pk
