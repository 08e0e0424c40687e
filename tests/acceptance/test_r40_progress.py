"""R40: parties follow their case with a key, the public reads the notices of hearings, nobody else learns anything."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from liwan_court.registry.models import HearingNotice, Milestone, RegisterRecord
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import (
    APPLICANT,
    DEBTOR,
    WEDNESDAY,
    build_bureau,
    case_page,
    make_case,
    party_at,
    staff,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    made = build_bureau()
    made.case = make_case(77, made.head.division, made.judge, "民初", field="民事")
    return made


def enter(officer, case, verb, **data):
    return staff(officer).post(
        reverse("admin:staff_register_case_act", args=[case.pk, verb]), data, follow=True
    )


def told(answer) -> str:
    return answer.content.decode()


def test_r40_a_milestone_entered_by_the_judge_is_read_by_the_party(bureau):
    with clock.at(WEDNESDAY):
        answer = enter(
            bureau.judge,
            bureau.case,
            "milestone",
            kind="heard",
            on="2026-03-10",
            note="第一次开庭",
            level="all",
        )
        assert "节点已登记" in told(answer)
        assert Milestone.objects.get().recorded_by == bureau.judge.user
        assert RegisterRecord.objects.filter(verb="登记节点").exists()
        shown = case_page(party_at(bureau.case.parties.first()))
    assert "开庭" in shown
    assert "第一次开庭" in shown
    assert "2026年3月10日" in shown


@pytest.mark.parametrize(
    ("level", "seen_by_plaintiff", "seen_by_defendant"),
    [
        ("all", True, True),
        ("applicant", True, False),
        ("respondent", False, True),
        ("internal", False, False),
    ],
)
def test_r40_each_level_is_seen_by_its_parties_only(bureau, level, seen_by_plaintiff, seen_by_defendant):
    with clock.at(WEDNESDAY):
        enter(
            bureau.judge,
            bureau.case,
            "milestone",
            kind="served",
            on="2026-03-10",
            note="送达一份材料",
            level=level,
        )
        plaintiff, defendant = bureau.case.parties.all()
        assert ("送达一份材料" in case_page(party_at(plaintiff))) is seen_by_plaintiff
        assert ("送达一份材料" in case_page(party_at(defendant))) is seen_by_defendant


def test_r40_a_milestone_struck_out_is_seen_by_nobody_and_stays_on_record(bureau):
    with clock.at(WEDNESDAY):
        enter(
            bureau.judge, bureau.case, "milestone", kind="decided", on="2026-03-10", note="宣判", level="all"
        )
        row = Milestone.objects.get()
        enter(bureau.judge, bureau.case, "void", row=row.pk)
        assert "宣判" not in case_page(party_at(bureau.case.parties.first()))
    assert Milestone.objects.filter(void_at__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"on": "2026-01-01"}, "立案"),
        ({"on": "2026-03-12"}, "今天之后"),
        ({"on": "x"}, "2026-01-05"),
        ({"note": "电话13812345678"}, "证件号、电话"),
        ({"kind": "nonsense"}, "nonsense"),
        ({"level": "named"}, "勾选当事人"),
    ],
)
def test_r40_what_cannot_be_is_refused_and_said(bureau, data, said):
    good = {"kind": "heard", "on": "2026-03-10", "note": "", "level": "all"}
    with clock.at(WEDNESDAY):
        assert said in told(enter(bureau.judge, bureau.case, "milestone", **(good | data)))
    assert not Milestone.objects.exists()


def test_r40_others_enter_nothing(bureau):
    with clock.at(WEDNESDAY):
        for officer in (bureau.officer, bureau.chief):
            assert (
                enter(
                    officer, bureau.case, "milestone", kind="heard", on="2026-03-10", level="all"
                ).status_code
                == 404
            )
        for officer in (bureau.operator, bureau.vendor, bureau.president):
            assert (
                enter(
                    officer, bureau.case, "milestone", kind="heard", on="2026-03-10", level="all"
                ).status_code
                == 403
            )
    assert not Milestone.objects.exists()


def announce(bureau, case=None, **data):
    good = {"begins_at": "2026-03-20T09:30", "courtroom": "第三法庭", "panel": "法官"}
    with clock.at(WEDNESDAY):
        return enter(bureau.judge, case or bureau.case, "announce", **(good | data))


def test_r40_a_hearing_is_announced_to_the_public_without_any_party(bureau):
    assert "开庭已公告" in told(announce(bureau))
    with clock.at(WEDNESDAY):
        notice = HearingNotice.objects.get()
        public = Client()
        for address in (
            reverse("hearings:list"), notice.get_absolute_url(), reverse("hearings:calendar"), reverse("hearings:feed"),
            reverse("hearings:event", args=[notice.pk]),
        ):  # fmt: skip
            shown = told(public.get(address))
            assert "0103民初77号" in shown.replace("\r\n ", "")
            assert APPLICANT not in shown
            assert DEBTOR not in shown
        assert "第三法庭" in case_page(party_at(bureau.case.parties.first()))


def test_r40_a_moved_hearing_keeps_its_first_notice(bureau):
    announce(bureau)
    first = HearingNotice.objects.get()
    with clock.at(WEDNESDAY):
        enter(
            bureau.judge,
            bureau.case,
            "change",
            row=first.pk,
            begins_at="2026-03-27T14:30",
            courtroom="第五法庭",
            panel="",
        )
        old = told(Client().get(first.get_absolute_url()))
        later = HearingNotice.objects.get(replaces=first)
        assert "已改期" in old
        assert later.get_absolute_url() in old
        assert "第五法庭" in told(Client().get(later.get_absolute_url()))
        enter(bureau.judge, bureau.case, "cancel", row=later.pk)
        assert "已取消" in told(Client().get(later.get_absolute_url()))
    with clock.at(WEDNESDAY + dt.timedelta(days=60)):
        past = told(Client().get(reverse("hearings:list"), {"when": "past", "q": "（2026）粤0103民初77号"}))
    assert "已改期" in past
    assert "已取消" in past


@pytest.mark.parametrize("flag", ["closed_hearing", "secrets", "juvenile"])
def test_r40_a_hearing_that_is_not_open_is_for_the_parties_alone(bureau, flag):
    setattr(bureau.case, flag, True)
    bureau.case.save()
    announce(bureau)
    notice = HearingNotice.objects.get()
    public = Client()
    with clock.at(WEDNESDAY):
        for address in (
            reverse("hearings:list"),
            reverse("hearings:calendar"),
            reverse("hearings:feed"),
            "/sitemap-hearings.xml",
        ):
            assert "民初77" not in told(public.get(address))
            assert f"/hearings/{notice.pk}/" not in told(public.get(address))
        for address in (notice.get_absolute_url(), reverse("hearings:event", args=[notice.pk])):
            hidden, unknown = public.get(address), public.get(address.replace(str(notice.pk), "999999"))
            assert hidden.status_code == unknown.status_code == 404
            assert told(hidden).replace(f"/hearings/{notice.pk}/", "/hearings/999999/") == told(unknown)
        assert "第三法庭" in case_page(party_at(bureau.case.parties.first()))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"begins_at": "2026-03-01T09:30"}, "现在之后"),
        ({"begins_at": "2036-03-01T09:30"}, "两年以内"),
        ({"begins_at": "昨天"}, "2026-01-05 09:30"),
        ({"courtroom": ""}, "法庭"),
    ],
)
def test_r40_a_notice_that_cannot_be_is_refused(bureau, data, said):
    assert said in told(announce(bureau, **data))
    assert not HearingNotice.objects.exists()


def test_r40_one_courtroom_holds_one_hearing_at_a_time(bureau):
    announce(bureau)
    other = make_case(78, bureau.head.division, bureau.judge, "民初", field="民事")
    assert "已公告其他案件" in told(announce(bureau, other))
    assert HearingNotice.objects.count() == 1


@pytest.mark.parametrize(
    "query",
    [
        {"from": "x"},
        {"to": "2026-99-99"},
        {"page": "-1"},
        {"page": "９"},
        {"q": "（" * 200},
        {"division": "'"},
    ],
)
def test_r40_a_query_that_makes_no_sense_is_no_error(bureau, query):
    assert Client().get(reverse("hearings:list"), query).status_code == 200
