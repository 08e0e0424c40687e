"""R41–R43: two working groups with members and order, a partner that may be open, a head who reassigns."""

from __future__ import annotations

import datetime as dt

from livestream.models import Duty, LivestreamRecord, Member, Notice
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock
from tests.acceptance.month import announced
from tests.livestream.court import BEFORE_JANUARY, Court, at, page, said


def test_r41_the_research_office_keeps_members_and_their_order(live_court: Court) -> None:
    research = at(live_court.research)
    group = live_court.microblog_group
    research.post(page("live_group_add", "microblog"), {"microblog-officer": live_court.operator.pk})
    last = Member.objects.get(group=group, officer=live_court.operator)
    assert last.order == 4
    research.post(page("live_member", last.pk, "up"))
    names = list(group.members.filter(active=True).values_list("officer__name", flat=True))
    assert names == ["微博员一", "微博员二", "电脑管理员", "微博员三"]
    research.post(page("live_member", last.pk, "leave"))
    last.refresh_from_db()
    assert not last.active
    assert LivestreamRecord.objects.filter(verb="退出小组", user=live_court.research.user).count() == 1


def test_r41_others_see_the_groups_and_change_nothing(live_court: Court) -> None:
    judge = at(live_court.judge)
    shown = judge.get(page("live_groups"))
    assert "微博员一" in said(shown)
    assert "加入</button>" not in said(shown)
    refused = judge.post(
        page("live_group_add", "microblog"), {"microblog-officer": live_court.judge.pk}, follow=True
    )
    assert "您不能修改" in said(refused)
    assert at(live_court.typist).get(page("live_groups")).status_code == 403
    assert Member.objects.count() == 4


def test_r41_who_is_in_both_groups_is_named_and_never_does_both_on_one_day(live_court: Court) -> None:
    Member.objects.create(group=live_court.microblog_group, officer=live_court.camera, order=0)
    assert "同时在两个小组：摄像员" in said(at(live_court.research).get(page("live_groups")))
    session = announced(live_court)
    on_duty = {
        duty.member.group.kind: duty.member.officer
        for duty in Duty.objects.filter(session=session, cancelled=False)
    }
    assert on_duty == {"livestream": live_court.camera, "microblog": live_court.writers[0]}


def test_r42_the_partner_may_be_open_and_given_later_with_its_address(live_court: Court) -> None:
    assert "协作单位：待定" in said(at(live_court.research).get(page("live_groups")))
    data = {"livestream-head": live_court.group_head.pk, "livestream-partner": "", "livestream-address": ""}
    save = page("live_group_save", "livestream")
    bare = at(live_court.research).post(
        save, data | {"livestream-address": "https://live.example.test/court"}, follow=True
    )
    assert "请同时填写协作单位名称" in said(bare)
    whole = {"livestream-partner": "羊城网络台", "livestream-address": "https://live.example.test/court"}
    at(live_court.research).post(save, data | whole)
    live_court.livestream_group.refresh_from_db()
    assert live_court.livestream_group.partner == "羊城网络台"
    assert live_court.livestream_group.partner_address == "https://live.example.test/court"


def test_r43_the_head_reassigns_and_both_are_told(live_court: Court) -> None:
    session = announced(live_court)
    two = Member.objects.get(officer=live_court.writers[1])
    reassign = page("live_reassign", session.pk, "microblog")
    with clock.at(BEFORE_JANUARY):
        other = at(live_court.writers[0]).post(reassign, {"member": two.pk}, follow=True)
        assert "只有微博工作小组负责人可以改派" in said(other)
        at(live_court.group_head).post(reassign, {"member": two.pk})
    duty = Duty.objects.get(session=session, cancelled=False, member__group__kind="microblog")
    assert duty.member == two
    assert duty.rostered.officer == live_court.writers[0]
    told = set(Notice.objects.filter(session=session, kind="duty").values_list("officer", flat=True))
    assert told == {live_court.writers[0].pk, live_court.writers[1].pk}


def test_r43_nobody_on_leave_is_put_on_duty(live_court: Court) -> None:
    session = announced(live_court)
    Absence.objects.create(
        officer=live_court.writers[1], since=dt.date(2026, 1, 14), until=dt.date(2026, 1, 16)
    )
    two = Member.objects.get(officer=live_court.writers[1])
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.group_head).post(
            page("live_reassign", session.pk, "microblog"), {"member": two.pk}, follow=True
        )
    assert "外出休假，请改派其他成员" in said(answer)
