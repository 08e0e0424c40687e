"""R3, R4, R17: the quarterly meeting with its alarm, invitations and attendance, and training; each through its page."""

from __future__ import annotations

import datetime as dt

import pytest

from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.models import (
    Invitation,
    Meeting,
    OversightRecord,
    Training,
)
from tests.factories import make_officer
from tests.oversight.people import House, build_house, on, page, post, said, staff, told

pytestmark = pytest.mark.django_db
APRIL = dt.datetime(2026, 4, 1, 10, tzinfo=clock.ZONE)
MAY = dt.datetime(2026, 5, 20, 10, tzinfo=clock.ZONE)


@pytest.fixture
def house() -> House:
    return build_house()


def test_r3_a_meeting_that_was_not_held_in_time_raises_an_alarm(house: House) -> None:
    assert "第一季度通报会应于2026-04-15前召开" not in told(house, "secretary", "/admin/", on(4, 15))
    assert "2026年第一季度通报会应于2026-04-15前召开，至今没有召开" in told(
        house, "secretary", "/admin/", on(4, 16)
    )
    assert "2026年第一季度通报会应于" in told(house, "secretary", page("meetings"), on(4, 16))
    data = {"begins_at": "2026-04-20T09:30", "place": "第一会议室"}
    for who in ("minyi_head", "auditor", "judge"):
        assert post(house, who, page("meeting_call", "2026Q1"), data, on(4, 16)).status_code == 403
    post(house, "secretary", page("meeting_call", "2026Q1"), data, on(4, 16))
    meeting = Meeting.objects.get()
    rows = {
        f"{name}_{row.division_id}": value
        for row in meeting.invitations.all()
        for name, value in (("state", "present" if row.officer_id else "deputy"), ("deputy", "副职"))
    }
    early = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "x"}, on(4, 19)
    )
    assert any("还没有开始" in message for message in said(early))
    post(
        house,
        "secretary",
        page("meeting_act", meeting.pk, "hold"),
        rows | {"minutes": "通报情况"},
        on(4, 20, 12),
    )
    meeting.refresh_from_db()
    assert meeting.state == "held"
    assert "第一季度通报会应于" not in told(house, "secretary", "/admin/", on(4, 21))
    twice = post(
        house, "secretary", page("meeting_call", "2026Q1"), data | {"begins_at": "2026-05-20T09:30"}, on(5, 1)
    )
    assert any("已有通报会" in message for message in said(twice))


def test_r4_first_responsible_persons_are_invited_by_the_portal_and_their_attendance_is_kept(
    house: House,
) -> None:
    data = {"begins_at": "2026-04-10T09:30", "place": "第一会议室", "agenda": "通报"}
    post(house, "secretary", page("meeting_call", "2026Q1"), data, APRIL)
    meeting = Meeting.objects.get()
    assert meeting.invitations.count() == Division.objects.filter(active=True).count()
    mine = meeting.invitations.get(division=house.minyi)
    assert mine.officer == house.minyi_head
    assert meeting.invitations.get(division=house.xingting).officer is None, (
        "a division without a head is invited as a gap"
    )
    assert "空缺" in told(house, "secretary", page("meeting", meeting.pk), APRIL)
    own = told(house, "minyi_head", page("meeting", meeting.pk), APRIL)
    assert "民一庭" in own
    assert "刑庭" not in own
    post(house, "minyi_head", page("meeting_act", meeting.pk, "seen"), {}, APRIL)
    mine.refresh_from_db()
    assert mine.seen_at is not None
    rows = {f"state_{row.division_id}": "present" for row in meeting.invitations.all()}
    gap = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    assert any("刑庭没有第一责任人，不能登记本人出席" in message for message in said(gap))
    for row in meeting.invitations.filter(officer=None):
        rows |= {f"state_{row.division_id}": "deputy", f"deputy_{row.division_id}": "副庭长甲"}
    rows |= {f"state_{house.minyi.pk}": "absent"}
    why = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    assert any("请写明民一庭缺席的原因" in message for message in said(why))
    assert not Invitation.objects.exclude(attendance="open").exists(), "nothing is kept of what was refused"
    rows |= {f"reason_{house.minyi.pk}": "开庭"}
    post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    mine.refresh_from_db()
    assert (mine.attendance, mine.reason) == ("absent", "开庭")
    assert meeting.invitations.get(division=house.xingting).deputy_name == "副庭长甲"
    assert any(
        "您的岗位不能" in m
        for m in said(post(house, "minyi_head", page("meeting_act", meeting.pk, "cancel")))
    )


def test_r17_training_counts_for_the_divisions_that_came(house: House) -> None:
    political = make_officer("政治处干事", Post.POLITICAL)
    political.user.is_staff = True
    political.user.save()
    office = Division.objects.get(code="zhengzhichu")
    data = {
        "held_on": "2026-02-10", "topic": "隐名处理规则", "hours": "2", "organiser": office.pk,
        f"people_{house.minyi.pk}": "5", f"people_{house.xingting.pk}": "",
    }  # fmt: skip
    with clock.at(APRIL):
        staff(political).post(page("training"), data)
        row = Training.objects.get()
        assert [(each.division, each.people) for each in row.attendances.all()] == [(house.minyi, 5)]
        own = {"held_on": "2026-03-10", "topic": "庭务会学习", "hours": "1", "organiser": house.xingting.pk}
        mine = staff(house.xingting_head).post(page("training"), own | {f"people_{house.xingting.pk}": "3"})
        assert mine.status_code == 302
        others = staff(house.xingting_head).post(page("training"), own | {"organiser": house.minyi.pk})
        assert others.status_code == 200, "a head records nothing for another division"
        future = staff(political).post(page("training"), data | {"held_on": "2026-06-10"})
        assert any("还没有举行" in message for message in said(future))
        assert staff(house.judge).get(page("training")).status_code == 403
    assert Training.objects.count() == 2
    from liwan_court.measuring import span
    from oversight.measured import measure

    with clock.at(APRIL):
        tallies = measure("training_held").tallies(span("2026Q1"))
    assert (tallies[house.minyi.pk].numerator, tallies[office.pk].numerator) == (1, 0)


def test_r17_a_training_entered_by_mistake_is_taken_back_and_counts_nowhere(house: House) -> None:
    from liwan_court.measuring import span
    from oversight.measured import measure

    data = {
        "held_on": "2026-03-10", "topic": "庭务会学习", "hours": "1", "organiser": house.xingting.pk,
        f"people_{house.xingting.pk}": "3",
    }  # fmt: skip
    post(house, "xingting_head", page("training"), data, APRIL)
    row = Training.objects.get()
    void = page("training_void", row.pk)
    assert f'action="{void}"' in told(house, "xingting_head", page("training"), APRIL)
    Training.objects.filter(pk=row.pk).update(organiser=Division.objects.get(code="zhengzhichu"))
    assert f'action="{void}"' not in told(house, "xingting_head", page("training"), APRIL), (
        "what 政治处 keeps"
    )
    refused = post(house, "xingting_head", void, {"because": "不是我的"}, APRIL)
    assert any("只能撤销本部门" in message for message in said(refused))
    Training.objects.filter(pk=row.pk).update(organiser=house.xingting)
    assert post(house, "judge", void, {"because": "错"}, APRIL).status_code == 403
    assert any("只能撤销本部门" in m for m in said(post(house, "minyi_head", void, {"because": "错"}, APRIL)))
    assert any(
        "请写明撤销的原因" in m for m in said(post(house, "xingting_head", void, {"because": " "}, APRIL))
    )
    assert any(
        "已撤销" in m for m in said(post(house, "xingting_head", void, {"because": "日期登错"}, APRIL))
    )
    assert any("已经撤销" in m for m in said(post(house, "xingting_head", void, {"because": "再撤"}, APRIL)))
    row.refresh_from_db()
    assert (row.voided_by_name, row.voided_because) == ("刑庭庭长", "日期登错")
    assert "刑庭庭长：日期登错" in told(house, "xingting_head", page("training"), APRIL)
    with clock.at(APRIL):
        assert measure("training_held").tallies(span("2026Q1"))[house.xingting.pk].numerator == 0
    post(house, "xingting_head", page("training"), data | {"held_on": "2026-03-11"}, APRIL)
    with clock.at(APRIL):
        assert measure("training_held").tallies(span("2026Q1"))[house.xingting.pk].numerator == 1


def test_r4_attendance_put_down_wrongly_is_corrected_with_a_reason(house: House) -> None:
    called = {"begins_at": "2026-04-15T09:00", "place": "三楼会议室"}
    post(house, "secretary", page("meeting_call", "2026Q1"), called, APRIL)
    meeting, after = Meeting.objects.get(), on(4, 16)
    keys = list(meeting.invitations.values_list("division_id", flat=True))
    absent = {f"state_{key}": "absent" for key in keys} | {f"reason_{key}": "开庭" for key in keys}
    early = post(
        house, "secretary", page("meeting_act", meeting.pk, "correct"), absent | {"because": "错"}, after
    )
    assert any("还没有登记，不能更正" in message for message in said(early))
    post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), absent | {"minutes": "通报一季度"}, after
    )
    correct = page("meeting_act", meeting.pk, "correct")
    present = absent | {f"state_{house.minyi.pk}": "present", "minutes": "通报一季度情况"}
    assert any("请写明更正的原因" in m for m in said(post(house, "secretary", correct, present, after)))
    refused = post(house, "minyi_head", correct, present | {"because": "我到会了"}, after)
    assert any("您的岗位不能" in message for message in said(refused))
    assert "保存更正" not in told(house, "secretary", page("meeting", meeting.pk), after)
    assert "保存更正" in told(house, "secretary", page("meeting", meeting.pk) + "?correct=1", after)
    assert "保存更正" not in told(house, "minyi_head", page("meeting", meeting.pk) + "?correct=1", after)
    post(house, "secretary", correct, present | {"because": "签到表漏看一行"}, after)
    meeting.refresh_from_db()
    assert meeting.minutes == "通报一季度情况"
    assert meeting.invitations.get(division=house.minyi).attendance == "present"
    kept = OversightRecord.objects.get(verb="更正会议登记").detail
    assert kept == {"changed": {str(house.minyi.pk): ["absent", "present"]}, "reason": "签到表漏看一行"}
