"""Who enters milestones and notices, for which cases, and what is refused, through the pages (R40)."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from liwan_court.registry.actions.notices import State
from liwan_court.registry.models import HearingNotice, Milestone, RegisterRecord
from liwan_court.timetable import clock
from tests.factories import make_user
from tests.liwan_court.registry.hearings.room import (
    ALIAS,
    DEFENDANT,
    LATER,
    MONDAY,
    PLAINTIFF,
    SOON,
    Room,
    announce,
    at,
    enter,
    make_case,
    make_notice,
    said,
)

HEARD = {"kind": "heard", "on": "2026-03-06", "note": "第一次开庭", "level": "all"}
Kind = Milestone.Kind


def look(room: Room, who: str, case: Any) -> Any:
    with clock.at(MONDAY):
        return at(getattr(room, who)).get(reverse("admin:staff_register_case", args=[case.pk]))


@pytest.mark.parametrize(
    ("who", "own", "other"),
    [
        ("judge", 200, 404),
        ("judge_two", 404, 200),
        ("head", 200, 404),
        ("head_two", 404, 200),
        ("filing", 200, 200),
        ("enforcement", 404, 404),
        ("operator", 403, 403),
        ("vendor", 403, 403),
        ("president", 403, 403),
    ],
)
def test_a_case_opens_to_those_whose_it_is(room: Room, who: str, own: int, other: int) -> None:
    assert look(room, who, room.case).status_code == own
    assert look(room, who, room.case_two).status_code == other
    expected = {200: 200, 404: 404, 403: 403}[own]
    assert (
        enter(getattr(room, who), room.case, "announce", begins_at="", courtroom="").status_code == expected
    )


def test_a_superuser_sees_nothing_of_a_case(room: Room, client: Any) -> None:
    client.force_login(make_user("root", is_staff=True, is_superuser=True))
    for address in (
        reverse("admin:staff_register_cases"),
        reverse("admin:staff_register_case", args=[room.case.pk]),
    ):
        assert client.get(address).status_code == 403


def test_who_is_not_logged_in_is_sent_to_the_login(room: Room, client: Any) -> None:
    assert client.get(reverse("admin:staff_register_cases")).status_code == 302


def find(room: Room, typed: str, who: str = "judge") -> Any:
    with clock.at(MONDAY):
        return at(getattr(room, who)).get(reverse("admin:staff_register_cases"), {"number": typed})


def test_a_case_is_found_by_its_number_however_typed(room: Room) -> None:
    address = reverse("admin:staff_register_case", args=[room.case.pk])
    for typed in ("（2026）粤0103民初1号", "(2026) 粤0103民初1号", "〔２０２６〕粤０１０３民初１号"):
        assert find(room, typed).headers["Location"] == address


def test_a_near_miss_is_answered_with_the_number_meant(room: Room) -> None:
    answer = find(room, "2026粤0103民初1号")
    assert answer.status_code == 200
    assert "你是不是要找“（2026）粤0103民初1号”" in said(answer)


def test_anothers_case_and_one_that_does_not_exist_are_told_alike(room: Room) -> None:
    answers = [said(find(room, number)) for number in ("（2026）粤0103民初101号", "（2026）粤0103民初999号")]
    texts = [text.replace("民初101号", "").replace("民初999号", "") for text in answers]
    assert "名册中没有这个案号" in texts[0]
    assert [line for line in texts[0].splitlines() if "csrf" not in line] == [
        line for line in texts[1].splitlines() if "csrf" not in line
    ]


def test_the_list_holds_ones_own_cases(room: Room) -> None:
    with clock.at(MONDAY):
        shown = said(at(room.judge).get(reverse("admin:staff_register_cases")))
    assert room.case.number in shown
    assert room.case_two.number not in shown


def test_a_hearing_is_announced_with_its_milestone_and_a_record(room: Room) -> None:
    for number, who in enumerate((room.judge, room.head, room.filing), 50):
        case = make_case(number, room.division, room.judge)
        announce(who, case, courtroom=f"第{number}法庭", panel="审判长 法官甲")
        notice = HearingNotice.objects.get(case=case)
        assert (notice.begins_at, notice.courtroom) == (SOON, f"第{number}法庭")
        assert (notice.case_number, notice.cause) == (case.number, case.cause)
        assert notice.division == room.division
        assert notice.public
        told = Milestone.objects.get(case=case)
        assert (told.kind, told.level, told.recorded_by) == (Kind.SCHEDULED, "all", who.user)
        assert "2026年03月20日" in told.note
        assert RegisterRecord.objects.filter(user=who.user, subject_id__isnull=False).count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {"begins_at": "2026-03-09T09:59"},
        {"begins_at": "2028-03-20T09:30"},
        {"begins_at": "0001-01-01T00:00"},
        {"begins_at": "9999-12-31T23:59"},
        {"begins_at": "星期五"},
        {"begins_at": ""},
        {"courtroom": ""},
        {"courtroom": "　 "},
        {"courtroom": "庭" * 33},
        {"panel": "人" * 65},
        {"panel": "a\x00b"},
    ],
)
def test_a_hearing_that_cannot_be_is_refused(room: Room, data: dict[str, str]) -> None:
    assert announce(room.judge, room.case, **data).status_code == 200
    assert not HearingNotice.objects.exists()
    assert not Milestone.objects.exists()


def test_a_closed_case_has_no_more_hearings(room: Room) -> None:
    room.case.closed_on = MONDAY.date()
    room.case.save()
    assert "结案" in said(announce(room.judge, room.case))
    assert not HearingNotice.objects.exists()


def test_a_courtroom_is_announced_once_for_a_minute_and_free_again_when_cancelled(room: Room) -> None:
    announce(room.judge, room.case)
    announce(room.judge_two, room.case_two)
    notice = HearingNotice.objects.get()
    announce(room.judge_two, room.case_two, begins_at="2026-03-20T09:31")
    assert HearingNotice.objects.count() == 2
    enter(room.judge, room.case, "cancel", row=notice.pk)
    announce(room.judge_two, room.case_two)
    assert HearingNotice.objects.filter(begins_at=SOON, state=State.ANNOUNCED).count() == 1


def test_a_change_leaves_the_first_notice_as_it_was(room: Room) -> None:
    announce(room.judge, room.case, panel="法官甲")
    old = HearingNotice.objects.get()
    enter(
        room.head,
        room.case,
        "change",
        row=old.pk,
        begins_at="2026-03-27T14:30",
        courtroom="第五法庭",
        panel="法官甲",
    )
    new = HearingNotice.objects.get(replaces=old)
    old.refresh_from_db()
    assert (old.state, old.ended_at, old.begins_at, old.courtroom) == (
        State.CHANGED,
        MONDAY,
        SOON,
        "第三法庭",
    )
    assert (new.state, new.begins_at, new.courtroom) == (State.ANNOUNCED, LATER, "第五法庭")


@pytest.mark.parametrize("verb", ["change", "cancel"])
@pytest.mark.parametrize("row", ["", "x", "-1", "9" * 11, "９"])
def test_a_row_that_is_none_of_the_case_is_unknown(room: Room, verb: str, row: str) -> None:
    data = {"begins_at": "2026-03-27T14:30", "courtroom": "第五法庭", "row": row}
    assert enter(room.judge, room.case, verb, **data).status_code == 404
    data["row"] = str(make_notice(room.case_two).pk)
    assert enter(room.judge, room.case, verb, **data).status_code == 404
    assert HearingNotice.objects.get().state == State.ANNOUNCED


def test_a_notice_is_cancelled_once(room: Room) -> None:
    notice = make_notice(room.case)
    enter(room.judge, room.case, "cancel", row=notice.pk)
    again = enter(room.judge, room.case, "cancel", row=notice.pk)
    notice.refresh_from_db()
    assert (notice.state, notice.ended_at) == (State.CANCELLED, MONDAY)
    assert "已取消" in said(again)


def test_a_milestone_is_entered_struck_out_and_entered_anew(room: Room) -> None:
    enter(room.judge, room.case, "milestone", **HEARD)
    wrong = Milestone.objects.get()
    enter(room.judge, room.case, "void", row=wrong.pk)
    enter(room.judge, room.case, "milestone", **HEARD | {"on": "2026-03-05"})
    wrong.refresh_from_db()
    assert wrong.void_at == MONDAY
    assert Milestone.objects.get(void_at=None).on.isoformat() == "2026-03-05"
    assert "已经作废" in said(enter(room.judge, room.case, "void", row=wrong.pk))


def test_a_milestone_for_one_party_names_it(room: Room) -> None:
    party = room.case.parties.first()
    enter(room.judge, room.case, "milestone", **HEARD | {"level": "named", "named": [party.pk]})
    assert list(Milestone.objects.get().named.all()) == [party]


@pytest.mark.parametrize(
    "data",
    [
        {"on": "2026-01-04"},
        {"on": "2026-03-10"},
        {"on": "9999-12-31"},
        {"on": "0001-01-01"},
        {"on": ""},
        {"on": "星期五"},
        {"note": "字" * 201},
        {"note": "请联系13812345678"},
        {"note": "身份证440103199001011234"},
        {"level": "everybody"},
        {"level": "named"},
        {"kind": "verdict"},
        {"kind": ""},
    ],
)
def test_a_milestone_that_cannot_be_is_refused(room: Room, data: dict[str, str]) -> None:
    assert enter(room.judge, room.case, "milestone", **HEARD | data).status_code == 200
    assert not Milestone.objects.exists()


def test_parties_are_named_only_at_the_level_for_it_and_only_those_of_the_case(room: Room) -> None:
    own, foreign = room.case.parties.first(), room.case_two.parties.first()
    enter(room.judge, room.case, "milestone", **HEARD | {"named": [own.pk]})
    enter(room.judge, room.case, "milestone", **HEARD | {"level": "named", "named": [foreign.pk]})
    assert not Milestone.objects.exists()


def test_an_enforcement_officer_enters_milestones_of_his_own_case_and_no_hearing(room: Room) -> None:
    case = make_case(7, room.enforcement.division, room.enforcement)
    enter(room.enforcement, case, "milestone", **HEARD | {"kind": "served"})
    assert Milestone.objects.get().case == case
    announce(room.enforcement, case)
    assert not HearingNotice.objects.exists()


def test_the_record_names_no_party(room: Room) -> None:
    party = room.case.parties.first()
    enter(room.judge, room.case, "milestone", **HEARD | {"level": "named", "named": [party.pk]})
    announce(room.judge, room.case)
    enter(room.judge, room.case, "cancel", row=HearingNotice.objects.get().pk)
    kept = [f"{row.actor_name}{row.detail}" for row in RegisterRecord.objects.all()]
    assert len(kept) == 3
    assert not [text for text in kept for name in (PLAINTIFF, DEFENDANT, ALIAS) if name in text]
