"""Every staff page opens for those whose post it serves, in Chinese, and for nobody else."""

from __future__ import annotations

import pytest

from judgments.models import Judgment
from tests.staff_court import IN_WINDOW, Court, approved, at, drafted, in_review, page, said

pytestmark = pytest.mark.django_db
PEOPLE = (
    "typist", "reviewer", "head", "judge", "vice_president", "president", "auditor", "filing",
)  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_the_front_page_opens_for_every_post(court: Court, clock_at, person):
    clock_at(IN_WINDOW)
    drafted(court)
    response = at(getattr(court, person)).get("/admin/")
    assert response.status_code == 200
    assert "我的工作" in said(response)


@pytest.mark.parametrize(
    ("name", "args", "person"),
    [
        ("upload", (), "typist"),
        ("waiting_files", (), "typist"),
        ("mark", (), "judge"),
        ("request", (), "filing"),
        ("reports", (), "reviewer"),
        ("report", ("2026-11", "minyi"), "head"),
        ("reconciliation", ("2026-11",), "reviewer"),
        ("outstanding", (), "reviewer"),
        ("batches", (), "reviewer"),
        ("timetable", (), "reviewer"),
        ("dry_run", ("publication", "2026-11"), "reviewer"),
    ],
)
def test_a_page_opens_for_its_post_and_is_closed_to_the_supporting_firm(
    court: Court, clock_at, name, args, person
):
    clock_at(IN_WINDOW)
    approved(court)
    assert at(getattr(court, person)).get(page(name, *args)).status_code == 200
    assert at(court.vendor).get(page(name, *args)).status_code == 403


def test_the_life_of_a_judgment_opens_at_every_step(court: Court, clock_at):
    clock_at(IN_WINDOW)
    for judgment in (drafted(court, "（2026）粤0103民初1号"), in_review(court, "（2026）粤0103民初2号")):
        for person in ("typist", "judge", "head", "reviewer", "president"):
            response = at(getattr(court, person)).get(page("life", judgment.pk))
            assert response.status_code == 200, person
            assert judgment.number in said(response)
    assert Judgment.objects.count() == 2


def test_somebody_elses_judgment_is_not_found(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    for person in ("typist_two", "judge_two", "head_two"):
        assert at(getattr(court, person)).get(page("life", judgment.pk)).status_code == 404, person
        response = at(getattr(court, person)).post(page("parties", judgment.pk), {})
        assert response.status_code == 404, person
