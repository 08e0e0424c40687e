from datetime import date

import pytest
from django.contrib.auth import get_user_model

from liwan_court.registry.appointments import (
    AppointmentRefused,
    appoint,
    delegate,
    end_appointment,
    hand_over_first_responsible,
    sync_all_groups,
    sync_groups,
)
from liwan_court.registry.models import Division, FirstResponsible, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.registry.staffing import staffing_warnings
from liwan_court.timetable import clock

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _in_march():
    with clock.at(clock.moment(MARCH)):
        yield


@pytest.fixture
def division():
    return Division.objects.create(
        code="minyi", name="民一庭", full_name="民事审判第一庭", kind="trial", reports_effective=True
    )


@pytest.fixture
def officer():
    count = iter(range(1, 100))

    def make(name: str) -> Officer:
        n = next(count)
        return Officer.objects.create(
            user=get_user_model().objects.create(username=f"u{n}"), name=name, staff_no=f"{n:03}"
        )

    return make


def groups(person: Officer) -> set[str]:
    return set(person.user.groups.values_list("name", flat=True))


def test_an_appointed_officer_acts_in_the_post_and_gets_its_group(officer, division):
    judge = officer("沈一鸣")
    appoint(judge, Post.JUDGE, division)
    assert Actor.of(judge.user).holds(Post.JUDGE, division_id=division.pk)
    assert groups(judge) == {"judge"}
    judge.user.refresh_from_db()
    assert judge.user.is_staff


def test_a_post_of_a_division_needs_one_and_a_post_of_the_court_has_none(officer, division):
    person = officer("沈一鸣")
    with pytest.raises(AppointmentRefused, match="必须写明部门"):
        appoint(person, Post.DIVISION_HEAD)
    with pytest.raises(AppointmentRefused, match="面向全院"):
        appoint(person, Post.TYPIST, division)


def test_the_same_post_is_not_given_twice(officer):
    person = officer("沈一鸣")
    appoint(person, Post.TYPIST)
    with pytest.raises(AppointmentRefused, match="不必重复任命"):
        appoint(person, Post.TYPIST)


def test_a_post_can_be_taken_up_again_after_it_ended(officer):
    person = officer("沈一鸣")
    end_appointment(appoint(person, Post.TYPIST, since=date(2025, 1, 1)), date(2025, 12, 31))
    assert groups(person) == set()
    appoint(person, Post.TYPIST)
    assert groups(person) == {"typist"}


def test_an_officer_without_a_post_may_not_enter_the_admin(officer):
    person = officer("沈一鸣")
    end_appointment(appoint(person, Post.TYPIST, since=date(2026, 1, 1)), date(2026, 3, 1))
    person.user.refresh_from_db()
    assert not person.user.is_staff


def test_a_post_cannot_end_before_it_began(officer):
    holding = appoint(officer("沈一鸣"), Post.TYPIST)
    with pytest.raises(AppointmentRefused, match="早于起始日"):
        end_appointment(holding, date(2026, 3, 1))


def test_a_deputy_acts_for_the_period_and_no_longer(officer, division):
    head, deputy = officer("沈一鸣"), officer("陆小满")
    holding = appoint(head, Post.DIVISION_HEAD, division)
    delegate(holding, deputy, MARCH, date(2026, 3, 6), "庭长外出学习")
    assert groups(deputy) == {"division_head"}
    assert Actor.of(deputy.user).duties[0].on_behalf_of == head.pk
    with clock.at(clock.moment(date(2026, 3, 7))):
        sync_all_groups()
        assert groups(deputy) == set()
        assert not Actor.of(deputy.user).duties


def test_nobody_is_his_own_deputy(officer, division):
    head = officer("沈一鸣")
    holding = appoint(head, Post.DIVISION_HEAD, division)
    with pytest.raises(AppointmentRefused, match="不能是本人"):
        delegate(holding, head, MARCH, MARCH, "外出")


def test_a_delegation_stays_within_the_term_of_the_post(officer, division):
    holding = appoint(officer("沈一鸣"), Post.DIVISION_HEAD, division)
    with pytest.raises(AppointmentRefused, match="超出"):
        delegate(holding, officer("陆小满"), date(2026, 2, 1), MARCH, "外出")


def test_what_was_delegated_ends_with_the_post(officer, division):
    deputy = officer("陆小满")
    holding = appoint(officer("沈一鸣"), Post.DIVISION_HEAD, division, since=date(2026, 1, 1))
    delegate(holding, deputy, date(2026, 2, 1), date(2026, 6, 30), "外出")
    end_appointment(holding, date(2026, 3, 1))
    assert groups(deputy) == set()
    assert holding.delegations.get().until == date(2026, 3, 1)


def test_the_groups_a_person_has_for_other_reasons_stay(officer):
    from django.contrib.auth.models import Group

    person = officer("沈一鸣")
    person.user.groups.add(Group.objects.create(name="工会"))
    sync_groups(person)
    assert groups(person) == {"工会"}


def test_handing_over_closes_the_former_term_the_day_before(officer, division):
    first, second = officer("沈一鸣"), officer("陆小满")
    hand_over_first_responsible(division, first, date(2025, 1, 1))
    hand_over_first_responsible(division, second, MARCH)
    former = FirstResponsible.objects.get(officer=first)
    assert former.until == date(2026, 3, 1)
    assert division.first_responsible_on(date(2026, 3, 1)) == first
    assert division.first_responsible_on(MARCH) == second


def test_a_term_is_not_handed_over_before_it_began(officer, division):
    hand_over_first_responsible(division, officer("沈一鸣"), MARCH)
    with pytest.raises(AppointmentRefused, match="交接日应晚于"):
        hand_over_first_responsible(division, officer("陆小满"), MARCH)


def test_too_few_reviewers_and_typists_are_said(officer):
    appoint(officer("沈一鸣"), Post.TRIAL_MANAGEMENT)
    said = " ".join(staffing_warnings())
    assert "审判管理办公室：“审判管理办公室审核人员”只有1人" in said
    assert "办公室：“打字员”只有0人" in said


def test_a_deputy_counts_while_the_delegation_lasts(officer):
    holding = appoint(officer("沈一鸣"), Post.TRIAL_MANAGEMENT)
    delegate(holding, officer("陆小满"), MARCH, date(2026, 3, 6), "休假")
    assert not any("审核人员”只有" in line for line in staffing_warnings())
    assert any("审核人员”只有1人" in line for line in staffing_warnings(date(2026, 3, 7)))


def test_a_person_on_both_sides_of_a_separated_duty_is_named(officer):
    person = officer("沈一鸣")
    appoint(person, Post.TRIAL_MANAGEMENT)
    appoint(person, Post.TYPIST)
    assert any("沈一鸣同时担任" in line for line in staffing_warnings())


def test_a_division_needs_a_head_a_judge_beside_him_and_a_first_responsible_person(officer, division):
    head = officer("沈一鸣")
    said = " ".join(staffing_warnings())
    assert "民一庭：没有第一责任人" in said
    assert "民一庭：没有庭长" in said
    appoint(head, Post.DIVISION_HEAD, division)
    hand_over_first_responsible(division, head, MARCH)
    assert any("除庭长外没有经办法官" in line for line in staffing_warnings())
    appoint(officer("陆小满"), Post.JUDGE, division)
    appoint(officer("关月"), Post.VICE_PRESIDENT)
    assert not any("民一庭" in line for line in staffing_warnings())
    assert not any("副院长" in line for line in staffing_warnings())
