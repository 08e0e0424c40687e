"""R54, R55: microblog members take part in order; who cannot asks a colleague, and the later order stays."""

from __future__ import annotations

import datetime as dt

from livestream.models import Duty, Notice, Session, Swap
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock
from tests.acceptance.month import TUESDAYS, announced
from tests.livestream.court import BEFORE_JANUARY, IN_JANUARY, Court, at, page, said


def writer_of(session: Session) -> object:
    return Duty.objects.get(session=session, cancelled=False, member__group__kind="microblog").member.officer


def test_r54_each_session_goes_to_the_next_member(live_court: Court) -> None:
    sessions = [announced(live_court, "microblog", day, number) for number, day in enumerate(TUESDAYS, 1)]
    one, two, three = live_court.writers
    assert [writer_of(session) for session in sessions] == [one, two, three, one]


def test_r54_who_is_away_is_passed_over_and_comes_first_the_next_time(live_court: Court) -> None:
    one, two, _ = live_court.writers
    Absence.objects.create(officer=one, since=dt.date(2026, 1, 6), until=dt.date(2026, 1, 6))
    sessions = [announced(live_court, "microblog", day, number) for number, day in enumerate(TUESDAYS[:2], 1)]
    assert [writer_of(session) for session in sessions] == [two, one]


def test_r55_a_swap_offered_and_accepted_takes_effect_at_once_and_the_order_stays(live_court: Court) -> None:
    one, two, three = live_court.writers
    first = announced(live_court, "microblog", TUESDAYS[0], 1)
    duty = Duty.objects.get(session=first)
    of = {officer: row.pk for row in duty.member.group.members.all() for officer in [row.officer]}
    with clock.at(BEFORE_JANUARY):
        foreign = at(two).post(page("live_offer", duty.pk), {"asked_of": of[three]}, follow=True)
        assert "只有值班成员本人可以提出调换" in said(foreign)
        at(one).post(page("live_offer", duty.pk), {"asked_of": of[three], "reason": "出差"})
        swap = Swap.objects.get()
        assert "请您接替" in said(at(three).get(page("live_duty")))
        refused = at(two).post(page("live_swap", swap.pk, "accept"), follow=True)
        assert "不能由您接受" in said(refused)
        at(three).post(page("live_swap", swap.pk, "accept"))
    duty.refresh_from_db()
    assert (duty.member.officer, duty.rostered.officer) == (three, one)
    head = Notice.objects.filter(officer=live_court.group_head, kind="swap")
    assert "以后的次序不变" in head.get().text
    later = [announced(live_court, "microblog", day, number) for number, day in enumerate(TUESDAYS[1:3], 2)]
    assert [writer_of(session) for session in later] == [two, three]
    with clock.at(IN_JANUARY):
        cards = at(live_court.research).get(page("live_groups")).context["cards"]
    taken = {row.officer.name: count for card in cards for row, count in card["members"]}
    assert (taken["微博员一"], taken["微博员三"]) == (0, 2)


def test_r55_declined_or_taken_back_the_duty_stays(live_court: Court) -> None:
    one, two, _ = live_court.writers
    session = announced(live_court, "microblog", TUESDAYS[0], 1)
    duty = Duty.objects.get(session=session)
    asked = duty.member.group.members.get(officer=two)
    with clock.at(BEFORE_JANUARY):
        at(one).post(page("live_offer", duty.pk), {"asked_of": asked.pk})
        at(two).post(page("live_swap", Swap.objects.latest("pk").pk, "decline"))
        at(one).post(page("live_offer", duty.pk), {"asked_of": asked.pk})
        last = Swap.objects.order_by("-pk").first()
        at(one).post(page("live_swap", last.pk, "withdraw"))
        late = at(two).post(page("live_swap", last.pk, "accept"), follow=True)
    assert "不能再处理" in said(late)
    assert writer_of(session) == one
    assert set(Swap.objects.values_list("state", flat=True)) == {"declined", "withdrawn"}


def test_r55_not_after_the_hearing_has_begun(live_court: Court) -> None:
    session = announced(live_court, "microblog", TUESDAYS[0], 1)
    duty = Duty.objects.get(session=session)
    asked = duty.member.group.members.exclude(pk=duty.member_id).first()
    with clock.at(session.begins_at + dt.timedelta(minutes=5)):
        answer = at(duty.member.officer).post(
            page("live_offer", duty.pk), {"asked_of": asked.pk}, follow=True
        )
    assert "不能再调换" in said(answer)
