"""What may not be announced or entered: names, numbers of persons, what has ended, what is not one's own (R40)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from liwan_court.registry.actions.notices import State
from liwan_court.registry.models import HearingNotice, Milestone, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from tests.factories import LONG_AGO
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
    make_notice,
    said,
)

MOVED = {"begins_at": "2026-03-27T14:30", "courtroom": "第五法庭", "panel": ""}


@pytest.mark.parametrize("state", [State.CHANGED, State.CANCELLED])
@pytest.mark.parametrize("verb", ["change", "cancel"])
def test_what_has_ended_is_neither_changed_nor_cancelled(room: Room, state: str, verb: str) -> None:
    row = make_notice(room.case, state=state, ended_at=MONDAY)
    if state == State.CHANGED:
        make_notice(room.case, LATER, replaces=row)
    before = list(HearingNotice.objects.values())
    answer = enter(room.judge, room.case, verb, row=row.pk, **MOVED | {"courtroom": "第七法庭"})
    assert answer.status_code == 200
    assert list(HearingNotice.objects.values()) == before


def test_a_change_that_changes_nothing_is_refused(room: Room) -> None:
    row = make_notice(room.case)
    same = {"begins_at": f"{SOON:%Y-%m-%dT%H:%M}", "courtroom": row.courtroom, "panel": row.panel}
    assert "没有变更" in said(enter(room.judge, room.case, "change", row=row.pk, **same))
    row.refresh_from_db()
    assert row.state == State.ANNOUNCED


@pytest.mark.parametrize("name", [PLAINTIFF, DEFENDANT, ALIAS])
@pytest.mark.parametrize("field", ["panel", "courtroom"])
def test_no_party_is_named_in_a_notice(room: Room, field: str, name: str) -> None:
    assert "当事人的姓名" in said(announce(room.judge, room.case, **{field: f"第三法庭 {name}"}))
    row = make_notice(room.case)
    enter(room.judge, room.case, "change", row=row.pk, **MOVED | {field: name})
    assert HearingNotice.objects.get() == row


def test_no_party_is_named_in_the_cause_of_a_notice(room: Room) -> None:
    room.case.cause = f"与{ALIAS}买卖合同纠纷"
    room.case.save()
    announce(room.judge, room.case)
    assert not HearingNotice.objects.exists()


def test_no_telephone_number_stands_in_a_notice(room: Room) -> None:
    assert "电话号码" in said(announce(room.judge, room.case, panel="书记员13812345678"))
    assert not HearingNotice.objects.exists()


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("请联系13812345678", "电话号码"),
        ("身份证440103199001011234", "证件号码"),
        ("账号6222021234567890123", "账号"),
        ("粤A12345", "车牌号码"),
        ("写信到zhm@example.com", "电子邮箱"),
    ],
)
def test_a_note_with_a_number_of_a_person_is_refused_and_says_which(room: Room, note: str, kind: str) -> None:
    data = {"kind": "heard", "on": "2026-03-06", "note": note, "level": "all"}
    assert f"说明中有{kind}" in said(enter(room.judge, room.case, "milestone", **data))
    assert not Milestone.objects.exists()


@pytest.mark.parametrize("kind", Milestone.Kind.values)
def test_the_filing_office_enters_and_strikes_out_only_its_own_kinds(room: Room, kind: str) -> None:
    own = kind in {"filed", "assigned", "served"}
    data = {"kind": kind, "on": "2026-03-06", "note": "", "level": "all"}
    enter(room.filing, room.case, "milestone", **data)
    assert Milestone.objects.exists() is own
    enter(room.judge, room.case, "milestone", **data)
    row = Milestone.objects.latest("pk")
    enter(room.filing, room.case, "void", row=row.pk)
    row.refresh_from_db()
    assert (row.void_at is not None) is own


def test_a_superuser_who_holds_a_post_still_sees_nothing_of_a_case(room: Room) -> None:
    officer = room.judge
    PostHolding.objects.create(officer=officer, post=Post.FILING, division=None, since=LONG_AGO)
    officer.user.is_superuser = officer.user.is_staff = True
    officer.user.save()
    with clock.at(MONDAY):
        browser = at(officer)
        for address in (
            reverse("admin:staff_register_cases"),
            reverse("admin:staff_register_case", args=[room.case.pk]),
        ):
            assert browser.get(address).status_code == 403
    assert announce(officer, room.case).status_code == 403
