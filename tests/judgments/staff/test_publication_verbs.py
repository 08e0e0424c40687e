"""Withdrawing and correcting through the staff pages (R37)."""

from __future__ import annotations

import pytest

from judgments.models import Judgment
from liwan_court.registry.posts import Actor
from liwan_court.timetable import runs
from tests.staff_court import (
    AFTER_THE_25TH,
    IN_WINDOW,
    NUMBER,
    Court,
    approved,
    at,
    document,
    page,
    said,
    shown,
    upload,
)

pytestmark = pytest.mark.django_db
GROUND = "技术处理不当，更正后重新公布"


@pytest.fixture
def published(court: Court, clock_at) -> Judgment:
    clock_at(IN_WINDOW)
    judgment = approved(court)
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED
    return judgment


def test_a_withdrawn_page_is_gone_at_once_with_date_and_ground(court: Court, published: Judgment):
    data = {"ground": GROUND, "reason": "内部说明"}
    at(court.reviewer).post(page("withdraw", published.pk), data)
    answer = at(court.vendor).get(published.get_absolute_url())
    assert answer.status_code == 410
    assert GROUND in said(answer)
    assert "内部说明" not in said(answer)


def test_a_correction_is_walked_and_keeps_the_address(court: Court, published: Judgment):
    at(court.reviewer).post(page("begin-correction", published.pk), {"reason": "笔误"})
    upload(at(court.typist), ("更正.docx", document(NUMBER, "另查明，双方另有约定。")))
    parties = published.party_lists.filter(confirmed_at__isnull=False).latest("pk").parties
    form = {"parties-TOTAL_FORMS": str(len(parties)), "parties-INITIAL_FORMS": "0"}
    for place, party in enumerate(parties):
        form |= {f"parties-{place}-{name}": party[name] for name in ("role", "name", "kind")}
        form[f"parties-{place}-aliases"] = "\n".join(party["aliases"])
        form[f"parties-{place}-addresses"] = "\n".join(party["addresses"])
    at(court.typist).post(page("parties", published.pk), form | shown(published))
    doubts = published.drafts.latest("serial").open_doubts
    at(court.reviewer).post(
        page("approve", published.pk), shown(published) | {"settled": [row["number"] for row in doubts]}
    )
    at(court.reviewer).post(page("correct", published.pk), {"note": "补正事实部分的遗漏"})
    published.refresh_from_db()
    assert (published.state, published.edition.version) == (Judgment.State.PUBLISHED, 2)
    assert "补正事实部分的遗漏" in said(at(court.vendor).get(published.get_absolute_url()))


@pytest.mark.parametrize("verb", ["withdraw", "begin-correction"])
def test_nobody_else_takes_a_page_back_or_opens_it(court: Court, published: Judgment, verb: str):
    for officer in (court.typist, court.judge, court.head, court.president, court.vendor):
        at(officer).post(page(verb, published.pk), {"ground": GROUND, "reason": "理由"})
    published.refresh_from_db()
    assert published.state == Judgment.State.PUBLISHED
    assert at(court.vendor).get(published.get_absolute_url()).status_code == 200
