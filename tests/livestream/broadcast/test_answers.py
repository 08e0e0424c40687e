"""Thousands ask: the list costs a constant number of queries, none while it is kept, and watching leaves nothing of a person."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from livestream.broadcast import audience
from livestream.models import AudienceMinute, Session
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import Studio, moment

pytestmark = pytest.mark.django_db
NUMBERS = [f"{n:016x}" for n in range(1, 40)]


@pytest.mark.parametrize("until", [40, 400])
def test_a_list_costs_the_same_queries_however_long_it_is(
    studio: Studio, until: int, django_assert_num_queries: Any
) -> None:
    studio.on_air()
    studio.live_until(until)
    cache.clear()
    with clock.at(moment(until)):
        with django_assert_num_queries(4):
            Client().get(f"/live/{studio.session.slug}/stream.m3u8")
        with django_assert_num_queries(0):
            Client().get(f"/live/{studio.session.slug}/stream.m3u8")


def test_each_page_counts_once_in_a_minute_and_once_as_a_visit(studio: Studio) -> None:
    studio.on_air()
    with clock.at(moment(0)):
        for number in [*NUMBERS, *NUMBERS]:
            assert audience.beat(studio.session.pk, number)
        assert audience.watching(studio.session.pk) == len(NUMBERS)
    with clock.at(moment(60)):
        audience.beat(studio.session.pk, NUMBERS[0])
    rows = AudienceMinute.objects.order_by("minute").values_list("minute", "watching")
    assert list(rows) == [(moment(0), len(NUMBERS)), (moment(60), 1)]


def test_a_visit_is_told_from_a_page_that_asks_again(studio: Studio) -> None:
    studio.on_air()
    client = Client()
    with clock.at(moment(30)):
        for number in (*NUMBERS[:3], *NUMBERS[:3]):
            sent = client.post(f"/live/{studio.session.slug}/watching/", {"page": number})
            assert sent.status_code == 204
            assert not sent.cookies
    assert Session.objects.get(pk=studio.session.pk).views == 3


@pytest.mark.parametrize("number", ["", "1", "张三", "g" * 16, "0" * 17])
def test_what_is_no_number_is_not_counted(studio: Studio, number: str) -> None:
    studio.on_air()
    with clock.at(moment(30)):
        sent = Client().post(f"/live/{studio.session.slug}/watching/", {"page": number})
    assert sent.status_code == 400
    assert not AudienceMinute.objects.exists()
