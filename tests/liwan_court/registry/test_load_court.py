from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from judgments.models import Ground
from liwan_court.registry.groups import UnknownPermission, grant
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from liwan_court.timetable.models import CalendarYear, Service, WorkCalendarDay

pytestmark = pytest.mark.django_db


def load() -> str:
    out = StringIO()
    call_command("load_court", stdout=out)
    return out.getvalue()


def test_the_eight_divisions_stand_in_the_order_of_the_plan():
    load()
    in_rotation = Division.objects.filter(rotation_order__isnull=False).order_by("rotation_order")
    assert [d.name for d in in_rotation] == [
        "民一庭", "民二庭", "民三庭", "行政庭", "知识产权庭", "刑庭", "少年庭", "审监庭",
    ]  # fmt: skip


def test_eight_divisions_and_the_enforcement_bureau_report_effective_numbers():
    load()
    reporting = set(Division.objects.filter(reports_effective=True).values_list("name", flat=True))
    assert len(reporting) == 9
    assert "执行局" in reporting
    assert Division.objects.get(name="执行局").rotation_order is None


def test_type_words_leave_new_style_civil_numbers_open():
    load()
    words = [word for division in Division.objects.all() for word in division.type_words]
    assert not any("民初".startswith(word) for word in words)
    assert any("民一初".startswith(word) for word in words)


def test_a_second_load_changes_nothing():
    load()
    before = (
        Division.objects.count(),
        Ground.objects.count(),
        WorkCalendarDay.objects.count(),
        Group.objects.count(),
    )
    report = load()
    assert (
        Division.objects.count(), Ground.objects.count(), WorkCalendarDay.objects.count(), Group.objects.count(),
    ) == before  # fmt: skip
    assert "载入" not in report


def test_what_the_court_has_changed_stays():
    load()
    Division.objects.filter(code="minyi").update(full_name="民事审判一庭")
    day = WorkCalendarDay.objects.get(date="2026-10-01")
    day.delete()
    load()
    assert Division.objects.get(code="minyi").full_name == "民事审判一庭"
    assert not WorkCalendarDay.objects.filter(date="2026-10-01").exists()


def test_the_calendar_holds_holidays_and_make_up_workdays():
    load()
    assert WorkCalendarDay.objects.get(date="2013-09-22").is_workday
    assert not WorkCalendarDay.objects.get(date="2026-02-17").is_workday
    assert CalendarYear.objects.filter(year=2026, announced=True).exists()


def test_the_portal_goes_into_service_on_the_day_of_the_first_load():
    import datetime as dt

    with clock.at(clock.moment(dt.date(2028, 3, 10))):
        load()
    load()
    assert Service.objects.get().since == dt.date(2028, 3, 10)


def test_the_grounds_carry_the_words_of_the_rule_and_who_approves():
    load()
    grounds = {g.code: g for g in Ground.objects.filter(policy="liwan-2013")}
    assert list(grounds) == ["E1a", "E1b", "E1c", "E2", "E3", "E4", "E5", "E6", "E7"]
    assert grounds["E6"].text == "（六）当事人申请裁判文书不上网公开并经本院准许的"
    assert grounds["E1a"].register == Ground.Register.NEVER
    assert grounds["E2"].register == Ground.Register.BARE
    assert {c for c, g in grounds.items() if g.approval == Ground.Approval.HEAD_AND_VICE_PRESIDENT} == {
        "E5",
        "E7",
    }
    assert Ground.objects.filter(policy="spc-2016").count() == 5


def test_every_post_has_a_group_and_a_vendor_sees_nothing():
    load()
    assert set(Group.objects.values_list("name", flat=True)) == set(Post.values)
    assert not Permission.objects.filter(group__name=Post.VENDOR).exists()
    assert not Permission.objects.filter(group__name=Post.TYPIST, content_type__app_label="registry").exclude(
        codename="view_division"
    )


def test_nobody_may_change_or_delete_a_record_of_what_was_done():
    load()
    kept = Permission.objects.filter(
        group__isnull=False, content_type__model__in=["transition", "ledgerentry"]
    )
    assert {p.codename.split("_")[0] for p in kept} == {"view"}


def test_a_permission_given_by_hand_is_taken_back_at_the_next_load():
    load()
    group = Group.objects.get(name=Post.VENDOR)
    group.permissions.add(Permission.objects.get(codename="view_judgment"))
    load()
    assert not group.permissions.exists()


def test_a_table_that_names_an_unknown_model_is_refused():
    with pytest.raises(UnknownPermission):
        grant("judgments", {Post.JUDGE: {"no_such_model": "view"}})
