"""Notices of hearings from the case-management system: changed by a further notice, never in place."""

from __future__ import annotations

import pytest

from liwan_court.registry.models import Case, HearingNotice
from liwan_court.timetable import clock
from tests.liwan_court.registry.importing.court import CASE, HEARING, PARTY, PLAINTIFF, counts, send, with_

State = HearingNotice.State


@pytest.fixture
def announced(people):
    send(CASE, HEARING)
    return HearingNotice.objects.get()


def by_hand(notice: HearingNotice, **values) -> HearingNotice:
    """A further notice announced on the page of the case."""
    HearingNotice.objects.filter(pk=notice.pk).update(state=State.CHANGED, ended_at=clock.now())
    kept = {
        name: getattr(notice, name)
        for name in ("case", "case_number", "division", "begins_at", "courtroom", "panel")
    }
    return HearingNotice.objects.create(**{**kept, "public": True, "replaces": notice, **values})


@pytest.mark.parametrize(
    "cells", [{"开庭时间": "2026-02-10 14:30"}, {"法庭": "第四法庭"}, {"审判人员": "审判员 程一"}]
)
def test_another_time_or_place_is_a_further_notice(announced, cells):
    changed = with_(HEARING, **cells)
    assert counts(send(changed)) == (0, 1, 0, 0)
    old, new = HearingNotice.objects.order_by("pk")
    assert (old.pk, old.state, old.ended_at, old.foreign_id) == (announced.pk, "changed", clock.now(), None)
    assert (old.begins_at, old.courtroom) == (announced.begins_at, announced.courtroom)
    assert (new.replaces, new.state, new.foreign_id, new.public) == (old, "announced", "K-1", True)
    assert counts(send(changed)) == (0, 0, 1, 0)


def test_an_empty_panel_takes_over_the_one_announced(announced):
    send(with_(HEARING, 法庭="第四法庭", 审判人员=""))
    assert HearingNotice.objects.get(foreign_id="K-1").panel == HEARING["审判人员"]


def test_a_hearing_already_held_can_be_sent_again(announced):
    with clock.at(announced.begins_at + clock.now().resolution):
        assert counts(send(HEARING)) == (0, 0, 1, 0)
        assert counts(send(with_(HEARING, 开庭时间="2026-02-02 09:30"))) == (0, 0, 0, 1)


def test_a_closed_case_has_no_further_hearings(announced):
    run = send(with_(CASE, 结案日期="2026-01-09"), HEARING, with_(HEARING, 法庭="第四法庭"))
    assert counts(run) == (0, 1, 1, 1)
    assert run.problems[0][2].startswith("案件外部编号：该案已结案")


def test_what_was_cancelled_here_stays_cancelled(announced):
    HearingNotice.objects.update(state=State.CANCELLED)
    assert counts(send(HEARING)) == (0, 0, 1, 0)
    assert counts(send(with_(HEARING, 法庭="第四法庭"))) == (0, 0, 0, 1)
    assert HearingNotice.objects.get().state == "cancelled"


def test_what_was_changed_here_is_not_changed_back(announced):
    later = by_hand(announced, courtroom="第五法庭")
    assert counts(send(HEARING)) == (0, 0, 1, 0)
    assert counts(send(with_(HEARING, 法庭="第五法庭"))) == (0, 0, 1, 0)
    assert counts(send(with_(HEARING, 法庭="第六法庭"))) == (0, 1, 0, 0)
    later.refresh_from_db()
    last = HearingNotice.objects.get(foreign_id="K-1")
    assert (later.state, last.replaces, last.courtroom) == ("changed", later, "第六法庭")
    assert HearingNotice.objects.filter(state="announced").count() == 1


def test_the_notice_somebody_announced_by_hand_is_the_same_one(people):
    send(CASE, with_(HEARING, 外部编号="K-9"))
    HearingNotice.objects.update(foreign_id=None)
    assert counts(send(HEARING)) == (0, 1, 0, 0)
    assert HearingNotice.objects.get().foreign_id == "K-1"


@pytest.mark.parametrize("flag", ["不公开开庭", "涉密", "未成年"])
def test_a_hearing_not_open_to_the_public_is_not_announced_to_it(people, flag):
    send(with_(CASE, **{flag: "是"}), HEARING)
    assert not HearingNotice.objects.get().public


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize(
    ("case", "hearing", "column"),
    [
        ({"案由": f"{PARTY}诉程一"}, {}, "案由"),
        ({}, {"法庭": f"{PARTY}一案法庭"}, "法庭"),
        ({}, {"审判人员": "欧阳 静宜"}, "审判人员"),
    ],
)
def test_no_name_of_a_party_is_announced(people, monkeypatch, dry_run, case, hearing, column):
    monkeypatch.setattr("liwan_court.registry.importing.apply.CHUNK", 1)
    run = send(with_(CASE, **case), PLAINTIFF, with_(HEARING, **hearing), dry_run=dry_run)
    assert counts(run) == (2, 0, 0, 1)
    assert run.problems[0][2].startswith(f"{column}：含有当事人的姓名")
    assert PARTY not in run.problems[0][2]


def test_an_alias_entered_here_is_not_announced_either(people):
    send(CASE, PLAINTIFF)
    Case.objects.get().parties.update(aliases=["荔香"])
    assert counts(send(with_(HEARING, 法庭="荔香法庭"))) == (0, 0, 0, 1)


def test_a_notice_that_has_ended_is_not_ended_again(announced):
    HearingNotice.objects.update(state=State.CHANGED)
    assert counts(send(with_(HEARING, 法庭="第四法庭"))) == (0, 0, 0, 1)
    assert HearingNotice.objects.get().foreign_id == "K-1"
